package model

import (
	"cmp"
	"maps"
	"slices"
)

// A Board is the whole race up to Seq. One goroutine owns it; Clone makes one
// for another. Only Apply changes it: every other method reads, and what it
// proposes is an Edit.
type Board struct {
	Seq      int64
	entities map[Ref]Entity
	columns  map[Stage][]Card // sorted, parked ones too; made when asked for
	line     *lineage         // made when asked for
	counted  polls            // made when asked for
	pictures map[ID][]Picture // of each card; made when asked for
}

// NewBoard returns the board of the entities as they stand at seq.
func NewBoard(seq int64, entities []Entity) *Board {
	b := &Board{Seq: seq, entities: make(map[Ref]Entity, len(entities))}
	for _, e := range entities {
		b.entities[e.Ref()] = e
	}
	return b
}

// Clone returns a board of its own. Entities are immutable, so they are shared.
func (b *Board) Clone() *Board {
	return &Board{Seq: b.Seq, entities: maps.Clone(b.entities)}
}

// sortsAnew is how many changes make it quicker to sort the columns anew than to put
// each card into its place.
const sortsAnew = 100

// Apply makes a committed Edit true. Edits at or before Seq are already in the
// board and are passed over, so that a repeated delivery does no harm.
func (b *Board) Apply(e Edit) {
	if e.Seq <= b.Seq {
		return
	}
	b.Seq = e.Seq
	if len(e.Changes) > sortsAnew {
		b.columns = nil
	}
	for _, c := range e.Changes {
		ref := c.Ref()
		was := b.entities[ref]
		if ref.Kind == KindLink || ref.Kind == KindCard && !sameLineage(was, c.After) {
			b.line, b.pictures = nil, nil
		}
		if ref.Kind == KindPicture {
			b.pictures = nil
		}
		if ref.Kind == KindBallot {
			b.counted = nil
		}
		if c.After == nil {
			delete(b.entities, ref)
		} else {
			b.entities[ref] = c.After.At(e.Seq)
		}
		b.reseat(was, b.entities[ref])
	}
}

// sameLineage says whether a card that became another needs no new look at the
// links: both are there, and merged into the same.
func sameLineage(was, now Entity) bool {
	w, ok1 := was.(Card)
	n, ok2 := now.(Card)
	return ok1 && ok2 && w.Into == n.Into
}

// Get returns the entity as it stands, or nil.
func (b *Board) Get(ref Ref) Entity { return b.entities[ref] }

// Entities returns everything on the board, in no order.
func (b *Board) Entities() []Entity { return slices.Collect(maps.Values(b.entities)) }

// Card returns the card and whether it exists.
func (b *Board) Card(id ID) (Card, bool) {
	c, ok := b.entities[Ref{KindCard, id}].(Card)
	return c, ok
}

// Race returns what the race is called; empty before it was named.
func (b *Board) Race() Race { r, _ := b.entities[RaceRef].(Race); return r }

// Report returns the report's texts.
func (b *Board) Report() Report { r, _ := b.entities[ReportRef].(Report); return r }

// Clock returns the race's clock, 48 hours long unless it was set otherwise.
func (b *Board) Clock() Clock {
	if c, ok := b.entities[ClockRef].(Clock); ok {
		return c
	}
	return Clock{Length: DefaultLength}
}

// Column returns the cards of a stage in their order, without the parked ones and
// those that were merged into another.
func (b *Board) Column(stage Stage) []Card {
	all := b.all(stage)
	column := make([]Card, 0, len(all))
	for i := range all { // by place: a card is large
		if !all[i].Parked && !b.merged(all[i]) {
			column = append(column, all[i])
		}
	}
	return column
}

// OfStage returns those of the cards that are of a stage.
func OfStage(cards []Card, stage Stage) []Card {
	return slices.DeleteFunc(slices.Clone(cards), func(c Card) bool { return c.Stage != stage })
}

// Parked returns the parked cards in the order of their columns.
func (b *Board) Parked() []Card {
	var out []Card
	for _, s := range Stages {
		for _, c := range b.all(s) {
			if c.Parked && !b.merged(c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// Groups returns the target groups in the race's order.
func (b *Board) Groups() []Group {
	groups := collect[Group](b)
	slices.SortFunc(groups, func(x, y Group) int {
		return cmp.Or(cmp.Compare(x.Order, y.Order), cmp.Compare(x.ID, y.ID))
	})
	return groups
}

// People returns the people of a role in the race's order.
func (b *Board) People(role Role) []Person {
	people := slices.DeleteFunc(collect[Person](b), func(p Person) bool { return p.Role != role })
	slices.SortFunc(people, func(x, y Person) int {
		return cmp.Or(cmp.Compare(x.Order, y.Order), cmp.Compare(x.ID, y.ID))
	})
	return people
}

func collect[E Entity](b *Board) []E {
	var out []E
	for _, e := range b.entities {
		if e, ok := e.(E); ok {
			out = append(out, e)
		}
	}
	return out
}

// all returns the cards of a stage in their order, parked ones too. The slice is
// the board's own, good until the next edit.
func (b *Board) all(stage Stage) []Card {
	if b.columns == nil {
		b.columns = make(map[Stage][]Card, len(Stages))
		for _, c := range collect[Card](b) {
			b.columns[c.Stage] = append(b.columns[c.Stage], c)
		}
		for _, column := range b.columns {
			slices.SortFunc(column, byRank)
		}
	}
	return b.columns[stage]
}

// reseat keeps the columns in order where a card changed, without sorting them anew.
func (b *Board) reseat(was, now Entity) {
	if b.columns == nil {
		return
	}
	if c, ok := was.(Card); ok {
		if i, there := slices.BinarySearchFunc(b.columns[c.Stage], c, byRank); there {
			b.columns[c.Stage] = slices.Delete(b.columns[c.Stage], i, i+1)
		}
	}
	if c, ok := now.(Card); ok {
		i, _ := slices.BinarySearchFunc(b.columns[c.Stage], c, byRank)
		b.columns[c.Stage] = slices.Insert(b.columns[c.Stage], i, c)
	}
}

func byRank(x, y Card) int {
	return cmp.Or(cmp.Compare(x.Rank, y.Rank), cmp.Compare(x.ID, y.ID))
}

func (b *Board) cards(ids []ID) []Card {
	out := make([]Card, 0, len(ids))
	for _, id := range ids {
		if c, ok := b.Card(id); ok {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, byRank)
	return out
}
