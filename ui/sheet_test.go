package ui_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"racedesk/model"
	"racedesk/ui/kit"
)

const nets = "Nets cost a year's fish"

// sheet opens the desk at home with the sheet of a card, and returns its title.
func sheet(t *testing.T, title string) (*seat, *kit.Entry) {
	t.Helper()
	s := sit(t, "en", home, &fakeShelf{})
	s.open(title)
	s.says(s.words.T("sheet.text"))
	return s, s.entry(title)
}

// edits are the labels of what was done since the race began.
func (s *seat) edits() (labels []string) {
	s.Helper()
	edits, err := s.shelf.races[home].Memory.Edits(s.Context(), 1)
	if err != nil {
		s.Fatal(err)
	}
	for _, e := range edits {
		labels = append(labels, e.Label)
	}
	return labels
}

// done waits until these are the edits since the race began, and the desk knows.
func (s *seat) done(labels ...string) {
	s.Helper()
	s.until("edits", func() bool { return slices.Equal(s.edits(), labels) })
}

func (s *seat) card(id model.ID) model.Card {
	s.Helper()
	b, err := s.shelf.races[home].Load(s.Context())
	if err != nil {
		s.Fatal(err)
	}
	c, _ := b.Card(id)
	return c
}

// What is typed is stored by itself: once the hand pauses, and at the latest some time
// after the first key, though the hand goes on; undo takes back the whole stretch, also in the sheet.
func TestASheetIsSavedAsItIsTyped(t *testing.T) {
	s, title := sheet(t, nets)
	for i, want := range []time.Duration{500, 500, 500, 500, 200} { // milliseconds, after each key
		title.SetText("Fishy"[:i+1])
		if want *= time.Millisecond; s.waits != want {
			t.Errorf("after key %d it is stored in %v, want %v", i, s.waits, want)
		}
		s.later(450 * time.Millisecond)
	}
	title.SetText("Fis")
	s.rest()
	s.done("write")
	title.SetText("Fish")
	s.rest()
	s.done("write", "write")
	s.says("Fish") // on the board
	s.press(s.words.T("undo.what", s.words.T("edit.write")))
	s.until("the sheet has what stood there", func() bool { return title.Text == nets })
	s.press(s.words.T("redo.what", s.words.T("edit.write")))
	s.until("the sheet has it again", func() bool { return title.Text == "Fish" })
	s.press(s.words.T("sheet.done"))
	s.done("write", "write", "write", "write")
}

func TestASheetIsSavedWhenAFieldIsLeft(t *testing.T) {
	s, title := sheet(t, nets)
	s.window.Canvas().Focus(title)
	title.SetText("Fish")
	s.window.Canvas().Unfocus()
	s.done("write")
	s.says(s.words.T("done.write"))
	s.rest() // nothing is new
	s.press(s.words.T("sheet.done"))
	s.done("write")
}

// Undo right after typing takes back what was typed.
func TestUndoComesAfterWhatIsTyped(t *testing.T) {
	s, title := sheet(t, nets)
	title.SetText("Fish")
	s.rest()
	s.press(s.words.T("undo.what", s.words.T("edit.write")))
	s.until("the card is as it was", func() bool { return len(s.edits()) == 2 && s.card("b").Title == nets })
	s.until("the sheet too", func() bool { return title.Text == nets })
}

func TestTheSheetOfACardDeletedElsewhere(t *testing.T) {
	s, title := sheet(t, nets)
	title.SetText("Fish")
	s.there(func(b *model.Board) (model.Edit, error) { return b.Remove("b") })
	s.says(s.words.T("gone.notice"))
	if title.Text != "Fish" {
		t.Errorf("the title is %q", title.Text)
	}
	s.press(s.words.T("gone.again"))
	s.done("remove", "add")
	s.says("Fish")
	if s.text(s.words.T("gone.notice")) != nil {
		t.Error("the sheet is still there")
	}
}

// A card that is put on the board anew comes from where it came, as far as that is there.
func TestACardSavedAnewKeepsItsOrigins(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.open("Village till")
	s.says(s.words.T("sheet.from", 1))
	s.there(func(b *model.Board) (model.Edit, error) { return b.Remove("p") })
	s.says(s.words.T("gone.notice"))
	s.press(s.words.T("gone.again"))
	s.done("remove", "add")
	s.open("Village till")
	s.says(s.words.T("sheet.from", 1))
	s.follow("No bank in the village")
}

// Whatever else is opened, what was typed is kept.
func TestWhatIsTypedOnADeletedCardIsKept(t *testing.T) {
	s, title := sheet(t, nets)
	title.SetText("Fish")
	s.there(func(b *model.Board) (model.Edit, error) { return b.Remove("b") })
	s.says(s.words.T("gone.notice"))
	s.open("Village till")
	s.done("remove", "add")
	s.says("Fish")
	s.says(s.words.T("sheet.project"))
}

