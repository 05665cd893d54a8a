package board_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/ui/board"
	"racedesk/ui/kit"
)

// pips counts the small filled dots on the board: those of the round buttons and
// of marks are larger.
func (b *table) pips() (n int) {
	for _, o := range test.LaidOutObjects(b.window.Content()) {
		if c, ok := o.(*canvas.Circle); ok && c.Visible() && c.Size().Width < 12 {
			n++
		}
	}
	return n
}

func (b *table) reads(text string) bool {
	for _, o := range test.LaidOutObjects(b.window.Content()) {
		if t, ok := o.(*canvas.Text); ok && t.Visible() && t.Text == text {
			return true
		}
	}
	return false
}

// inRound is a table on which a round goes on that two people voted in.
func inRound(t *testing.T) *table {
	t.Helper()
	b := newTable(t, model.Round{ID: "one", Name: "One", Dots: 9},
		model.Ballot{ID: "one/u", Round: "one", Voter: "u", Dots: map[model.ID]int{"a": 3, "b": 7}},
		model.Ballot{ID: "one/w", Round: "one", Voter: "w", Dots: map[model.ID]int{"a": 2, "c": 1}})
	b.commits(b.board.Vote("c", 33))
	return b
}

// Outside of a vote there is nothing on the cards that a sleeve could press: they say
// how many votes they have, and a tap opens them wherever it is.
func TestNothingToPressOutsideOfAVote(t *testing.T) {
	b := newTable(t)
	b.commits(b.board.Vote("c", 33))
	if n := len(b.spots("more")) + len(b.spots("less")); n != 0 {
		t.Errorf("there are %d places to press", n)
	}
	if b.pips() != 1 || !b.reads("33") || b.reads("0") {
		t.Errorf("%d dots are seen", b.pips())
	}
	votes, c := b.sees("the votes", "33", 1), b.card("c")
	if edge := c.pos.X + c.size.Width; len(votes) == 1 && (votes[0].X < edge-50 || votes[0].X > edge-20) {
		t.Errorf("the votes stand at %v of a card that ends at %v", votes[0].X, edge)
	}
	b.press(c.pos.AddXY(c.size.Width-20, c.size.Height-20))
	b.release()
	b.wants("tapped", "open c")
}

// In a round the cards keep quiet about it, and about earlier votes too: only whoever
// has the turn sees their own dots, and only then there is something to press.
func TestDotsAreHiddenUntilShown(t *testing.T) {
	b := inRound(t)
	b.view.Poll(board.Poll{Round: "one"})
	if b.pips() != 0 || b.reads("7") || b.reads("33") || len(b.spots("more"))+len(b.spots("less")) != 0 {
		t.Errorf("between turns %d dots are seen, and %d places to press", b.pips(), len(b.spots("more")))
	}
	b.view.Poll(board.Poll{Round: "one", Voter: "u"})
	if got := len(b.spots("less")); b.pips() != 3 || !b.reads("7") || b.reads("33") || len(b.spots("more")) != len(b.spots("card")) || got != 2 {
		t.Errorf("in a turn %d dots are seen, %d pluses and %d minuses", b.pips(), len(b.spots("more")), got)
	}
	b.press(b.spot("more", "", "d").middle())
	b.release()
	b.wants("tapped", "vote d +1")
}

// A round is about one stage: the other cards have nothing to press, and in a turn a
// tap on one says so. On the others it places a dot, also where it is not on the plus.
func TestARoundIsAboutOneStage(t *testing.T) {
	b := inRound(t)
	b.view.Poll(board.Poll{Round: "one", Voter: "u", Stage: model.Problem})
	if more, cards := len(b.spots("more")), len(b.in(model.Problem)); more != cards {
		t.Errorf("%d of %d problems can be voted for", more, cards)
	}
	for id, want := range map[string]string{"d": "vote d +1", "r": "say This vote is about problems"} {
		b.press(b.card(id).pos.AddXY(40, 40))
		b.release()
		b.wants("tapped "+id, want)
	}
	b.commits(b.board.Vote("r", 44))
	if !b.reads("44") || b.reads("33") {
		t.Error("the votes of another stage shall be seen, and no others")
	}
	b.view.Return()
	b.key(enter)
	b.wants("Enter", "vote d +1")
	b.view.Poll(board.Poll{Round: "one", Stage: model.Problem})
	b.press(b.card("d").pos.AddXY(40, 40))
	b.release()
	b.wants("between turns", "open d")
}

// A finger that aims at a button of a turn and misses gives no dot: the buttons are as
// large as a finger, and beside them in their row nothing happens.
func TestANearMissGivesNoDot(t *testing.T) {
	b := inRound(t)
	b.view.Poll(board.Poll{Round: "one", Voter: "u"})
	less, more := b.spot("less", "", "a"), b.spot("more", "", "a")
	if min(less.size.Width, less.size.Height, more.size.Width, more.size.Height) < kit.Touch {
		t.Errorf("the buttons are %v and %v", less.size, more.size)
	}
	row := b.card("a").pos.X + 20
	for _, c := range []struct {
		at   fyne.Position
		want []string
	}{
		{less.pos.AddXY(1, 1), []string{"vote a -1"}},
		{more.pos.AddXY(1, more.size.Height-1), []string{"vote a +1"}},
		{less.pos.AddXY(-4, 20), nil},
		{less.pos.AddXY(less.size.Width+4, 20), nil},
		{fyne.NewPos(row, less.middle().Y), nil},
		{b.card("a").pos.AddXY(40, 40), []string{"vote a +1"}},
	} {
		b.press(c.at)
		b.release()
		b.wants("tapped", c.want...)
	}
}

// The next voter sees nothing of it, and once the round is shown everybody sees all.
func TestDotsAreVotesOnceShown(t *testing.T) {
	b := inRound(t)
	b.view.Poll(board.Poll{Round: "one", Voter: "w"})
	if b.pips() != 3 || b.reads("7") {
		t.Errorf("the next one sees %d dots", b.pips())
	}
	b.view.Poll(board.Poll{})
	b.commits(b.board.ShowRound("one"))
	if b.pips() != 3 || !b.reads("5") || !b.reads("7") || !b.reads("34") {
		t.Errorf("once it is shown, %d dots are seen", b.pips())
	}
}
