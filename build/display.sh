# shellcheck shell=bash
# Read by the other scripts: is there a display that a window can open on?
# macOS and Windows always have one. RaceDesk uses X11 on Linux, also under
# Wayland, where XWayland sets DISPLAY.

has_display() {
	case "$(uname -s)" in
	Darwin | MINGW* | MSYS* | CYGWIN*) return 0 ;;
	esac
	[ -n "${DISPLAY:-}" ] || return 1
	# Asking the server is surest, where there is something to ask with.
	if command -v xdpyinfo >/dev/null; then
		timeout 5 xdpyinfo >/dev/null 2>&1
		return
	fi
	case "$DISPLAY" in
	:* | unix:*)
		local number="${DISPLAY##*:}"
		[ -S "/tmp/.X11-unix/X${number%%.*}" ]
		;;
	*) return 0 ;; # another machine's: the program will tell
	esac
}
