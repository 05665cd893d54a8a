package board

import (
	"cmp"

	"fyne.io/fyne/v2"
)

// Spots calls each with everything that can be pointed at and where it is on the
// window, for tests and scripts that use a real pointer.
func (v *View) Spots(each func(kind, stage, id string, pos fyne.Position, size fyne.Size)) {
	driver := fyne.CurrentApp().Driver()
	for _, c := range v.columns {
		each("column", string(c.stage), "-", driver.AbsolutePositionForObject(c), c.Size())
		each("gone", string(c.stage), "-", driver.AbsolutePositionForObject(c.head.gone), c.head.gone.Size())
		each("writer", string(c.stage), "-", driver.AbsolutePositionForObject(c.writer), c.writer.Size())
		for i, id := range v.lanes {
			head := c.deck.heads[i]
			each("lane", string(c.stage), cmp.Or(string(id), "-"), driver.AbsolutePositionForObject(head), head.Size())
		}
		for slot := c.deck.first; slot < c.deck.last; slot++ {
			if one := c.deck.lies(slot); one != nil {
				one.spots(string(c.stage), driver.AbsolutePositionForObject(one), each)
			}
		}
	}
}

// spots calls each with what can be pointed at on the card, which lies at a place
// of the window.
func (c *card) spots(stage string, at fyne.Position, each func(kind, stage, id string, pos fyne.Position, size fyne.Size)) {
	id := string(c.face.id)
	each("card", stage, id, at, c.Size())
	grip, wide := gripSpot(c.Size())
	each("grip", stage, id, at.Add(grip), wide)
	if pos, size := knobSpot(c.less); !c.less.Hidden {
		each("less", stage, id, at.Add(pos), size)
	}
	if pos, size := knobSpot(c.more); !c.more.Hidden {
		each("more", stage, id, at.Add(pos), size)
	}
}
