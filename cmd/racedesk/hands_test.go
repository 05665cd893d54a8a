package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// titled returns the card with a title, or an empty one.
func (r raceJSON) titled(title string) cardJSON {
	for _, c := range r.Cards {
		if c.Title == title {
			return c
		}
	}
	return cardJSON{}
}

// count says how many things of a kind and name are on the screen.
func (w *window) count(kind, name string) int {
	data, _ := os.ReadFile(w.path("map"))
	return strings.Count("\n"+string(data), "\n"+kind+"\t"+name+"\t")
}

func TestWritingCards(t *testing.T) {
	w := newWindow(t)
	w.open()
	w.write("Åkern får inga lån", "writer", "problem", "")
	w.until("Enter adds a card", func() bool { return w.shown().titled("Åkern får inga lån").Stage == "problem" })
	w.act("type", "--delay", "20", "Nästa")
	w.act("key", "Return")
	w.until("and the next one", func() bool { return w.shown().titled("Nästa").Order == 1 })
	id := string(w.shown().titled("Nästa").ID)

	w.press("card", "problem", id)
	w.press("panel", "Klar", "")
	w.act("key", "Down", "plus")
	w.until("+ adds a vote", func() bool { return w.shown().card(id).Votes == 1 })
	w.act("key", "minus")
	w.until("− takes it back", func() bool { return w.shown().card(id).Votes == 0 })

	w.press("card", "problem", id)
	w.press("panel", "entry 2", "")
	w.act("type", "--delay", "20", "Varför är räntan så hög?")
	w.press("panel", "Klar", "")
	w.until("the sheet is stored", func() bool { return w.shown().card(id).Text == "Varför är räntan så hög?" })

	w.press("card", "problem", id)
	w.press("panel", "Parkera", "")
	w.until("the card is parked", func() bool { return w.shown().card(id).Parked })
	w.tap("parked")
	w.press("panel", "Ta tillbaka", "")
	w.until("the card is back", func() bool { return !w.shown().card(id).Parked })
	w.close()
}

// What is written is stored when the hand rests; the shortcuts of the window reach it
// while one writes.
func TestASheetIsSavedByItself(t *testing.T) {
	w := newWindow(t)
	w.open()
	id := w.shown().open("problem")[0]
	before := w.shown().card(id).Text
	w.press("card", "problem", id)
	w.press("panel", "entry 2", "")
	w.act("key", "ctrl+a")
	w.act("type", "--delay", "20", "Nytt")
	w.until("what is written is stored", func() bool { return w.shown().card(id).Text == "Nytt" })
	w.tap("undo")
	w.until("undo takes it back", func() bool { return w.shown().card(id).Text == before })
	w.press("panel", "entry 2", "")
	w.act("key", "ctrl+f")
	w.act("type", "--delay", "20", "LEVERANTÖREN")
	w.until("search shows what matches", func() bool { return w.count("card", "problem") == 1 })
	w.press("panel", "entry 2", "")
	w.act("key", "ctrl+y") // nothing to take back in the field itself
	w.until("redo is the desk's", func() bool { return w.shown().card(id).Text == "Nytt" })
	w.close()
}

func TestSearchLanguageAndClock(t *testing.T) {
	w := newWindow(t)
	w.open()
	all := w.count("card", "problem") // of those in view
	w.press("button", "search", "")
	w.act("type", "--delay", "20", "LEVERANTÖREN")
	w.until("search shows what matches", func() bool { return w.count("card", "problem") == 1 && w.count("card", "product") == 0 })
	w.act("key", "ctrl+a", "BackSpace")
	w.until("and all again", func() bool { return w.count("card", "problem") == all })
	w.press("gone", "problem", "")
	went := w.shown().gone("problem")
	w.until("those that went on are shown too", func() bool {
		return slices.ContainsFunc(went, func(id string) bool { _, _, there := w.spot("card", "problem", id); return there })
	})

	before := w.shown().Clock
	w.tap("clock")
	w.press("panel", "+10 min", "")
	w.until("ten minutes more", func() bool { return w.shown().Clock.Length == before.Length+600 })
	w.tap("language")
	w.tap("clock")
	w.press("panel", "Go on", "")
	w.until("the clock runs", func() bool { return w.shown().Clock.Running })
	w.press("panel", "Pause the clock", "")
	w.until("the clock stands", func() bool { return !w.shown().Clock.Running })
	w.close()
}

func TestTheFirstStart(t *testing.T) {
	w := newWindow(t)
	w.launch()
	w.tap("start-open")
	w.until("files can be chosen from", func() bool { return w.count("button", "start-open") == 1 })
	w.close()

	w.launch()
	w.tap("start-sample")
	w.untilBoard()
	races, _ := filepath.Glob(w.path("data/racedesk/*.race"))
	if len(races) != 1 {
		t.Fatalf("the sample race lies in %v", races)
	}
	w.race = races[0]
	w.write("Mitt problem", "writer", "problem", "")
	w.until("it is stored", func() bool { return w.shown().titled("Mitt problem").Order == 1 })
	w.close()

	w.launch()
	w.untilBoard() // the last race opens by itself
	w.tap("races")
	w.write("Vårt lopp", "button", "start-name", "")
	w.race = w.path("data/racedesk/Vårt lopp.race")
	w.until("the empty race is made", func() bool { _, err := os.Stat(w.race); return err == nil })
	w.write("Första", "writer", "problem", "")
	w.until("and written on", func() bool { return w.shown().titled("Första").Order == 1 })
	w.close()

	if err := os.WriteFile(w.race, []byte("skräp"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.launch()
	w.tap("start-recent-2") // what the last race became is told, and the one before it opens
	w.untilBoard()
	w.close()
}

// Another process writes into the same file: the board shows it by itself, and
// each sees what the other did.
func TestTwoProgramsOnOneFile(t *testing.T) {
	w := newWindow(t)
	w.race = w.path("tomt.race")
	w.cli("", "new", w.race)
	w.launch(w.race)
	w.until("the board is empty", func() bool { return w.count("column", "problem") == 1 && w.count("card", "problem") == 0 })
	w.cli("Ett\nTvå", "add", w.race)
	w.until("what the script wrote shows", func() bool { return w.count("card", "problem") == 2 })
	w.write("Tre", "writer", "problem", "")
	w.until("what the desk wrote is there too", func() bool { return len(w.shown().Cards) == 3 })
	w.close()
}
