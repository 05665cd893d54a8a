package ui_test

import (
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
	_ "time/tzdata" // where the computer has none

	"racedesk/model"
	"racedesk/ui"
)

// A computer has a clock that is set, and sleeps; what really passes is the time of
// the bubble, and what it slept.
type computer struct {
	set, slept atomic.Int64 // durations: desks read them from goroutines of their own
}

func (c *computer) real() time.Time { return time.Now().Add(time.Duration(c.slept.Load())).Round(0) }

func (c *computer) wall() time.Time { return c.real().Add(time.Duration(c.set.Load())) }

func (c *computer) timepiece() ui.Timepiece {
	return ui.Timepiece{Wall: c.wall, Slept: func() time.Duration { return time.Duration(c.slept.Load()) }}
}

// A raceDay is a race in a file on a computer, at two desks that come and go.
type raceDay struct {
	*testing.T
	*computer
	store *model.Memory
	desks []*rig
	zone  *time.Location // that the computer is set to
	begun time.Time      // really
	stood time.Duration  // since, in pauses
	pause time.Time      // when it was paused, if it is
}

func (d *raceDay) open(name model.DeskID) *rig { return newRigBy(d.T, d.store, name, d.timepiece()) }

// right says whether each desk shows what is left, to the second.
func (d *raceDay) right(after string) {
	d.Helper()
	settle(d.desks...)
	want := 48*time.Hour - d.real().Sub(d.begun) + d.stood
	if !d.pause.IsZero() {
		want += d.real().Sub(d.pause)
	}
	for _, r := range d.desks {
		if got := r.Board.Clock().Left(r.Now()); (got - want).Abs() >= time.Second/100 {
			d.Fatalf("after %s, desk %s has %v left, want %v", after, r.History.Desk, got, want)
		}
		if len(r.failed) > 0 {
			d.Fatalf("after %s, desk %s was told of %v", after, r.History.Desk, r.failed)
		}
	}
}

// told says whether each desk tells times of day as the clock on the wall shows them: the
// end of the race, and a fixed time of the programme. It takes a desk a second to notice
// that a clock was set.
func (d *raceDay) told(after string) {
	d.Helper()
	for _, r := range d.desks {
		c, now := r.Board.Clock(), r.Now()
		end, want := c.Wall(c.End(now)), d.wall().Add(c.Left(now))
		if off := end.Sub(want); off.Abs() >= time.Second/100 {
			d.Fatalf("after %s, desk %s ends at %v, want %v", after, r.History.Desk, end, want)
		}
		lunch := r.Board.Programme(now.In(d.zone))[1]
		if at := c.Instant(lunch.From, now).In(d.zone).Format("15:04"); lunch.From > 0 && at != lunch.Fixed { // else it was over before the race began
			d.Fatalf("after %s, desk %s has lunch at %s, want %s", after, r.History.Desk, at, lunch.Fixed)
		}
	}
}

func (d *raceDay) change(how func(model.Clock) model.Clock) {
	d.desks[0].ask(func(b *model.Board) (model.Edit, error) { return b.SetClock(how(b.Clock())) })
	settle(d.desks...)
}

// act lets something happen to the computer or to the race.
func (d *raceDay) act(random *rand.Rand) string {
	jump := time.Duration(random.Int64N(int64(6*time.Hour))) - 3*time.Hour
	switch random.IntN(6) {
	case 0:
		d.slept.Add(int64(jump.Abs()))
		return "a sleep"
	case 1, 2:
		d.set.Add(int64(jump))
		return "a step of " + jump.String()
	case 3:
		i := random.IntN(2)
		d.desks[i].end()
		d.desks[i] = d.open([]model.DeskID{"a", "b"}[i])
		return "a restart"
	case 4:
		name := zones[random.IntN(len(zones))]
		d.zone = zone(d.T, name)
		return "a move to " + name
	}
	if d.pause.IsZero() {
		d.change(func(c model.Clock) model.Clock { return c.Pause(d.desks[0].Now()) })
		d.pause = d.real()
		return "a pause"
	}
	d.change(func(c model.Clock) model.Clock { return c.Start(d.desks[0].Now()) })
	d.stood += d.real().Sub(d.pause)
	d.pause = time.Time{}
	return "a start"
}

// zones have nights to summer time and back, in March and in October.
var zones = []string{"Europe/Stockholm", "Europe/London", "Asia/Tokyo", "America/St_Johns"}

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	place, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return place
}

// day is a programme with a fixed time.
var day = model.Agenda{{Title: "Work", Length: 4 * time.Hour}, {Title: "Lunch", Length: time.Hour, Fixed: "12:30"}}

