package ui_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"racedesk/model"
	"racedesk/ui/board"
	"racedesk/ui/kit"
)

// views is the board on the screen.
func (s *seat) views() *board.View { return all[*board.View](s)[0] }

// dot taps the plus or the minus of a card.
func (s *seat) dot(kind, card string) {
	s.Helper()
	found := false
	s.views().Spots(func(k, _, id string, pos fyne.Position, size fyne.Size) {
		if k == kind && id == card {
			found = true
			test.TapCanvas(s.window.Canvas(), pos.AddXY(size.Width/2, size.Height/2))
		}
	})
	if !found {
		s.Fatalf("there is no %s on the card %s", kind, card)
	}
	s.until("the card is not waiting", s.quiet)
}

// quiet says whether nothing is on its way to the store.
func (s *seat) quiet() bool { return !s.crank.turn() }

// reads says whether a line is on the screen that no kit.Text or button says.
func (s *seat) reads(text string) bool {
	for _, o := range all[*canvas.Text](s) {
		if o.Text == text {
			return true
		}
	}
	return false
}

// flips taps the chip whose word begins so.
func (s *seat) flips(begins string) {
	s.Helper()
	s.until("a chip "+begins, func() bool {
		for _, c := range all[*kit.Chip](s) {
			for _, o := range test.WidgetRenderer(c).Objects() {
				if word, ok := o.(*canvas.Text); ok && strings.HasPrefix(word.Text, begins) {
					test.Tap(c)
					return true
				}
			}
		}
		return false
	})
}

// begins begins a round of two dots about the problems, of which there are three now,
// with the usual name.
func (s *seat) begins() {
	s.Helper()
	s.says("Race at home")
	for _, c := range []model.Card{{ID: "d", Title: "Fuel costs more than the fish"}, {ID: "e", Title: "Nobody mends engines"}} {
		c.Stage = model.Problem
		s.there(func(b *model.Board) (model.Edit, error) { return b.Add(c, "") })
		s.says(c.Title)
	}
	s.flips(s.words.T("vote"))
	s.says(s.words.T("rounds.note"))
	s.entry("5").SetText("2")
	s.press(s.words.T("rounds.begin"))
	s.says(s.words.T("vote.begun"))
}

// turnout waits until so many people placed so many dots.
func (s *seat) turnout(voters, dots int) {
	s.Helper()
	s.until("turnout", func() bool {
		b := s.stored()
		r, _ := b.Voting()
		v, n := b.Turnout(r.ID)
		return v == voters && n == dots && s.quiet()
	})
}

// hasTurn presses what begins a turn, or ends it, a while after the last time.
func (s *seat) hasTurn(key string) {
	s.Helper()
	s.later(time.Second)
	s.press(s.words.T(key))
}

// ordersByAResult votes for a card, shows the result and gives the column its order.
func (s *seat) ordersByAResult() {
	s.Helper()
	s.begins()
	s.hasTurn("vote.turn")
	s.dot("more", "b")
	s.turnout(1, 1)
	s.hasTurn("sheet.done")
	s.press(s.words.T("vote.show"))
	s.press(s.words.T("vote.show.sure"))
	s.press(s.words.T("result.order"))
	s.says(s.words.T("done.order"))
}

func TestAVotingRound(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		s := sit(t, lang, home, &fakeShelf{})
		s.begins()
		s.looks("vote-on-" + lang)
		s.hasTurn("vote.turn")
		s.until("the dots", func() bool { return s.reads(s.words.T("vote.left", 2)) })
		s.dot("more", "b")
		s.turnout(1, 1)
		s.dot("more", "d")
		s.turnout(1, 2)
		s.until("none left", func() bool { return s.reads(s.words.T("vote.left", 0)) })
		s.looks("vote-turn-" + lang)
		s.dot("more", "b")
		s.says(s.words.T("error.spent"))
		s.dot("less", "d")
		s.turnout(1, 1)
		s.hasTurn("sheet.done")
		s.says(s.words.T("vote.thanks"))

		s.hasTurn("vote.turn") // the next one begins with all dots, and sees none of the other's
		s.until("the dots", func() bool { return s.reads(s.words.T("vote.left", 2)) })
		s.dot("more", "b")
		s.turnout(2, 2)
		s.hasTurn("sheet.done")
		s.press(s.words.T("vote.show"))
		s.press(s.words.T("vote.show.sure"))
		s.says(s.words.T("done.show", s.words.T("order.votes")))
		s.says(s.words.T("result.rest", 2))
		s.looks("vote-result-" + lang)
		if b, _ := s.stored().Card("b"); s.stored().Votes(b) != 5 {
			t.Errorf("the card has %d votes", s.stored().Votes(b))
		}
		s.press(s.words.T("undo.what", s.words.T("edit.show"))) // hides them again
		s.says(s.words.T("vote.show"))
		s.until("the result is gone", func() bool { return s.text(s.words.T("result.rest", 2)) == nil })
	}
}

