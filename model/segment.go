package model

import (
	"cmp"
	"slices"
	"time"
)

// A Segment is one item of the agenda: a lecture, an exercise, work, a meal. It begins
// where the one before it ends, at a fixed time of day, or when somebody said that it
// begins. Times of the race count from its start and stand still while the clock does.
type Segment struct {
	ID     ID            `json:"id"`
	Rev    int64         `json:"-"`
	Phase  string        `json:"phase"`
	Title  string        `json:"title"`
	Kind   string        `json:"kind,omitempty"`
	Note   string        `json:"note,omitempty"`  // for the projector
	Start  time.Duration `json:"start"`           // as it was laid out when it was written
	Length time.Duration `json:"length"`          // planned
	Rank   Rank          `json:"rank,omitempty"`  // its place in the programme; 0 in files of old
	Fixed  string        `json:"fixed,omitempty"` // the time of day that it begins at, such as 09:30
	Begun  bool          `json:"begun,omitempty"` // it really began, at Began
	Began  time.Duration `json:"began,omitempty"`
}

// Phases are those of an Innovation Race, in their order.
var Phases = []string{"Research", "Mobilisering", "Genomförande"}

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
		return cmp.Or(cmp.Compare(x.Rank, y.Rank), cmp.Compare(x.Start, y.Start), cmp.Compare(x.ID, y.ID))
	})
	return a
}
