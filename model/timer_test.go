package model

import (
	"fmt"
	"testing"
	"time"
)

func TestTimers(t *testing.T) {
	b := newBench(t)
	b.do(b.AddTimer(" Exercise\n", 7*minute))
	id := b.Timers()[0].ID
	left := func(at int) time.Duration { return b.Timers()[0].Left(noon.Add(time.Duration(at) * minute)) }
	b.equal("standing", left(9), 7*minute)
	b.do(b.TurnTimer(id, noon))
	b.equal("running", left(3), 4*minute)
	b.equal("after its end", left(9), -2*minute)
	b.do(b.StretchTimer(id, -time.Hour, noon.Add(3*minute)))
	b.equal("never less than nothing", left(3), time.Duration(0))
	b.do(b.StretchTimer(id, minute, noon.Add(3*minute)))
	b.do(b.TurnTimer(id, noon.Add(3*minute)))
	b.equal("paused", left(30), minute)
	b.do(b.ResetTimer(id))
	b.equal("at its beginning", left(30), 4*minute)
	big := b.Timers()[0]
	big.Name, big.Large, big.Run = "Pitch", true, Run{Used: time.Hour}
	b.do(b.ChangeTimer(big))
	b.equal("changed", b.Timers()[0].Name, "Pitch")
	b.equal("and not what is spent", left(0), 4*minute)

	b.do(b.AddTimer("Two", minute))
	b.do(b.AddTimer("Three", minute))
	_, err := b.AddTimer("Four", minute)
	b.fails("a fourth", err, ErrCrowded)
	gone := b.do(b.RemoveTimer(id))
	b.equal("the next is first", b.Timers()[0].Name, "Two")
	b.do(b.Revert(gone))
	b.do(b.RemoveTimer(b.Timers()[2].ID))
	for _, c := range []struct {
		name   string
		length time.Duration
		want   error
	}{{"", minute, ErrNoTitle}, {"x", 0, ErrNoLength}, {"x", -minute, ErrNoLength}, {"x", 3000 * time.Hour, ErrTooFar}} {
		_, err := b.AddTimer(c.name, c.length)
		b.fails(c.name+c.length.String(), err, c.want)
	}
	_, err = b.TurnTimer("z", noon)
	b.fails("gone", err, ErrGone)
}

// No undo on the board stops what runs; what was taken away can come back.
func TestWhatRunsIsNotUndone(t *testing.T) {
	b, h := newBench(t), History{Desk: "desk-a"}
	note := func(e Edit) { h.Note(e) }
	note(b.do(b.AddTimer("One", minute)))
	id := b.Timers()[0].ID
	note(b.do(b.TurnTimer(id, noon)))
	e, _ := h.Undo()
	b.equal("undo", e.Label, LabelTimer)
	note(b.do(b.RemoveTimer(id)))
	e, _ = h.Undo()
	b.do(b.Revert(e))
	b.equal("runs on", b.Timers()[0].Run.Running(), true)
}

func TestAPitchRound(t *testing.T) {
	b := newBench(t)
	for _, id := range []ID{"p", "q", "r", "s"} {
		b.add(Project, id)
	}
	_, err := b.BeginPitch(Problem, minute, false, false)
	b.fails("of problems", err, ErrNoMeaning)
	_, err = b.BeginPitch(Product, minute, false, false)
	b.fails("of nobody", err, ErrNobody)
	_, err = b.BeginPitch(Project, 0, false, false)
	b.fails("without time", err, ErrNoLength)
	_, err = b.StepPitch(1, noon)
	b.fails("that has not begun", err, ErrGone)
	b.do(b.BeginPitch(Project, 3*minute, false, false))
	pitch := func() Pitch { p, _ := b.Pitch(); return p }
	b.equal("the first waits", pitch().Left(noon.Add(minute)), 3*minute)
	b.do(b.TurnPitch(noon))
	b.equal("and goes", pitch().Left(noon.Add(minute)), 2*minute)
	b.do(b.StepPitch(1, noon))
	b.equal("the second", pitch().Now()+pitch().Next(), ID("qr"))
	b.equal("has its own time", pitch().Left(noon.Add(minute)), 2*minute)
	b.do(b.Remove("p"))
	b.equal("one before is gone", pitch().Now()+pitch().Next(), ID("qr"))
	b.do(b.Remove("q"))
	b.equal("its own is gone", pitch().Now()+pitch().Next(), ID("rs"))
	b.do(b.StepPitch(1, noon))
	b.do(b.StepPitch(1, noon))
	b.equal("over", pitch().Over(), true)
	b.equal("nobody's time runs", pitch().Run.Running(), false)
	b.equal("no further", b.do(b.StepPitch(1, noon)).Empty(), true)
	b.do(b.StepPitch(-1, noon))
	b.equal("back", pitch().Now(), ID("s"))
	b.do(b.EndPitch())
	_, on := b.Pitch()
	b.equal("ended", on, false)
}

// The room sees the round from its beginning to its end, and then what it saw before;
// unless somebody showed it something else meanwhile, or does not want that.
func TestARoundTakesTheRoomsScreen(t *testing.T) {
	for _, c := range []struct {
		before, meanwhile, after Face
		show                     bool
	}{
		{FaceFigures, "", FaceFigures, true},
		{FacePitch, "", FaceClock, true},
		{FaceFigures, FaceBlack, FaceBlack, true},
		{FaceFigures, "", FaceFigures, false},
		{FaceFigures, FacePitch, FacePitch, false},
	} {
		b, h := newBench(t), History{Desk: "desk-a"}
		b.add(Project, "p")
		b.do(b.SetScreen(Screen{Face: c.before, Message: "Lunch"}))
		h.Note(b.do(b.BeginPitch(Project, minute, false, c.show)))
		if c.show {
			b.equal("it is shown", b.Screen(), Screen{Rev: b.Screen().Rev, Face: FacePitch, Message: "Lunch"})
		}
		if c.meanwhile != "" {
			b.do(b.SetScreen(Screen{Face: c.meanwhile, Message: "Lunch"}))
		}
		b.do(b.StepPitch(1, noon))
		h.Note(b.do(b.EndPitch()))
		b.equal(fmt.Sprint(c), b.Screen().Face, c.after)
		_, can := h.Undo()
		b.equal("no undo on the board brings the round back", can, false)
	}
}

func TestLotsAreDrawnOnce(t *testing.T) {
	b := newBench(t)
	for i := range 40 {
		b.add(Product, ID(fmt.Sprintf("c%02d", i)))
	}
	b.do(b.BeginPitch(Product, minute, true, false))
	p, _ := b.Pitch()
	seen := map[ID]bool{}
	sorted := true
	for i, id := range p.Cards {
		seen[id] = true
		sorted = sorted && id == ID(fmt.Sprintf("c%02d", i))
	}
	b.equal("everybody once", len(seen), 40)
	b.equal("by lot", sorted, false)
	again, _ := b.Pitch()
	b.equal("the same at each look", join(b.cards(again.Cards)), join(b.cards(p.Cards)))
}
