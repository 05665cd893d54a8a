package main

import (
	"testing"
	"time"
)

// Fingers that tremble write a card and a project, and in a sheet, which takes the
// keyboard with it when it closes.
func TestFingersWrite(t *testing.T) {
	w := newWall(t)
	w.open()
	projects := len(w.shown().open("project"))
	w.touch("button", "keyboard", "").rest(60 * time.Millisecond).up()
	for _, key := range []string{"å", "ä", "ö", "BackSpace", "Return"} {
		w.touch("key", key, "").rest(80 * time.Millisecond).up()
	}
	w.until("the card is there", func() bool {
		for _, c := range w.shown().Cards {
			if c.Title == "åä" {
				return true
			}
		}
		return false
	})
	w.touch("writer", "project", "").up()
	w.touch("key", "x", "").up()
	w.touch("key", "Return", "").up()
	w.until("the project is there", func() bool { return len(w.shown().open("project")) == projects+1 })
	w.touch("card", "product", "").up()
	w.touch("panel", "entry 1", "").up()
	w.touch("key", "y", "").up()
	w.touch("panel", "Klar", "").up()
	w.until("the keyboard goes with the sheet", func() bool { return w.count("key", "å") == 0 })
	w.close()
}
