package board_test

import (
	"testing"

	"racedesk/model"
)

// A card whose sheet is open is lit with what it came from and what it went into.
func TestChoosingLightsTheFamily(t *testing.T) {
	b := newTable(t)
	b.commits(b.board.Join("e", "s")) // e is in r and s, and s became x
	for id, want := range map[model.ID]string{"e": "Ersx", "s": "Sx", "x": "sX", "b": "B", "r": "R", "": "", "gone": ""} {
		b.view.ShowGone(id == "e")
		b.view.Choose(id)
		if got := b.view.Lit(); got != want {
			t.Errorf("of %q, %q are lit, want %q", id, got, want)
		}
		b.view.Choose("")
	}
	b.view.ShowGone(false)
	b.view.Choose("r")
	b.sees("of the family, e is hidden", "1 that went on, 1 of this family", 1)
	b.commits(b.board.Split("e", "r"))
	b.sees("no more", "1 that went on", 1)
	b.view.Choose("")
	if got := b.view.Lit(); got != "" {
		t.Errorf("at the end %q are lit", got)
	}
}

// Choosing draws the family and nothing else, however many cards there are.
func TestChoosingDrawsTheFamilyOnly(t *testing.T) {
	b := newTable(t, crowd(10000)...)
	before := b.view.Drawn()
	b.view.Choose("s")
	if drawn := b.view.Drawn() - before; drawn != 2 {
		t.Errorf("it draws %d", drawn)
	}
}

// Where a panel makes the columns narrower, the open card stays where it is, and
// is there again when the panel goes.
func TestTheChosenCardStaysInView(t *testing.T) {
	b := newTable(t, crowd(500)...)
	b.wheel(-3000)
	scrolled, id := b.view.Scrolled(), b.inView()[4]
	b.view.Choose(model.ID(id))
	at := b.card(id).pos.Y
	b.view.Resize(b.view.Size().SubtractWidthHeight(440, 0))
	if got := b.card(id).pos.Y; got != at || b.view.Scrolled() == scrolled {
		t.Errorf("beside a panel the card lies at %v, was at %v", got, at)
	}
	b.view.Resize(b.view.Size().AddWidthHeight(440, 0))
	if got := b.view.Scrolled(); got != scrolled {
		t.Errorf("afterwards the column is at %v, was at %v", got, scrolled)
	}
}
