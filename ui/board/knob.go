package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"racedesk/ui/kit"
)

// grip is the sign at a card's upper right corner by which it is carried at once:
// two short bars. A finger hits it within a square around it.
type grip [2]*canvas.Rectangle

const (
	gripWide  float32 = 18
	gripThick float32 = 2
	gripApart float32 = 4
)

func newGrip() (g grip) {
	for i := range g {
		g[i] = canvas.NewRectangle(nil)
		g[i].CornerRadius = gripThick / 2
	}
	return g
}

// dress gives the bars the colour of the moment.
func (g grip) dress() {
	for _, bar := range g {
		bar.FillColor = kit.Color(kit.ColorQuiet)
	}
}

// lay puts the bars on a card of this width, beside a line of this height.
func (g grip) lay(width, top, line float32) {
	at := fyne.NewPos(width-cardPad-gripWide, top+(line-2*gripThick-gripApart)/2)
	for i, bar := range g {
		bar.Move(at.AddXY(0, float32(i)*(gripThick+gripApart)))
		bar.Resize(fyne.NewSize(gripWide, gripThick))
	}
}

// gripRoom is how much of a card's first line the grip takes.
const gripRoom = gripWide + kit.Unit

// gripSpot is where a finger hits the grip of a card of this size.
func gripSpot(size fyne.Size) (fyne.Position, fyne.Size) {
	return fyne.NewPos(size.Width-kit.Touch, 0), fyne.NewSquareSize(kit.Touch)
}

// part is what a finger at a place of the card touches.
func (c *card) part(at fyne.Position) Part {
	pos, size := gripSpot(c.Size())
	switch {
	case c.knob(at) != nil:
		return Knob
	case inside(at, pos, size):
		return Grip
	}
	return Body
}

// knob returns the button at a place on the card, if there is one. Where two are
// near, it is the one whose middle is nearest.
func (c *card) knob(at fyne.Position) fyne.Tappable {
	var found fyne.Tappable
	nearest := kit.Touch
	for _, k := range []*kit.Round{c.less, c.more} {
		half := fyne.NewPos(k.Size().Width/2, k.Size().Height/2)
		off := at.Subtract(k.Position().Add(half))
		far := max(off.X, -off.X, off.Y, -off.Y)
		if k.Visible() && far < max(kit.Touch/2, half.X) && far < nearest {
			found, nearest = k, far
		}
	}
	return found
}

// inside says whether a place lies in a rectangle.
func inside(at, pos fyne.Position, size fyne.Size) bool {
	return at.X >= pos.X && at.Y >= pos.Y && at.X < pos.X+size.Width && at.Y < pos.Y+size.Height
}
