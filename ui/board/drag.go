package board

import (
	"slices"

	"fyne.io/fyne/v2"

	"racedesk/model"
)

// An Act is what a drop would do.
type Act int

// The acts of a drop.
const (
	Nothing Act = iota // the card snaps back
	Place              // a new place in its own column
	Promote            // a new card of the next stage
	Join               // a problem goes into a project, or a project into a product
)

// A Target is what a drop at one point would do: the act, the column, and the
// card that it would stand before (none: at the end) or join.
type Target struct {
	Act    Act
	Stage  model.Stage
	Before model.ID
	Slot   int // where the gap shows
	Onto   model.ID
	Band   int      // the lane across the columns
	After  model.ID // the last card of that one, where it would stand behind it
	Why    string   // the wording of why nothing would come of it
}

// A Lane is one column as a drag sees it, measured in the view: where it is, the
// grid of its cards, and how far it is scrolled.
type Lane struct {
	Stage    model.Stage
	Pos      fyne.Position
	Size     fyne.Size
	Top      float32 // of the first row, in the view, unscrolled
	Scrolled float32
	Grid     Grid
	Cards    []model.ID // as shown, without the one that is carried
	Sorted   bool       // by votes, so that no hand chooses a place
	Home     int        // the band where the card that is carried lies
}

// Over says what dropping a card at a point of the view would do. open says
// whether the card still waits to go on.
func Over(lanes []Lane, card model.Card, open bool, p fyne.Position) Target {
	for _, l := range lanes {
		inside := p.X >= l.Pos.X && p.X < l.Pos.X+l.Size.Width && p.Y >= l.Pos.Y && p.Y < l.Pos.Y+l.Size.Height
		if !inside { // nor is what is no number
			continue
		}
		y := p.Y - l.Top + l.Scrolled
		slot, on := l.find(card, open, fyne.NewPos(p.X-l.Pos.X, y))
		band := l.Grid.Band(y)
		if p.Y < l.Top {
			slot, on, band = l.Grid.first(l.Home), false, l.Home // above the lanes, it keeps its own
		}
		return l.over(card, open, band, min(slot, len(l.Cards)), on && slot < len(l.Cards))
	}
	return Target{}
}

// find returns the slot at a place among the cards, and whether that is on the card there
// rather than beside it. Where a new card may come of it, there is room for that between two.
func (l Lane) find(card model.Card, open bool, p fyne.Position) (slot int, on bool) {
	if l.Stage == card.Stage.Next() && (card.Stage == model.Problem || open) {
		return l.Grid.Seam(p)
	}
	return l.Grid.Slot(p)
}

// over says what dropping a card at a slot of a band would do, or on the card that
// lies there.
func (l Lane) over(card model.Card, open bool, band, slot int, on bool) Target {
	switch next := card.Stage.Next(); {
	case l.Stage == card.Stage && l.Sorted && band == l.Home:
		return Target{Stage: l.Stage, Why: "drop.no.sorted"}
	case l.Stage == card.Stage:
		return l.at(Place, band, slot)
	case l.Stage != next && next == model.Project && l.Stage == model.Product:
		return Target{Stage: l.Stage, Why: "drop.no.project"}
	case l.Stage != next:
		return Target{Stage: l.Stage, Why: "drop.no.back"}
	case on:
		return Target{Act: Join, Stage: l.Stage, Onto: l.Cards[slot], Band: band}
	case card.Stage != model.Problem && !open:
		return Target{Stage: l.Stage, Why: "drop.no.product"}
	case l.Sorted: // it has no votes yet
		slot = l.Grid.first(band) + l.Grid.cells(band, len(l.Cards))
	}
	return l.at(Promote, band, slot)
}

// at is a slot of a band as a target: before the card that lies there or, at the
// end of a band, behind the last one.
func (l Lane) at(act Act, band, slot int) Target {
	t := Target{Act: act, Stage: l.Stage, Slot: slot, Band: band}
	first := l.Grid.first(band)
	switch end := first + l.Grid.cells(band, len(l.Cards)); {
	case slot < end:
		t.Before = l.Cards[slot]
	case len(l.Grid.Bands) > 0 && first < end:
		t.After = l.Cards[end-1]
	}
	return t
}

// places is the grid with one place more behind the last card of each band.
func (l Lane) places() Grid {
	g := l.Grid
	g.Bands = slices.Clone(g.Bands)
	for i := range g.Bands {
		g.Bands[i].Cells++
	}
	return g
}

// Cell returns where the card with this index lies, in the view.
func (l Lane) Cell(slot int) fyne.Position { return l.seen(l.Grid.At(slot)) }

// Goal returns where a card would lie that was dropped at a target, in the view.
func (l Lane) Goal(t Target) fyne.Position {
	return l.seen(l.Grid.in(t.Band, t.Slot-l.Grid.first(t.Band)))
}

func (l Lane) seen(at fyne.Position) fyne.Position {
	return fyne.NewPos(l.Pos.X+at.X, l.Top+at.Y-l.Scrolled)
}

// Pull returns how fast a column scrolls while a card is held near its edge, in
// units a second: nothing in the middle, more the nearer, negative upwards.
func (l Lane) Pull(p fyne.Position) float32 {
	const zone, top = 72, 1400
	if p.X < l.Pos.X || p.X >= l.Pos.X+l.Size.Width {
		return 0
	}
	above, below := p.Y-l.Top, l.Pos.Y+l.Size.Height-p.Y
	switch {
	case above < zone && above > -zone:
		near := (zone - max(0, above)) / zone
		return -top * near * near
	case below < zone:
		near := (zone - max(0, below)) / zone
		return top * near * near
	}
	return 0
}
