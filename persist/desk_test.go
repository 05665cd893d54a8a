package persist

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"racedesk/model"
)

// deadline is how long a test waits for what has to happen.
const deadline = 30 * time.Second

// handClock is a clock that a test turns.
type handClock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *handClock) read() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *handClock) turn(d time.Duration) time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	return c.now
}

func open(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func load(t *testing.T, s model.Store) *model.Board {
	t.Helper()
	b, err := s.Load(t.Context())
	if err != nil {
		t.Error(err)
		return model.NewBoard(0, nil)
	}
	return b
}

func history(t *testing.T, s model.Store, after int64) []model.Edit {
	t.Helper()
	edits, err := s.Edits(t.Context(), after)
	if err != nil {
		t.Error(err)
	}
	return edits
}

func commitTo(t *testing.T, s model.Store, e model.Edit) model.Edit {
	t.Helper()
	done, err := s.Commit(t.Context(), e)
	if err != nil {
		t.Error(err)
	}
	return done
}

// refuse expects a conflict, and nothing of the edit stored.
func refuse(t *testing.T, s model.Store, e model.Edit) {
	t.Helper()
	seq := load(t, s).Seq
	if _, err := s.Commit(t.Context(), e); !errors.Is(err, model.ErrConflict) {
		t.Errorf("committed, or refused with %v", err)
	}
	if now := load(t, s).Seq; now != seq {
		t.Errorf("seq went from %d to %d", seq, now)
	}
}

// follow follows a store until the test ends.
func follow(t *testing.T, s model.Store, after int64) <-chan model.Edit {
	t.Helper()
	ctx, end := context.WithCancel(context.Background())
	heard, ended := make(chan model.Edit, 1000), make(chan error, 1)
	go func() {
		ended <- s.Follow(ctx, after, func(edits []model.Edit, _ error) {
			for _, e := range edits {
				heard <- e
			}
		})
	}()
	t.Cleanup(func() {
		end()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Errorf("follow ended with %v", err)
		}
	})
	return heard
}

func next(t *testing.T, heard <-chan model.Edit) model.Edit {
	t.Helper()
	select {
	case e := <-heard:
		return e
	case <-time.After(deadline):
		t.Fatal("nothing heard")
		return model.Edit{}
	}
}

func seqs(edits []model.Edit) []int64 {
	var out []int64
	for _, e := range edits {
		out = append(out, e.Seq)
	}
	return out
}

// content is what a board holds, in a form that can be compared.
func content(b *model.Board) map[model.Ref]model.Entity {
	out := map[model.Ref]model.Entity{}
	for _, e := range b.Entities() {
		out[e.Ref()] = e
	}
	return out
}

func card(n int64) model.Card {
	return model.Card{ID: model.ID(fmt.Sprintf("c%d", n)), Stage: model.Problem,
		Rank: model.Rank(n << 32), Title: fmt.Sprintf("Card %d", n)}
}

func vote(t *testing.T, b *model.Board, n int) model.Edit {
	t.Helper()
	e, err := b.Vote("c1", n)
	if err != nil {
		t.Error(err)
	}
	return e
}

func made[E model.Entity](entities ...E) []model.Change {
	var changes []model.Change
	for _, e := range entities {
		changes = append(changes, model.Change{After: e})
	}
	return changes
}

// remade are the changes from one list of entities, written at rev, to another.
func remade(from, to []model.Entity, rev int64) []model.Change {
	var changes []model.Change
	for i := range from {
		changes = append(changes, model.Change{Before: from[i].At(rev), After: to[i]})
	}
	return changes
}

// full returns one entity of each kind with every field set, otherwise for each
// n.
func full(n int) []model.Entity {
	short := fmt.Sprintf("%d å?#%%", n)
	return append(early(n),
		model.Rules{Checks: []model.Check{{Stage: model.Problem, ID: "k", Name: short}},
			Limits: []model.Limit{{Stage: model.Project, Group: "g", Most: n}}},
		model.Round{ID: "r", Name: short, Dots: n, Shown: n%2 == 1, Order: -n},
		model.Ballot{ID: "r/v", Round: "r", Voter: "v", Dots: map[model.ID]int{"c": n}},
		model.Segment{ID: "t", Title: short, Length: time.Hour, Rank: model.Rank(n), Fixed: "09:30", Begun: n%2 == 1, Began: time.Duration(n)},
		model.Timer{ID: "t", Name: short, Length: time.Hour, Large: n%2 == 1, Order: n,
			Run: model.Run{Used: time.Duration(n), Since: time.Date(2026, 3, 4, 23, 59, 59, n, time.UTC)}},
		model.Pitch{Stage: model.Project, Cards: []model.ID{"c", "d"}, Place: n, Length: time.Minute},
		model.Picture{ID: "p", Card: "c", Order: n, Width: n, Height: n, Data: bytes.Repeat([]byte{0, 0xff, byte(n)}, 1000)})
}

// early are those of the kinds that there were in the first version; the text is
// what stores have stumbled over.
func early(n int) []model.Entity {
	text := fmt.Sprintf("%d: åäö ÅÄÖ 👩🏽‍🎓 <b>&\"'\\ ; -- %%s ?\n\ttab \u2028 \u00a0 \ufffd", n)
	short := fmt.Sprintf("%d å?#%%", n)
	span := time.Duration(n)*time.Hour + 7*time.Nanosecond
	return []model.Entity{
		model.Card{ID: "c", Stage: model.Product, Rank: model.Rank(-n) << 61, Title: short, Text: text,
			Groups: []model.ID{"g", "h"}, Votes: n, Parked: n%2 == 1, Leader: short,
			Designers: []string{short, text}, NextStep: text},
		model.NewLink("c", "d"),
		model.Group{ID: "g", Name: short, Style: n, Order: -n},
		model.Person{ID: "c", Name: short, Role: model.Expert, Order: n},
		model.Segment{ID: "s", Phase: short, Title: short, Kind: short, Note: text, Start: span, Length: span},
		model.Clock{Length: span, Used: span, Since: time.Date(2026, 3, 4, 23, 59, 59, n, time.UTC)},
		model.Race{Title: short, Funder: short, Reference: short, Coordinator: short, Grant: short,
			Period: short, Status: short, Place: short, Illustration: n%2 == 1},
		model.Report{Purpose: text, Results: text, Execution: text, Links: text,
			Strategy: text, Process: text, Deviations: text},
	}
}
