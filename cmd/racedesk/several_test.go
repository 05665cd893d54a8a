package main

import "testing"

// Cards are chosen with Ctrl and Shift and carried together, and come back
// together.
func TestSeveralCardsAreCarriedTogether(t *testing.T) {
	w := newWindow(t)
	w.open()
	open := w.shown().open("problem")
	project := w.shown().open("project")[0]
	into := func() (n int) {
		for _, id := range open[:3] {
			for _, to := range w.shown().card(id).To {
				if string(to) == project {
					n++
				}
			}
		}
		return n
	}
	w.act("keydown", "ctrl")
	w.press("card", "problem", open[0])
	w.act("keyup", "ctrl", "keydown", "shift")
	w.press("card", "problem", open[2])
	w.act("keyup", "shift")
	w.drag("problem", open[1], "card", "project", project)
	w.until("all three went into the project", func() bool { return into() == 3 })
	w.act("key", "ctrl+z")
	w.until("and came back with one undo", func() bool { return into() == 0 })
	w.close()
}

// What is copied from a card's text and pasted into a column becomes cards.
func TestPastedLinesBecomeCards(t *testing.T) {
	w := newWindow(t)
	w.open()
	w.press("card", "problem", w.shown().open("problem")[0])
	w.press("panel", "entry 2", "")
	w.act("key", "ctrl+a", "BackSpace")
	for _, line := range []string{"Ingen buss", "Ingen affär", "Ingen bank", "Ingen fisk"} {
		w.act("type", "--delay", "20", line)
		w.act("key", "Return")
	}
	w.act("key", "ctrl+a", "ctrl+c")
	w.press("panel", "Klar", "")
	before := len(w.shown().Cards)
	w.press("writer", "project", "")
	w.act("key", "ctrl+v")
	w.press("panel", "Lägg till", "")
	w.until("four projects more", func() bool {
		r := w.shown()
		return len(r.Cards) == before+4 && r.titled("Ingen buss").Order == 1 && r.titled("Ingen fisk").Stage == "project"
	})
	w.close()
}
