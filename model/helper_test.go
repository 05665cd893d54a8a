package model

import (
	"context"
	"errors"
	"maps"
	"testing"
	"time"
)

// noon is the instant at which every test happens.
var noon = time.Date(2026, 3, 14, 12, 0, 0, 0, time.UTC)

// A bench is a board whose proposals are committed at once.
type bench struct {
	testing.TB
	*Board
	store *Memory
	desk  DeskID
}

func newBench(t testing.TB) *bench {
	return &bench{t, NewBoard(0, nil), NewMemory(func() time.Time { return noon }), "desk-a"}
}

// do commits what was proposed and applies it.
func (b *bench) do(e Edit, err error) Edit {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
	if e.Empty() {
		return e
	}
	e.Desk = b.desk
	done, err := b.store.Commit(context.Background(), e)
	if err != nil {
		b.Fatal(err)
	}
	b.Apply(done)
	return done
}

// add puts a card with its own ID as title at the end of a column.
func (b *bench) add(stage Stage, id ID, more ...func(*Card)) {
	b.Helper()
	c := Card{ID: id, Stage: stage, Title: string(id)}
	for _, f := range more {
		f(&c)
	}
	b.do(b.Add(c, ""))
}

// ids lists a column, parked cards too.
func (b *bench) ids(stage Stage) string { return join(b.all(stage)) }

func join(cards []Card) (s string) {
	for _, c := range cards {
		s += string(c.ID) + " "
	}
	return s
}

// content is everything on a board, without the revisions.
func content(b *Board) map[Ref]Entity {
	out := map[Ref]Entity{}
	for ref, e := range maps.All(b.entities) {
		out[ref] = e.At(0)
	}
	return out
}

func (b *bench) equal(what string, got, want any) {
	b.Helper()
	if got != want {
		b.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func (b *bench) fails(what string, err, want error) {
	b.Helper()
	if !errors.Is(err, want) {
		b.Errorf("%s: got %v, want %v", what, err, want)
	}
}
