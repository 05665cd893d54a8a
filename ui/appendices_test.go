package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/theme"

	"racedesk/model"
	"racedesk/ui/kit"
)

// inspect takes a file that begins as a PDF does for one of two pages.
func inspect(path string) ([]byte, []model.Paper, error) {
	if info, err := os.Stat(path); err != nil || info.Size() > model.MaxAttached {
		return nil, nil, fmt.Errorf("inspect: %w", model.ErrHeavy)
	}
	data, err := os.ReadFile(path)
	if err == nil && !strings.HasPrefix(string(data), "%PDF-") {
		err = fmt.Errorf("inspect: %w", model.ErrNoPDF)
	}
	return data, []model.Paper{{Width: 595, Height: 842}, {Width: 595, Height: 842}}, err
}

// titles waits until the further appendices that are stored have these titles.
func (s *seat) titles(want ...string) {
	s.Helper()
	s.until(strings.Join(want, ", "), func() bool {
		var got []string
		for _, a := range s.stored().Appendices() {
			got = append(got, a.Title)
		}
		return slices.Equal(got, want)
	})
}

// tool presses the nth button with an icon, if it can be pressed.
func (s *seat) tool(icon string, n int) {
	s.Helper()
	var found []*kit.Button
	for _, b := range all[*kit.Button](s) {
		if b.Text == "" && b.Icon != nil && b.Icon.Name() == icon {
			found = append(found, b)
		}
	}
	if n >= len(found) || found[n].Disabled() {
		s.Fatalf("no %s %d to press", icon, n)
	}
	found[n].OnTapped()
}

// blank is the title of an appendix that has none yet.
func (s *seat) blank() *kit.Entry {
	for _, e := range all[*kit.Entry](s) {
		if e.PlaceHolder == s.words.T("appendices.title") && e.Text == "" {
			return e
		}
	}
	return nil
}

func TestAppendicesAreWrittenOrderedAndRemoved(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	s.openReport()
	s.press(s.words.T("appendices.text"))
	s.until("it is there", func() bool { return s.blank() != nil })
	if s.window.Canvas().Focused() != s.blank() {
		t.Error("the new one is not written on at once")
	}
	s.blank().SetText("Budget")
	s.rest()
	s.titles("Budget")
	s.press(s.words.T("appendices.text"))
	s.until("a second one", func() bool { return s.blank() != nil })
	s.blank().SetText("Press")
	s.rest()
	s.titles("Budget", "Press")
	s.until("in the sheet", func() bool { return s.text("Bilaga 6") != nil })
	s.looks("appendices-sv")

	s.tool(theme.MoveUpIcon().Name(), 1)
	s.titles("Press", "Budget")
	s.until("moved in the sheet", func() bool {
		s.crank.turn()
		entries := all[*kit.Entry](s)
		at := func(title string) int {
			return slices.IndexFunc(entries, func(e *kit.Entry) bool { return e.Text == title })
		}
		return at("Press") >= 0 && at("Press") < at("Budget")
	})
	s.tool(theme.DeleteIcon().Name(), 0)
	s.titles("Budget")
	s.press(s.words.T("undo"))
	s.titles("Press", "Budget")
}

func TestAPDFIsAttached(t *testing.T) {
	docs := filepath.Join(filepath.Dir(album(t)), "Documents")
	write(t, filepath.Join(docs, "Avtal.pdf"), []byte("%PDF-1.4"))
	write(t, filepath.Join(docs, "brev.PDF"), []byte("Dear all"))
	write(t, filepath.Join(docs, "text.txt"), []byte("%PDF-1.4"))
	huge := filepath.Join(docs, "stor.pdf")
	write(t, huge, []byte("%PDF-1.4"))
	if err := os.Truncate(huge, 2<<30); err != nil {
		t.Fatal(err)
	}
	s := sit(t, "sv", home, &fakeShelf{})
	for file, says := range map[string]string{"brev.PDF": s.words.T("error.nopdf"), "stor.pdf": s.words.T("error.heavy")} {
		s.openAttach()
		s.follow(file)
		s.until("it is said in the foot and at the appendices", func() bool { return s.times(file+": "+says) == 2 })
		s.press(s.words.T("report.back"))
	}
	s.openAttach()
	if s.text("text.txt") != nil {
		t.Error("a text is offered")
	}
	s.follow("Avtal.pdf")
	s.titles("Avtal")
	s.says("Avtal.pdf, 2 sidor")
	if a := s.stored().Appendices()[0]; string(s.stored().Attached(a.ID)) != "%PDF-1.4" {
		t.Error("the file is not in the race")
	}
}

func (s *seat) openAttach() {
	s.Helper()
	s.openReport()
	s.press(s.words.T("appendices.attach"))
	s.says(s.words.T("choose.pdf"))
}

// What two desks write in one appendix is both there, and what clashes is kept.
func TestAppendicesFollowTheBoard(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.openReport()
	s.press(s.words.T("appendices.text"))
	s.until("it is there", func() bool { return s.blank() != nil })
	s.blank().SetText("Ours")
	s.there(func(b *model.Board) (model.Edit, error) {
		was := b.Appendices()[0]
		is := was
		is.Text, is.Title = "Theirs", "Another"
		return b.AmendAppendix(was, is)
	})
	s.until("theirs is there", func() bool { return s.entryThere("Theirs") })
	if !s.entryThere("Ours") {
		t.Error("what was typed is gone")
	}
	s.press(s.words.T("report.back"))
	s.titles("Ours")
}
