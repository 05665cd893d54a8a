package board

import (
	"fyne.io/fyne/v2"

	"racedesk/ui/kit"
)

// gripRoom is how much of a card's first line the grip takes.
const gripRoom = kit.BarsWide + kit.Unit

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
