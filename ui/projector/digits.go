package projector

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

var bold = fyne.TextStyle{Bold: true}

// digits show a time. Each place is a text of its own and as wide as every other,
// so that nothing dances and a second's tick draws only what changed, from strings
// that were drawn before. They are cut to what is drawn of a digit, since a line of
// text is half empty, and a screen that a processor draws takes as long for that.
type digits struct {
	places []*canvas.Text
	line   *fyne.Container
	cut    *container.Clip
}

const (
	digitInk = 0.714 // how high a digit of the house's font is, as a share of its size
	inkAt    = 0.712 // where the middle of a digit is, from the top of its line
	inkOver  = 0.03  // by which round digits are higher, above and beneath
	plusSize = 0.6   // of the sign of overtime: the digits stay as large as they can
	inkSlip  = 4     // units that a line may lie beside its place: it is drawn on whole pixels
	probe    = 100   // the size that widths are measured in
)

// cell is how wide a letter of a time stands, and how large, for a size of 1.
func cell(c byte) (width, size float32) {
	size = 1
	if c == '+' {
		size = plusSize
	}
	return fyne.MeasureText(string(c), probe, bold).Width / probe * size, size
}

// fit is the size of the digits of a text that may be so wide, and whose digits may
// be so high.
func fit(text string, width, ink float32) float32 {
	var wide float32
	for i := range len(text) {
		w, _ := cell(text[i])
		wide += w
	}
	return min(width/wide, ink/digitInk)
}

// wide is the width of a text in digits of a size.
func wide(text string, size float32) (width float32) {
	for i := range len(text) {
		w, _ := cell(text[i])
		width += w * size
	}
	return width
}

// lay puts the digits of a text from x on, their middle at the height y.
func (d *digits) lay(text string, ink color.Color, size, x, y float32) {
	line := fyne.MeasureText("0", probe, bold).Height / probe
	d.hold(len(text))
	half := size*(digitInk/2+inkOver) + min(inkSlip, size)
	d.cut.Move(fyne.NewPos(x, y-half))
	d.cut.Resize(fyne.NewSize(wide(text, size), 2*half))
	x, y = 0, half
	for i, place := range d.places {
		place.Hidden = i >= len(text)
		if place.Hidden {
			continue
		}
		w, part := cell(text[i])
		place.Text, place.TextSize, place.Color = text[i:i+1], size*part, ink
		place.Move(fyne.NewPos(x, y-inkAt*size*part))
		place.Resize(fyne.NewSize(w*size, line*size*part))
		x += w * size
	}
}

// hold keeps a text for each of so many places.
func (d *digits) hold(places int) {
	if d.cut == nil {
		d.line = container.NewWithoutLayout()
		d.cut = container.NewClip(d.line)
	}
	for len(d.places) < places {
		place := canvas.NewText("", black)
		place.Alignment, place.TextStyle = fyne.TextAlignCenter, bold
		d.places = append(d.places, place)
		d.line.Objects = append(d.line.Objects, place)
	}
}

func (d *digits) objects() []fyne.CanvasObject {
	d.hold(0)
	return []fyne.CanvasObject{d.cut}
}

// The small time of the faces that show something else.
const (
	cornerInk = 0.055 // its height, as a share of the screen's
	cornerOff = 0.03  // of it from the edges
)

// A corner is the race's time, small at the bottom right, and beside it that its clock
// stands, where it does.
type corner struct {
	digits digits
	rest   *canvas.Text
	left   float32 // of the width, is another's
}

func (c *corner) lay(s *scene, size fyne.Size) {
	text, u := s.time()
	ink, off := size.Height*cornerInk, min(size.Width, size.Height)*cornerOff
	large := fit(text, size.Width/3, ink)
	x, y := size.Width-off-wide(text, large), size.Height-off-ink/2
	c.digits.lay(text, s.colors().urgent[u], large, x, y)
	c.hold()
	c.rest.Text, c.rest.Color = s.stopped(), s.colors().quiet
	room := max(0, x-2*off-c.left)
	sized(c.rest, size.Height*lineSize, room)
	place(c.rest, x-off-room, y, room)
}

// hold keeps the text.
func (c *corner) hold() {
	if c.rest == nil {
		c.rest = canvas.NewText("", black)
		c.rest.Alignment, c.rest.TextStyle = fyne.TextAlignTrailing, bold
	}
}

func (c *corner) objects() []fyne.CanvasObject {
	c.hold()
	return append(c.digits.objects(), c.rest)
}

// aboveCorner is how high the place is that the small time leaves above it.
func aboveCorner(size fyne.Size) float32 {
	return size.Height - 2*min(size.Width, size.Height)*cornerOff - size.Height*cornerInk
}
