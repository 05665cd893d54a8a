package board_test

import (
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/ui/board"
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

// In a round the cards keep quiet about it: only whoever has the turn sees their own
// dots, and only then there is something to press.
func TestDotsAreHiddenUntilShown(t *testing.T) {
	b := inRound(t)
	all := len(b.spots("more"))
	b.view.Poll(board.Poll{Round: "one"})
	if b.pips() != 0 || b.reads("7") || len(b.spots("more"))+len(b.spots("less")) != 0 {
		t.Errorf("between turns %d dots are seen, and %d places to press", b.pips(), len(b.spots("more")))
	}
	if !b.reads("33") {
		t.Error("votes from before the round are not seen between turns")
	}
	b.view.Poll(board.Poll{Round: "one", Voter: "u"})
	if got := len(b.spots("less")); b.pips() != 3 || !b.reads("7") || b.reads("33") || len(b.spots("more")) != all || got != 2 {
		t.Errorf("in a turn %d dots are seen, %d pluses and %d minuses", b.pips(), len(b.spots("more")), got)
	}
	b.press(b.spot("more", "", "d").middle())
	b.release()
	b.wants("tapped", "vote d +1")
}

// The next voter sees nothing of it, and once the round is shown everybody sees all.
func TestDotsAreVotesOnceShown(t *testing.T) {
	b := inRound(t)
	all := len(b.spots("more"))
	b.view.Poll(board.Poll{Round: "one", Voter: "w"})
	if b.pips() != 3 || b.reads("7") {
		t.Errorf("the next one sees %d dots", b.pips())
	}
	b.view.Poll(board.Poll{})
	b.commits(b.board.ShowRound("one"))
	if b.pips() != 0 || !b.reads("5") || !b.reads("7") || !b.reads("34") || len(b.spots("less")) != all {
		t.Errorf("once it is shown, %d dots and %d minuses are seen", b.pips(), len(b.spots("less")))
	}
}
