package model

import "time"

// DefaultLength is how long an Innovation Race takes.
const DefaultLength = 48 * time.Hour

// A Clock is the race's time limit. What is left is a function of it and of
// now, so it survives a restart without anything running in between. All
// instants are the store's.
type Clock struct {
	Rev    int64         `json:"-"`
	Length time.Duration `json:"length"` // the whole race
	Used   time.Duration `json:"used"`   // spent before Since
	Since  time.Time     `json:"since"`  // when it last began to run; zero while it stands
}

// ClockRef points at the one Clock of a board.
var ClockRef = Ref{KindClock, "clock"}

// Ref points at the clock.
func (Clock) Ref() Ref { return ClockRef }

// Revision is the Seq that last wrote the clock.
func (c Clock) Revision() int64 { return c.Rev }

// At returns the clock as written by the Edit with this Seq.
func (c Clock) At(rev int64) Entity { c.Rev = rev; return c }

// Running says whether time is being spent.
func (c Clock) Running() bool { return !c.Since.IsZero() }

// Started says whether any time was ever spent.
func (c Clock) Started() bool { return c.Running() || c.Used > 0 }

// Elapsed is the time spent at the instant now.
func (c Clock) Elapsed(now time.Time) time.Duration {
	if !c.Running() {
		return c.Used
	}
	return c.Used + max(0, now.Sub(c.Since))
}

// Left is the time that remains at the instant now; below zero in overtime.
func (c Clock) Left(now time.Time) time.Duration { return c.Length - c.Elapsed(now) }

// Start returns the clock running from now; a running one is returned as it is.
func (c Clock) Start(now time.Time) Clock {
	if !c.Running() {
		c.Since = now.UTC().Round(0) // without the process's own monotonic reading
	}
	return c
}

// Pause returns the clock standing still at now.
func (c Clock) Pause(now time.Time) Clock {
	c.Used, c.Since = c.Elapsed(now), time.Time{}
	return c
}

// Add returns the clock with d more to go, or less where d is negative. The
// length never falls below what is already spent.
func (c Clock) Add(d time.Duration, now time.Time) Clock {
	c.Length = max(c.Length+d, min(c.Length, c.Elapsed(now)), 0)
	return c
}