// One's own save finds that the card is gone.
func TestASaveThatComesTooLate(t *testing.T) {
	s, title := sheet(t, nets)
	title.SetText("Fish")
	letGo := s.holds()
	s.press(s.words.T("sheet.done"))
	s.there(func(b *model.Board) (model.Edit, error) { return b.Remove("b") })
	letGo()
	s.says(s.words.T("gone.notice"))
	s.entry("Fish")
	s.press(s.words.T("gone.again"))
	s.done("remove", "add")
}

func TestDuplicatesAreMergedAndTakenApart(t *testing.T) {
	s, _ := sheet(t, nets)
	s.press(s.words.T("same.button"))
	if search := s.entry(s.words.T("same.search")); s.window.Canvas().Focused() != search {
		t.Error("what is typed does not go into the search")
	}
	s.follow("No bank in the village")
	s.says(s.words.T("done.merge", bank))
	s.says(s.words.T("same.twins", 1)) // on the sheet of the one that stands for both
	s.press(s.words.T("undo.what", s.words.T("edit.merge")))
	s.until("the sheet says nothing of it", func() bool { return s.text(s.words.T("same.twins", 1)) == nil })
	s.done("merge", "merge")
}

// While a card is asked for, a tap on the board gives it. A card that it cannot be is
// opened as ever.
func TestACardIsChosenOnTheBoard(t *testing.T) {
	s, _ := sheet(t, nets)
	s.turns(s.words.T("column.gone", 1))
	s.press(s.words.T("same.button"))
	s.open("Village till")
	s.says(s.words.T("sheet.project"))
	s.open(nets)
	s.press(s.words.T("sheet.move"))
	s.open("Village till")
	s.says(s.words.T("done.join", "Village till"))
	s.press(s.words.T("undo"))
	s.open(nets)
	s.press(s.words.T("same.button"))
	s.open(bank)
	s.says(s.words.T("done.merge", bank))
	s.says(s.words.T("same.twins", 1))
	s.open("Village till") // nothing is asked for any more
	s.says(s.words.T("sheet.project"))
	if c, _ := s.stored().Card("b"); c.Into != "a" {
		t.Errorf("the card went into %q", c.Into)
	}
}

// A product that its last project leaves stays, and the foot says so.
func TestAProjectLeavesItsProduct(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.there(func(b *model.Board) (model.Edit, error) {
		return b.AddFrom([]model.ID{"p"}, model.Card{Stage: model.Product, Title: "A till"}, "")
	})
	s.open("A till")
	s.follow("Village till")
	s.press(s.words.T("sheet.move"))
	s.says(s.words.T("moves.tap.other", "A till"))
	s.press("Loan by boat")
	s.says(s.words.T("done.join.alone", s.words.T("done.join", "Loan by boat"), "A till"))
	s.press(s.words.T("undo"))
	s.until("it is back", func() bool { return len(s.stored().Sources("q")) == 0 })
	if to := s.stored().Onward("p"); len(to) != 1 || to[0].Title != "A till" {
		t.Errorf("one undo leaves it in %v", to)
	}
}

func TestTheHistoryOfACardIsReadInTheBackground(t *testing.T) {
	s, title := sheet(t, nets)
	title.SetText("Fish")
	s.rest()
	s.done("write")
	s.press(s.words.T("history.name"))
	s.says(s.words.T("history.changed", s.words.T("history.of.title")))
	s.says(s.words.T("history.made"))
	s.there(func(b *model.Board) (model.Edit, error) { return b.Vote("b", 1) })
	s.says(s.words.T("history.votes", 3, 4)) // what happens meanwhile is told too
}

// In a window that is too narrow for both, the panel lies over the board where it does not
// hide the card that it is about, also when that one's neighbour is opened next.
func TestThePanelLeavesTheOpenedCardInSight(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.window.Resize(fyne.NewSize(900, 640))
	for _, c := range []struct {
		id, title string
		left      bool
	}{{"b", nets, false}, {"q", "Loan by boat", true}, {"b", nets, false}} {
		s.open(c.title)
		field := s.entry(c.title)
		from := fyne.CurrentApp().Driver().AbsolutePositionForObject(field).X
		to := from + field.Size().Width
		if (from < 450) != c.left {
			t.Errorf("the panel of %q is at %v", c.title, from)
		}
		s.views().Spots(func(kind, _, id string, at fyne.Position, size fyne.Size) {
			if kind == "card" && id == c.id && at.X < to && at.X+size.Width > from {
				t.Errorf("%q lies from %v to %v, the panel's field from %v to %v", c.title, at.X, at.X+size.Width, from, to)
			}
		})
		s.press(s.words.T("sheet.done"))
	}
}
