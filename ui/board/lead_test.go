package board_test

import (
	"slices"
	"testing"
	"time"

	"racedesk/model"
)

// Led to a card, people see it: its column scrolls to it, and it is lit for a while.
func TestLeadToACard(t *testing.T) {
	b := newTable(t, crowd(500)...)
	now := time.Unix(1e9, 0)
	b.view.SetNow(func() time.Time { return now })
	b.view.LeadTo("n00300")
	if !slices.Contains(b.inView(), "n00300") || b.view.News() != "n00300" {
		t.Errorf("in view are %v, lit is %q", b.inView(), b.view.News())
	}
	scrolled := b.view.Scrolled()
	b.view.LeadTo(model.ID(b.inView()[0]))
	if b.view.Scrolled() != scrolled {
		t.Error("it scrolls to a card that is in view")
	}
	b.view.Beat()
	if b.view.News() == "" {
		t.Error("the light is out at once")
	}
	now = now.Add(3 * time.Second)
	b.view.Beat()
	if b.view.News() != "" || b.view.Beating() {
		t.Error("the light stays on")
	}
}

// A problem that went on is brought back for as long as its card is the chosen one.
func TestLeadToBringsBackWhatWentOn(t *testing.T) {
	b := newTable(t)
	b.view.Choose("e")
	b.view.LeadTo("e")
	if got := b.in(model.Problem); got != "abcde" {
		t.Errorf("the problems are %q", got)
	}
	b.view.Choose("r")
	if got := b.in(model.Problem); got != "abcd" {
		t.Errorf("with another one chosen, the problems are %q", got)
	}
}

// Where many cards go, as where a long paste is taken back, the column stays where
// it was: with the keys on one of them, and scrolled in among them.
func TestTheColumnStaysWhereManyCardsGo(t *testing.T) {
	old := crowd(300)
	b := newTable(t, old...)
	b.view.Return()
	titles := slices.Repeat([]string{"Pasted"}, 1000)
	paste, err := b.board.AddAll(model.Problem, titles, "a")
	b.commits(paste, err)
	b.view.Top(model.Problem)
	b.wheel(-3000)
	b.press(b.spot("card", "problem", b.inView()[3]).middle())
	b.release()
	b.commits(b.board.Remove(made(paste)...))
	if got := b.inView(); !slices.Contains(got, "a") {
		t.Errorf("in view are %v at %v", got, b.view.Scrolled())
	}
}

// made are the cards that an edit made.
func made(e model.Edit) (ids []model.ID) {
	for _, c := range e.Changes {
		if c.Before == nil {
			ids = append(ids, c.Ref().ID)
		}
	}
	return ids
}
