package main

import "testing"

// Whoever has only a finger writes with the keyboard on the screen; the field keeps
// the keys, so that a real keyboard writes on beside it.
func TestWritingWithTheKeyboardOnTheScreen(t *testing.T) {
	w := newWindow(t)
	w.open()
	w.tap("keyboard")
	for _, key := range []string{"å", "ä", "Shift", "Ö", "b", "BackSpace"} {
		w.press("key", key, "")
	}
	w.act("type", "--delay", "20", "n")
	w.point("key", "ö", "") // held down, with a tremble, it writes once
	w.act("mousedown", "1", "sleep", "0.1", "mousemove_relative", "--", "4", "1", "sleep", "0.1", "mouseup", "1")
	w.act("type", "--delay", "20", "s")
	w.press("key", "Return", "")
	w.until("the card is there", func() bool {
		for _, c := range w.shown().Cards {
			if c.Title == "åäÖnös" {
				return true
			}
		}
		return false
	})
	w.press("key", "Hide", "")
	w.until("the keyboard is gone", func() bool { _, _, there := w.spot("key", "å", ""); return !there })
	w.press("writer", "product", "")
	w.act("type", "--delay", "20", "z")
	if _, _, there := w.spot("key", "å", ""); there {
		t.Error("the keyboard comes though it was put away")
	}
}
