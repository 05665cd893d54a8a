#!/usr/bin/env bash
# Opens the desk. With no display it starts a virtual screen instead, runs the real
# program on the sample race there with a real pointer, and leaves what it saw in out/.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}" ]; then
	exec bin/racedesk "$@"
fi

work=$(mktemp -d)
started=()
finish() {
	for ((i = ${#started[@]} - 1; i >= 0; i--)); do
		kill "${started[i]}" 2>/dev/null || true
		wait "${started[i]}" 2>/dev/null || true
	done
	rm -rf "$work"
}
trap finish EXIT

fail() { echo "run: $*" >&2; exit 1; }

until_true() { # what, command...: asks again until it is so, 20 seconds at most
	local what=$1
	shift
	for _ in $(seq 200); do
		"$@" >/dev/null 2>&1 && return 0
		sleep 0.1
	done
	fail "$what did not happen"
}

echo "run: there is no display, so the program runs on a virtual screen"
Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$work/display" 2>"$work/xvfb.log" &
started+=($!)
until_true "the virtual screen" test -s "$work/display"
DISPLAY=:$(cat "$work/display")
export DISPLAY XDG_CONFIG_HOME="$work/config"

race=$work/sample.race map=$work/map
mkdir -p out
rm -f out/board.png out/projector.png out/report.pdf
bin/racedesk new "$race" --sample running
bin/racedesk --lang "${RACEDESK_LANG:-sv}" --geometry 1920x1080 --screen-map "$map" \
	--export-to "$PWD/out/report.pdf" "$race" 2>"$work/desk.log" &
started+=($!)
mapped() { grep -q "^card" "$map"; }
until_true "the board" mapped

spot() { # kind name: the middle of the first such thing
	awk -F'\t' -v k="$1" -v n="$2" '$1==k && $2==n {print int($4+$6/2), int($5+$7/2); exit}' "$map"
}
shows() { bin/racedesk show "$race" --json | grep -q "$1"; }
tap() { # name
	read -r x y < <(spot button "$1")
	xdotool mousemove "$x" "$y" sleep 0.1 click 1
}
has_button() { grep -q "^button	$1	" "$map"; }

read -r fx fy < <(spot card problem)
read -r tx ty < <(spot card project)
xdotool mousemove "$fx" "$fy" sleep 0.1 mousedown 1 sleep 0.1
for i in 1 2 3 4 5 6 7 8 9 10; do
	xdotool mousemove $((fx + (tx - fx) * i / 10)) $((fy + (ty - fy) * i / 10)) sleep 0.05
done
xdotool sleep 0.3 mouseup 1
before=$(bin/racedesk show "$race" --json | grep -c '"open": true')
until_true "the drag of a problem into a project" shows '"lastSeq": 6'
echo "run: dragged a problem into a project ($before cards are open still)"

tap clock
until_true "the clock's remote" has_button clock-start
xdotool sleep 1.2
tap clock-start
until_true "the start of the clock" shows '"running": true'
echo "run: started the clock"

tap export
until_true "the report" test -s out/report.pdf
echo "run: exported the report"

xdotool key Escape sleep 1.2
import -window root out/board.png
tap projector
full() { xdotool search --name "RaceDesk – Proje" >/dev/null; }
until_true "the projector" full
xdotool sleep 1.5
import -window root out/projector.png
echo "run: see out/board.png, out/projector.png and out/report.pdf"
