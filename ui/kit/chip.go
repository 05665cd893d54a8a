package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Tappable = (*Chip)(nil)

// Chip is a short word in a pill that is on or off; a tap turns it.
type Chip struct {
	widget.BaseWidget
	text string
	on   bool
	turn func(on bool)

	pill *canvas.Rectangle
	word *canvas.Text
}

// NewChip returns a chip that is off and calls turn when it is tapped.
func NewChip(text string, turn func(on bool)) *Chip {
	c := &Chip{text: text, turn: turn, pill: canvas.NewRectangle(nil), word: canvas.NewText("", nil)}
	c.word.Alignment = fyne.TextAlignCenter
	c.ExtendBaseWidget(c)
	c.dress()
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer { return &chipRenderer{c} }

// Set changes what the chip says and whether it is on.
func (c *Chip) Set(text string, on bool) {
	if c.text == text && c.on == on {
		return
	}
	c.text, c.on = text, on
	c.Refresh()
}

// Tapped implements fyne.Tappable.
func (c *Chip) Tapped(*fyne.PointEvent) { c.turn(!c.on) }

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
}

type chipRenderer struct{ c *Chip }

func (r *chipRenderer) Destroy() {}

func (r *chipRenderer) Layout(size fyne.Size) {
	high := LineHeight(SizeNote) + Unit
	r.c.pill.CornerRadius = high / 2
	r.c.pill.Move(fyne.NewPos(0, (size.Height-high)/2))
	r.c.pill.Resize(fyne.NewSize(size.Width, high))
	r.c.word.Resize(size)
}

// MinSize is as high as a finger needs, higher than the pill.
func (r *chipRenderer) MinSize() fyne.Size {
	if r.c.text == "" {
		return fyne.Size{}
	}
	return fyne.NewSize(r.c.word.MinSize().Width+3*Unit, Touch)
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.pill, r.c.word}
}

func (r *chipRenderer) Refresh() {
	r.c.dress()
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}
