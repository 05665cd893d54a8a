package model

import (
	"reflect"
	"testing"
	"time"
)

func TestCourse(t *testing.T) {
	start := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	now, board := start, NewBoard(0, nil)
	var history []Edit
	wait := func(d time.Duration) { now = now.Add(d) }
	do := func(changes ...Change) {
		e := Edit{Changes: changes}.Stamped(board.Seq+1, now)
		board.Apply(e)
		history = append(history, e)
	}
	set := func(change func(Clock) Clock) Change {
		return Change{Before: board.Clock(), After: change(board.Clock())}
	}
	do(Change{After: Clock{Length: DefaultLength}}, Change{After: Card{ID: "early", Stage: Problem}})
	if course := board.Course(history); course.Known {
		t.Error("a race whose clock never ran has a time")
	}
	wait(time.Hour)
	do(set(func(c Clock) Clock { return c.Start(now) }))
	wait(time.Hour)
	do(Change{After: Card{ID: "a", Stage: Problem}}, Change{After: Card{ID: "gone", Stage: Problem}})
	wait(time.Hour)
	do(set(func(c Clock) Clock { return c.Pause(now) }))
	wait(3 * time.Hour)
	do(set(func(c Clock) Clock { return c.Start(now) }))
	wait(time.Hour)
	do(Change{After: Card{ID: "p", Stage: Project}}, Change{Before: Card{ID: "gone"}})
	wait(time.Hour)
	do(Change{Before: Card{ID: "a"}, After: Card{ID: "a", Stage: Problem, Title: "A"}})
	want := Course{Known: true, Comings: []Coming{{"early", Problem, 0}, {"a", Problem, time.Hour}, {"p", Project, 3 * time.Hour}},
		Stops: []Stop{{2 * time.Hour, 3 * time.Hour}}}
	if got := board.Course(history); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

// What somebody set the store's clock by is no time of the race.
func TestCourseGoesByTheRacesTime(t *testing.T) {
	start := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	running := Clock{Length: DefaultLength}.Start(start)
	stepped := running
	stepped.Step = 2 * time.Hour
	history := []Edit{
		Edit{Changes: []Change{{After: running}}}.Stamped(1, start),
		Edit{Changes: []Change{{Before: running, After: stepped}}}.Stamped(2, start.Add(2*time.Hour)),
		Edit{Changes: []Change{{After: Card{ID: "a", Stage: Problem}}}}.Stamped(3, start.Add(3*time.Hour)),
	}
	board := NewBoard(0, nil)
	for _, e := range history {
		board.Apply(e)
	}
	want := []Coming{{"a", Problem, time.Hour}}
	if got := board.Course(history).Comings; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

// The cards of a sample came with it: when, nobody knows.
func TestCourseOfASample(t *testing.T) {
	start := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	clock := Clock{Length: DefaultLength, Used: 30 * time.Hour}
	history := []Edit{
		Edit{Label: LabelSample, Changes: []Change{{After: clock}, {After: Card{ID: "a", Stage: Problem}}}}.Stamped(1, start),
		Edit{Label: LabelClock, Changes: []Change{{Before: clock, After: clock.Start(start)}}}.Stamped(2, start),
	}
	board := NewBoard(0, nil)
	for _, e := range history {
		board.Apply(e)
	}
	if course := board.Course(history); course.Known || len(course.Comings) > 0 {
		t.Errorf("%+v", course)
	}
	history = append(history, Edit{Changes: []Change{{After: Card{ID: "b", Stage: Problem}}}}.Stamped(3, start.Add(time.Hour)))
	board.Apply(history[2])
	want := Course{Known: true, Comings: []Coming{{"b", Problem, 31 * time.Hour}}}
	if course := board.Course(history); !reflect.DeepEqual(course, want) {
		t.Errorf("%+v", course)
	}
}
