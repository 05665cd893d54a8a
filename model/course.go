package model

import (
	"cmp"
	"slices"
	"time"
)

// A Course is how a race went, in the race's own time: that of its clock.
type Course struct {
	Known   bool // the clock ran, so that there is a time to tell
	Comings []Coming
	Stops   []Stop
}

// A Coming is when a card came to be.
type Coming struct {
	Card  ID
	Stage Stage
	At    time.Duration
}

// A Stop is when the clock stood still, and for how long the room's time went on.
type Stop struct{ At, Length time.Duration }

// Course tells from a race's whole history how it went, of the cards that are still
// there.
func (b *Board) Course(history []Edit) Course {
	var course Course
	var clock Clock
	var stood time.Time // since when
	seen := map[ID]bool{}
	for _, e := range history {
		at := clock.Elapsed(e.At)
		for _, c := range e.Changes {
			switch after := c.After.(type) {
			case Card:
				if _, there := b.Card(after.ID); there && c.Before == nil && !seen[after.ID] {
					seen[after.ID] = true
					course.Comings = append(course.Comings, Coming{after.ID, after.Stage, at})
				}
			case Clock:
				if clock.Running() && !after.Running() {
					stood = e.At
				}
				if !clock.Running() && after.Running() && !stood.IsZero() {
					course.Stops = append(course.Stops, Stop{at, e.At.Sub(stood)})
				}
				clock = after
				course.Known = course.Known || clock.Running()
			}
		}
	}
	slices.SortStableFunc(course.Comings, func(x, y Coming) int { return cmp.Compare(x.At, y.At) })
	return course
}
