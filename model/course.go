package model

import (
	"cmp"
	"slices"
	"time"
)

// A Course is how a race went, in the race's own time: that of its clock.
type Course struct {
	Known   bool // cards came while the clock ran, so that there is a time to tell
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
// there. When those of a sample came whose clock stood, it does not know.
func (b *Board) Course(history []Edit) Course {
	var course Course
	var clock Clock
	var stood time.Time // since when
	ran, seen := false, map[ID]bool{}
	for _, e := range history {
		now := clock.Race(e.At)
		at := clock.Elapsed(now)
		for _, c := range e.Changes {
			switch after := c.After.(type) {
			case Card:
				if first := c.Before == nil && !seen[after.ID]; first && (e.Label != LabelSample || clock.Running()) {
					course.Comings = append(course.Comings, Coming{after.ID, after.Stage, at})
				}
				seen[after.ID] = true
			case Clock:
				stood = course.turn(clock.Running(), after.Running(), at, now, stood)
				clock = after
				ran = ran || clock.Running()
			}
		}
	}
	course.Comings = slices.DeleteFunc(course.Comings, func(c Coming) bool { _, there := b.Card(c.Card); return !there })
	course.Known = ran && len(course.Comings) > 0
	slices.SortStableFunc(course.Comings, func(x, y Coming) int { return cmp.Compare(x.At, y.At) })
	return course
}

// turn notes that the clock went on after it stood since an instant, and returns since when
// it stands.
func (c *Course) turn(ran, goes bool, at time.Duration, now, stood time.Time) time.Time {
	switch {
	case ran && !goes:
		return now
	case !ran && goes && !stood.IsZero():
		c.Stops = append(c.Stops, Stop{at, now.Sub(stood)})
	}
	return stood
}
