package model

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// A Run is time that is spent while something goes on: it survives a restart without
// anything running in between. Its instants are the store's.
type Run struct {
	Used  time.Duration `json:"used,omitempty"` // spent before Since
	Since time.Time     `json:"since,omitzero"` // when it last began to run; zero while it stands
}

// Running says whether time is being spent.
func (r Run) Running() bool { return !r.Since.IsZero() }

// Begun says whether any time was ever spent.
func (r Run) Begun() bool { return r.Running() || r.Used > 0 }

// Spent is the time spent at the instant now.
func (r Run) Spent(now time.Time) time.Duration {
	if !r.Running() {
		return r.Used
	}
	return r.Used + max(0, now.Sub(r.Since))
}

// Turn returns the run going on from now, or standing still where it is running.
func (r Run) Turn(now time.Time) Run {
	if r.Running() {
		return Run{Used: r.Spent(now)}
	}
	return Run{Used: r.Used, Since: now.UTC().Round(0)}
}

// A Timer is a time limit beside the race's: of an exercise, of a break.
type Timer struct {
	ID     ID            `json:"id"`
	Rev    int64         `json:"-"`
	Name   string        `json:"name"`
	Length time.Duration `json:"length"`
	Run    Run           `json:"run"`
	Large  bool          `json:"large,omitempty"` // takes the projector's face
	Order  int           `json:"order"`
}

// MaxTimers is how many side timers there are at most.
const MaxTimers = 3

// Ref points at the timer.
func (t Timer) Ref() Ref { return Ref{KindTimer, t.ID} }

// Revision is the Seq that last wrote the timer.
func (t Timer) Revision() int64 { return t.Rev }

// At returns the timer as written by the Edit with this Seq.
func (t Timer) At(rev int64) Entity { t.Rev = rev; return t }

// Left is the time that remains at the instant now; below zero after its end.
func (t Timer) Left(now time.Time) time.Duration { return t.Length - t.Run.Spent(now) }

// Timers returns the side timers in their order.
func (b *Board) Timers() []Timer {
	timers := collect[Timer](b)
	slices.SortFunc(timers, func(x, y Timer) int {
		return cmp.Or(cmp.Compare(x.Order, y.Order), cmp.Compare(x.ID, y.ID))
	})
	return timers
}

// AddTimer proposes a new side timer, which stands until it is started.
func (b *Board) AddTimer(name string, length time.Duration) (Edit, error) {
	timers := b.Timers()
	if len(timers) >= MaxTimers {
		return Edit{}, fmt.Errorf("add timer: %w", ErrCrowded)
	}
	t := Timer{ID: NewID(), Name: name, Length: length}
	if n := len(timers); n > 0 {
		t.Order = timers[n-1].Order + 1
	}
	return b.writeTimer(LabelTimer, t)
}

// ChangeTimer proposes what somebody made of a timer: its name, its length, and
// whether it is large. How much of it is spent stays.
func (b *Board) ChangeTimer(t Timer) (Edit, error) {
	now, ok := b.Get(t.Ref()).(Timer)
	if !ok {
		return Edit{}, fmt.Errorf("change timer: %w", ErrGone)
	}
	now.Name, now.Length, now.Large = t.Name, t.Length, t.Large
	return b.writeTimer(LabelTimer, now)
}

// StretchTimer proposes that a timer has more to go, or less where by is below zero,
// though never less than nothing.
func (b *Board) StretchTimer(id ID, by time.Duration, now time.Time) (Edit, error) {
	return b.runTimer(id, func(t *Timer) {
		t.Length = max(t.Length+by, min(t.Length, max(t.Run.Spent(now), ShortestLength)))
	})
}

// TurnTimer proposes that a timer goes on from now, or stands still where it runs.
func (b *Board) TurnTimer(id ID, now time.Time) (Edit, error) {
	return b.runTimer(id, func(t *Timer) { t.Run = t.Run.Turn(now) })
}

// ResetTimer proposes that a timer stands at its whole length again.
func (b *Board) ResetTimer(id ID) (Edit, error) {
	return b.runTimer(id, func(t *Timer) { t.Run = Run{} })
}

// RemoveTimer proposes that a timer is gone.
func (b *Board) RemoveTimer(id ID) (Edit, error) {
	t, ok := b.Get(Ref{KindTimer, id}).(Timer)
	if !ok {
		return Edit{}, fmt.Errorf("remove timer: %w", ErrGone)
	}
	return Edit{Label: LabelTimer, Changes: []Change{{Before: t}}}, nil
}

func (b *Board) runTimer(id ID, change func(*Timer)) (Edit, error) {
	t, ok := b.Get(Ref{KindTimer, id}).(Timer)
	if !ok {
		return Edit{}, fmt.Errorf("run timer: %w", ErrGone)
	}
	change(&t)
	return b.writeTimer(LabelTime, t)
}

func (b *Board) writeTimer(label string, t Timer) (Edit, error) {
	t.Name = CleanLine(t.Name)
	switch {
	case t.Name == "":
		return Edit{}, fmt.Errorf("%s: %w", label, ErrNoTitle)
	case len(t.Name) > MaxTitle:
		return Edit{}, fmt.Errorf("%s: %w", label, ErrTooLong)
	case t.Length < time.Second:
		return Edit{}, fmt.Errorf("%s: %w", label, ErrNoLength)
	case t.Length > LongestLength:
		return Edit{}, fmt.Errorf("%s: %w", label, ErrTooFar)
	}
	return b.replace(label, t), nil
}
