package model

import "time"

// A Signal is what people are told by ear when a moment of the time passes.
type Signal string

// The signals, the more urgent ones later.
const (
	NoSignal      Signal = ""
	SignalTurn    Signal = "turn"    // a side timer or somebody's pitch is at its end
	SignalWarning Signal = "warning" // of the race, as set
	SignalDanger  Signal = "danger"
	SignalEnd     Signal = "end"
)

// Signals watches at one desk which moments pass. The zero value has seen none yet.
type Signals struct{ ahead map[moment]bool }

// A moment is one that passes when so much is left of a time limit.
type moment struct {
	of   Ref // in a pitch round, the card whose turn it is
	what Signal
}

// A coming moment, as it stands now.
type coming struct {
	moment
	until time.Duration // below zero once it passed
	runs  bool
}

const (
	// signalLate is how much later than its moment a signal is still given: what passed
	// while a computer slept, or because somebody took time away, is not told by ear.
	signalLate = 3 * time.Second
	// signalAgain is how far ahead a moment must be again, after it passed, to be told
	// once more: the time of a desk may go back a little.
	signalAgain = 2 * time.Second
)

// Pass returns the most urgent signal of the moments that passed since the last call,
// at the race's instant now; of those that had passed before the first call, none.
func (s *Signals) Pass(b *Board, now time.Time) Signal {
	passed, ahead := NoSignal, map[moment]bool{}
	for _, c := range b.moments(now) {
		was, known := s.ahead[c.moment]
		ahead[c.moment] = c.until > signalAgain || c.until > 0 && (was || !known)
		if was && c.runs && c.until <= 0 && -c.until <= signalLate {
			passed = c.what // they stand in order
		}
	}
	s.ahead = ahead
	return passed
}

// moments are those of all that runs, or could, in the order of their signals.
func (b *Board) moments(now time.Time) (all []coming) {
	for _, t := range b.Timers() {
		all = append(all, coming{moment{t.Ref(), SignalTurn}, t.Left(now), t.Run.Running()})
	}
	if p, on := b.Pitch(); on && !p.Over() {
		all = append(all, coming{moment{Ref{KindPitch, p.Now()}, SignalTurn}, p.Left(now), p.Run.Running()})
	}
	c := b.Clock()
	warn, danger := c.Moments()
	for _, m := range []struct {
		what  Signal
		until time.Duration
	}{{SignalWarning, c.Left(now) - warn}, {SignalDanger, c.Left(now) - danger}, {SignalEnd, c.Left(now)}} {
		all = append(all, coming{moment{ClockRef, m.what}, m.until, c.Running()})
	}
	return all
}
