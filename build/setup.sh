#!/usr/bin/env bash
# Installs what is missing on this machine: setup.sh run|test.
#   run   what "make run" needs: a C compiler and X11's headers; the tools of a
#         virtual screen too where there is no display
#   test  what "make test" needs: all of it, and a second display to plug in
# Says nothing where nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
. build/display.sh

set_of="${1:-run}"

say() { printf 'setup: %s\n' "$*" >&2; }

check_go() {
	local want have
	want="$(awk '$1 == "go" { print $2; exit }' go.mod)"
	if ! command -v go >/dev/null; then
		say "Go is not installed. Install Go $want or newer (https://go.dev/doc/install)."
		exit 1
	fi
	# An older Go may fetch the one that go.mod asks for; then this is that one.
	have="$(go env GOVERSION 2>/dev/null || true)"
	have="${have#go}"
	have="${have%% *}"
	if [ -z "$have" ] || [ "$(printf '%s\n' "$want" "$have" | sort -V | head -n 1)" != "$want" ]; then
		say "Go ${have:-of $(command -v go)} is too old. Install Go $want or newer (https://go.dev/doc/install)."
		exit 1
	fi
}

# What a Debian or Ubuntu package is there for stands beside it.
debian_packages() {
	echo gcc libc6-dev pkg-config                                # cgo
	echo libgl-dev libx11-dev libxcursor-dev libxi-dev           # the window
	echo libxinerama-dev libxrandr-dev libxxf86vm-dev            # and its displays
	echo libasound2-dev                                          # the gong
	if [ "$set_of" = run ] && has_display; then return; fi
	echo xvfb openbox libgl1-mesa-dri                            # a screen, windows, drawing
	echo xdotool x11-utils imagemagick                           # pointer, looking, pictures
	if [ "$set_of" = run ]; then return; fi
	echo xserver-xorg-core xserver-xorg-video-dummy x11-xserver-utils # a second display, plugged in and out
	echo x11-xkb-utils                                           # a Swedish keyboard
	echo poppler-utils qpdf                                      # reading and checking the report
	echo postgresql                                              # a server for races, of the test's own
	echo fonts-noto-core fonts-droid-fallback                    # other scripts than Latin
	echo libharfbuzz-bin                                         # sets them, to compare the report with
}

install_debian() {
	local wanted missing as_root=()
	wanted="$(debian_packages)"
	# shellcheck disable=SC2086 # a list of words
	missing="$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' $wanted 2>/dev/null |
		awk -v wanted="$wanted" '
			$2 == "installed" { there[$1] = 1 }
			END { n = split(wanted, w); for (i = 1; i <= n; i++) if (!(w[i] in there)) printf "%s ", w[i] }' || true)"
	[ -n "$missing" ] || return 0
	say "installing $missing"
	if [ "$(id -u)" -ne 0 ]; then
		if ! command -v sudo >/dev/null; then
			say "this needs the administrator: apt-get install --no-install-recommends $missing"
			exit 1
		fi
		as_root=(sudo) # asks for the password itself
	fi
	${as_root[@]+"${as_root[@]}"} apt-get update -qq ||
		say "the package lists could not be renewed; going on with the old ones"
	# shellcheck disable=SC2086 # a list of words
	${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# On other systems the packages are named, not installed. Whether they are there
# is found out by asking the compiler for what the window is built with.
advise() {
	local how="$1" headers='#include <stdlib.h>'
	if [ "$(uname -s)" = Linux ]; then
		headers='#include <GL/gl.h>
#include <alsa/asoundlib.h>
#include <X11/Xcursor/Xcursor.h>
#include <X11/extensions/XInput2.h>
#include <X11/extensions/Xinerama.h>
#include <X11/extensions/Xrandr.h>
#include <X11/extensions/xf86vmode.h>'
	fi
	if ! printf '%s\n' "$headers" | "$(go env CC)" -E - >/dev/null 2>&1; then
		say "a C compiler or the headers of the window system are missing. $how"
		exit 1
	fi
	if [ "$(uname -s)" != Linux ]; then return; fi
	if [ "$set_of" = run ] && has_display; then return; fi
	local tool
	for tool in Xvfb openbox xdotool xdpyinfo import; do
		command -v "$tool" >/dev/null && continue
		say "$tool is missing, and without a display it is needed. $how"
		exit 1
	done
}

check_go
if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
	install_debian
elif command -v dnf >/dev/null; then
	advise "On Fedora: dnf install gcc pkgconf-pkg-config alsa-lib-devel mesa-libGL-devel libX11-devel libXcursor-devel libXi-devel libXinerama-devel libXrandr-devel libXxf86vm-devel; for a virtual screen and the tests: xorg-x11-server-Xvfb openbox xdotool xdpyinfo xprop xwininfo xrandr ImageMagick mesa-dri-drivers xorg-x11-drv-dummy poppler-utils qpdf harfbuzz-devel postgresql-server google-noto-sans-fonts google-droid-sans-fonts"
elif command -v pacman >/dev/null; then
	advise "On Arch: pacman -S gcc pkgconf alsa-lib libglvnd libx11 libxcursor libxi libxinerama libxrandr libxxf86vm; for a virtual screen and the tests: xorg-server-xvfb openbox xdotool xorg-xdpyinfo xorg-xprop xorg-xwininfo xorg-xrandr imagemagick mesa xorg-server xf86-video-dummy poppler qpdf harfbuzz-utils postgresql noto-fonts noto-fonts-cjk"
elif command -v zypper >/dev/null; then
	advise "On openSUSE: zypper install gcc pkgconf-pkg-config alsa-devel Mesa-libGL-devel libX11-devel libXcursor-devel libXi-devel libXinerama-devel libXrandr-devel libXxf86vm-devel; for a virtual screen and the tests: xorg-x11-server-Xvfb openbox xdotool xdpyinfo xprop xwininfo xrandr ImageMagick Mesa-dri xf86-video-dummy poppler-tools qpdf harfbuzz-tools postgresql-server google-noto-sans-fonts google-droid-fonts"
else
	case "$(uname -s)" in
	Darwin) advise "On macOS: xcode-select --install." ;;
	MINGW* | MSYS* | CYGWIN*) advise "In MSYS2's MINGW64 shell: pacman -S mingw-w64-x86_64-gcc make." ;;
	*) advise "Install a C compiler, pkg-config and the development files of ALSA, OpenGL, X11, Xcursor, Xi, Xinerama, Xrandr and Xxf86vm; for a virtual screen also Xvfb, openbox, xdotool, xdpyinfo and ImageMagick." ;;
	esac
fi
