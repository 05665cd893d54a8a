package ui

import (
	"context"
	"time"

	"racedesk/model"
)

// A Timepiece is what a computer knows of the time beside its steady clock.
type Timepiece struct {
	Wall  func() time.Time     // the computer's own clock, which people and NTP set; the usual where it is nil
	Slept func() time.Duration // what the steady clock left out so far; the system's word where it is nil
}

// A reading is the race's time at a moment of this computer. Between readings the
// time goes on by the computer's steady clock, which no one sets.
type reading struct {
	race time.Time     // the store's time, but for the steps that it was set by
	at   time.Duration // by the steady clock
	own  time.Time     // what the computer's own clock showed when the steady one began
}

// A sight is a look at all the clocks that there are.
type sight struct {
	store, wall time.Time
	at          time.Duration
}

const (
	// lookEvery is how often the computer's own clock is looked at.
	lookEvery = time.Second
	// timeEvery is how often the store's clock is read: a computer whose clock runs
	// fast is right again this soon.
	timeEvery = 10 * time.Second
	// stepLeast tells a clock that was set from one that runs a little fast.
	stepLeast = 100 * time.Millisecond
)

// watch is what a session sees of the time.
type watch struct {
	Timepiece
	began time.Time // of the steady clock
}

func newWatch(t Timepiece) watch {
	if t.Wall == nil {
		t.Wall = time.Now
	}
	if t.Slept == nil {
		t.Slept = slept
	}
	return watch{t, time.Now()}
}

// steady is a time that nobody sets, and that goes on while the computer sleeps.
func (w watch) steady() time.Duration { return time.Since(w.began) + w.Slept() }

// look reads the store's clock. Half of what the answer takes is its way back.
func (w watch) look(ctx context.Context, store model.Store) (sight, error) {
	asked := w.steady()
	now, err := store.Now(ctx)
	at := w.steady()
	return sight{now.Add((at - asked) / 2), w.Wall().Round(0), at}, err
}

// own is what the computer's clock showed when the steady one began, as it is set at
// the moment of the look.
func (l sight) own() time.Time { return l.wall.Add(-l.at) }

// Now is the race's time, as far as it is known here: see model.Clock.
func (s *Session) Now() time.Time { return s.raceAt(s.watch.steady()) }

func (s *Session) raceAt(at time.Duration) time.Time { return s.time.race.Add(at - s.time.at) }

// adopt goes on from a look at the clocks.
func (s *Session) adopt(l sight, c model.Clock) { s.time = reading{c.Race(l.store), l.at, l.own()} }

// keepTime looks at the clocks again and again until the session ends.
func (s *Session) keepTime() {
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	for last := s.first; ; {
		select {
		case <-s.ctx.Done():
			return
		case <-tick.C:
		}
		here := sight{wall: s.watch.Wall().Round(0), at: s.watch.steady()}
		if here.at-last.at < timeEvery && !apart(here.own().Sub(last.own())) {
			continue
		}
		if l, err := s.watch.look(s.ctx, s.store); err == nil { // else the last one goes on
			last = l
			s.onMain(func() { s.compare(l) })
		}
	}
}

func apart(d time.Duration) bool { return d.Abs() >= stepLeast }

// compare tells what a look at the clocks means. Where the store's clock went with
// the computer's own, it is that one and was set: the race's time goes on as before,
// and its clock notes the step, which an onlooker leaves to others. Else the store's
// clock counts.
func (s *Session) compare(l sight) {
	if s.ctx.Err() != nil {
		return
	}
	here, c := s.raceAt(l.at), s.Board.Clock()
	step := c.Race(l.store).Sub(here)
	if !apart(step) || apart(l.own().Sub(s.time.own)-step) {
		s.adopt(l, c)
		return
	}
	if s.stepping || s.Onlooker {
		return
	}
	s.stepping = true
	if to := l.store.Sub(here); apart(to - s.told) {
		s.told = to
		s.Stepped(step)
	}
	s.enter(intent{quiet: true, propose: func(b *model.Board) (model.Edit, error) {
		c := b.Clock()
		if to := l.store.Sub(here); apart(to - c.Step) { // else another desk noted it
			c.Step = to
		}
		return b.SetClock(c)
	}, done: func(err error) {
		if s.stepping = false; err == nil {
			s.adopt(l, s.Board.Clock())
		}
	}})
}
