package board

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"racedesk/ui/kit"
)

// The measures of the bar beside the cards.
const (
	barWide  float32 = 4
	barLeast float32 = 32
)

// notch is how far the wheel goes for each unit that the toolkit tells: a card is
// higher than a line of text, which the toolkit thinks of.
const notch = 2

// Scrolled implements fyne.Scrollable: the wheel.
func (d *deck) Scrolled(e *fyne.ScrollEvent) {
	d.halt()
	d.scrollTo(min(max(0, d.scrolled-notch*e.Scrolled.DY), d.room()))
}

// height is how high all the cards lie.
func (d *deck) height() float32 { return d.grid.Height(d.slots()) + kit.Unit }

// room is how far the deck can be scrolled.
func (d *deck) room() float32 { return max(0, d.height()-d.Size().Height) }

// scrollTo shows the cards from another height on, here and in what scrolls with it.
func (d *deck) scrollTo(y float32) {
	d.roll(y)
	for _, mate := range d.mates {
		mate.roll(y)
	}
}

// roll shows the cards of this deck from another height on.
func (d *deck) roll(y float32) {
	if d.scrolled == y {
		return
	}
	d.scrolled = y
	if first, last := d.first, d.last; d.look() && (first != d.first || last != d.last) {
		if d.moving != nil { // cards on their way go to their cells: others need some of them
			d.arrange(false)
			return
		}
		d.fill()
	}
	d.lie()
}

// look finds the slots that are in view, and a row on either side.
func (d *deck) look() bool {
	high := d.grid.Cell.Height + d.grid.Gap
	if high <= d.grid.Gap {
		return false // not laid out yet
	}
	d.first, d.last = d.grid.Between(d.scrolled, d.Size().Height, d.slots())
	return true
}

// lie puts the ground and the bar where they belong for what is scrolled.
func (d *deck) lie() {
	size, room := d.Size(), d.room()
	d.inside.Resize(fyne.NewSize(size.Width, d.height()))
	d.inside.Move(fyne.NewPos(0, -d.scrolled))
	d.layHeads(size.Width - inset)
	d.bar.Hidden = room <= 0
	d.bar.FillColor = kit.Color(theme.ColorNameScrollBar)
	high := d.barHigh()
	share := min(max(0, d.scrolled), room) / max(1, room)
	d.bar.Resize(fyne.NewSize(barWide, high))
	d.bar.Move(fyne.NewPos(size.Width-(inset+barWide)/2, share*(size.Height-high)))
	canvas.Refresh(d.bar)
}

// barHigh is how high the bar is.
func (d *deck) barHigh() float32 {
	seen := d.Size().Height
	return min(seen, max(barLeast, seen*seen/max(1, d.height())))
}

// onBar says whether a place on the glass is on the bar or its way.
func (d *deck) onBar(at fyne.Position) bool { return d.room() > 0 && at.X >= d.Size().Width-inset }

// drawBar scrolls as the bar does that is held at a height.
func (d *deck) drawBar(y float32) {
	high := d.barHigh()
	way := max(1, d.Size().Height-high)
	d.scrollTo(d.room() * min(max(0, (y-high/2)/way), 1))
}

// at returns the card at a place on the glass, if there is one.
func (d *deck) at(on fyne.Position) *card {
	for _, one := range d.cards {
		if inside(on, d.spot(one), one.Size()) {
			return one
		}
	}
	return nil
}

// spot is where a card lies on the glass.
func (d *deck) spot(one *card) fyne.Position { return one.Position().AddXY(0, -d.scrolled) }

// fling lets the deck go on by itself, or come back from beyond its end.
func (d *deck) fling(speed float32, now time.Time) {
	if f, goes := NewFling(d.scrolled, speed, d.room(), now); goes {
		d.going = &f
	}
}

// goOn scrolls a deck that goes by itself; says whether it does.
func (d *deck) goOn(now time.Time) bool {
	if d.going == nil {
		return false
	}
	y, rests := d.going.At(now)
	if rests {
		d.going = nil
	}
	d.scrollTo(y)
	return !rests
}

// halt stops a deck that goes by itself; says whether it did.
func (d *deck) halt() bool {
	went := d.going != nil
	d.going = nil
	for _, mate := range d.mates {
		went = went || mate.going != nil
		mate.going = nil
	}
	return went
}
