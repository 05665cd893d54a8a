package model

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestClock(t *testing.T) {
	const h = time.Hour
	at := func(d time.Duration) time.Time { return noon.Add(d) }
	fresh := Clock{Length: 48 * h}
	running := fresh.Start(noon)
	paused := running.Pause(at(10 * h))
	for _, c := range []struct {
		name    string
		clock   Clock
		now     time.Time
		elapsed time.Duration
		left    time.Duration
		running bool
		started bool
	}{
		{"fresh", fresh, at(h), 0, 48 * h, false, false},
		{"running", running, at(h), h, 47 * h, true, true},
		{"running on a clock set back", running, at(-h), 0, 48 * h, true, true},
		{"overtime", running, at(50 * h), 50 * h, -2 * h, true, true},
		{"paused", paused, at(40 * h), 10 * h, 38 * h, false, true},
		{"paused twice", paused.Pause(at(20 * h)), at(40 * h), 10 * h, 38 * h, false, true},
		{"resumed", paused.Start(at(20 * h)), at(21 * h), 11 * h, 37 * h, true, true},
		{"started twice", running.Start(at(5 * h)), at(6 * h), 6 * h, 42 * h, true, true},
		{"more time", running.Add(2*h, at(h)), at(h), h, 49 * h, true, true},
		{"less time", running.Add(-2*h, at(h)), at(h), h, 45 * h, true, true},
		{"less than is spent", running.Add(-90*h, at(10*h)), at(10 * h), 10 * h, 0, true, true},
		{"less in overtime", running.Add(-h, at(50*h)), at(50 * h), 50 * h, -2 * h, true, true},
		{"more in overtime", running.Add(3*h, at(50*h)), at(50 * h), 50 * h, h, true, true},
		{"reset", running.Add(h, at(h)).Reset(), at(5 * h), 0, 49 * h, false, false},
		{"until five", running.Until(at(5*h), at(h)), at(2 * h), 2 * h, 3 * h, true, true},
		{"until five from a pause", paused.Until(at(45*h), at(40*h)).Start(at(40 * h)), at(45 * h), 15 * h, 0, true, true},
		{"until five in overtime", running.Until(at(55*h), at(50*h)), at(50 * h), 50 * h, 5 * h, true, true},
		{"less than nothing", fresh.Add(-90*h, noon), noon, 0, 0, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if e := c.clock.Elapsed(c.now); e != c.elapsed {
				t.Errorf("elapsed %v, want %v", e, c.elapsed)
			}
			if l := c.clock.Left(c.now); l != c.left {
				t.Errorf("left %v, want %v", l, c.left)
			}
			if c.clock.Running() != c.running || c.clock.Started() != c.started {
				t.Errorf("running %v, started %v", c.clock.Running(), c.clock.Started())
			}
		})
	}
}

