package model_test

import (
	"errors"
	"strings"
	"testing"

	"racedesk/model"
)

func TestTheRoomSeesTheClockUntilSomethingElseIsChosen(t *testing.T) {
	b := model.NewBoard(0, nil)
	if s := b.Screen(); s != (model.Screen{Face: model.FaceClock}) {
		t.Errorf("a new race shows %+v", s)
	}
	if e, err := b.SetScreen(model.Screen{Face: model.FaceClock}); err != nil || !e.Empty() {
		t.Errorf("to show what is shown is %v, %v; want an empty edit", e, err)
	}
	e, err := b.SetScreen(model.Screen{Face: model.FaceMessage, Message: "  Middag\r\nklockan \x00sex ", Address: "a\nb", Light: true})
	if err != nil {
		t.Fatal(err)
	}
	b.Apply(e.Stamped(1, noon()))
	if want := (model.Screen{Rev: 1, Face: model.FaceMessage, Message: "Middag\nklockan sex", Address: "a b", Light: true}); b.Screen() != want {
		t.Errorf("the room sees %+v, want %+v", b.Screen(), want)
	}
	data, err := model.EncodeChanges(e.Changes)
	if err != nil || !strings.Contains(string(data), `"kind":"screen"`) {
		t.Errorf("stored as %s, %v", data, err)
	}
	read, err := model.DecodeEntity(model.KindScreen, []byte(`{"face":"hologram"}`), 2)
	if err != nil {
		t.Fatal(err)
	}
	if s := model.NewBoard(2, []model.Entity{read}).Screen(); s.Face != model.FaceClock {
		t.Errorf("a face of a newer version shows %s, want the clock", s.Face)
	}
}

func TestWhatTheRoomCannotSee(t *testing.T) {
	b := model.NewBoard(0, nil)
	for want, s := range map[error]model.Screen{
		model.ErrNoMeaning: {Face: "hologram"},
		model.ErrTooLong:   {Face: model.FaceMessage, Message: strings.Repeat("x", model.MaxText+1)},
	} {
		if _, err := b.SetScreen(s); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", s.Face, err, want)
		}
	}
}

// Undo at the board never changes what the room sees.
func TestTheScreenIsOutsideOfUndo(t *testing.T) {
	b, h := model.NewBoard(0, nil), model.History{Desk: "me"}
	e, err := b.SetScreen(model.Screen{Face: model.FaceBlack})
	if err != nil {
		t.Fatal(err)
	}
	e.Desk = "me"
	h.Note(e.Stamped(1, noon()))
	if _, ok := h.Undo(); ok {
		t.Error("undo would take back what the room sees")
	}
}
