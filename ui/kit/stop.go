package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// A stop is what is pressed and that the keys stop at: a widget that embeds it is reached
// by Tab, unless it is out of use, and is to show a ring then.
type stop struct {
	widget.DisableableWidget
	self   fyne.Widget
	press  func()
	ringed bool
}

// extend says which widget this is, and what pressing it does.
func (s *stop) extend(self fyne.Widget, press func()) {
	s.self, s.press = self, press
	s.ExtendBaseWidget(self)
}

// FocusGained implements fyne.Focusable.
func (s *stop) FocusGained() { s.ring(true) }

// FocusLost implements fyne.Focusable.
func (s *stop) FocusLost() { s.ring(false) }

func (s *stop) ring(on bool) {
	s.ringed = on
	s.Refresh()
}

// Tapped implements fyne.Tappable. It leaves the keys where they are: a finger has no use
// for them.
func (s *stop) Tapped(*fyne.PointEvent) {
	if !s.Disabled() {
		s.press()
	}
}

// TypedKey implements fyne.Focusable.
func (s *stop) TypedKey(k *fyne.KeyEvent) {
	keyed(s.self, k, func() { s.Tapped(nil) })
}

// TypedRune implements fyne.Focusable.
func (s *stop) TypedRune(rune) {}

// with returns what the widget shows: a ring as well while it has the keys.
func (s *stop) with(halo fyne.CanvasObject, objects ...fyne.CanvasObject) []fyne.CanvasObject {
	if s.ringed {
		objects = append(objects, halo)
	}
	return objects
}

// keyed does what a key means on something that is pressed: Space and Return press it as
// a tap does, but leave the keys where they are. The window gets all others.
func keyed(on fyne.CanvasObject, k *fyne.KeyEvent, press func()) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		press()
	default:
		pass(on, k)
	}
}

// pass gives a key to the window; Escape also takes the keys away from where they
// were.
func pass(from fyne.CanvasObject, k *fyne.KeyEvent) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(from)
	if canvas == nil {
		return
	}
	if k.Name == fyne.KeyEscape {
		canvas.Unfocus()
	}
	if typed := canvas.OnTypedKey(); typed != nil {
		typed(k)
	}
}

// haloWidth is how wide the line around what the keys are on is.
const haloWidth float32 = 2

// newHalo returns the line around what the keys are on.
func newHalo() *canvas.Rectangle {
	halo := canvas.NewRectangle(nil)
	halo.StrokeWidth, halo.StrokeColor = haloWidth, Color(ColorRing)
	return halo
}

// layHalo puts the line a little off what it is around, so that it is told from it and
// from the ground in every tone.
func layHalo(halo *canvas.Rectangle, place fyne.Position, size fyne.Size, radius float32) {
	const off = haloWidth + 1
	halo.StrokeColor, halo.CornerRadius = Color(ColorRing), radius+off
	halo.Move(place.SubtractXY(off, off))
	halo.Resize(size.AddWidthHeight(2*off, 2*off))
}
