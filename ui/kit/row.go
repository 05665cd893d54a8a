package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

var (
	_ fyne.Tappable     = (*Row)(nil)
	_ fyne.Focusable    = (*Row)(nil)
	_ fyne.Accessible   = (*Row)(nil)
	_ desktop.Hoverable = (*Row)(nil)
)

// Row is a text that a tap follows, of as many lines as it needs up to a limit, with
// a quiet note beneath it.
type Row struct {
	stop
	text, note *Text
	ground     *canvas.Rectangle
	hovered    bool
}

// NewRow returns a row that calls tap. There is no note where it is empty.
func NewRow(text, note string, tap func()) *Row {
	const lines = 3
	r := &Row{text: NewText(text, SizeText, ColorInk, lines), note: NewText(note, SizeNote, ColorQuiet, 1),
		ground: canvas.NewRectangle(nil)}
	r.note.Hidden = note == ""
	r.extend(r, tap)
	r.dress()
	return r
}

// AccessibilityLabel implements fyne.Accessible.
func (r *Row) AccessibilityLabel() string {
	if r.note.Hidden {
		return r.text.Content()
	}
	return r.text.Content() + ", " + r.note.Content()
}

// AccessibilityRole implements fyne.Accessible.
func (r *Row) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// Content returns what the row says.
func (r *Row) Content() string { return r.text.Content() }

// CreateRenderer implements fyne.Widget.
func (r *Row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

// MouseIn implements desktop.Hoverable.
func (r *Row) MouseIn(*desktop.MouseEvent) { r.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (r *Row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *Row) MouseOut() { r.hover(false) }

func (r *Row) hover(on bool) {
	r.hovered = on
	r.Refresh()
}

// dress shows whether the pointer or the keys are on the row.
func (r *Row) dress() {
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth, r.ground.CornerRadius = nil, nil, 0, Unit
	if r.hovered {
		r.ground.FillColor = Color(theme.ColorNameHover)
	}
	if r.ringed {
		r.ground.StrokeWidth, r.ground.StrokeColor = haloWidth, Color(ColorRing)
	}
}

// RowPad keeps the words off the edges of the row.
const RowPad float32 = 10

type rowRenderer struct{ r *Row }

func (d *rowRenderer) Destroy() {}

func (d *rowRenderer) Layout(size fyne.Size) {
	r := d.r
	r.ground.Resize(size)
	wide := size.Width - 2*RowPad
	r.text.Resize(fyne.NewSize(wide, r.text.MinSize().Height))
	r.text.Resize(fyne.NewSize(wide, r.text.MinSize().Height)) // the height is that at this width
	r.note.Resize(fyne.NewSize(wide, r.note.LineHeight()))
	top := (size.Height - d.words()) / 2
	r.text.Move(fyne.NewPos(RowPad, top))
	r.note.Move(fyne.NewPos(RowPad, top+r.text.Size().Height))
}

// words is how high the words are.
func (d *rowRenderer) words() float32 {
	high := d.r.text.MinSize().Height
	if !d.r.note.Hidden {
		high += d.r.note.LineHeight()
	}
	return high
}

// MinSize is as high as a finger needs, or as the words are.
func (d *rowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(2*RowPad+1, max(Touch, d.words()+RowPad))
}

func (d *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.r.ground, d.r.text, d.r.note}
}

func (d *rowRenderer) Refresh() {
	d.r.dress()
	d.r.text.Refresh()
	d.r.note.Refresh()
	d.Layout(d.r.Size())
	canvas.Refresh(d.r)
}
