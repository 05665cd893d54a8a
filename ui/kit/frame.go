package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Frame is the content of a window that has entries: it hears which of them is
// written on, wherever in the window it stands. It keeps in mind where the keys are.
type Frame struct {
	widget.BaseWidget
	Content fyne.CanvasObject
	written func(e *Entry, tapped bool)
	at      int // where in the order of the stops the keys are
}

// NewFrame returns a frame that calls written when an entry of the window is given
// the keys, and whenever one is tapped.
func NewFrame(content fyne.CanvasObject, written func(e *Entry, tapped bool)) *Frame {
	f := &Frame{Content: content, written: written}
	f.ExtendBaseWidget(f)
	return f
}

// Settle leaves the keys at hand where what they pressed has gone, such as a chip that was
// laid anew: what stands in its place among all stops has them then.
func (f *Frame) Settle(canvas fyne.Canvas) {
	had, stops := canvas.Focused(), Stops(f.Content)
	if at := slices.Index(stops, had); at >= 0 {
		f.at = at
		return
	}
	switch {
	case !Pressable(had) || !f.Gone(had):
	case len(stops) > 0:
		canvas.Focus(stops[min(f.at, len(stops)-1)])
	default:
		canvas.Unfocus()
	}
}

// Gone says whether what has the keys is not in the window any more.
func (f *Frame) Gone(had fyne.Focusable) bool {
	o, ok := had.(fyne.CanvasObject)
	return ok && !slices.Contains(Stops(f.Content), had) && fyne.CurrentApp().Driver().AbsolutePositionForObject(o).IsZero()
}

// arrived brings into view what the keys came to.
func arrived(o pressable) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(o)
	if canvas == nil { // it was not painted yet
		return
	}
	frame, ok := canvas.Content().(*Frame)
	if !ok {
		return
	}
	frame.at = max(0, slices.Index(Stops(frame.Content), fyne.Focusable(o)))
	driver := fyne.CurrentApp().Driver()
	Holds(frame.Content, o, func(s *container.Scroll) {
		Show(s, driver.AbsolutePositionForObject(o).Y-driver.AbsolutePositionForObject(s.Content).Y, o.Size().Height)
	})
}

// Show scrolls so that what lies from top on, so high, is in view, and a little around it.
func Show(s *container.Scroll, top, high float32) {
	to := min(top-Unit, max(s.Offset.Y, top+high+Unit-s.Size().Height))
	if to = max(0, to); to != s.Offset.Y {
		s.ScrollToOffset(fyne.NewPos(s.Offset.X, to))
	}
}

// Inside is what an object holds, as far as the windows of this house go.
func Inside(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *Roll:
		return []fyne.CanvasObject{o.Scroll}
	case *Frame:
		return []fyne.CanvasObject{o.Content}
	}
	return nil
}

// Holds says whether something is in an object, and calls each with whatever scrolls it
// there, the innermost first.
func Holds(o, what fyne.CanvasObject, each func(*container.Scroll)) bool {
	for _, one := range Inside(o) {
		if one == what || Holds(one, what, each) {
			if s, ok := o.(*container.Scroll); ok {
				each(s)
			}
			return true
		}
	}
	return false
}

// Stops are what Tab comes to within an object, in that order.
func Stops(o fyne.CanvasObject) (stops []fyne.Focusable) {
	if !o.Visible() {
		return nil
	}
	if one, ok := o.(fyne.Focusable); ok {
		if off, ok := o.(fyne.Disableable); !ok || !off.Disabled() {
			stops = append(stops, one)
		}
	}
	for _, one := range Inside(o) {
		stops = append(stops, Stops(one)...)
	}
	return stops
}

// CreateRenderer implements fyne.Widget.
func (f *Frame) CreateRenderer() fyne.WidgetRenderer { return &frameRenderer{f} }

type frameRenderer struct{ f *Frame }

func (r *frameRenderer) Destroy() {}

func (r *frameRenderer) Layout(size fyne.Size) { r.f.Content.Resize(size) }

func (r *frameRenderer) MinSize() fyne.Size { return r.f.Content.MinSize() }

func (r *frameRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.f.Content} }

func (r *frameRenderer) Refresh() { r.f.Content.Refresh() }
