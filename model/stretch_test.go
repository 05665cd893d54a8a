package model

import (
	"reflect"
	"testing"
	"time"
)

// A writer writes on a bench whose clock they set.
type writer struct {
	*bench
	now time.Time
	h   History
}

func newWriter(t *testing.T) *writer {
	w := &writer{bench: newBench(t), now: noon}
	w.store = NewMemory(func() time.Time { return w.now })
	w.h.Desk = w.desk
	w.note(w.Add(Card{ID: "a", Stage: Problem, Title: "a"}, ""))
	w.note(w.Add(Card{ID: "b", Stage: Problem, Title: "b"}, ""))
	return w
}

func (w *writer) note(e Edit, err error) Edit {
	w.Helper()
	done := w.do(e, err)
	w.h.Note(done)
	return done
}

// after writes on a card some time later.
func (w *writer) after(pause time.Duration, id ID, change func(*Card)) {
	w.Helper()
	w.now = w.now.Add(pause)
	c, _ := w.Card(id)
	change(&c)
	w.note(w.Write(c))
}

func text(s string) func(*Card) { return func(c *Card) { c.Text = s } }

func (w *writer) text(id ID) string { c, _ := w.Card(id); return c.Text }

// What is stored every few seconds while somebody writes is one step of undo, and of
// redo, and the same after a restart.
func TestAStretchOfWritingIsUndoneAtOnce(t *testing.T) {
	w := newWriter(t)
	for _, s := range []string{"t", "th", "the", "the bus"} {
		w.after(2*time.Second, "a", text(s))
	}
	w.undo(&w.h)
	w.equal("undone", w.text("a"), "")
	w.redo(&w.h)
	w.equal("redone", w.text("a"), "the bus")
	w.undo(&w.h)

	again := History{Desk: w.desk}
	edits, err := w.store.Edits(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range edits {
		again.Note(e)
	}
	if !reflect.DeepEqual(again, w.h) {
		t.Errorf("after a restart %+v, want %+v", again, w.h)
	}
	w.redo(&again)
	w.equal("redone after a restart", w.text("a"), "the bus")
}

// A stretch ends with a pause, at another field or card, at anything else that is
// done, and where another desk wrote on the card.
func TestWhatEndsAStretch(t *testing.T) {
	for name, between := range map[string]func(*writer){
		"a pause":       func(w *writer) { w.now = w.now.Add(stretchPause) },
		"another field": func(w *writer) { w.after(0, "a", func(c *Card) { c.Title = "A" }) },
		"another card":  func(w *writer) { w.after(0, "b", text("x")) },
		"another deed":  func(w *writer) { w.note(w.Park("b", true)) },
		"an undo":       func(w *writer) { w.after(2*stretchPause, "a", text("x")); w.undo(&w.h) },
		"another desk":  func(w *writer) { w.desk = "desk-b"; w.note(w.Vote("a", 1)); w.desk = w.h.Desk },
	} {
		w := newWriter(t)
		w.after(0, "a", text("one"))
		between(w)
		w.after(time.Millisecond, "a", text("one two"))
		w.undo(&w.h)
		if got := w.text("a"); got != "one" {
			t.Errorf("%s: undone to %q, want one", name, got)
		}
	}
}

// Writing that comes to nothing leaves nothing to take back.
func TestAStretchThatComesToNothing(t *testing.T) {
	w := newWriter(t)
	w.after(0, "a", text("x"))
	w.after(time.Millisecond, "a", text(""))
	if e, _ := w.h.Undo(); e.Label != LabelAdd {
		t.Errorf("undo takes back %q", e.Label)
	}
}

// What happened to a card tells of a stretch once.
func TestAStretchIsOneEventOfACard(t *testing.T) {
	w := newWriter(t)
	for _, s := range []string{"t", "th", "the"} {
		w.after(time.Second, "a", text(s))
		w.after(0, "b", text(s)) // at the same desk, which is no matter to the card
	}
	w.after(2*stretchPause, "a", text("there"))
	edits, err := w.store.Edits(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	var was, is []string
	for _, e := range CardHistory(edits, "a")[1:] {
		was, is = append(was, e.Card.Before.(Card).Text), append(is, e.Card.After.(Card).Text)
	}
	if !reflect.DeepEqual(was, []string{"", "the"}) || !reflect.DeepEqual(is, []string{"the", "there"}) {
		t.Errorf("told %q to %q", was, is)
	}
}
