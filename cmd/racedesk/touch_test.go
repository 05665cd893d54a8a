package main

import (
	wire "encoding/binary"
	"io"
	"math"
	"net"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"racedesk/model"
)

// touchscreen adds to an X server without hardware a touchscreen that a test has
// its fingers on, see the protocol of Xorg's driver inputtest.
const touchscreen = `
Section "InputDevice"
	Identifier "pointer"
	Driver "inputtest"
	Option "DeviceType" "PointerAbsolute"
	Option "SocketPath" "DIR/pointer"
	Option "CorePointer"
EndSection
Section "InputDevice"
	Identifier "keyboard"
	Driver "inputtest"
	Option "DeviceType" "Keyboard"
	Option "SocketPath" "DIR/keyboard"
	Option "CoreKeyboard"
EndSection
Section "InputDevice"
	Identifier "touch"
	Driver "inputtest"
	Option "DeviceType" "Touch"
	Option "TouchCount" "10"
	Option "SocketPath" "DIR/touch"
EndSection
Section "ServerLayout"
	Identifier "layout"
	Screen "screen"
	InputDevice "pointer" "CorePointer"
	InputDevice "keyboard" "CoreKeyboard"
	InputDevice "touch" "SendCoreEvents"
EndSection
`

// The screen in pixels, and the range of a touch over either side of it.
const (
	touchWide, touchHigh = 1920, 1080
	touchRange           = 65535
)

// What a finger does, as the driver numbers it.
const (
	touchBegin uint32 = 18 + iota
	touchUpdate
	touchEnd
)

// A wall is a window on a touchscreen.
type wall struct {
	*window
	driver net.Conn // one for the server's life: it does not bear another
}

func newWall(t *testing.T) *wall {
	t.Helper()
	dir := t.TempDir()
	w := newXorg(t, dir, strings.ReplaceAll(touchscreen, "DIR", dir))
	driver, err := net.Dial("unix", filepath.Join(dir, "touch"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = driver.Close() })
	hello := wire.NativeEndian.AppendUint32(nil, 12)
	hello = wire.NativeEndian.AppendUint32(hello, 0) // version
	hello = wire.NativeEndian.AppendUint16(hello, 1)
	hello = wire.NativeEndian.AppendUint16(hello, 1)
	if _, err := driver.Write(hello); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(driver, hello); err != nil {
		t.Fatalf("the touchscreen does not answer: %v", err)
	}
	return &wall{w, driver}
}

// tell has a finger do something at a place of the screen.
func (w *wall) tell(finger, what uint32, x, y float64) {
	w.t.Helper()
	const kind, length, values = 6, 1056, 64
	e := make([]byte, 0, length)
	for _, n := range []uint32{length, kind, finger, what, 0} {
		e = wire.NativeEndian.AppendUint32(e, n)
	}
	e = append(e, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) // x and y follow
	at := [values]float64{x * touchRange / touchWide, y * touchRange / touchHigh}
	for range 2 { // as it is, and once more as it would be without acceleration
		for _, v := range at {
			e = wire.NativeEndian.AppendUint64(e, math.Float64bits(v))
		}
	}
	if _, err := w.driver.Write(e); err != nil {
		w.t.Fatal(err)
	}
}

// A finger is on the wall, somewhere.
type finger struct {
	w    *wall
	id   uint32
	x, y float64
}

// touch puts a finger on a thing.
func (w *wall) touch(kind, name, id string) *finger {
	w.t.Helper()
	x, y := w.where(kind, name, id)
	f := &finger{w, 1, x, y}
	w.tell(f.id, touchBegin, x, y)
	return f
}

// where is a thing on the screen.
func (w *wall) where(kind, name, id string) (x, y float64) {
	w.t.Helper()
	w.point(kind, name, id) // waits for it
	within := w.place(w.id())
	left, top, _ := w.spot(kind, name, id)
	return float64(within.x + left), float64(within.y + top)
}

// rest leaves the finger where it is for a while, trembling a little.
func (f *finger) rest(while time.Duration) *finger {
	const step = 20 * time.Millisecond
	for n := range int(while / step) {
		<-time.After(step)
		f.w.tell(f.id, touchUpdate, f.x+float64(n%3), f.y-float64(n%2))
	}
	return f
}

