package model

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

const minute = time.Minute

// plan is a board whose race runs since noon, with a programme of lengths in minutes
// that are called a, b, c and so on.
func plan(t *testing.T, lengths ...int) *bench {
	b := newBench(t)
	b.do(b.SetClock(Clock{Length: 10 * time.Hour}.Start(noon)))
	for i, n := range lengths {
		b.do(b.AddSegment(Segment{ID: ID(rune('a' + i)), Title: "T", Phase: "One", Length: time.Duration(n) * minute}, ""))
	}
	return b
}

// held tells when each segment is held, in minutes, as it is known at noon and so
// many minutes.
func (b *bench) held(at int) (s string) {
	for _, p := range b.Programme(noon.Add(time.Duration(at) * minute)) {
		s += fmt.Sprintf("%s %d-%d", p.ID, p.From/minute, p.To/minute)
		if p.Clash > 0 {
			s += fmt.Sprintf(" clash %d", p.Clash/minute)
		}
		if p.Beyond > 0 {
			s += fmt.Sprintf(" beyond %d", p.Beyond/minute)
		}
		if p.Shift() != 0 {
			s += fmt.Sprintf(" shift %d", p.Shift()/minute)
		}
		s += ", "
	}
	return strings.TrimSuffix(s, ", ")
}

func (b *bench) change(id ID, change func(*Segment)) (Edit, error) {
	was := b.Get(Ref{KindSegment, id}).(Segment)
	is := was
	change(&is)
	return b.ChangeSegment(was, is)
}

func TestTimeIsAddedAndLaterSegmentsArePushed(t *testing.T) {
	b := plan(t, 30, 60, 30, 10)
	b.equal("planned", b.held(0), "a 0-30, b 30-90, c 90-120, d 120-130")
	b.do(b.change("c", func(s *Segment) { s.Fixed = "13:30" }))
	longer := b.do(b.StretchSegment("b", 5*minute))
	b.equal("a change of one", len(longer.Changes), 1)
	b.equal("a fixed one stays", b.held(0), "a 0-30, b 30-95, c 90-120 clash 5, d 120-130")
	b.do(b.StretchSegment("b", -15*minute))
	b.equal("a gap before it", b.held(0), "a 0-30, b 30-80, c 90-120, d 120-130")
	b.do(b.StretchSegment("b", -500*minute))
	b.equal("never shorter than", b.held(0), "a 0-30, b 30-31, c 90-120, d 120-130")
	b.do(b.StretchSegment("d", 500*minute))
	b.equal("beyond the race", b.Programme(noon).Over(), 30*minute)
}

// Times of day are written to the minute, so that less than one is no clash.
func TestSecondsDoNotClash(t *testing.T) {
	b := newBench(t)
	b.do(b.SetClock(Clock{Length: time.Hour}.Start(noon.Add(-20 * time.Second))))
	for _, id := range []ID{"a", "b"} {
		b.do(b.AddSegment(Segment{ID: id, Title: "T", Length: 30*minute + 25*time.Second}, ""))
	}
	b.do(b.change("b", func(s *Segment) { s.Fixed = "12:30" }))
	p := b.Programme(noon)
	b.equal("clash and beyond", fmt.Sprint(p[1].From, p[1].Clash, p[1].Beyond, p.Over()), "30m20s 0s 0s 0s")
	b.do(b.change("b", func(s *Segment) { s.Fixed, s.Length = "12:29", 32*minute }))
	p = b.Programme(noon)
	b.equal("clash and beyond", fmt.Sprint(p[1].Clash, p[1].Beyond), "1m5s 1m20s")
}

func TestSegmentsAreMovedAndRemoved(t *testing.T) {
	b := plan(t, 10, 20, 30)
	moved := b.do(b.MoveSegment("c", "a", "Zero"))
	b.equal("to the front", b.held(0), "c 0-30, a 30-40, b 40-60")
	b.equal("a change of one", len(moved.Changes), 1)
	b.equal("phases", fmt.Sprint(b.Programme(noon)[1].Continues, b.Programme(noon)[2].Continues), "false true")
	b.do(b.MoveSegment("c", "", "One"))
	b.do(b.MoveSegment("a", "c", "One"))
	b.equal("to the end, and between", b.held(0), "b 0-20, a 20-30, c 30-60")
	for range 80 { // gaps are used up, and opened anew
		b.do(b.MoveSegment("c", "a", "One"))
		b.do(b.MoveSegment("a", "c", "One"))
	}
	b.equal("after many moves", b.held(0), "b 0-20, a 20-30, c 30-60")
	b.equal("nothing changes", b.do(b.MoveSegment("a", "c", "One")).Empty(), true)
	b.equal("before itself", b.do(b.MoveSegment("a", "a", "One")).Empty(), true)
	gone := b.do(b.RemoveSegment("a"))
	b.equal("removed", b.held(0), "b 0-20, c 20-50")
	b.do(b.Revert(gone))
	b.equal("back", b.held(0), "b 0-20, a 20-30, c 30-60")
}

