package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

var (
	_ fyne.Tappable  = (*Round)(nil)
	_ fyne.Focusable = (*Round)(nil)
)

// Round is a small round button with a sign in it, such as a plus.
type Round struct {
	stop
	sign string
}

// Minus is the sign for one less: a dash, since few fonts have a minus.
const Minus = "–"

// NewRound returns a round button that calls tap.
func NewRound(sign string, tap func()) *Round {
	r := &Round{sign: sign}
	r.extend(r, tap)
	return r
}

// Unkeyed has the keys pass the button by, for where they have a way of their own, and
// returns it.
func (r *Round) Unkeyed() *Round {
	r.Disable()
	return r
}

// Tapped implements fyne.Tappable, also for one that the keys pass by.
func (r *Round) Tapped(*fyne.PointEvent) { r.press() }

// CreateRenderer implements fyne.Widget.
func (r *Round) CreateRenderer() fyne.WidgetRenderer {
	disc := canvas.NewCircle(Color(ColorTable))
	disc.StrokeColor, disc.StrokeWidth = Edge()
	sign := canvas.NewText(r.sign, Color(ColorInk))
	sign.TextSize, sign.Alignment = Size(SizeText), fyne.TextAlignCenter
	return &roundRenderer{r, disc, sign, newHalo()}
}

type roundRenderer struct {
	r    *Round
	disc *canvas.Circle
	sign *canvas.Text
	halo *canvas.Rectangle
}

func (r *roundRenderer) Destroy() {}

func (r *roundRenderer) Layout(size fyne.Size) {
	const clear = 3 // around the disc, a finger hits the button too
	r.disc.Move(fyne.NewPos(clear, clear))
	r.disc.Resize(size.SubtractWidthHeight(2*clear, 2*clear))
	layHalo(r.halo, r.disc.Position(), r.disc.Size(), r.disc.Size().Height/2)
	r.sign.Move(fyne.NewPos(0, (size.Height-r.sign.MinSize().Height)/2))
	r.sign.Resize(fyne.NewSize(size.Width, r.sign.MinSize().Height))
}

func (r *roundRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(Touch) }

func (r *roundRenderer) Objects() []fyne.CanvasObject {
	return r.r.with(r.halo, r.disc, r.sign)
}

func (r *roundRenderer) Refresh() {
	r.disc.StrokeColor, r.disc.StrokeWidth = Edge()
	r.disc.FillColor, r.sign.Color = Color(ColorTable), Color(ColorInk)
	canvas.Refresh(r.r)
}
