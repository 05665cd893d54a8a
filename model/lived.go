package model

import (
	"slices"
	"time"
)

// slips are by how many minutes the segments of a lived race began late, by turns.
var slips = [...]time.Duration{0, 0, 5, 10, 5, 0, 10, 15, 5, 0, -5}

// Lived returns the outline as the Edits of a race that came as far as the state says
// and stands since now: its cards came while the segments of work of their phase went
// on, and its segments began about when they were to.
func (o Outline) Lived(state SampleState, now time.Time) []Edit {
	edits := o.Edits(state)
	frame, links := &edits[0], edits[len(edits)-1]
	var ran, stands Clock
	for i, c := range frame.Changes {
		switch after := c.After.(type) {
		case Clock:
			stands = after
			ran = Clock{Length: after.Length, Since: now.Add(-after.Used).UTC().Truncate(time.Millisecond)}
			frame.Changes[i].After = ran
		case Segment:
			if began := after.Start + slips[i%len(slips)]*time.Minute; after.Start > 0 && began < stands.Used {
				after.Begun, after.Began = true, began
				frame.Changes[i].After = after
			}
		}
	}
	frame.At = ran.Since
	out := []Edit{*frame}
	for i, column := range edits[1 : len(edits)-1] {
		out = append(out, column.over(o.worked(Phases[i], stands.Used), ran.Since)...)
	}
	links.At = ran.Since.Add(stands.Used)
	links.Changes = append(links.Changes, Change{Before: ran.At(1), After: stands}) // as the first edit wrote it
	return append(out, links)
}

// worked lists the half-hours of work in a phase, until a time of the race.
func (o Outline) worked(phase string, until time.Duration) []time.Duration {
	const each = 30 * time.Minute
	var out []time.Duration
	for _, s := range o.Plan() {
		if s.Phase != phase || s.Kind != "work" {
			continue
		}
		for at := s.Start + each/2; at < min(s.Start+s.Length, until); at += each {
			out = append(out, at)
		}
	}
	return out
}

// over spreads an edit's changes over times of a race that began at an instant, here
// more and there fewer.
func (e Edit) over(times []time.Duration, began time.Time) []Edit {
	if len(times) == 0 {
		e.At = began
		return []Edit{e}
	}
	all, sum := 0, 0
	for i := range times {
		all += weight(i)
	}
	var out []Edit
	rest := e.Changes
	for i, at := range times {
		sum += weight(i)
		n := len(e.Changes)*sum/all - (len(e.Changes) - len(rest))
		if n == 0 {
			continue
		}
		part := e
		part.At, part.Changes = began.Add(at), slices.Clone(rest[:n])
		out, rest = append(out, part), rest[n:]
	}
	return out
}

// weight is how much comes in a half-hour, counted from the beginning of the work.
func weight(halfHour int) int { return 2 + halfHour*5%4 }
