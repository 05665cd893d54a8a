package model

import "time"

// DefaultLength is how long an Innovation Race takes.
const DefaultLength = 48 * time.Hour

// The lengths that a race can have. What is beyond is a slip of the hand.
const (
	MinLength = time.Minute
	MaxLength = 30 * 24 * time.Hour
)

// MaxOver is how long the text of overtime may be, in letters.
const MaxOver = 100

// A Clock is the race's time limit. What is left is a function of it and of
// now, so it survives a restart without anything running in between. Its
// instants are of the race's time: that of the store, but for the steps that
// somebody set the store's clock by while the race went on; see Wall.
type Clock struct {
	Rev    int64         `json:"-"`
	Length time.Duration `json:"length"` // the whole race
	Used   time.Duration `json:"used"`   // spent before Since
	Since  time.Time     `json:"since"`  // when it last began to run; zero while it stands

	Step   time.Duration `json:"step,omitempty"`   // by which the store's clock was set ahead since the race began
	Warn   time.Duration `json:"warn,omitempty"`   // before the end; the usual where it is 0
	Danger time.Duration `json:"danger,omitempty"` // before the end; the usual where it is 0
	Over   string        `json:"over,omitempty"`   // what the room reads in overtime, if anything
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

// Reset returns the clock as it was before anything was spent.
func (c Clock) Reset() Clock {
	c.Used, c.Since = 0, time.Time{}
	return c
}

// Until returns the clock that reaches its end at an instant: a standing one, if
// it were started now.
func (c Clock) Until(end, now time.Time) Clock {
	c.Length = c.Elapsed(now) + end.Sub(now)
	return c
}

// End is when the clock reaches its end: a standing one, if it were started now.
func (c Clock) End(now time.Time) time.Time { return now.Add(c.Left(now)) }

// Ends is what the clock on the wall shows at the end, to the second: lengths are kept in
// milliseconds, and what was set to end at five shall not be said to end a moment before.
func (c Clock) Ends(now time.Time) time.Time { return c.Wall(c.End(now)).Round(time.Second) }

// Wall is what the store's clock shows at an instant of the race, and so what the
// clock on the wall shows.
func (c Clock) Wall(t time.Time) time.Time { return t.Add(c.Step) }

// Race is the instant of the race at which the store's clock shows t.
func (c Clock) Race(t time.Time) time.Time { return t.Add(-c.Step) }

// A Level says how near the end is.
type Level string

// The levels in their order.
const (
	Calm    Level = "calm"
	Warning Level = "warning"
	Danger  Level = "danger"
	Over    Level = "over"
)

// Level is how near the end is at the instant now. Before anything was spent, all is
// calm.
func (c Clock) Level(now time.Time) Level {
	warn, danger := c.Moments()
	left := c.Left(now)
	switch {
	case !c.Started():
		return Calm
	case left <= 0:
		return Over
	case left <= danger:
		return Danger
	case left <= warn:
		return Warning
	}
	return Calm
}

// When the room is warned, unless it is said otherwise.
const (
	usualWarn   = 2 * time.Hour
	usualDanger = 15 * time.Minute
)

// Moments are how long before the end the room is warned, and then alarmed. In a
// short race the usual ones are sooner.
func (c Clock) Moments() (warn, danger time.Duration) {
	warn, danger = Moments(c.Length)
	if c.Warn != 0 {
		warn = c.Warn
	}
	if c.Danger != 0 {
		return warn, c.Danger
	}
	return warn, min(danger, warn)
}

// Moments are the usual ones of a time limit of some length: of a race, a side timer,
// a pitch.
func Moments(length time.Duration) (warn, danger time.Duration) {
	return min(usualWarn, length/6), min(usualDanger, length/12)
}
