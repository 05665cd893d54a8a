package board

import (
	"fyne.io/fyne/v2"

	"racedesk/ui/kit"
)

// A ghost is a card in the air. It is taken up as it lies, and shrinks to a slip
// above the finger as it goes, so that neither hides where it would land.
type ghost struct {
	card *card
	pile *pile // beneath it, where it is not alone
	says *plate
	view fyne.Size
	full fyne.Size
	slip float32       // how much of a slip it is by now, from 0 to 1
	grip fyne.Position // from the card's corner to the pointer
	at   fyne.Position // the pointer, in the view
	turn *fyne.Animation

	docks bool    // over a card that it would join: it lies above that one
	top   float32 // of that card, in the view
	dock  float32 // how far it is docked by now, from 0 to 1
	glide *fyne.Animation
}

const (
	larger     float32 = 1.02
	slipPad            = kit.Unit
	dockOver   float32 = 6  // how much of the other card a docked slip covers
	fingerRoom float32 = 18 // between a slip and what points
)

func newGhost(c *card, grip fyne.Position, count int, view fyne.Size) *ghost {
	g := &ghost{card: newCard(c.face, c.vote), pile: newPile(count), says: newPlate(), view: view, full: c.Size(), grip: grip}
	g.card.raise(true)
	g.card.Resize(fyne.NewSize(g.full.Width*larger, g.full.Height*larger))
	return g
}

// follow moves the ghost with the pointer; carried far enough, it is a slip.
func (g *ghost) follow(at fyne.Position, carried bool) {
	g.at = at
	if carried && !g.card.slip {
		g.card.fold(true)
		g.turn = kit.Animate(kit.Lift, func(share float32) { g.slip = share; g.lay() }, nil)
	}
	g.lay()
}

// over docks the ghost at the top of a card that it would join, or frees it.
func (g *ghost) over(docks bool, top float32) {
	if docks {
		g.top = top
	}
	if g.docks != docks {
		g.docks = docks
		stop(g.glide)
		from, to := g.dock, float32(0)
		if docks {
			to = 1
		}
		g.glide = kit.Animate(kit.Lift, func(share float32) { g.dock = from + (to-from)*share; g.lay() }, nil)
	}
	g.lay()
}

// stop ends an animation, if there is one.
func stop(a *fyne.Animation) {
	if a != nil {
		a.Stop()
	}
}

// lay puts the ghost where the pointer wants it, and above what it would join.
func (g *ghost) lay() {
	size := g.size()
	above := fyne.NewPos(min(max(g.grip.X, 0), size.Width), size.Height+fingerRoom)
	at := g.at.Subtract(kit.Between(g.grip, above, g.slip))
	at.Y -= max(0, at.Y+size.Height-g.top-dockOver) * g.dock
	g.card.Resize(size)
	g.card.Move(at)
	g.pile.lay(at, size)
	g.says.lay(at, size, g.at, g.view)
}

func (g *ghost) size() fyne.Size {
	whole := fyne.NewSize(g.full.Width*larger, g.full.Height*larger)
	return fyne.NewSize(whole.Width, whole.Height+(g.card.slipHeight()-whole.Height)*g.slip)
}

// settle brings the ghost to rest at a place, as the card that it was.
func (g *ghost) settle(to fyne.Position, done func()) {
	stop(g.turn)
	stop(g.glide)
	g.pile.hide()
	g.says.hide()
	from, size := g.card.Position(), g.card.Size()
	kit.Animate(kit.Settle, func(share float32) {
		g.card.Resize(fyne.NewSize(size.Width+(g.full.Width-size.Width)*share, size.Height+(g.full.Height-size.Height)*share))
		g.card.Move(kit.Between(from, to, share))
	}, func() {
		g.card.fold(false)
		g.card.raise(false)
		done()
	})
}

// fold shows the card as a slip with its title alone, or whole.
func (c *card) fold(slip bool) {
	c.slip = slip
	c.Refresh()
}

// slipHeight is how high a slip with the card's title is.
func (c *card) slipHeight() float32 { return c.title.MinSize().Height + 2*slipPad }
