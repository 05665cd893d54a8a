package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// A stop is what is pressed and that the keys stop at: a widget that embeds it is reached
// by Tab, unless it is out of use, and is to show a ring then.
type stop struct {
	widget.DisableableWidget
	self   pressable
	press  func()
	ringed bool
}

// extend says which widget this is, and what pressing it does.
func (s *stop) extend(self pressable, press func()) {
	s.self, s.press = self, press
	s.ExtendBaseWidget(self)
}

// FocusGained implements fyne.Focusable.
func (s *stop) FocusGained() {
	s.ring(true)
	arrived(s.self)
}

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
func (s *stop) TypedKey(k *fyne.KeyEvent) { keyed(s.self, k) }

// TypedRune implements fyne.Focusable.
func (s *stop) TypedRune(rune) {}

func (s *stop) pressed() { s.Tapped(nil) }

// with returns what the widget shows: a ring as well while it has the keys.
func (s *stop) with(halo fyne.CanvasObject, objects ...fyne.CanvasObject) []fyne.CanvasObject {
	if s.ringed {
		objects = append(objects, halo)
	}
	return objects
}

// A pressable thing is one that Space and Return press.
type pressable interface {
	fyne.Widget
	fyne.Focusable
	pressed() // does what a tap does, and leaves the keys here
}

// Pressable says whether what has the keys is something that they press.
func Pressable(o fyne.Focusable) bool {
	_, is := o.(pressable)
	return is
}

// keyed does what a key means on something that is pressed: Space and Return press it; the
// window gets all others, and Escape before the keys go from here, so that it knows where
// they were.
func keyed(on pressable, k *fyne.KeyEvent) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(on)
	if canvas == nil {
		return
	}
	gone := fyne.CurrentApp().Driver().AbsolutePositionForObject(on).IsZero() // nobody presses what is not seen
	switch press := k.Name == fyne.KeySpace || k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter; {
	case press && !gone:
		on.pressed()
	default:
		if typed := canvas.OnTypedKey(); typed != nil {
			typed(k)
		}
		if (gone || k.Name == fyne.KeyEscape) && canvas.Focused() == fyne.Focusable(on) {
			canvas.Unfocus()
		}
	}
	if frame, ok := canvas.Content().(*Frame); ok {
		frame.Settle(canvas)
	}
}

// haloWidth is how wide the line around what the keys are on is.
const haloWidth float32 = 2

// haloRoom is how far it is from that.
const haloRoom = haloWidth + 1

// newHalo returns the line around what the keys are on.
func newHalo() *canvas.Rectangle {
	halo := canvas.NewRectangle(nil)
	halo.StrokeWidth, halo.StrokeColor = haloWidth, Color(ColorRing)
	return halo
}

// layHalo puts the line a little off what it is around, so that it is told from it and
// from the ground in every tone.
func layHalo(halo *canvas.Rectangle, place fyne.Position, size fyne.Size, radius float32) {
	halo.StrokeColor, halo.CornerRadius = Color(ColorRing), radius+haloRoom
	halo.Move(place.SubtractXY(haloRoom, haloRoom))
	halo.Resize(size.AddWidthHeight(2*haloRoom, 2*haloRoom))
}

// ringRenderer draws one of the toolkit's widgets with a ring while it has the keys.
type ringRenderer struct {
	fyne.WidgetRenderer
	halo   *canvas.Rectangle
	ringed *bool
	radius fyne.ThemeSizeName // of the widget's corners
	inset  float32            // by which the ring is further in than elsewhere
}

func (r *ringRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	layHalo(r.halo, fyne.NewPos(r.inset, r.inset), size.SubtractWidthHeight(2*r.inset, 2*r.inset), Size(r.radius)-r.inset)
}

func (r *ringRenderer) Objects() []fyne.CanvasObject {
	if !*r.ringed {
		return r.WidgetRenderer.Objects()
	}
	return append(slices.Clone(r.WidgetRenderer.Objects()), r.halo)
}

func (r *ringRenderer) Refresh() {
	r.halo.StrokeColor = Color(ColorRing)
	r.halo.Refresh()
	r.WidgetRenderer.Refresh()
}
