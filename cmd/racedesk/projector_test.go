package main

import (
	"fmt"
	"os"
	"os/exec"
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

// blanks says after how many seconds the screen goes dark by itself; 0 is never.
func (w *window) blanks() string {
	out, _ := w.tool("xset", "q")
	_, after, _ := strings.Cut(out, "timeout:")
	seconds, _, _ := strings.Cut(strings.TrimSpace(after), " ")
	return seconds
}

func TestTheProjectorTakesTheSecondDisplay(t *testing.T) {
	w := newDisplays(t)
	w.plug()
	w.open()
	w.tap("projector")
	w.untilProjector("it fills the second display", "1280x720+1920+0")
	w.until("the screen stays awake", func() bool { return w.blanks() == "0" })
	for range 3 {
		w.unplug()
		w.untilProjector("it does not cover the board", "")
		w.plug()
		w.untilProjector("it comes back with its display", "1280x720+1920+0")
	}
	w.unplug()
	w.untilProjector("it does not cover the board", "")
	w.xrandr("--addmode", "DUMMY1", "1024x768")
	w.xrandr("--output", "DUMMY1", "--mode", "1024x768", "--right-of", "DUMMY0")
	w.xrandr("--query")
	w.untilProjector("it comes back in another size", "1024x768+1920+0")
	w.press("panel", "Stäng projektorn", "")
	w.untilProjector("the remote closes it", "")
	w.until("the screen may go dark", func() bool { return w.blanks() != "0" })
}

// The board is on the second display: the room gets the first.
func TestTheProjectorLeavesTheBoardItsDisplay(t *testing.T) {
	w := newDisplays(t)
	w.plug()
	w.launch("--geometry", "1000x560", w.race)
	w.untilBoard()
	w.act("windowmove", w.id(), "1960", "60")
	w.until("the board is on the second display", func() bool { return w.place(w.id()).x > 1920 })
	w.tap("projector")
	w.untilProjector("it fills the first display", "1920x1080+0+0")
}

// One display: a window that can be dragged to another, or all of the display with
// a way out.
func TestTheProjectorOnTheOnlyDisplay(t *testing.T) {
	w := newDisplays(t)
	w.open()
	w.tap("projector")
	w.until("it is a window of its own", func() bool { p := w.projector(); return strings.HasPrefix(p, "1280x720+") })
	w.act("search", "--onlyvisible", "--name", "Projektor", "windowmove", "0", "700") // off the panel
	w.point("panel", "Klockan", "")
	w.act("click", "--repeat", "20", "5")
	w.press("panel", "Den här skärmen: DUMMY0, 1920 × 1080", "")
	w.untilProjector("it fills the display where that is asked for", "1920x1080+0+0")
	w.act("key", "Escape")
	w.untilProjector("Escape leaves it", "")
	w.tap("projector")
	w.untilProjector("it opens where it was last", "1920x1080+0+0")
	w.act("key", "F11")
	w.until("F11 leaves the full screen", func() bool { p := w.projector(); return p != "" && p != "1920x1080+0+0" })
	w.close()
}

// The desk and a projector of its own process show the same, chosen at the desk.
func TestTheProjectorAsAProcessOfItsOwn(t *testing.T) {
	w := newDisplays(t)
	w.plug()
	w.open()
	room := exec.Command(binary, "--lang", "sv", "projector", w.race)
	room.Stderr = &w.log
	w.start(room)
	w.untilProjector("it fills the second display", "1280x720+1920+0")
	dark := func() bool {
		out, _ := w.tool("import", "-window", "root", "-crop", "1x1+2560+360", "txt:-")
		return strings.Contains(out, "#000000")
	}
	if dark() {
		t.Error("the projector is dark from the beginning")
	}
	w.point("button", "projector", "")
	w.act("windowfocus", w.id(), "key", "F10")
	w.until("the desk turns it dark", dark)
	w.act("windowfocus", w.id(), "key", "F6")
	w.until("and on again", func() bool { return !dark() })
}

func TestTheProjectorOpensWithTheDesk(t *testing.T) {
	w := newDisplays(t)
	w.plug()
	w.launch("--projector", w.race)
	w.untilBoard()
	w.untilProjector("it fills the second display", "1280x720+1920+0")
}

// What is typed while the room's window appears, or comes back with its cable, is
// written on the board.
func TestTheProjectorLeavesTheBoardTheKeys(t *testing.T) {
	w := newDisplays(t)
	w.plug()
	w.open()
	board := func() bool {
		id, _ := w.tool("xdotool", "getactivewindow")
		return strings.TrimSpace(id) == w.id()
	}
	w.until("the board has the keys", board)
	w.act("key", "F5")
	w.untilProjector("it fills the second display", "1280x720+1920+0")
	w.until("the board has the keys back", board)
	w.unplug()
	w.untilProjector("it is gone with its cable", "")
	w.plug()
	w.untilProjector("it comes back with its display", "1280x720+1920+0")
	w.until("the board has them still", board)
}

// A computer that has no board shows the room nothing else, and no hand that passes ends
// it.
func TestAProjectorOfItsOwnFillsTheOnlyDisplay(t *testing.T) {
	w := newDisplays(t)
	elsewhere := exec.Command(binary, "--lang", "sv", "projector", "--display", "HDMI-9", w.race)
	elsewhere.Env = w.env()
	if out, err := elsewhere.CombinedOutput(); err == nil || !strings.Contains(string(out), "Här finns: DUMMY0.") {
		t.Errorf("a display that is not there: %v %s", err, out)
	}
	room := exec.Command(binary, "--lang", "sv", "projector", w.race)
	room.Stderr = &w.log
	w.start(room)
	w.untilProjector("it fills the only display", "1920x1080+0+0")
	w.act("key", "Escape")
	w.act("key", "F11")
	w.act("key", "alt+F4")
	w.act("mousemove", "700", "500", "click", "1")
	w.untilProjector("it fills it still", "1920x1080+0+0")
}
