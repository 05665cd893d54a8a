package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Roll shows a part of what is too tall for its place. A finger that goes up or down
// moves it, also where it starts on a field or a button; the wheel moves it wherever
// the pointer is; and where the keys are is brought into view.
type Roll struct {
	widget.BaseWidget
	Body   fyne.CanvasObject
	Scroll *container.Scroll // that moves it
	glass  *pane
}

// NewRoll returns a roll of an object.
func NewRoll(body fyne.CanvasObject) *Roll {
	r := &Roll{Body: body, Scroll: container.NewVScroll(body)}
	r.glass = &pane{roll: r}
	r.glass.ExtendBaseWidget(r.glass)
	r.glass.net = newNet(r.glass)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *Roll) CreateRenderer() fyne.WidgetRenderer { return &rollRenderer{r} }

// Offset is how far the roll is from its top.
func (r *Roll) Offset() float32 { return r.Scroll.Offset.Y }

// to moves the roll so far from its top, as far as it goes.
func (r *Roll) to(offset float32) {
	room := max(0, r.Body.Size().Height-r.Scroll.Size().Height)
	r.Scroll.ScrollToOffset(fyne.NewPos(0, min(max(0, offset), room)))
}

// settle lays out what rolls as it is by now, rather than when the next frame is painted:
// a text grows with its letters, and what is new learns its height from its width only.
func (r *Roll) settle() {
	for range 3 {
		size := r.Scroll.Size()
		if size.Height = max(size.Height, r.Body.MinSize().Height); size == r.Body.Size() {
			return
		}
		r.Body.Resize(size)
	}
}

// rollOf returns the roll that an entry is in, if it is in one, painted or not.
func rollOf(e *Entry) *Roll {
	for _, window := range fyne.CurrentApp().Driver().AllWindows() {
		if found := rollIn(window.Content(), e); found != nil {
			return found
		}
	}
	return nil
}

func rollIn(o, what fyne.CanvasObject) *Roll {
	if o == nil {
		return nil
	}
	for _, one := range Inside(o) {
		if found := rollIn(one, what); found != nil {
			return found
		}
	}
	if r, ok := o.(*Roll); ok && Holds(r, what, func(*container.Scroll) {}) {
		return r
	}
	return nil
}

// arrive brings an entry that the keys came to into view, where it is out of sight.
func (r *Roll) arrive(e *Entry) {
	r.settle()
	top := r.top(e)
	if seen := min(top+e.Size().Height, r.Size().Height) - max(top, 0); seen < LineHeight(SizeText) {
		r.reveal(e)
	}
}

// reveal moves the roll so far that the cursor of an entry is seen, with a line above it
// and, where there is room, what is told beneath the field.
func (r *Roll) reveal(e *Entry) {
	const least, roomy = 2, 5 // lines from the cursor's on
	r.settle()
	high := LineHeight(SizeText)
	beneath := high * least
	if r.Size().Height > 3*roomy*high {
		beneath = high * roomy
	}
	switch top := r.top(e) + e.CursorPosition().Y; {
	case top < high:
		r.to(r.Offset() + top - high)
	case top+beneath > r.Size().Height:
		r.to(r.Offset() + top + beneath - r.Size().Height)
	}
}

// top is how far below the top of what is seen an object lies, also one that was not
// painted yet: the toolkit knows no place of such a one.
func (r *Roll) top(o fyne.CanvasObject) float32 {
	top, _ := down(r.Body, o)
	return top - r.Offset()
}

// down is how far beneath the top of one object another within it lies.
func down(o, what fyne.CanvasObject) (float32, bool) {
	if o == what {
		return 0, true
	}
	for _, one := range Inside(o) {
		if far, ok := down(one, what); ok {
			return far + one.Position().Y, true
		}
	}
	return 0, false
}

// Lead takes the keys to an entry within the roll, and brings all of it into view.
func (r *Roll) Lead(e *Entry) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(r); canvas != nil { // a new entry is in none yet
		canvas.Focus(e)
		r.Bring(e)
	}
}

// Bring moves the roll so far that an object is seen, from its end where it is too high,
// with the field above it.
func (r *Roll) Bring(o fyne.CanvasObject) {
	r.settle()
	above := 3 * Touch
	switch top, high := r.top(o), o.Size().Height; {
	case top < above:
		r.to(r.Offset() + top - above)
	case top+high > r.Size().Height:
		r.to(r.Offset() + min(top-above, top+high+Unit-r.Size().Height))
	}
}

// at returns the last object within the roll that is of a kind and lies at a place.
func at[O fyne.CanvasObject](r *Roll, place fyne.Position) (found O, ok bool) {
	driver := fyne.CurrentApp().Driver()
	within(r.Body, func(o fyne.CanvasObject) {
		one, is := o.(O)
		if !is {
			return
		}
		from := driver.AbsolutePositionForObject(o)
		to := from.AddXY(o.Size().Width, o.Size().Height)
		if place.X >= from.X && place.Y >= from.Y && place.X < to.X && place.Y < to.Y {
			found, ok = one, true
		}
	})
	return found, ok
}

// within calls f for each object that is to be seen in another and holds no others.
func within(o fyne.CanvasObject, f func(fyne.CanvasObject)) {
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			if child.Visible() {
				within(child, f)
			}
		}
	default:
		f(o)
	}
}

type rollRenderer struct{ r *Roll }

func (d *rollRenderer) Destroy() {}

// Layout leaves the bar of the scroll to the pointer.
func (d *rollRenderer) Layout(size fyne.Size) {
	d.r.Scroll.Resize(size)
	d.r.glass.Resize(size.SubtractWidthHeight(Size(theme.SizeNameScrollBar), 0))
	d.r.glass.net.Resize(size)
}

func (d *rollRenderer) MinSize() fyne.Size { return d.r.Scroll.MinSize() }

func (d *rollRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.r.Scroll, d.r.glass, d.r.glass.net}
}

func (d *rollRenderer) Refresh() { d.r.Scroll.Refresh() }
