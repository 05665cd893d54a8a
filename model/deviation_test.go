package model

import (
	"errors"
	"testing"
	"time"
)

func TestDeviations(t *testing.T) {
	b := newBench(t)
	now := time.Date(2026, 3, 1, 9, 30, 0, 0, time.UTC)
	b.do(b.SetClock(Clock{Length: DefaultLength}.Start(now.Add(-time.Hour))))
	b.do(b.Note(Deviation{}, Deviation{What: " The projector\r\nbroke "}, now))
	b.do(b.Note(Deviation{}, Deviation{What: "Late food", Measure: "Pizza", Elapsed: 7 * time.Hour}, now.Add(time.Minute)))
	log := b.Deviations()
	if len(log) != 2 || log[0].What != "The projector\nbroke" || log[0].Elapsed != time.Hour || log[1].Elapsed != 7*time.Hour || !log[0].Noted.Equal(now) {
		t.Fatalf("%+v", log)
	}
	is := log[0]
	is.Measure = "Another one"
	b.do(b.Note(log[0], is, now.Add(time.Hour)))
	other := log[0]
	other.Measure = "None"
	if _, err := b.Note(log[0], other, now); !errors.Is(err, ErrConflict) {
		t.Errorf("a measure that another desk wrote: %v", err)
	}
	gone := b.do(b.Strike(log[1].ID))
	if _, err := b.Note(log[1], log[1], now); !errors.Is(err, ErrGone) {
		t.Errorf("one that is gone: %v", err)
	}
	b.do(b.Revert(gone))
	if _, err := b.Note(Deviation{}, Deviation{Measure: "x"}, now); !errors.Is(err, ErrNoTitle) {
		t.Errorf("nothing that happened: %v", err)
	}
	b.equal("first", b.Deviations()[0].Measure, "Another one")
	b.equal("lines", len(b.Deviations()), 2)
}
