package model

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// A Deviation is something that did not go as planned, written down while people know.
type Deviation struct {
	ID      ID            `json:"id"`
	Rev     int64         `json:"-"`
	Noted   time.Time     `json:"noted"`   // when it was first written down
	Elapsed time.Duration `json:"elapsed"` // the race's own time when it happened
	What    string        `json:"what"`
	Measure string        `json:"measure,omitempty"` // what was done about it
}

// Ref points at the deviation.
func (d Deviation) Ref() Ref { return Ref{KindDeviation, d.ID} }

// Revision is the Seq that last wrote the deviation.
func (d Deviation) Revision() int64 { return d.Rev }

// At returns the deviation as written by the Edit with this Seq.
func (d Deviation) At(rev int64) Entity { d.Rev = rev; return d }

// Deviations returns the log, oldest first.
func (b *Board) Deviations() []Deviation {
	all := collect[Deviation](b)
	slices.SortFunc(all, func(x, y Deviation) int { return cmp.Or(x.Noted.Compare(y.Noted), cmp.Compare(x.ID, y.ID)) })
	return all
}

// Note proposes a line of the log: where it has no ID a new one, at now unless it tells
// its own time, else what somebody made of one that they saw as was.
func (b *Board) Note(was, is Deviation, now time.Time) (Edit, error) {
	is.What, is.Measure = CleanText(is.What), CleanText(is.Measure)
	switch {
	case is.What == "":
		return Edit{}, fmt.Errorf("note deviation: %w", ErrNoTitle)
	case max(len(is.What), len(is.Measure)) > MaxText:
		return Edit{}, fmt.Errorf("note deviation: %w", ErrTooLong)
	case is.ID == "":
		is.ID, is.Noted = NewID(), now.UTC().Truncate(time.Millisecond)
		is.Elapsed = cmp.Or(max(0, is.Elapsed), b.Clock().Elapsed(now))
		return b.replace(LabelDeviation, is), nil
	}
	old, there := b.Get(is.Ref()).(Deviation)
	if !there {
		return Edit{}, fmt.Errorf("note deviation: %w", ErrGone)
	}
	merged, ok := merge(old, was, is)
	if !ok {
		return Edit{}, fmt.Errorf("note deviation: %w", &Clash{Ref: is.Ref()})
	}
	return b.replace(LabelDeviation, merged), nil
}

// Strike proposes to take a line out of the log.
func (b *Board) Strike(id ID) (Edit, error) {
	old, there := b.Get(Ref{KindDeviation, id}).(Deviation)
	if !there {
		return Edit{}, fmt.Errorf("strike deviation: %w", ErrGone)
	}
	return Edit{Label: LabelStrike, Changes: []Change{{Before: old}}}, nil
}
