package model

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// An ear hears a race second by second.
type ear struct {
	*bench
	Signals
	now time.Time
}

func newEar(t *testing.T) *ear { return &ear{bench: newBench(t), now: noon} }

// listen goes on by so many seconds, and writes what is heard when.
func (e *ear) listen(seconds int) string {
	var heard []string
	for range seconds {
		e.now = e.now.Add(time.Second)
		if s := e.Pass(e.Board, e.now); s != NoSignal {
			heard = append(heard, fmt.Sprint(s, " ", e.now.Sub(noon).Round(time.Second)))
		}
	}
	return strings.Join(heard, ", ")
}

func (e *ear) clock(change func(Clock) Clock) {
	e.do(e.SetClock(change(e.Clock())))
}

// 12 minutes: the usual moments are two minutes and one minute before the end.
func TestEachMomentIsHeardOnce(t *testing.T) {
	e := newEar(t)
	e.clock(func(Clock) Clock { return Clock{Length: 12 * minute} })
	e.equal("a clock that stands", e.listen(1000), "")
	e.now = noon
	e.clock(func(c Clock) Clock { return c.Start(noon) })
	e.equal("the race", e.listen(1000), "warning 10m0s, danger 11m0s, end 12m0s")
}

func TestPausesAreNotHeard(t *testing.T) {
	e := newEar(t)
	e.clock(func(Clock) Clock { return Clock{Length: 12 * minute}.Start(noon) })
	e.equal("before", e.listen(601), "warning 10m0s")
	for range 3 {
		e.clock(func(c Clock) Clock { return c.Pause(e.now) })
		e.equal("in a pause", e.listen(50), "")
		e.clock(func(c Clock) Clock { return c.Start(e.now) })
		e.equal("after it", e.listen(1), "")
	}
	e.now = e.now.Add(-time.Second) // the time of a desk was a little ahead
	e.equal("again", e.listen(2), "")
	e.equal("the others", strings.Count(e.listen(1000), "m"), 2)
}

func TestWhatCameLateIsNotHeard(t *testing.T) {
	e := newEar(t)
	e.clock(func(Clock) Clock { return Clock{Length: 12 * minute}.Start(noon.Add(-11 * minute)) })
	e.equal("a program that started after two of them", e.listen(100), "end 1m0s")

	e = newEar(t)
	e.clock(func(Clock) Clock { return Clock{Length: 12 * minute}.Start(noon) })
	e.listen(1)
	e.now = e.now.Add(10*minute + 30*time.Second)
	e.equal("a computer that slept", e.listen(60), "danger 11m0s")

	e = newEar(t)
	e.clock(func(Clock) Clock { return Clock{Length: 12 * minute, Warn: 5 * minute, Danger: 2 * minute}.Start(noon) })
	e.listen(60)
	e.clock(func(c Clock) Clock { return c.Add(-450*time.Second, e.now) })
	e.equal("time that was taken away", e.listen(240), "danger 2m30s, end 4m30s")
	e.clock(func(c Clock) Clock { return c.Add(10*minute, e.now) })
	e.equal("time that was given", e.listen(1000), "warning 9m30s, danger 12m30s, end 14m30s")
}

func TestEndsOfTimersAndTurns(t *testing.T) {
	e := newEar(t)
	e.add(Project, "p")
	e.add(Project, "q")
	e.do(e.AddTimer("One", minute))
	e.do(e.BeginPitch(Project, 90*time.Second, false, true))
	e.equal("those that stand", e.listen(100), "")
	e.now = noon
	e.do(e.TurnTimer(e.Timers()[0].ID, noon))
	e.do(e.TurnPitch(noon))
	e.equal("the first turn", e.listen(100), "turn 1m0s, turn 1m30s")
	e.do(e.StepPitch(1, e.now))
	e.equal("the second", e.listen(100), "turn 3m10s")
	e.do(e.StepPitch(1, e.now))
	e.equal("nobody's", e.listen(300), "")
}

// Of what passes in one second, the most urgent is heard.
func TestTheMostUrgentIsHeard(t *testing.T) {
	e := newEar(t)
	e.do(e.AddTimer("One", 12*minute))
	e.do(e.TurnTimer(e.Timers()[0].ID, noon))
	e.clock(func(Clock) Clock { return Clock{Length: 12 * minute}.Start(noon) })
	e.equal("both", e.listen(1000), "warning 10m0s, danger 11m0s, end 12m0s")
}
