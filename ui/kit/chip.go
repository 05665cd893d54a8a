package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

var (
	_ fyne.Tappable  = (*Chip)(nil)
	_ fyne.Focusable = (*Chip)(nil)
)

// Chip is a short word in a pill that is on or off; a tap turns it.
type Chip struct {
	stop
	text string
	on   bool

	key    string // that does the same
	slight bool   // says something beside a line of text
	mark   fyne.CanvasObject
	pill   *canvas.Rectangle
	word   *canvas.Text
	by     *canvas.Text // names the key
}

// NewChip returns a chip that is off and calls turn when it is tapped.
func NewChip(text string, turn func(on bool)) *Chip {
	c := &Chip{text: text, pill: canvas.NewRectangle(nil), word: canvas.NewText("", nil), by: canvas.NewText("", nil)}
	c.word.Alignment = fyne.TextAlignCenter
	c.extend(c, func() { turn(!c.on) })
	c.dress()
	return c
}

// Slight makes the chip one that stands beside a line of text, and returns it.
func (c *Chip) Slight() *Chip {
	c.slight = true
	c.dress()
	return c
}

// Key names the key that does the same, behind the word, and returns the chip.
func (c *Chip) Key(name string) *Chip {
	c.key = name
	c.dress()
	return c
}

// Mark puts the sign of a target group's style before the word and returns the
// chip.
func (c *Chip) Mark(style int) *Chip {
	c.mark = NewMark(style)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer { return &chipRenderer{c, newHalo()} }

// Set changes what the chip says and whether it is on.
func (c *Chip) Set(text string, on bool) {
	if c.text == text && c.on == on {
		return
	}
	c.text, c.on = text, on
	c.Refresh()
}

// Text returns what the chip says.
func (c *Chip) Text() string { return c.text }

// On says whether the chip is on.
func (c *Chip) On() bool { return c.on }

// dress puts the word and its state into the primitives.
func (c *Chip) dress() {
	ground, ink := ColorLine, ColorQuiet
	if c.on {
		ground, ink = ColorInk, ColorPaper
	}
	c.pill.FillColor, c.pill.StrokeWidth = nil, 1
	if c.on {
		c.pill.FillColor = Color(ground)
	}
	c.pill.StrokeColor = Color(ground)
	c.word.Text, c.word.TextSize, c.word.Color = c.text, Size(SizeNote), Color(ink)
	c.by.Text, c.by.TextSize, c.by.Color = c.key, Size(SizeNote), c.word.Color
	if !c.slight {
		c.word.TextSize = Size(SizeText)
		if !c.on && !c.Disabled() {
			c.word.Color = Color(ColorInk)
		}
	}
}

const (
	chipPad  float32 = 12
	chipMark float32 = 12
)

type chipRenderer struct {
	c    *Chip
	halo *canvas.Rectangle
}

func (r *chipRenderer) Destroy() {}

func (r *chipRenderer) Layout(size fyne.Size) {
	high := size.Height - Unit
	if r.c.slight {
		high = LineHeight(SizeNote) + Unit
	}
	r.c.pill.CornerRadius = high / 2
	r.c.pill.Move(fyne.NewPos(0, (size.Height-high)/2))
	r.c.pill.Resize(fyne.NewSize(size.Width, high))
	layHalo(r.halo, r.c.pill.Position(), r.c.pill.Size(), high/2)
	r.c.word.Move(fyne.NewPos(0, 0))
	r.c.word.Resize(size)
	if r.c.key != "" {
		by := r.c.by.MinSize()
		r.c.by.Move(fyne.NewPos(size.Width-chipPad-by.Width, (size.Height-by.Height)/2))
		r.c.by.Resize(by)
		r.c.word.Resize(fyne.NewSize(size.Width-by.Width-Unit, size.Height))
	}
	if r.c.mark != nil {
		r.c.mark.Move(fyne.NewPos(chipPad, (size.Height-chipMark)/2))
		r.c.mark.Resize(fyne.NewSquareSize(chipMark))
		r.c.word.Move(fyne.NewPos(chipMark, 0))
	}
}

// MinSize is as high as a finger needs, higher than the pill.
func (r *chipRenderer) MinSize() fyne.Size {
	if r.c.text == "" {
		return fyne.Size{}
	}
	wide := r.c.word.MinSize().Width + 2*chipPad
	if r.c.mark != nil {
		wide += chipMark + Unit
	}
	if r.c.key != "" {
		wide += r.c.by.MinSize().Width + Unit
	}
	return fyne.NewSize(wide, Touch)
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.c.pill, r.c.word}
	if r.c.mark != nil {
		objects = append(objects, r.c.mark)
	}
	if r.c.key != "" {
		objects = append(objects, r.c.by)
	}
	return r.c.with(r.halo, objects...)
}

func (r *chipRenderer) Refresh() {
	r.c.dress()
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}
