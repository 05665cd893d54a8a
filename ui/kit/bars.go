package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Bars are the sign of what is taken there to be dragged: two short bars.
type Bars [2]*canvas.Rectangle

// The measures of the sign.
const (
	BarsWide  float32 = 18
	BarsHigh          = 2*barThick + barsApart
	barThick  float32 = 2
	barsApart float32 = 4
)

// NewBars returns the sign, to be laid out.
func NewBars() (b Bars) {
	for i := range b {
		b[i] = canvas.NewRectangle(nil)
		b[i].CornerRadius = barThick / 2
	}
	return b
}

// Dress gives the bars the colour of the moment.
func (b Bars) Dress() {
	for _, bar := range b {
		bar.FillColor = Color(ColorQuiet)
	}
}

// Lay puts the bars at a place, which is the sign's upper left corner.
func (b Bars) Lay(at fyne.Position) {
	for i, bar := range b {
		bar.Move(at.AddXY(0, float32(i)*(barThick+barsApart)))
		bar.Resize(fyne.NewSize(BarsWide, barThick))
	}
}