// A result is shown on the board too, in its order. One tap leads back to the order that
// hands gave the cards.
func TestAResultIsShownInItsOrder(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.begins()
	s.there(func(b *model.Board) (model.Edit, error) { return b.Move("b", "") })
	s.until("it lies last", func() bool { return s.topmost() == "Fuel costs more than the fish" })
	s.press(s.words.T("vote.show"))
	s.press(s.words.T("vote.show.sure"))
	s.says(s.words.T("done.show", s.words.T("order.votes")))
	s.until("it lies first", func() bool { return s.topmost() == "Nets cost a year's fish" })
	s.turns(s.words.T("order.votes"))
	if first := s.topmost(); first != "Fuel costs more than the fish" {
		t.Errorf("%s lies first in their own order", first)
	}
}

// A card that is voted on is not carried out of the vote by whoever has the turn.
func TestCardsStayDuringATurn(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.begins()
	s.hasTurn("vote.turn")
	s.drag("Nets cost a year's fish", "Village till")
	s.says(s.words.T("vote.stay"))
	if n := len(s.stored().Onward("b")); n != 0 {
		t.Fatal("the problem went on")
	}
	s.hasTurn("sheet.done")
	s.says(s.words.T("vote.thanks"))
	s.drag("Nets cost a year's fish", "Village till") // it went home
	s.says(s.words.T("done."+model.LabelJoin, "Village till"))
}

// topmost is the title of the problem that the board has first.
func (s *seat) topmost() (title string) {
	best := fyne.NewPos(1e6, 1e6)
	s.views().Spots(func(kind, stage, id string, pos fyne.Position, _ fyne.Size) {
		c := s.card(model.ID(id))
		if kind == "card" && c.Stage == model.Problem && (pos.Y < best.Y || pos.Y == best.Y && pos.X < best.X) {
			best, title = pos, c.Title
		}
	})
	return title
}

// A result that was hidden again can be shown again, in the order in which all was done.
func TestAHiddenResultIsShownAgain(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.ordersByAResult()
	s.press(s.words.T("undo.what", s.words.T("edit.order")))
	s.later(time.Second)
	s.press(s.words.T("undo.what", s.words.T("edit.show")))
	s.press(s.words.T("redo.what", s.words.T("edit.show")))
	s.until("the round is over", func() bool { _, on := s.stored().Voting(); return !on })
	s.says(s.words.T("redo.what", s.words.T("edit.order")))
}

// What one placed, the next one cannot take back, nor see where it was.
func TestNobodyUndoesAnothersDots(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.begins()
	s.says(s.words.T("undo.what", s.words.T("edit.round")))
	s.hasTurn("vote.turn")
	s.dot("more", "d")
	s.dot("more", "e")
	s.turnout(1, 2)
	s.press(s.words.T("undo.what", s.words.T("edit.vote")))
	s.turnout(1, 1)
	s.press(s.words.T("redo.what", s.words.T("edit.vote")))
	s.turnout(1, 2)
	s.hasTurn("sheet.done")
	s.says(s.words.T("undo"))
	s.hasTurn("vote.turn")
	s.says(s.words.T("undo"))
}

// Votes from before a round are no matter of the foot while it goes on, and seen nowhere.
func TestEarlierVotesRestWhileARoundGoesOn(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	s.views().Return()
	s.window.Canvas().Focused().TypedRune('+')
	s.says(s.words.T("done.vote"))
	s.until("the foot names the card", func() bool {
		return slices.ContainsFunc(all[*kit.Button](s), func(b *kit.Button) bool {
			return strings.HasPrefix(b.Text, s.words.T("edit.vote")+": Nets")
		})
	})
	s.begins()
	s.says(s.words.T("undo.what", s.words.T("edit.round")))
	s.hasTurn("vote.turn")
	s.dot("more", "d")
	s.turnout(1, 1)
	s.hasTurn("sheet.done")
	s.says(s.words.T("undo"))
	s.open("Nets cost a year's fish")
	s.until("the sheet says why there are no votes", func() bool { return s.text(s.words.T("sheet.voting")) != nil })
	if s.label("4") {
		t.Error("the sheet tells of earlier votes")
	}
	s.press(s.words.T("same.button"))
	s.follow("Fuel costs more than the fish")
}

// label says whether a label of the toolkit's says so.
func (s *seat) label(text string) bool {
	return slices.ContainsFunc(all[*widget.Label](s), func(l *widget.Label) bool { return l.Text == text })
}

