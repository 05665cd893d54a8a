package form_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/kit"
)

// chip returns the chip with this wording.
func (p paper) chip(label string) *kit.Chip {
	p.Helper()
	for _, c := range all[*kit.Chip](p) {
		if c.Text() == label {
			return c
		}
	}
	p.Fatalf("there is no chip %q", label)
	return nil
}

func TestTheProjectorsRemote(t *testing.T) {
	var log []string
	note := func(what string) func() { return func() { log = append(log, what) } }
	state := form.ProjectorState{Screen: model.Screen{Face: model.FaceClock, Message: "Lunch"},
		Places: []form.ProjectorPlace{{Key: "a", Name: "BENQ", Chosen: true}, {Key: "b", Name: "Wall"}}}
	s := form.NewProjector(state, canvas.NewRectangle(nil), w, form.ProjectorActs{
		Turn: note("turn"), Face: func(f model.Face) { note("face " + string(f))() },
		Message: func(text string, show bool) { note(fmt.Sprint("message ", text, " ", show))() },
		Address: func(text string, show bool) { note(fmt.Sprint("address ", text, " ", show))() },
		Light:   func(on bool) { note(fmt.Sprint("light ", on))() }, Place: func(key string) { note("place " + key)() }, Close: note("close"),
	})
	p := lay(t, s.Object)
	for _, face := range model.Faces {
		test.Tap(p.chip(w.T("projector.face." + string(face))))
	}
	test.Tap(p.chip(w.T("projector.light")))
	test.Tap(p.chip("Wall"))
	p.press(w.T("projector.open"))
	p.press(w.T("sheet.done"))
	want := []string{"face clock", "face figures", "face message", "face address", "face black", "face pitch", "light true", "place b", "turn", "close"}
	if !slices.Equal(log, want) {
		t.Errorf("asked for %q, want %q", log, want)
	}
	if !p.chip(w.T("projector.face.clock")).On() || p.chip(w.T("projector.face.black")).On() || !p.chip("BENQ").On() {
		t.Error("the chips say something else than what the room sees")
	}

	log = nil
	p.write(w.T("projector.message"), "Dinner")
	p.write(w.T("projector.address"), "example.org")
	s.Save()
	test.Tap(p.chip(w.T("projector.face.message")))
	p.press(w.T("projector.show"))
	p.entry(w.T("projector.address")).OnSubmitted("example.org")
	want = []string{"message Dinner false", "address example.org false", "message Dinner false", "address example.org false", "face message",
		"message Dinner true", "address example.org true"}
	if !slices.Equal(log, want) {
		t.Errorf("asked for %q, want %q", log, want)
	}
}

func TestTheProjectorsRemoteFollows(t *testing.T) {
	s := form.NewProjector(form.ProjectorState{Screen: model.Screen{Face: model.FaceClock, Message: "Lunch", Address: "a.se"}},
		canvas.NewRectangle(nil), w, form.ProjectorActs{})
	p := lay(t, s.Object)
	p.write(w.T("projector.address"), "mine.se")
	s.Show(form.ProjectorState{Open: true, Screen: model.Screen{Face: model.FaceBlack, Message: "Dinner", Address: "theirs.se", Light: true}})
	if m, a := p.entry(w.T("projector.message")).Text, p.entry(w.T("projector.address")).Text; m != "Dinner" || a != "mine.se" {
		t.Errorf("the remote says %q and %q; want what others wrote, and what is being written here", m, a)
	}
	if !p.offers(w.T("projector.close")) || !p.chip(w.T("projector.face.black")).On() || !p.chip(w.T("projector.light")).On() {
		t.Error("the remote does not follow what the room sees")
	}
}

// A message that the room would see only in part is told of while it is written.
func TestTheProjectorsRemoteTellsOfALongMessage(t *testing.T) {
	s := form.NewProjector(form.ProjectorState{}, canvas.NewRectangle(nil), w, form.ProjectorActs{
		Cuts: func(text string) bool { return len(text) > 20 },
	})
	p := lay(t, s.Object)
	p.write(w.T("projector.message"), "Dinner is served in the hall\n")
	if !p.says(w.T("projector.message.long")) {
		t.Error("a message that is cut is not told of")
	}
	p.write(w.T("projector.message"), "Dinner is served    \n\n")
	if p.says(w.T("projector.message.long")) {
		t.Error("a message that fits is said to be too long")
	}
}
