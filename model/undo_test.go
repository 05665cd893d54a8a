package model

import (
	"context"
	"maps"
	"reflect"
	"testing"
	"time"
)

// undo takes back what h says is next; redo does it again.
func (b *bench) undo(h *History) Edit { b.Helper(); return b.step(h, h.Undo) }
func (b *bench) redo(h *History) Edit { b.Helper(); return b.step(h, h.Redo) }

func (b *bench) step(h *History, next func() (Edit, bool)) Edit {
	b.Helper()
	e, ok := next()
	if !ok {
		b.Fatal("nothing to take back")
	}
	done := b.do(b.Revert(e))
	h.Note(done)
	return done
}

func (b *bench) votes(id ID) int { c, _ := b.Card(id); return c.Votes }

func TestUndoAndRedo(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "a")
	b.add(Problem, "b")
	b.add(Project, "p")
	b.do(b.Describe(Race{Title: "old"}, Report{}, []Group{{ID: "g", Name: "g"}}))
	start := content(b.Board)
	h := &History{Desk: b.desk}
	for _, propose := range []func() (Edit, error){
		func() (Edit, error) { return b.Move("a", "") },
		func() (Edit, error) { return b.Promote("a", "p") },
		func() (Edit, error) { return b.Join("b", "p") },
		func() (Edit, error) { return b.Split("b", "p") },
		func() (Edit, error) { return b.Write(Card{ID: "b", Title: "new", Groups: []ID{"g"}, Votes: 4}) },
		func() (Edit, error) { return b.Vote("b", 2) },
		func() (Edit, error) { return b.Park("b", true) },
		func() (Edit, error) { return b.Describe(Race{Title: "new"}, Report{Purpose: "x"}, nil) },
	} {
		h.Note(b.do(propose()))
	}
	end := content(b.Board)
	for range 2 {
		for range 8 {
			b.undo(h)
		}
		if !reflect.DeepEqual(content(b.Board), start) {
			t.Fatal("undoing all does not give the start back")
		}
		if _, more := h.Undo(); more {
			t.Fatal("more to undo than was done")
		}
		for range 8 {
			b.redo(h)
		}
		if !reflect.DeepEqual(content(b.Board), end) {
			t.Fatal("doing all again does not give the end back")
		}
		if _, more := h.Redo(); more {
			t.Fatal("more to do again than was undone")
		}
	}
}

func TestHistoryIsAFunctionOfTheEdits(t *testing.T) {
	b := newBench(t)
	h := &History{Desk: "desk-a"}
	b.add(Problem, "a") // before h began
	h.Note(b.do(b.Vote("a", 1)))
	b.desk = "desk-b"
	h.Note(b.do(b.Vote("a", 5)))
	b.desk = "desk-a"
	h.Note(b.do(b.Park("a", true)))
	h.Note(b.do(b.SetScreen(Screen{Face: FaceBlack})))
	b.undo(h)
	edits, _ := b.store.Edits(context.Background(), 1)
	again := &History{Desk: "desk-a"}
	for _, e := range edits {
		again.Note(e)
	}
	for _, x := range []*History{h, again} {
		u, _ := x.Undo()
		r, _ := x.Redo()
		b.equal("next undo", u.Label, LabelVote)
		b.equal("next redo undoes", r.Undoes, int64(4))
	}
	h.Note(b.do(b.Move("a", ""))) // no change, so nothing to note: an empty edit has no desk
	if _, ok := h.Redo(); !ok {
		t.Error("an edit without changes ended the redo")
	}
	h.Note(b.do(b.Vote("a", 1)))
	if _, ok := h.Redo(); ok {
		t.Error("a new edit did not end the redo")
	}
}

func TestUndoLeavesTheWorkOfOthers(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "a")
	vote := b.do(b.Vote("a", 3))
	b.do(b.Vote("a", 2))
	b.do(b.Revert(vote))
	b.equal("votes of others", b.votes("a"), 2)
	b.do(b.Vote("a", -1))
	b.do(b.Revert(vote))
	b.equal("never below none", b.votes("a"), 0)

	a, _ := b.Card("a")
	a.Title = "mine"
	mine := b.do(b.Write(a))
	a, _ = b.Card("a")
	a.Text = "theirs"
	b.do(b.Write(a))
	b.do(b.Revert(mine)) // another field: both hold
	a, _ = b.Card("a")
	b.equal("title", a.Title, "a")
	b.equal("text", a.Text, "theirs")
}

