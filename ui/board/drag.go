package board

import (
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
	Join               // a problem goes into a project
)

// A Target is what a drop at one point would do: the act, the column, and the
// card that it would stand before (none: at the end) or join.
type Target struct {
	Act    Act
	Stage  model.Stage
	Before model.ID
	Slot   int // where the gap shows
	Onto   model.ID
	Why    string // the wording of why nothing would come of it
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
}

// A Grid places cards of one size in rows.
type Grid struct {
	Columns int
	Cell    fyne.Size
	Gap     float32
}

// At returns the place of the cell with this index.
func (g Grid) At(i int) fyne.Position {
	col, row := i%g.Columns, i/g.Columns
	return fyne.NewPos(float32(col)*(g.Cell.Width+g.Gap), float32(row)*(g.Cell.Height+g.Gap))
}

// Height is how much n cells take.
func (g Grid) Height(n int) float32 {
	rows := (n + g.Columns - 1) / g.Columns
	return float32(rows) * (g.Cell.Height + g.Gap)
}

// Slot returns the index of the cell at a point, at least 0, and whether the
// point is on the cell rather than in the space around it.
func (g Grid) Slot(p fyne.Position) (int, bool) {
	if p.Y < 0 {
		return 0, false
	}
	col := min(max(0, int(p.X/(g.Cell.Width+g.Gap))), g.Columns-1)
	row := int((p.Y + g.Gap) / (g.Cell.Height + g.Gap)) // the space above a row is that row's
	at := g.At(row*g.Columns + col)
	on := p.X >= at.X && p.X < at.X+g.Cell.Width && p.Y >= at.Y
	return row*g.Columns + col, on
}

// Over says what dropping a card at a point of the view would do. open says
// whether the card still waits to go on.
func Over(lanes []Lane, card model.Card, open bool, p fyne.Position) Target {
	for _, l := range lanes {
		inside := p.X >= l.Pos.X && p.X < l.Pos.X+l.Size.Width && p.Y >= l.Pos.Y && p.Y < l.Pos.Y+l.Size.Height
		if !inside { // nor is what is no number
			continue
		}
		slot, on := l.Grid.Slot(fyne.NewPos(p.X-l.Pos.X, p.Y-l.Top+l.Scrolled))
		if p.Y < l.Top {
			slot, on = 0, false
		}
		return l.over(card, open, min(slot, len(l.Cards)), on && slot < len(l.Cards))
	}
	return Target{}
}

// over says what dropping a card at a slot of the lane would do, or on the card
// that lies there.
func (l Lane) over(card model.Card, open bool, slot int, on bool) Target {
	at := func(act Act, slot int) Target {
		t := Target{Act: act, Stage: l.Stage, Slot: slot}
		if slot < len(l.Cards) {
			t.Before = l.Cards[slot]
		}
		return t
	}
	switch next := card.Stage.Next(); {
	case l.Stage == card.Stage && l.Sorted:
		return Target{Stage: l.Stage, Why: "drop.no.sorted"}
	case l.Stage == card.Stage:
		return at(Place, slot)
	case l.Stage != next && next == model.Project && l.Stage == model.Product:
		return Target{Stage: l.Stage, Why: "drop.no.project"}
	case l.Stage != next:
		return Target{Stage: l.Stage, Why: "drop.no.back"}
	case card.Stage == model.Problem && on:
		return Target{Act: Join, Stage: l.Stage, Onto: l.Cards[slot]}
	case card.Stage != model.Problem && !open:
		return Target{Stage: l.Stage, Why: "drop.no.product"}
	case l.Sorted: // it has no votes yet
		slot = len(l.Cards)
	}
	return at(Promote, slot)
}

// Cell returns where the card with this index lies, in the view.
func (l Lane) Cell(slot int) fyne.Position {
	at := l.Grid.At(slot)
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
