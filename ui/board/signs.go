package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"racedesk/ui/kit"
)

// raise shows that the card is about to leave the table, or lies on it again.
func (c *card) raise(up bool) {
	if c.raised != up {
		c.raised = up
		c.shade()
		c.paper.Refresh()
	}
}

// pileApart is how much shows of the card beneath one that stands for several.
const pileApart float32 = 4

// shade draws the shadow, which means height. Of a card that stands for several, the
// edge of another shows instead.
func (c *card) shade() {
	c.paper.Shadow = canvas.Shadow{Color: kit.Color(kit.ColorShade), BlurRadius: 4, Offset: fyne.NewPos(0, 1)}
	if c.face.pile && !c.raised {
		c.paper.Shadow = canvas.Shadow{Color: kit.Color(kit.ColorLine), Offset: fyne.NewPos(pileApart, pileApart)}
	}
	if c.raised {
		c.paper.Shadow.BlurRadius, c.paper.Shadow.Offset = 18, fyne.NewPos(0, kit.Unit)
	}
}

// dim shows that the card waits for its move to be stored.
func (c *card) dim() {
	f := c.face
	f.dimmed = true
	c.show(f)
}

// rest takes all signs off the card that a hand left on it.
func (c *card) rest() {
	c.raise(false)
	c.lit(false)
	c.ring(false)
}

// lit shows the card as the one that a drop would join.
func (c *card) lit(on bool) {
	if c.joins != on {
		c.joins = on
		c.outline()
		c.paper.Refresh()
	}
}