func TestHowNearTheEndIs(t *testing.T) {
	const h, m = time.Hour, time.Minute
	run := func(c Clock) Clock { return c.Start(noon) }
	for _, c := range []struct {
		name  string
		clock Clock
		after time.Duration
		want  Level
	}{
		{"fresh", Clock{Length: m}, h, Calm},
		{"begun", run(Clock{Length: 48 * h}), 0, Calm},
		{"before the warning", run(Clock{Length: 48 * h}), 46*h - 1, Calm},
		{"the warning", run(Clock{Length: 48 * h}), 46 * h, Warning},
		{"before the danger", run(Clock{Length: 48 * h}), 48*h - 15*m - 1, Warning},
		{"the danger", run(Clock{Length: 48 * h}), 48*h - 15*m, Danger},
		{"the end", run(Clock{Length: 48 * h}), 48 * h, Over},
		{"a short race", run(Clock{Length: h}), 50 * m, Warning},
		{"the end of a short one", run(Clock{Length: h}), 55 * m, Danger},
		{"its own moments", run(Clock{Length: 48 * h, Warn: 5 * h, Danger: 3 * h}), 44 * h, Warning},
		{"its own danger", run(Clock{Length: 48 * h, Warn: 5 * h, Danger: 3 * h}), 45 * h, Danger},
		{"danger as soon as the warning", run(Clock{Length: 48 * h, Warn: 5 * m}), 48*h - 5*m, Danger},
		{"paused", run(Clock{Length: 48 * h}).Pause(noon.Add(47 * h)), 0, Warning},
	} {
		if got := c.clock.Level(noon.Add(c.after)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// A step of the store's clock changes what the wall shows, not what is left.
func TestTheRacesTimeAndTheWalls(t *testing.T) {
	c := Clock{Length: 48 * time.Hour}.Start(noon)
	c.Step = time.Hour
	shown := noon.Add(3 * time.Hour) // by the store's clock
	if left := c.Left(c.Race(shown)); left != 46*time.Hour {
		t.Errorf("%v left, want 46 hours", left)
	}
	if end := c.Wall(c.End(c.Race(shown))); !end.Equal(noon.Add(49 * time.Hour)) {
		t.Errorf("it ends at %v by the clock on the wall", end)
	}
}

func TestClocksThatNoRaceHas(t *testing.T) {
	b := NewBoard(0, []Entity{Clock{Length: 48 * time.Hour}})
	long := Clock{Length: 400 * 24 * time.Hour} // of an earlier version
	for name, c := range map[string]struct {
		board *Board
		clock Clock
		want  error
	}{
		"no length":             {b, Clock{}, ErrLength},
		"less than none":        {b, Clock{Length: -time.Hour}, ErrLength},
		"100 days":              {b, Clock{Length: 100 * 24 * time.Hour}, ErrLength},
		"a minute":              {b, Clock{Length: time.Minute}, nil},
		"30 days":               {b, Clock{Length: MaxLength}, nil},
		"a long one goes on":    {NewBoard(0, []Entity{long}), long.Start(noon), nil},
		"an alarm, then a hint": {b, Clock{Length: time.Hour, Warn: time.Minute, Danger: 2 * time.Minute}, ErrMoments},
		"a late warning":        {b, Clock{Length: time.Hour, Warn: -time.Minute}, ErrMoments},
		"a late alarm":          {b, Clock{Length: time.Hour, Danger: -time.Minute}, ErrMoments},
		"5,000 letters":         {b, Clock{Length: time.Hour, Over: strings.Repeat("ö", 5000)}, ErrOver},
		"100 letters":           {b, Clock{Length: time.Hour, Over: strings.Repeat("🐟", MaxOver)}, nil},
	} {
		e, err := c.board.SetClock(c.clock)
		if !errors.Is(err, c.want) || err == nil && e.Empty() {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestAgendaAt(t *testing.T) {
	const m = time.Minute
	agenda := sortAgenda(Agenda{
		{ID: "work", Start: 60 * m, Length: 120 * m},
		{ID: "talk", Start: 10 * m, Length: 30 * m},
		{ID: "meal", Start: 100 * m, Length: 20 * m},
	})
	name := func(s *Segment) ID {
		if s == nil {
			return "-"
		}
		return s.ID
	}
	for _, c := range []struct {
		elapsed   time.Duration
		now, next ID
	}{
		{0, "-", "talk"},
		{10 * m, "talk", "work"},
		{40*m - 1, "talk", "work"},
		{40 * m, "-", "work"},
		{60 * m, "work", "meal"},
		{100 * m, "meal", "-"},
		{120 * m, "work", "-"}, // the longer one goes on after the meal in it
		{180 * m, "-", "-"},
	} {
		now, next := agenda.At(c.elapsed)
		if name(now) != c.now || name(next) != c.next {
			t.Errorf("at %v: got %s, then %s; want %s, then %s", c.elapsed, name(now), name(next), c.now, c.next)
		}
	}
	if now, next := (Agenda)(nil).At(0); now != nil || next != nil {
		t.Error("an empty agenda has a segment")
	}
}

// A clock that was set to end at five says five for as long as it runs, whenever that
// was set.
func TestTheEndThatWasSet(t *testing.T) {
	b := newBench(t)
	b.do(b.SetClock(b.Clock().Start(noon.Add(123456789))))
	set, five := noon.Add(987654321), noon.Add(5*time.Hour)
	b.do(b.SetClock(b.Clock().Until(five, set)))
	for _, later := range []time.Duration{0, 1300 * time.Millisecond, 4 * time.Hour} {
		if end := b.Clock().Ends(set.Add(later)); !end.Equal(five) {
			t.Errorf("after %v it ends at %v", later, end)
		}
	}
}
