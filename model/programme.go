package model

import "time"

// A Placed segment is one with its place in the race, as far as it is known now.
type Placed struct {
	Segment                 // as it is stored
	From, To  time.Duration // when it is held, from the start of the race: what happened, then what is to come
	Plan      time.Duration // when it would have begun by the plan alone
	Clash     time.Duration // by how much the one before runs into its fixed time
	Beyond    time.Duration // by how much it ends after the race
	Continues bool          // of the same phase as the one before
}

// Shift is by how much the segment begins after the plan; below zero before it.
func (p Placed) Shift() time.Duration { return p.From - p.Plan }

// A Programme is the segments of a race laid out in their order.
type Programme []Placed

// Programme lays out the race's segments as they are known at the race's instant now,
// whose location says what a time of day is. Each begins where the one before it ends. One
// with a fixed time stays there: what is in its way is told as a Clash, and nothing
// is moved for it. One that really began, began then, and those after it follow.
func (b *Board) Programme(now time.Time) Programme {
	clock, agenda := b.Clock(), b.segments()
	zero := origin(clock, agenda, now) // on the wall, as fixed times are
	fixed := func(s Segment, at time.Duration) time.Duration {
		return max(0, nearest(zero.Add(at), s.Fixed).Sub(zero))
	}
	out := layOut(agenda, fixed)
	for i := range out {
		out[i].Beyond = noticed(out[i].To - clock.Length)
	}
	return out
}

// Agenda returns the segments in their order with the times at which they are held.
func (p Programme) Agenda() Agenda {
	agenda := make(Agenda, len(p))
	for i, x := range p {
		agenda[i] = x.Segment
		agenda[i].Start, agenda[i].Length = x.From, x.To-x.From
	}
	return agenda
}

// noticed is by how much a programme does not fit, where that is a minute at least: times
// of day are written to the minute, and what is less is no trouble to anybody.
func noticed(d time.Duration) time.Duration {
	if d < time.Minute {
		return 0
	}
	return d
}

// At returns the place in the programme of the segment under way after elapsed and of
// the one that follows; either is -1 where there is none.
func (p Programme) At(elapsed time.Duration) (now, next int) {
	now, next = -1, -1
	for i, x := range p {
		if x.From > elapsed {
			if next < 0 {
				next = i
			}
			continue
		}
		if next = -1; x.To > elapsed {
			now = i
		}
	}
	return now, next
}

// Over is how long the programme is beyond the end of the race.
func (p Programme) Over() time.Duration {
	var most time.Duration
	for _, x := range p {
		most = max(most, x.Beyond)
	}
	return most
}

// Agenda returns the segments in their order, laid out without knowing what time of
// day it is: a fixed one begins where it was when it was written, or after the one
// before it.
func (b *Board) Agenda() Agenda {
	return layOut(b.segments(), func(s Segment, at time.Duration) time.Duration { return max(at, s.Start) }).Agenda()
}

// Instant is what the clock on the wall shows when that much time is spent, if the
// race goes on from its instant now.
func (c Clock) Instant(at time.Duration, now time.Time) time.Time {
	return c.Wall(now.Add(at - c.Elapsed(now)))
}

// segments are those of the race as they are stored, in their order.
func (b *Board) segments() Agenda { return sortAgenda(collect[Segment](b)) }

// layOut lays out segments; fixed says where one with a fixed time begins that would
// else begin at a time.
func layOut(agenda Agenda, fixed func(s Segment, at time.Duration) time.Duration) Programme {
	out, old := make(Programme, len(agenda)), agenda.untouched()
	var at, planned time.Duration
	for i, s := range agenda {
		x := Placed{Segment: s, From: at, Plan: planned, Continues: i > 0 && agenda[i-1].Phase == s.Phase}
		switch {
		case old:
			x.From, x.Plan = s.Start, s.Start
		case s.Fixed != "":
			x.From, x.Plan = fixed(s, at), fixed(s, planned)
			if x.Clash = noticed(at - x.From); i == 0 {
				x.Clash = 0
			}
		}
		if s.Begun {
			x.From, x.Clash = s.Began, 0
		}
		x.To = x.From + s.Length
		if i+1 < len(agenda) && agenda[i+1].Begun {
			x.To = max(x.From, agenda[i+1].Began)
		}
		at, planned = x.To, x.Plan+s.Length
		out[i] = x
	}
	return out
}

// untouched says whether a programme is one of old, whose segments only have the
// times at which they begin.
func (a Agenda) untouched() bool {
	for _, s := range a {
		if s.Rank != 0 || s.Fixed != "" || s.Begun {
			return false
		}
	}
	return true
}

// origin is what the wall showed when the race began, or would have, had it never
// paused. One that has not begun begins at the fixed time of its first segment, or now.
func origin(c Clock, agenda Agenda, now time.Time) time.Time {
	if len(agenda) > 0 && agenda[0].Fixed != "" && !c.Started() {
		if wall := c.Wall(now); !nearest(wall, agenda[0].Fixed).Before(wall) {
			return nearest(wall, agenda[0].Fixed)
		}
	}
	return c.Instant(0, now)
}

// How far a fixed time may lie before the moment that its segment would begin at, to
// be told as missed; before that it is the next day's.
const lateMost = 6 * time.Hour

// nearest is the instant around another with this time of day, as wall clocks in its
// location show it.
func nearest(t time.Time, fixed string) time.Time {
	at, err := time.Parse(timeOfDay, fixed)
	if err != nil {
		return t
	}
	year, month, day := t.Date()
	for d := -1; ; d++ {
		one := time.Date(year, month, day+d, at.Hour(), at.Minute(), 0, 0, t.Location())
		if one.Sub(t) >= -lateMost {
			return one
		}
	}
}

// timeOfDay is how a fixed time is written.
const timeOfDay = "15:04"
