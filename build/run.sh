#!/usr/bin/env bash
# Runs the program: in a window where there is a display, else on a virtual
# screen, where it is shown around and leaves pictures in out/.
set -euo pipefail
cd "$(dirname "$0")/.."
. build/display.sh

if has_display; then
	exec "${RACEDESK:-bin/racedesk}" "$@"
fi
if [ -n "${DISPLAY:-}" ]; then
	echo "The display $DISPLAY does not answer." >&2
elif [ -n "${WAYLAND_DISPLAY:-}" ]; then
	echo "This desktop is Wayland without XWayland, which RaceDesk needs: install xwayland for a window of your own." >&2
fi
exec build/tour.sh