// A round keeps the votes of one stage from sight. On the other cards they are seen and
// counted as ever, except by whoever has the turn.
func TestVotesOfOtherStagesWhileARoundGoesOn(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.begins()
	s.views().Return()
	for range 3 { // beyond the problems, which lie side by side
		s.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	s.window.Canvas().Focused().TypedRune('+')
	s.until("a vote for the project", func() bool { return s.card("p").Votes == 1 })
	s.says(s.words.T("undo.what", s.words.T("edit.vote")+": Village till"))
	s.open("Village till")
	s.until("its sheet tells of it", func() bool { return s.label("1") })
	s.hasTurn("vote.turn")
	s.views().Return()
	s.window.Canvas().Focused().TypedRune('+')
	s.says(s.words.T("vote.other.problem"))
}

// A finger that taps twice does not end the turn that it began.
func TestATrembleIsOneTap(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.begins()
	s.press(s.words.T("vote.turn"))
	s.until("the dots", func() bool { return s.reads(s.words.T("vote.left", 2)) })
	s.press(s.words.T("sheet.done"))
	if !s.reads(s.words.T("vote.left", 2)) {
		t.Error("the turn is over")
	}
	s.hasTurn("sheet.done")
	s.says(s.words.T("vote.thanks"))
}

// Between turns there is nothing to press, and a key says what to do first.
func TestNobodyVotesBetweenTurns(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.begins()
	s.views().Spots(func(kind, _, id string, _ fyne.Position, _ fyne.Size) {
		if kind == "more" || kind == "less" {
			t.Errorf("there is a %s on %s", kind, id)
		}
	})
	s.views().Return()
	s.window.Canvas().Focused().TypedRune('+')
	s.says(s.words.T("vote.first"))
}

func TestAForgottenTurnEnds(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.begins()
	s.open("Nets cost a year's fish")
	s.hasTurn("vote.turn") // puts the sheet away
	s.dot("more", "d")
	s.turnout(1, 1)
	s.later(100 * time.Second)
	s.until("a warning", func() bool {
		for _, text := range all[*kit.Text](s) {
			if strings.HasPrefix(text.Content(), "Your turn ends in ") {
				return true
			}
		}
		return false
	})
	s.later(time.Minute)
	s.says(s.words.T("vote.idle"))
	s.turnout(1, 1)
	s.says(s.words.T("vote.turn"))
}

// inRound does something at another desk, in the round that goes on if there is one.
func (s *seat) inRound(propose func(b *model.Board, round model.ID) (model.Edit, error)) {
	s.Helper()
	s.there(func(b *model.Board) (model.Edit, error) {
		r, _ := b.Voting()
		return propose(b, r.ID)
	})
}

// Somebody has a turn at another desk in the same moment: neither is in the other's way.
func TestTwoDesksVoteAtOnce(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.begins()
	s.hasTurn("vote.turn")
	s.dot("more", "d")
	s.turnout(1, 1)
	s.inRound(func(b *model.Board, round model.ID) (model.Edit, error) { return b.Dot(round, "w", "d", 2) })
	s.turnout(2, 3)
	if !s.reads(s.words.T("vote.left", 1)) {
		t.Error("the other's dots count here")
	}
	s.dot("less", "d")
	s.turnout(1, 2)
	if !s.reads(s.words.T("vote.left", 2)) {
		t.Error("the dot is not back")
	}
}

// A round that is shown at another desk ends the turn here.
func TestARoundShownElsewhereEndsTheTurn(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.begins()
	s.hasTurn("vote.turn")
	s.dot("more", "d")
	s.turnout(1, 1)
	s.inRound(func(b *model.Board, round model.ID) (model.Edit, error) { return b.ShowRound(round) })
	s.says(s.words.T("vote.over"))
	s.until("a vote", func() bool { c, _ := s.stored().Card("d"); return s.stored().Votes(c) == 1 })
}

// One press by a passing hand shows nothing.
func TestAPressThatWasNotMeantIsForgotten(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.begins()
	s.press(s.words.T("vote.show"))
	s.says(s.words.T("vote.show.sure"))
	s.later(time.Minute)
	s.says(s.words.T("vote.show"))
	if _, on := s.stored().Voting(); !on {
		t.Error("the round is over")
	}
}

func TestARoundWithANameThatIsTooLong(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	s.flips(s.words.T("vote"))
	long := strings.Repeat("x", model.MaxTitle+1)
	s.entry(s.words.T("rounds.usual", 1)).SetText(long)
	s.press(s.words.T("rounds.begin"))
	s.says(s.words.T("error.toolong"))
	s.entry(long).SetText("") // what was typed is still there; without a name it gets the usual one
	s.press(s.words.T("rounds.begin"))
	s.says(s.words.T("vote.begun"))
	s.flips(s.words.T("rounds.usual", 1))
	s.entry(s.words.T("rounds.usual", 1)).SetText(long)
	s.press(s.words.T("sheet.done"))
	s.says(s.words.T("error.toolong"))
	s.entry(long)
}

// The column takes the order of the votes, and undo gives it its own back.
func TestAColumnInTheOrderOfTheVotes(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.ordersByAResult()
	if first := s.stored().Column(model.Problem)[0].ID; first != "b" {
		t.Errorf("%s stands first", first)
	}
}
