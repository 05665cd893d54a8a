package model

import (
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
