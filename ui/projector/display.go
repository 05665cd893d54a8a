package projector

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// A Display is one of the computer's screens. Two of one make have the same name,
// so that displays are told apart by where they stand.
type Display struct {
	Name                string
	X, Y, Width, Height int // in the system's own coordinates
}

// OwnWindow is the place of a projector in a window of its own, to be dragged to
// wherever it shall be.
const OwnWindow = "window"

// Place names the display for the projector to be put on, also after a restart.
func (d Display) Place() string {
	return fmt.Sprintf("%s %dx%d%+d%+d", d.Name, d.Width, d.Height, d.X, d.Y)
}

// within says whether a point is on the display.
func (d Display) within(x, y int) bool {
	return x >= d.X && x < d.X+d.Width && y >= d.Y && y < d.Y+d.Height
}

// Displays lists the displays, the system's first one first, as a window of this
// program sees them: none where it is not on a real screen.
func Displays(w fyne.Window) []Display {
	if _, real := w.(desktop.Window); !real {
		return nil
	}
	return connected()
}

// connected lists the displays of this computer.
func connected() (all []Display) {
	for _, m := range glfw.GetMonitors() {
		mode := m.GetVideoMode()
		if mode == nil { // unplugged a moment ago
			continue
		}
		x, y := m.GetPos()
		all = append(all, Display{m.GetName(), x, y, mode.Width, mode.Height})
	}
	return all
}

// Under returns the display that most of a window lies on.
func Under(w fyne.Window, all []Display) (Display, bool) {
	x, y, ok := middle(w)
	i := slices.IndexFunc(all, func(d Display) bool { return d.within(x, y) })
	if !ok || i < 0 {
		return Display{}, false
	}
	return all[i], true
}

// middle asks the system for the middle of a window. The toolkit does not tell where
// its windows are, but lends the window itself while it draws.
func middle(w fyne.Window) (x, y int, ok bool) {
	lent(w, func(own *glfw.Window) {
		left, top := own.GetPos()
		width, height := own.GetSize()
		x, y, ok = left+width/2, top+height/2, true
	})
	return x, y, ok
}

// focused says whether a window has the keys.
func focused(w fyne.Window) (has bool) {
	lent(w, func(own *glfw.Window) { has = own.GetAttrib(glfw.Focused) == glfw.True })
	return has
}

// lent borrows the system's own window, if there is one.
func lent(w fyne.Window, use func(*glfw.Window)) {
	drawn, is := w.(interface{ RunWithContext(func()) })
	if !is {
		return
	}
	drawn.RunWithContext(func() {
		if own := glfw.GetCurrentContext(); own != nil {
			use(own)
		}
	})
}

// Choose returns the display that a place means, of those there are: the one that
// was asked for, else any but the board's. Not ok means a window of its own. Where
// it is not known which is the board's, it is taken for the first.
func Choose(place string, all []Display, board *Display) (Display, bool) {
	if place == OwnWindow {
		return Display{}, false
	}
	if d, ok := again(place, all, board); ok {
		return d, true
	}
	if board == nil && len(all) > 0 {
		board = &all[0]
	}
	for _, d := range all {
		if d != *board {
			return d, true
		}
	}
	return Display{}, false
}

// An UnknownDisplay is a place that was asked for and is none.
type UnknownDisplay struct {
	Asked string
	There []string // the names of those there are
}

// Error implements error.
func (e *UnknownDisplay) Error() string { return "no display " + e.Asked }

// Check returns an UnknownDisplay where a place means none of this computer's displays.
// It belongs to the drawing goroutine of a program that runs on a screen.
func Check(place string) error { return check(place, connected()) }

func check(place string, all []Display) error {
	if _, known := again(place, all, nil); known || place == OwnWindow {
		return nil
	}
	unknown := &UnknownDisplay{Asked: place}
	for _, d := range all {
		name := d.Name
		if slices.ContainsFunc(all, func(o Display) bool { return o != d && o.Name == d.Name }) {
			name = d.Place() // which of them is meant
		}
		unknown.There = append(unknown.There, name)
	}
	return unknown
}

// again finds the display of a place: by all of it, else by its name where no other
// has that, since a projector comes back in another size. The board's own display is
// taken only where it was asked for exactly.
func again(place string, all []Display, board *Display) (Display, bool) {
	var named []Display
	for _, d := range all {
		if d.Place() == place {
			return d, true
		}
		if (place == d.Name || place[:max(0, strings.LastIndex(place, " "))] == d.Name) && (board == nil || d != *board) {
			named = append(named, d)
		}
	}
	if len(named) != 1 {
		return Display{}, false
	}
	return named[0], true
}

// NoScreen says whether what the toolkit panicked with means that there is no screen
// to open a window on.
func NoScreen(panicked any) bool {
	e, ok := panicked.(*glfw.Error)
	return ok && e.Code.String() == "NotInitialized"
}
