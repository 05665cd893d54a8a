package model

import (
	"cmp"
	"slices"
	"time"
)

// A Segment is one item of the agenda: a lecture, an exercise, work, a meal.
// Its start counts from the start of the race.
type Segment struct {
	ID     ID            `json:"id"`
	Rev    int64         `json:"-"`
	Phase  string        `json:"phase"`
	Title  string        `json:"title"`
	Kind   string        `json:"kind,omitempty"`
	Note   string        `json:"note,omitempty"`
	Start  time.Duration `json:"start"`
	Length time.Duration `json:"length"`
}

// Ref points at the segment.
func (s Segment) Ref() Ref { return Ref{KindSegment, s.ID} }

// Revision is the Seq that last wrote the segment.
func (s Segment) Revision() int64 { return s.Rev }

// At returns the segment as written by the Edit with this Seq.
func (s Segment) At(rev int64) Entity { s.Rev = rev; return s }

// An Agenda is the segments of a race in their order.
type Agenda []Segment

// At returns the segment under way after elapsed and the one that follows;
// either is nil where there is none.
func (a Agenda) At(elapsed time.Duration) (now, next *Segment) {
	for i := range a {
		s := &a[i]
		if elapsed < s.Start {
			return now, s
		}
		if elapsed < s.Start+s.Length {
			now = s
		}
	}
	return now, nil
}

func sortAgenda(a Agenda) Agenda {
	slices.SortFunc(a, func(x, y Segment) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.ID, y.ID))
	})
	return a
}
