package board

import (
	"time"

	"fyne.io/fyne/v2"
)

// A Phase is what a pointer did at one moment.
type Phase int

// The phases of a pointer.
const (
	Down  Phase = iota
	Along       // it moved
	Rest        // it did not move; time passed
	Up
	Lost // it left, or something else came between
)

// A Sample is a pointer at one moment.
type Sample struct {
	Phase Phase
	At    fyne.Position
	When  time.Time
}

// A Meaning is what a pointer wants of the card that it pressed.
type Meaning int

// The meanings of a gesture. Once it is one of the others, a gesture does not
// become undecided again, and a swipe never turns into a drag.
const (
	Undecided Meaning = iota
	Tap               // opens the card
	Swipe             // scrolls the column
	Drag              // carries the card
	Void              // means nothing
)

// A Part is what a press was on.
type Part int

// The parts of a card.
const (
	Body Part = iota
	Grip      // carries at once
	Knob      // is pressed, however long
)

// The measures of a gesture, in units and units a second.
const (
	slop      float32 = 8   // how far a finger may tremble
	clearly   float32 = 1.2 // a direction this much stronger than the other is clear
	creeping  float32 = 16  // slower than this, a finger lies still
	longPress         = 250 * time.Millisecond
	tooLong           = 500 * time.Millisecond // even for a finger that creeps along the column
	lately            = 100 * time.Millisecond // what counts for the speed
)

// A Gesture decides what one pointer means, from its press to its release.
type Gesture struct {
	part  Part
	start Sample
	means Meaning
	went  bool     // farther than fingers tremble, if only for a moment
	trail []Sample // of late, the newest last
}

// NewGesture begins a gesture with a press on a part of a card.
func NewGesture(at fyne.Position, when time.Time, on Part) *Gesture {
	start := Sample{Down, at, when}
	return &Gesture{part: on, start: start, trail: []Sample{start}}
}

// carriedFrom is a gesture that has decided: what keys do with a card.
func carriedFrom(at fyne.Position, when time.Time) *Gesture {
	g := NewGesture(at, when, Grip)
	g.means, g.went = Drag, true
	return g
}

// Feel takes the next sample and says what the gesture means so far.
func (g *Gesture) Feel(s Sample) Meaning {
	if s.Phase == Along || s.Phase == Up {
		g.note(s)
	}
	across, along := g.strayed()
	far := across*across+along*along >= slop*slop
	g.went = g.went || far
	if g.means != Undecided {
		if s.Phase == Lost {
			g.means = Void
		}
		return g.means
	}
	switch {
	case s.Phase == Lost:
		g.means = Void
	case far:
		g.means = g.direction(s.Phase, across, along)
	case s.Phase == Up:
		g.means = Tap
	case g.held(s.When, along):
		g.means = Drag
	}
	return g.means
}

// direction says what a pointer means that went farther than fingers tremble.
func (g *Gesture) direction(p Phase, across, along float32) Meaning {
	slanting := across < along*clearly && along < across*clearly
	near := across*across+along*along < 4*slop*slop
	switch {
	case g.part == Grip:
		return Drag
	case p == Up && slanting:
		return Void
	case slanting && near:
		return Undecided
	case across > along:
		return Drag
	}
	return Swipe
}

// held says whether a pointer that hardly moved pressed long enough. One that
// creeps along the column may be a slow swipe, and gets some time more.
func (g *Gesture) held(now time.Time, along float32) bool {
	pressed := now.Sub(g.start.When)
	creeps := along >= slop/2 && max(g.speed(now), -g.speed(now)) >= creeping
	return g.part != Knob && pressed >= longPress && (!creeps || pressed >= tooLong)
}

// Lifts says whether the card is about to be carried, or is.
func (g *Gesture) Lifts() bool { return g.means == Drag || g.means == Undecided && g.part == Grip }

// Last is where the pointer was when it moved last.
func (g *Gesture) Last() fyne.Position { return g.trail[len(g.trail)-1].At }

// Went says whether the pointer was ever farther from its press than fingers
// tremble.
func (g *Gesture) Went() bool { return g.went }

// Speed is how fast the pointer goes along the column at a moment, in units a
// second; none, if it came to rest before it was lifted.
func (g *Gesture) Speed(now time.Time) float32 { return g.speed(now) }

// strayed is how far the pointer is from where it was pressed, across the column
// and along it.
func (g *Gesture) strayed() (across, along float32) {
	by := g.Last().Subtract(g.start.At)
	return max(by.X, -by.X), max(by.Y, -by.Y)
}

// note adds to the trail and forgets what is long past.
func (g *Gesture) note(s Sample) {
	g.trail = append(g.trail, s)
	for len(g.trail) > 2 && s.When.Sub(g.trail[1].When) > lately {
		g.trail = g.trail[1:]
	}
}

// speed is taken between the newest sample and the one before which the pointer
// was not lately.
func (g *Gesture) speed(now time.Time) float32 {
	first := g.trail[0]
	for _, s := range g.trail {
		if now.Sub(s.When) >= lately {
			first = s
		}
	}
	took := now.Sub(first.When).Seconds()
	if took <= 0 {
		return 0
	}
	return (g.Last().Y - first.At.Y) / float32(took)
}
