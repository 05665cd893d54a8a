package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
)

// pastes puts a text on the line of the problems.
func (s *seat) pastes(text string) {
	s.Helper()
	s.says("Race at home")
	clipboard := test.NewClipboard()
	clipboard.SetContent(text)
	s.entry(s.words.T("column.add.problem")).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
}

func TestAThousandLinesArePasted(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		s := sit(t, lang, home, &fakeShelf{})
		text := "• No bus\n• no bus\n• " + bank + "\n• " + strings.Repeat("x", 20<<10) + "\n"
		for i := range 998 {
			text += fmt.Sprintf("• Problem %d\n", i)
		}
		s.pastes(text)
		s.says(s.words.T("paste.problem", 1000))
		s.says(s.words.T("paste.more", 950))
		s.looks("paste-" + lang)
		s.press(s.words.T("paste.add"))
		s.says(s.words.T("done." + model.LabelAdds))
		s.says(s.words.T("cards", 1000))
		column := s.stored().Column(model.Problem)
		if n := len(column); n != 1002 || column[0].Title != "No bus" || column[999].Title != "Problem 997" {
			t.Errorf("there are %d problems, from %q", n, column[0].Title)
		}
		s.press(s.words.T("undo"))
		s.until("one undo takes them back", func() bool { return len(s.stored().Column(model.Problem)) == 2 })
	}
}

func TestTwoLinesAsOneCard(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.pastes("The ferry is full\nOn Fridays it is")
	s.press(s.words.T("paste.one"))
	s.says("The ferry is full")
	if c := s.stored().Column(model.Problem)[0]; c.Text != "On Fridays it is" {
		t.Errorf("its text is %q", c.Text)
	}
}

func TestAPasteThatIsCancelled(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.pastes("One\nTwo\nThree\nFour")
	s.says(s.words.T("paste.problem", 4))
	if s.button(s.words.T("paste.one")) != nil {
		t.Error("many lines are offered as one card")
	}
	s.press(s.words.T("cancel"))
	if n := len(s.stored().Column(model.Problem)); n != 2 || s.text(s.words.T("paste.problem", 4)) != nil {
		t.Errorf("there are %d problems, or the panel stays", n)
	}
}

// What could not be stored can be tried again.
func TestARefusedPasteComesBack(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.pastes("One\nTwo")
	store := s.shelf.races[home]
	store.mu.Lock()
	store.fail = []error{model.ErrFull}
	store.mu.Unlock()
	s.press(s.words.T("paste.add"))
	s.says(s.words.T("error.full"))
	s.press(s.words.T("paste.add"))
	s.says(s.words.T("done." + model.LabelAdds))
}

func TestPastesThatAreRefused(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	for _, c := range [][2]string{
		{"error.toomuch", strings.Repeat("One more\nAnd more\n", 300_000)},
		{"error.toolong", strings.Repeat("x", 1<<20)},
		{"error.toomuch", strings.Repeat("x", 10<<20)},
		{"error.toolong", strings.Repeat("x", 20<<10) + "\n" + strings.Repeat("y", 20<<10)},
	} {
		s.pastes(c[1])
		s.says(s.words.T(c[0]))
	}
}