// 48 hours with sleeps, a clock that is set forwards and back, other time zones, pauses
// and restarts, over a night to summer time or back: the time left is right all along, at
// each desk, and so are the times of day that are told.
func TestTheRacesTimeIsRightWhateverTheComputersClockDoes(t *testing.T) {
	for seed := range uint64(8) {
		here := zone(t, zones[0])
		begins := []time.Time{time.Date(2026, 3, 28, 8, 0, 0, 0, here), time.Date(2026, 10, 24, 8, 0, 0, 0, here)}[seed%2]
		synctest.Test(t, func(t *testing.T) {
			random := rand.New(rand.NewPCG(seed, 5)) //nolint:gosec // to be the same each time
			c := &computer{}
			c.set.Store(int64(time.Until(begins)))
			d := &raceDay{T: t, computer: c, store: model.NewMemory(c.wall), zone: here}
			d.desks = []*rig{d.open("a"), d.open("b")}
			d.desks[0].ask(func(b *model.Board) (model.Edit, error) { return b.FillAgenda(day) })
			d.begun = d.real()
			d.change(func(c model.Clock) model.Clock { return c.Start(d.desks[0].Now()) })
			for d.real().Sub(d.begun) < 48*time.Hour {
				what := d.act(random)
				d.right(what)
				time.Sleep(3 * time.Second) // enough to notice and to note it
				d.right(what)
				d.told(what)
				time.Sleep(time.Duration(random.Int64N(int64(2 * time.Hour))))
				d.right(what)
				d.told(what)
			}
			for _, r := range d.desks {
				r.end()
			}
		})
	}
}

// The coordinator is told once of each step, at a desk that was there, and the edit
// that notes it is nobody's to take back.
func TestAStepIsToldOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := &computer{}
		r := newRigBy(t, model.NewMemory(c.wall), "a", c.timepiece())
		for _, by := range []time.Duration{time.Hour, -3 * time.Hour, 20 * time.Millisecond} {
			c.set.Add(int64(by))
			time.Sleep(time.Minute)
			settle(r)
		}
		if want := []time.Duration{time.Hour, -3 * time.Hour}; !slices.Equal(r.steps, want) {
			t.Errorf("told of %v, want %v", r.steps, want)
		}
		if shown := r.Board.Clock().Wall(r.Now()); shown.Sub(c.wall()).Abs() > time.Millisecond {
			t.Errorf("the wall shows %v, want %v", shown, c.wall())
		}
		if _, can := r.History.Undo(); can {
			t.Error("the step can be taken back")
		}
		r.end()
	})
}

// Who only looks on leaves it to the desks to note a step, and has the same time.
func TestAnOnlookerNotesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := &computer{}
		store := newMoody()
		store.Memory = model.NewMemory(c.wall)
		room := newRigBy(t, store, "", c.timepiece())
		room.Onlooker = true
		before := room.Now().Sub(c.real())
		right := func(when string) {
			time.Sleep(time.Minute)
			settle(room)
			if off := room.Now().Sub(c.real()) - before; off.Abs() > time.Millisecond {
				t.Errorf("%s the race's time is %v off", when, off)
			}
		}
		c.set.Add(int64(time.Hour))
		right("alone")
		if store.calls != 0 {
			t.Errorf("%d commits", store.calls)
		}
		edit, err := room.Board.SetClock(model.Clock{Length: time.Hour, Step: time.Hour})
		if err == nil {
			_, err = store.Memory.Commit(t.Context(), edit)
		}
		if err != nil {
			t.Fatal(err)
		}
		right("when a desk noted it,")
		room.end()
	})
}

// A step that cannot be stored at once is noted later, and told once all the same.
func TestAStepWaitsForTheStore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := &computer{}
		store := newMoody()
		store.Memory = model.NewMemory(c.wall)
		r := newRigBy(t, store, "a", c.timepiece())
		before := r.Now().Sub(c.real())
		store.fail = []error{model.ErrFull, model.ErrConflict}
		c.set.Add(int64(time.Hour))
		for range 3 {
			time.Sleep(11 * time.Second)
			settle(r)
			if off := r.Now().Sub(c.real()) - before; off.Abs() > time.Millisecond {
				t.Errorf("the race's time is %v off", off)
			}
		}
		if r.Board.Clock().Step != time.Hour || len(r.steps) != 1 || len(r.failed) != 0 {
			t.Errorf("noted %v, told %v, refused %v", r.Board.Clock().Step, r.steps, r.failed)
		}
		r.end()
	})
}
