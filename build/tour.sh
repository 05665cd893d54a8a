#!/usr/bin/env bash
# Shows the program around on a virtual screen: the real program on the sample
# race, and a real pointer that drags a problem into a project, starts the clock,
# exports the report and opens the projector. Each step waits for its outcome in
# the race's file, on the disk or on the screen. Leaves in out/ (or $OUT):
# board.png, projector.png, report.pdf and tour.log.
set -euo pipefail
cd "$(dirname "$0")/.."

racedesk="$PWD/${RACEDESK:-bin/racedesk}"
out="$PWD/${OUT:-out}"
tmp="$(mktemp -d)"
size="${SCREEN:-1920x1080}"
race="$tmp/sample.race"
map="$tmp/screen.map"
log="$out/tour.log"
started=() # what is to be ended, oldest first

cleanup() {
	local i
	for ((i = ${#started[@]} - 1; i >= 0; i--)); do
		kill "${started[i]}" 2>/dev/null || true
		wait "${started[i]}" 2>/dev/null || true
	done
	rm -rf "$tmp"
}
trap cleanup EXIT

fail() {
	echo "tour: $*. The log is $log; its end:" >&2
	tail -n 15 "$log" >&2 || true
	if [ -n "${DISPLAY:-}" ]; then import -window root "$out/failed.png" 2>/dev/null || true; fi
	exit 1
}

# soon TENTHS COMMAND...: tries the command until it is true, that many tenths
# of a second.
soon() {
	local i tenths="$1"
	shift
	for ((i = 0; i < tenths; i++)); do
		if "$@"; then return 0; fi
		sleep 0.1
	done
	return 1
}

# alive tells a program that ended from one that is slow.
alive() { kill -0 "$desk" 2>/dev/null || fail "the program ended by itself"; }

# place KIND NAME: the middle of a thing on the board's window, from the screen
# map's lines "kind, name, id, x, y, width, height". A card's name is its id.
place() {
	[ -f "$map" ] && awk -F '\t' -v kind="$1" -v name="$2" '
		$1 == kind && ($2 == name || $3 == name) && $6 > 0 && $7 > 0 {
			print int($4 + $6 / 2), int($5 + $7 / 2); found = 1; exit
		}
		END { exit !found }' "$map"
}

# cards STAGE: the ids of the column's cards that are wholly in sight.
cards() {
	awk -F '\t' -v stage="$1" '
		$1 == "column" && $2 == stage { top = $5; bottom = $5 + $7 }
		$1 == "card" && $2 == stage && $7 > 0 && $5 >= top && $5 + $7 <= bottom { print $3 }' "$map"
}

both_in_sight() { [ -f "$map" ] && [ -n "$(cards problem)" ] && [ -n "$(cards project)" ]; }

show() { "$racedesk" show "$race" --json 2>>"$log"; }

# joined PROBLEM PROJECT: whether the race says that one went into the other.
joined() {
	show | awk -v problem="\"$1\"" -v project="\"$2\"" '
		{ gsub(/[ ,]/, "") }
		/^"id":/ { here = ($0 == "\"id\":" project) }
		/^"from":\[/ { from = here }
		/^\]/ { from = 0 }
		from && $0 == problem { yes = 1 }
		END { exit !yes }'
}

running() { show | grep -q '"running": true'; }

# pointer WORDS...: moves and presses as xdotool does, on the board's window.
pointer() { xdotool "$@" >>"$log" 2>&1; }

# press KIND NAME TENTHS OUTCOME...: presses a button until what it is for is so.
press() {
	local kind="$1" name="$2" tenths="$3" try at
	shift 3
	for try in 1 2 3; do
		alive
		soon 50 place "$kind" "$name" >/dev/null || fail "no button $name in sight"
		at="$(place "$kind" "$name")"
		# shellcheck disable=SC2086 # two numbers
		pointer mousemove --window "$board" $at click 1
		if soon "$tenths" "$@"; then return 0; fi
		echo "tour: pressed $name, try $try: nothing yet" >>"$log"
	done
	fail "pressing $name did nothing"
}

# drag PROBLEM PROJECT: as a hand does it, with rests on the way, since a move is
# seen once in each frame; slower at each try.
drag() {
	local try rest from to x y step
	for try in 1 2 3 4; do
		alive
		rest="$(awk -v try="$try" 'BEGIN { print try * 0.08 }')"
		if ! from="$(place card "$1")" || ! to="$(place card "$2")"; then fail "the cards left the screen"; fi
		# shellcheck disable=SC2086 # two numbers
		pointer mousemove --window "$board" $from sleep "$rest" mousedown 1
		for step in 1 2 3 4 5 6 7 8 9 10 10 10; do
			read -r x y <<<"$(awk -v f="$from" -v t="$to" -v s="$step" '
				BEGIN { split(f, a, " "); split(t, b, " "); print int(a[1] + (b[1] - a[1]) * s / 10), int(a[2] + (b[2] - a[2]) * s / 10) }')"
			pointer mousemove --window "$board" "$x" "$y" sleep "$rest"
		done
		pointer mouseup 1
		if soon 40 joined "$1" "$2"; then return 0; fi
	done
	fail "dragging $1 onto $2 did not join them"
}

# picture FILE CONDITION...: the screen, once the condition holds and all is drawn:
# nearly the same as two seconds ago, when a clock has ticked twice.
picture() {
	local file="$1"
	shift
	rm -f "$tmp/before.png"
	soon 200 settled "$@" || fail "the screen does not come to rest"
	mv "$tmp/now.png" "$file"
}
settled() {
	import -window root "$tmp/now.png" || return 1
	if [ ! -f "$tmp/before.png" ] || ! "$@"; then
		mv "$tmp/now.png" "$tmp/before.png"
		taken=$SECONDS
		return 1
	fi
	[ $((SECONDS - taken)) -ge 2 ] || return 1
	# Up to 2 percent of the screen may differ: a clock's digits, a cursor.
	if { compare -metric AE -fuzz 5% "$tmp/before.png" "$tmp/now.png" null: 2>&1 || true; } |
		awk -v size="$size" '{ split(size, s, "x"); exit !($1 < s[1] * s[2] / 50) }'; then
		return 0
	fi
	mv "$tmp/now.png" "$tmp/before.png"
	taken=$SECONDS
	return 1
}

windows() { xdotool search --onlyvisible --name RaceDesk 2>/dev/null; }
board_open() { windows >"$tmp/windows" && [ -s "$tmp/windows" ] && both_in_sight; }
projector() { windows | grep -vx "$board" | head -n 1; }
projector_open() { [ -n "$(projector)" ]; }
# The projector's way out is in sight for the first six seconds.
projector_alone() { projector_full && [ $((SECONDS - opened)) -gt 7 ]; }
projector_full() { xdotool getwindowgeometry "$(projector)" | grep -q "Geometry: $size"; }
written() { [ -s "$out/report.pdf" ] && [ "$(head -c 5 "$out/report.pdf")" = "%PDF-" ]; }

mkdir -p "$out"
rm -f "$out"/{board,projector,failed}.png "$out/report.pdf"
: >"$log"
echo "There is no display here, so RaceDesk is shown around on a virtual screen."

# Nothing of the user's is read or written.
export HOME="$tmp" XDG_CONFIG_HOME="$tmp/config" XDG_DATA_HOME="$tmp/data" XDG_CACHE_HOME="$tmp/cache"
export XDG_RUNTIME_DIR="$tmp/runtime" LIBGL_ALWAYS_SOFTWARE=1
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset DISPLAY WAYLAND_DISPLAY
house="$PWD"
cd "$tmp" # beside FyneApp.toml, Fyne would not watch its goroutine

Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset 3>"$tmp/display" 2>>"$log" &
started+=($!)
soon 200 test -s "$tmp/display" || fail "the virtual screen did not start"
DISPLAY=":$(cat "$tmp/display")"
export DISPLAY
openbox --config-file "$house/build/openbox.xml" >>"$log" 2>&1 &
started+=($!)
managed() { xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q window; }
soon 100 managed || fail "the window manager did not start"

"$racedesk" new "$race" --sample running >>"$log" 2>&1 || fail "the sample race was not made"
"$racedesk" --lang sv --geometry "$size" --screen-map "$map" \
	--export-to "$out/report.pdf" "$race" >>"$log" 2>&1 &
desk=$!
started+=("$desk")
soon 600 board_open || fail "the board did not open"
board="$(head -n 1 "$tmp/windows")"

problem="$(cards problem | head -n 1)"
for project in $(cards project); do
	joined "$problem" "$project" || break
done
drag "$problem" "$project"
echo "Dragged the problem $problem into the project $project with the pointer."

clock_in_sight() { place panel "Fortsätt" >/dev/null; }
press button clock 50 clock_in_sight
press panel "Fortsätt" 100 running
echo "Started the clock."

panel_gone() { ! place panel Klar >/dev/null; }
press panel Klar 50 panel_gone
picture "$out/board.png" running
sheet_open() { place panel Exportera >/dev/null; }
press button report 100 sheet_open
press panel Exportera 300 written
press button projector 100 projector_open
xdotool windowfocus --sync "$(projector)" key F11 # there is one display: it opens as a window
opened=$SECONDS
picture "$out/projector.png" projector_alone
alive

echo "Exported the report and opened the projector. Look at:"
printf '  %s\n' "${out#"$house"/}"/{board.png,projector.png,report.pdf}
echo "With a display, make run opens the desk on your own races."