func TestWhatReallyHappened(t *testing.T) {
	b := plan(t, 30, 30, 30, 30)
	begin := func(id ID, at int) Edit {
		return b.do(b.BeginSegment(id, time.Duration(at)*minute, noon.Add(time.Duration(at)*minute)))
	}
	begin("b", 40)
	b.equal("late", b.held(40), "a 0-40, b 40-70 shift 10, c 70-100 shift 10, d 100-130 shift 10")
	b.equal("by itself then", fmt.Sprint(b.Programme(noon).At(75*minute)), "2 3")
	b.do(b.StretchSegment("a", 60*minute))
	b.equal("what was stays", b.held(75), "a 0-40, b 40-70 shift -50, c 70-100 shift -50, d 100-130 shift -50")
	early := begin("d", 75)
	b.equal("one ends early", b.held(75), "a 0-40, b 40-70 shift -50, c 70-75 shift -50, d 75-105 shift -75")
	b.do(b.Revert(early))
	begin("d", 50)
	b.equal("one is passed over", b.held(50), "a 0-40, b 40-50 shift -50, c 50-50 shift -70, d 50-80 shift -100")
	begin("b", 60)
	b.equal("back to one", b.held(60), "a 0-60, b 60-90 shift -30, c 90-120 shift -30, d 120-150 shift -30")
	b.equal("the agenda", b.Programme(noon).Agenda()[1].Start, 60*minute)
}

func TestFixedTimesFollowWallClocks(t *testing.T) {
	// Summer time ends in the night after noon: 03:00 comes twice.
	zone := time.FixedZone("before", 2*3600)
	if there, err := time.LoadLocation("Europe/Stockholm"); err == nil {
		zone = there
	}
	day := time.Date(2026, 10, 24, 18, 0, 0, 0, zone)
	b := newBench(t)
	for _, s := range []Segment{{ID: "a", Title: "Work", Length: 9 * time.Hour}, {ID: "b", Title: "Breakfast", Length: time.Hour, Fixed: "07:00"},
		{ID: "c", Title: "Talk", Length: time.Hour}} {
		b.do(b.AddSegment(s, ""))
	}
	at := func(now time.Time) time.Time {
		return b.Clock().Instant(b.Programme(now)[1].From, now)
	}
	b.do(b.SetClock(Clock{Length: 48 * time.Hour}.Start(day)))
	want := time.Date(2026, 10, 25, 7, 0, 0, 0, zone)
	for range 4 { // a pause moves the race, and not the breakfast
		b.equal("breakfast", at(day).Format(time.RFC3339), want.Format(time.RFC3339))
		b.do(b.SetClock(b.Clock().Pause(day)))
		day = day.Add(40 * minute)
		b.do(b.SetClock(b.Clock().Start(day)))
	}
	b.do(b.SetClock(Clock{Length: 48 * time.Hour}))
	b.do(b.change("a", func(s *Segment) { s.Fixed = "20:00" }))
	begins := b.Programme(day)[0]
	b.equal("a race that has not begun waits for its first time", begins.From, time.Duration(0))
	b.equal("and then is the breakfast", b.Programme(day)[1].From > 9*time.Hour, true)
}

// A programme of old has the times at which segments begin, and nothing else; the
// first change gives them places.
func TestAProgrammeOfOld(t *testing.T) {
	b := newBench(t)
	b.do(b.SetClock(Clock{Length: 10 * time.Hour}.Start(noon)))
	b.do(Edit{Label: LabelSample, Changes: []Change{
		{After: Segment{ID: "x", Title: "A", Length: 30 * minute}},
		{After: Segment{ID: "b", Title: "B", Start: 30 * minute, Length: 30 * minute}},
		{After: Segment{ID: "a", Title: "C", Start: 70 * minute, Length: 30 * minute}}}}, nil)
	b.equal("as it stood", b.held(0), "x 0-30, b 30-60, a 70-100")
	b.equal("agenda", b.Agenda()[2].Start, 70*minute)
	first := b.do(b.StretchSegment("b", 10*minute))
	b.equal("from then on", b.held(0), "x 0-30, b 30-70, a 70-100")
	b.do(b.Revert(first))
	b.equal("undone", b.held(0), "x 0-30, b 30-60, a 70-100")
	b.do(b.RemoveSegment("x"))
	b.equal("one removed", b.held(0), "b 0-30, a 30-60")
	b.do(b.AddSegment(Segment{ID: "n", Title: "N", Length: minute}, "a"))
	b.equal("one added", b.held(0), "b 0-30, n 30-31, a 31-61")
}