// to moves the finger to a place in some steps, as fast as hands do.
func (f *finger) to(x, y float64) *finger {
	const steps = 10
	fromX, fromY := f.x, f.y
	for n := 1; n <= steps; n++ {
		<-time.After(20 * time.Millisecond)
		f.x, f.y = fromX+(x-fromX)*float64(n)/steps, fromY+(y-fromY)*float64(n)/steps
		f.w.tell(f.id, touchUpdate, f.x, f.y)
	}
	return f
}

// up takes the finger off.
func (f *finger) up() { f.w.tell(f.id, touchEnd, f.x, f.y) }

func TestFingersOnTheWall(t *testing.T) {
	w := newWall(t)
	w.open()
	start := w.shown()
	problems := start.open("problem")

	w.touch("card", "problem", problems[0]).rest(40 * time.Millisecond).up()
	w.until("a tap opens the card", func() bool { return w.count("panel", "Klar") == 1 })
	w.touch("panel", "Klar", "").up()
	w.until("a tap closes it", func() bool { return w.count("panel", "Klar") == 0 })

	first := w.height("card", "problem", problems[4])
	f := w.touch("card", "problem", problems[4])
	f.to(f.x+4, f.y-200).up()
	w.until("a swipe scrolls the column", func() bool { return w.height("card", "problem", problems[4]) < first-100 })
	f = w.touch("column", "problem", "")
	f.to(f.x, f.y+300).up()
	w.until("and back", func() bool { return w.height("card", "problem", problems[4]) == first })

	f = w.touch("card", "problem", problems[0]).rest(400 * time.Millisecond)
	x, y := w.where("card", "problem", problems[3])
	f.to(x, y+20).rest(200 * time.Millisecond).up()
	w.until("a long press carries", func() bool { return w.shown().open("problem")[0] == problems[1] })

	moved := w.shown().open("problem")
	project := start.open("project")[0]
	f = w.touch("grip", "problem", moved[0])
	x, y = w.where("card", "project", project)
	f.to(x, y).rest(200 * time.Millisecond).up()
	w.until("the grip carries at once, onto a project", func() bool {
		return slices.Contains(w.shown().card(project).From, model.ID(moved[0]))
	})
	w.close()
}

func TestAFingerCarriesOverTheEdge(t *testing.T) {
	w := newWall(t)
	w.open()
	problems := w.shown().open("problem")
	desk := w.place(w.id())

	f := w.touch("grip", "problem", problems[0])
	f.to(f.x-100, f.y+100).to(touchWide-8, touchHigh-8).rest(100 * time.Millisecond)
	f.to(f.x-400, float64(desk.y+desk.height/2)).up()
	f = w.touch("card", "problem", problems[1]).rest(400 * time.Millisecond)
	f.to(f.x, f.y+200)
	w.act("key", "Escape")
	f.rest(100 * time.Millisecond).up()
	w.touch("card", "problem", problems[1]).up()
	w.until("leaving the window and Escape move nothing", func() bool {
		return w.count("panel", "Klar") > 0 && slices.Equal(w.shown().open("problem"), problems)
	})
	w.act("key", "Escape")
	w.until("the sheet is closed", func() bool { return w.count("panel", "Klar") == 0 })

	last := problems[len(problems)-1]
	_, _, seen := w.spot("card", "problem", last)
	if seen {
		t.Fatal("all problems are in view, so that no edge scrolls")
	}
	f = w.touch("grip", "problem", problems[0])
	foot := w.height("button", "undo", "-")
	f.to(f.x-50, float64(desk.y+foot-60))
	for moved := 0; moved < 200; moved++ { // until the end of the column came by
		f.rest(100 * time.Millisecond)
		if _, _, seen = w.spot("card", "problem", last); seen {
			break
		}
	}
	f.up()
	w.until("the column scrolls under a card held at its edge", func() bool {
		return slices.Index(w.shown().open("problem"), problems[0]) > len(problems)/2
	})
	w.close()
}
