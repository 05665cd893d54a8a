#!/usr/bin/env bash
# Takes the README's pictures anew, from the tour of a virtual screen in two sizes.
set -euo pipefail
cd "$(dirname "$0")/.."

pictures=build/pictures
take() { # SCREEN ENDING
	env -u DISPLAY -u WAYLAND_DISPLAY SCREEN="$1" OUT="out/$1" build/tour.sh
	local name
	for name in board projector; do
		# Colours in a palette: a quarter of the size, and no eye sees it.
		convert "out/$1/$name.png" -strip -colors 256 "png8:$pictures/$name$2.png"
	done
}
take 1920x1080 ""
take 3840x2160 -4k
