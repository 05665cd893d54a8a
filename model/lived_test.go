package model_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"racedesk/model"
)

// The sample race has a past: its cards came over its hours, and its segments began.
func TestTheSampleWasLived(t *testing.T) {
	sample, err := os.ReadFile(filepath.Join("..", "assets", "sample", "race.json"))
	if err != nil {
		t.Fatal(err)
	}
	outline, err := model.ParseOutline(sample)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	for state, used := range map[model.SampleState]time.Duration{model.SampleRunning: 30 * time.Hour, model.SampleFinished: 48 * time.Hour} {
		b, plain := model.NewBoard(0, nil), model.NewBoard(0, nil)
		var history []model.Edit
		for i, e := range outline.Lived(state, now) {
			if i > 0 && e.At.Before(history[i-1].At) {
				t.Fatalf("%s: edit %d comes before the one before it", state, i)
			}
			history = append(history, e.Stamped(int64(i+1), e.At))
			b.Apply(history[i])
		}
		for i, e := range outline.Edits(state) {
			plain.Apply(e.Stamped(int64(i+1), now))
		}
		if b.Clock().Used != used || b.Clock().Running() || !history[len(history)-1].At.Equal(now) {
			t.Errorf("%s: the clock is %+v", state, b.Clock())
		}
		wantCourse(t, state, b, plain, b.Course(history), used)
		programme := b.Programme(now)
		for i, s := range programme[1:] {
			if s.Begun != (s.From < used && s.Plan < used) || s.From < programme[i].From {
				t.Errorf("%s: %s begins at %v, begun: %v", state, s.Title, s.From, s.Begun)
			}
		}
	}
}

// wantCourse holds when the cards came against the time that was used, and how many did
// against the sample.
func wantCourse(t *testing.T, state model.SampleState, b, plain *model.Board, course model.Course, used time.Duration) {
	t.Helper()
	came := map[model.Stage]int{}
	for _, c := range course.Comings {
		came[c.Stage]++
		if c.At <= 0 || c.At >= used {
			t.Errorf("%s: %s came at %v", state, c.Card, c.At)
		}
	}
	for _, s := range model.Stages {
		if n := plain.Figures(s, "").Total; came[s] != n || b.Figures(s, "").Total != n {
			t.Errorf("%s: %d of %d %ss came", state, came[s], n, s)
		}
	}
	if !course.Known {
		t.Errorf("%s: nobody knows when", state)
	}
}