func TestBadProgrammes(t *testing.T) {
	b := plan(t, 30)
	for what, c := range map[string]struct {
		change func(*Segment)
		want   error
	}{
		"no title":     {func(s *Segment) { s.Title = " \n" }, ErrNoTitle},
		"a long title": {func(s *Segment) { s.Title = strings.Repeat("x", 20000) }, ErrTooLong},
		"no length":    {func(s *Segment) { s.Length = 0 }, ErrNoLength},
		"below zero":   {func(s *Segment) { s.Length = -time.Hour }, ErrNoLength},
		"for ever":     {func(s *Segment) { s.Length = 101 * 24 * time.Hour }, ErrTooFar},
		"no time":      {func(s *Segment) { s.Fixed = "25:00" }, ErrNoLength},
	} {
		s := Segment{Title: "T", Length: time.Hour}
		c.change(&s)
		_, err := b.AddSegment(s, "")
		b.fails("add "+what, err, c.want)
		_, err = b.change("a", c.change)
		b.fails("change "+what, err, c.want)
	}
	var gone []error
	for _, propose := range []func() (Edit, error){
		func() (Edit, error) { return b.ChangeSegment(Segment{ID: "z"}, Segment{}) },
		func() (Edit, error) { return b.StretchSegment("z", minute) },
		func() (Edit, error) { return b.MoveSegment("z", "", "") },
		func() (Edit, error) { return b.RemoveSegment("z") },
		func() (Edit, error) { return b.BeginSegment("z", 0, noon) },
	} {
		_, err := propose()
		gone = append(gone, err)
	}
	for i, err := range gone {
		b.fails(fmt.Sprint("gone ", i), err, ErrGone)
	}
	var many Agenda
	for range MaxSegments - 1 {
		many = append(many, Segment{Title: "T", Length: time.Hour})
	}
	b.do(b.FillAgenda(many))
	b.equal("as many as there may be", len(b.Programme(noon)), MaxSegments)
	_, err := b.FillAgenda(many[:1])
	b.fails("one more", err, ErrCrowded)
	b.equal("longer than the race", b.Programme(noon).Over() > 400*time.Hour, true)
}

// What two desks do to one segment at once is kept of both, where it is not the same.
func TestASegmentOfTwoDesks(t *testing.T) {
	b := plan(t, 30)
	was := b.Get(Ref{KindSegment, "a"}).(Segment)
	is := was
	is.Title = "Other"
	b.do(b.StretchSegment("a", 5*minute))
	b.do(b.ChangeSegment(was, is))
	now := b.Get(Ref{KindSegment, "a"}).(Segment)
	b.equal("both", now.Title+now.Length.String(), "Other35m0s")
	_, err := b.ChangeSegment(was, Segment{ID: "a", Title: "Third", Phase: "One", Length: was.Length})
	b.fails("the same", err, ErrConflict)
}

// After the computer's clock was set, a fixed time is still that of the clock on the
// wall, and so are the times that are told.
func TestFixedTimesAfterAStep(t *testing.T) {
	nine := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	clock := Clock{Length: DefaultLength}.Start(nine)
	clock.Step = time.Hour // on the wall it was ten, then
	b := NewBoard(1, []Entity{clock, Segment{ID: "a", Rank: 1, Title: "Talk", Length: 10 * time.Minute},
		Segment{ID: "b", Rank: 2, Title: "Lunch", Length: time.Hour, Fixed: "10:30"}})
	now := nine.Add(5 * time.Minute)
	lunch := b.Programme(now)[1]
	if lunch.From != 30*time.Minute {
		t.Errorf("lunch is after %v", lunch.From)
	}
	if got := clock.Instant(lunch.From, now); !got.Equal(nine.Add(90 * time.Minute)) {
		t.Errorf("told at %v", got)
	}
}

// A fixed time is one that clocks on the wall show, also behind a night in which they
// are set: to summer time, and back.
func TestFixedTimesBehindAChangeOfTheHour(t *testing.T) {
	stockholm, err := time.LoadLocation("Europe/Stockholm")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		begins time.Time
		lunch  time.Duration
	}{
		{time.Date(2026, 3, 28, 8, 0, 0, 0, stockholm), 27*time.Hour + 30*time.Minute},
		{time.Date(2026, 10, 24, 8, 0, 0, 0, stockholm), 29*time.Hour + 30*time.Minute},
	} {
		clock := Clock{Length: DefaultLength}.Start(c.begins)
		b := NewBoard(1, []Entity{clock, Segment{ID: "a", Rank: 1, Title: "Work", Length: 25 * time.Hour},
			Segment{ID: "b", Rank: 2, Title: "Lunch", Length: time.Hour, Fixed: "12:30"}})
		for _, now := range []time.Time{c.begins, c.begins.Add(26 * time.Hour), c.begins.Add(47 * time.Hour)} {
			lunch := b.Programme(now)[1]
			if at := clock.Instant(lunch.From, now); lunch.From != c.lunch || at.Format(timeOfDay) != "12:30" {
				t.Errorf("seen at %v, lunch is after %v, at %v", now, lunch.From, at)
			}
		}
	}
}