func TestUndoConflicts(t *testing.T) {
	for name, f := range map[string]func(b *bench) Edit{
		"the same field written since": func(b *bench) Edit {
			e := b.do(b.Write(Card{ID: "a", Title: "mine"}))
			b.do(b.Write(Card{ID: "a", Title: "theirs"}))
			return e
		},
		"a made card written since": func(b *bench) Edit {
			e := b.do(b.Add(Card{ID: "n", Stage: Problem, Title: "n"}, ""))
			b.do(b.Vote("n", 1))
			return e
		},
		"a made card joined since": func(b *bench) Edit {
			e := b.do(b.Add(Card{ID: "n", Stage: Problem, Title: "n"}, ""))
			b.do(b.Join("n", "p"))
			return e
		},
		"the changed card gone": func(b *bench) Edit {
			made := b.do(b.Add(Card{ID: "n", Stage: Problem, Title: "n"}, ""))
			e := b.do(b.Vote("n", 1))
			b.do(b.Revert(e))
			b.do(b.Revert(made))
			return e
		},
		"the link made again": func(b *bench) Edit {
			b.do(b.Join("a", "p"))
			e := b.do(b.Split("a", "p"))
			b.do(b.Join("a", "p"))
			return e
		},
		"an end of the link gone": func(b *bench) Edit {
			made := b.do(b.Add(Card{ID: "n", Stage: Problem, Title: "n"}, ""))
			b.do(b.Join("n", "p"))
			e := b.do(b.Split("n", "p"))
			b.do(b.Revert(made))
			return e
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			b.add(Problem, "a")
			b.add(Project, "p")
			e := f(b)
			before := maps.Clone(b.entities)
			_, err := b.Revert(e)
			b.fails("revert", err, ErrConflict)
			if !reflect.DeepEqual(before, b.entities) {
				t.Error("a refused undo changed the board")
			}
		})
	}
}

// What was done to the clock is taken back as if it had not been done, and done again
// as if it had not been taken back.
func TestUndoOfTheClock(t *testing.T) {
	const h = time.Hour
	at := func(d time.Duration) time.Time { return noon.Add(d) }
	fresh := Clock{Length: 48 * h}
	running := fresh.Start(noon)
	for name, c := range map[string]struct{ was, is Clock }{
		LabelStart: {fresh, running},
		LabelPause: {running, running.Pause(at(5 * h))},
		LabelReset: {running, running.Reset()},
		LabelMore:  {running, running.Add(h, at(h))},
		LabelLess:  {running, running.Add(-h, at(h))},
		LabelClock: {running, Clock{Length: 48 * h, Since: noon, Over: "out"}},
	} {
		b, hist := newBench(t), &History{Desk: "desk-a"}
		b.do(b.SetClock(c.was))
		hist.Note(b.do(b.SetClock(c.is)))
		b.desk = "desk-b"
		stepped := b.Clock()
		stepped.Step = time.Minute
		b.do(b.SetClock(stepped)) // the store's clock is set meanwhile
		b.desk = "desk-a"
		b.equal("what is taken back", b.undo(hist).Label, name)
		b.equal(name+" taken back", b.Clock().Left(at(9*h)), c.was.Left(at(9*h)))
		b.equal("the step", b.Clock().Step, time.Minute)
		b.redo(hist)
		b.equal(name+" again", b.Clock().Left(at(9*h)), c.is.Left(at(9*h)))
	}
}

func TestUndoOfTheClockLeavesTheRunOfOthers(t *testing.T) {
	b := newBench(t)
	running := b.Clock().Start(noon)
	b.do(b.SetClock(running.Pause(noon.Add(time.Hour))))
	reset := b.do(b.SetClock(b.Clock().Reset()))
	b.do(b.SetClock(b.Clock().Start(noon.Add(2 * time.Hour))))
	_, err := b.Revert(reset)
	b.fails("what was spent before another start", err, ErrConflict)

	less := b.do(b.SetClock(b.Clock().Add(-time.Hour, noon)))
	b.do(b.SetClock(b.Clock().Pause(noon.Add(3 * time.Hour))))
	b.do(b.Revert(less))
	b.equal("the time is given back", b.Clock().Length, 48*time.Hour)
	b.equal("another's pause stays", b.Clock().Running(), false)
}

// Nobody made a step of the store's clock, so nobody takes it back.
func TestAStepOfTheStoresClockIsNoStepOfUndo(t *testing.T) {
	b, h := newBench(t), &History{Desk: "desk-a"}
	b.do(b.SetClock(b.Clock().Start(noon)))
	stepped := b.Clock()
	stepped.Step = time.Hour
	h.Note(b.do(b.SetClock(stepped)))
	b.equal("steps", h.Steps(), 0)
}

// A slip at the clock is mended at once or not by undo, which never reaches hours back to
// what the room was told; a card's move stays.
func TestWhatWasDoneToTheClockLapses(t *testing.T) {
	h := History{Desk: "a"}
	card := Card{ID: "c", Stage: Problem, Title: "Rents"}
	clock := Clock{Length: time.Hour}
	later := clock
	later.Length += time.Minute
	for i, c := range []Change{{After: card}, {Before: clock, After: later}} {
		h.Note(Edit{Desk: "a", Changes: []Change{c}}.Stamped(int64(i+1), noon))
	}
	for _, x := range []struct {
		at    time.Duration
		steps int
	}{{4 * time.Minute, 2}, {6 * time.Minute, 1}, {48 * time.Hour, 1}} {
		if h.Lapse(noon.Add(x.at)); h.Steps() != x.steps {
			t.Errorf("after %v %d steps can be taken back, want %d", x.at, h.Steps(), x.steps)
		}
	}
}
