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
		pos, size := knobSpot(k)
		off := at.Subtract(pos.AddXY(size.Width/2, size.Height/2))
		far := max(off.X, -off.X, off.Y, -off.Y)
		if k.Visible() && far < size.Width/2 && far < nearest {
			found, nearest = k, far
		}
	}
	return found
}

// knobSpot is where a finger hits a button of the card, which is drawn smaller.
func knobSpot(k *kit.Round) (fyne.Position, fyne.Size) {
	by := max(0, kit.Touch-k.Size().Width) / 2
	return k.Position().SubtractXY(by, by), k.Size().AddWidthHeight(2*by, 2*by)
}

// between says whether a place is in the row of the buttons and on neither: whoever
// aimed at one of them and missed wants nothing else.
func (c *card) between(at fyne.Position) bool {
	middle := c.more.Position().Y + c.more.Size().Height/2
	return c.face.whose == own && max(at.Y-middle, middle-at.Y) < kit.Touch/2 && c.knob(at) == nil
}

// inside says whether a place lies in a rectangle.
func inside(at, pos fyne.Position, size fyne.Size) bool {
	return at.X >= pos.X && at.Y >= pos.Y && at.X < pos.X+size.Width && at.Y < pos.Y+size.Height
}
