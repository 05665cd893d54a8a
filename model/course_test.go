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
