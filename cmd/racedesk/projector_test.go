package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// twoDisplays is an X server without any hardware whose second display can be
// plugged in and out.
const twoDisplays = `
Section "ServerFlags"
	Option "AutoAddDevices" "false"
	Option "AutoAddGPU" "false"
EndSection
Section "Device"
	Identifier "device"
	Driver "dummy"
	VideoRam 256000
EndSection
Section "Monitor"
	Identifier "monitor"
	HorizSync 5-1000
	VertRefresh 5-200
EndSection
Section "Screen"
	Identifier "screen"
	Device "device"
	Monitor "monitor"
	DefaultDepth 24
	SubSection "Display"
		Depth 24
		Modes "1920x1080"
		Virtual 3840 2160
	EndSubSection
EndSection
`

// newXorg starts that server with more in its configuration; a folder is its own.
func newXorg(t *testing.T, dir, more string) *window {
	t.Helper()
	config := filepath.Join(dir, "xorg.conf")
	if err := os.WriteFile(config, []byte(twoDisplays+more), 0o600); err != nil {
		t.Fatal(err)
	}
	return newScreen(t, "Xorg", "-config", config, "-novtswitch", "-sharevts", "-logfile", filepath.Join(dir, "xorg.log"))
}

func newDisplays(t *testing.T) *window {
	t.Helper()
	w := newXorg(t, t.TempDir(), "")
	w.xrandr("--addmode", "DUMMY1", "1280x720")
	return w
}

func (w *window) xrandr(args ...string) {
	w.t.Helper()
	if out, err := w.tool("xrandr", args...); err != nil {
		w.t.Fatalf("xrandr %v: %v %s", args, err, out)
	}
}

func (w *window) plug() {
	w.t.Helper()
	w.xrandr("--output", "DUMMY1", "--mode", "1280x720", "--right-of", "DUMMY0")
	w.xrandr("--query") // looks at the displays anew, as a desktop does, so that the window manager hears of it
}

func (w *window) unplug() {
	w.t.Helper()
	w.xrandr("--output", "DUMMY1", "--off")
	w.xrandr("--query")
}

// projector returns where the room's window is, such as "1280x720+1920+0", or
// nothing where it is not to be seen.
func (w *window) projector() string {
	ids, _ := w.tool("xdotool", "search", "--onlyvisible", "--name", "Projektor")
	id := strings.TrimSpace(ids)
	if id == "" {
		return ""
	}
	p := w.place(id)
	return fmt.Sprintf("%dx%d+%d+%d", p.width, p.height, p.x, p.y)
}

func (w *window) untilProjector(what, where string) {
	w.t.Helper()
	w.until(what, func() bool { return w.projector() == where })
}

func TestTheProjectorTakesTheSecondDisplay(t *testing.T) {
	w := newDisplays(t)
	w.plug()
	w.open()
	w.tap("projector")
	w.untilProjector("it fills the second display", "1280x720+1920+0")
	for range 3 {
		w.unplug()
		w.untilProjector("it does not cover the board", "")
		w.plug()
		w.untilProjector("it comes back with its display", "1280x720+1920+0")
	}
	w.tap("projector")
	w.untilProjector("the same button closes it", "")
}

func TestTheProjectorTakesTheOnlyDisplay(t *testing.T) {
	w := newDisplays(t)
	w.open()
	w.tap("projector")
	w.untilProjector("it fills the display", "1920x1080+0+0")
	w.act("key", "Escape")
	w.untilProjector("Escape leaves it", "")
	w.tap("projector")
	w.untilProjector("it opens again", "1920x1080+0+0")
	w.act("key", "F11")
	w.until("F11 leaves the full screen", func() bool { p := w.projector(); return p != "" && p != "1920x1080+0+0" })
	w.close()
}
