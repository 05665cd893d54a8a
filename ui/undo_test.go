package ui_test

import (
	"testing"

	"racedesk/model"
	"racedesk/ui/kit"
)

// Whoever takes something back sees what that was, and where.
func TestUndoSaysWhatItDid(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	s.there(func(b *model.Board) (model.Edit, error) {
		titles := make([]string, 200)
		for i := range titles {
			titles[i] = "One of many"
		}
		return b.AddAll(model.Problem, titles, "b")
	})
	s.says("One of many")
	if s.text("Nets cost a year's fish") != nil {
		t.Fatal("all problems are in view")
	}
	s.open("Village till")
	s.press(s.words.T("sheet.park"))
	s.says(s.words.T("done.park"))
	s.press(s.words.T("undo.what", s.words.T("edit.park")))
	s.says(s.words.T("undo.done", s.words.T("edit.park")))
	s.until("its title is on the board and in the foot", func() bool { return s.times("Village till") == 2 })
	s.press(s.words.T("redo.what", s.words.T("edit.park")))
	s.says(s.words.T("redo.done", s.words.T("edit.park")))
	s.press(s.words.T("undo.what", s.words.T("edit.park")))

	s.views().LeadTo("b")
	s.open("Nets cost a year's fish")
	s.press(s.words.T("sheet.move"))
	s.press(s.words.T("moves.first"))
	s.says(s.words.T("done.move"))
	s.press(s.words.T("undo.what", s.words.T("edit.move")))
	s.says(s.words.T("undo.done", s.words.T("edit.move")))
	s.until("the column shows the card, and the foot names it", func() bool { return s.times("Nets cost a year's fish") == 2 })
}

// times is how often a text is to be seen.
func (s *seat) times(content string) (n int) {
	for _, text := range all[*kit.Text](s) {
		if text.Content() == content {
			n++
		}
	}
	return n
}
