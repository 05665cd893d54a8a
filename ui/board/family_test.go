package board_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

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

// The chip of those that went on shows the problems of the open card's family alone,
// also while one of them is looked at, until another card is.
func TestTheChipShowsTheFamily(t *testing.T) {
	b := newTable(t)
	b.commits(b.board.Join("b", "s"))
	b.commits(b.board.Join("c", "r"))
	b.view.Choose("r")
	tap := func() { test.TapCanvas(b.window.Canvas(), b.spot("gone", "problem", "-").middle()) }
	tap()
	if got := b.in(model.Problem); got != "ce" || b.view.News() != "ce" {
		t.Errorf("the problems are %q, lit are %q", got, b.view.News())
	}
	b.sees("the chip says so", "This family only", 1)
	b.view.Choose("e")
	if got := b.in(model.Problem); got != "ce" {
		t.Errorf("with one of them open, the problems are %q", got)
	}
	tap()
	if got := b.in(model.Problem); got != "ad" {
		t.Errorf("tapped again, the problems are %q", got)
	}
	b.view.Choose("r")
	tap()
	b.view.Choose("s")
	if got := b.in(model.Problem); got != "ad" {
		t.Errorf("with another card open, the problems are %q", got)
	}
}

// A card that others were merged into says how many it stands for.
func TestAMergedCardSaysSo(t *testing.T) {
	b := newTable(t)
	b.commits(b.board.Merge("a", "b", "c"))
	b.sees("three problems", "3 problems in one", 1)
	b.commits(b.board.Merge("r", "s"))
	b.sees("two projects", "1 problem, 2 projects in one", 1)
	b.commits(b.board.Unmerge("s"))
	b.sees("apart again", "1 problem", 1)
}

// A problem in two projects says so.
func TestACardSaysThatItWentIntoSeveral(t *testing.T) {
	b := newTable(t)
	b.view.ShowGone(true)
	b.sees("in one", "» Card r", 1)
	b.commits(b.board.Join("e", "s"))
	b.sees("in two", "» Card r +1", 1)
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
