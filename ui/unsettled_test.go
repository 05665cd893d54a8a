package ui_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/ui"
	"racedesk/ui/kit"
)

// many are more tags than a card takes.
func many() string {
	var list []string
	for i := range 50 {
		list = append(list, fmt.Sprintf("tag %d", i))
	}
	return strings.Join(list, ", ")
}

// field returns the entry that is next after the text with a name.
func (s *seat) field(name string) *kit.Entry {
	s.Helper()
	named := false
	for _, o := range test.LaidOutObjects(s.window.Content()) {
		switch o := o.(type) {
		case *kit.Text:
			named = named || o.Content() == name
		case *kit.Entry:
			if named {
				return o
			}
		}
	}
	s.Fatalf("no field %q", name)
	return nil
}

// Somebody writes what cannot be stored: it is told under its field, all else is stored,
// and nothing keeps the sheet open.
func TestAFieldThatCannotBeStoredLocksNothing(t *testing.T) {
	said := func(s *seat) string { return s.words.T("fault.many.tags", model.MaxTags, 30) }
	for name, away := range map[string]func(*seat) *seat{
		"done twice": func(s *seat) *seat {
			s.press(s.words.T("sheet.done"))
			s.says(s.words.T("unsettled.again"))
			s.press(s.words.T("sheet.done"))
			return s
		},
		"escape twice": func(s *seat) *seat {
			for range 2 {
				s.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
			}
			return s
		},
		"another card":  func(s *seat) *seat { s.open("Village till"); return s },
		"another panel": func(s *seat) *seat { s.press(s.words.T("race.button")); return s },
		"another race":  func(s *seat) *seat { return s.leave("Fish") },
	} {
		t.Run(name, func(t *testing.T) {
			s, title := sheet(t, nets)
			s.field(s.words.T("sheet.tags")).SetText(many())
			title.SetText("Fish")
			s.rest()
			s.done("write")
			s.says(said(s))
			s = away(s)
			s.until("the sheet is closed", func() bool { return s.text(said(s)) == nil })
			if name != "another race" {
				s.says(s.words.T("unsettled.kept"))
			}
			s.open("Fish")
			s.says(said(s))
			tags := s.field(s.words.T("sheet.tags"))
			if tags.Text != many() {
				t.Errorf("of what was typed there is %q", tags.Text)
			}
			tags.SetText("a, b")
			s.press(s.words.T("sheet.done"))
			s.done("write", "write")
			if got := s.card("b"); len(got.Tags) != 2 || got.Title != "Fish" {
				t.Errorf("stored %+v", got)
			}
		})
	}
}

func TestACardWithoutATitleKeepsTheOldOne(t *testing.T) {
	s, title := sheet(t, nets)
	title.SetText("")
	s.says(s.words.T("fault.title", nets))
	s.press(s.words.T("sheet.done"))
	s.until("the sheet is closed", func() bool { return s.text(s.words.T("sheet.problem")) == nil })
	s.open(nets)
	s.entry(nets)
}

// Two people write on the same field: who is later has both texts, and chooses. Nothing
// of it is lost whatever they do first.
func TestWhoWritesLaterChooses(t *testing.T) {
	for name, away := range map[string]func(*seat) *seat{
		"at once": func(s *seat) *seat { return s },
		"another panel": func(s *seat) *seat {
			s.press(s.words.T("race.button"))
			s.says(s.words.T("unsettled.kept"))
			return s
		},
		"another race": func(s *seat) *seat { return s.leave("Their title") },
	} {
		t.Run(name, func(t *testing.T) {
			s, title := sheet(t, nets)
			title.SetText("My title")
			s.elsewhere("Their title")
			s.says(s.words.T("clash.told", s.words.T("clash.elsewhere")))
			s.press(s.words.T("sheet.done")) // which shows the choice
			s = away(s)
			if name != "at once" {
				s.open("Their title")
			}
			if s.card("b").Title != "Their title" {
				t.Error("theirs is written over before anybody chose")
			}
			s.press(s.words.T("clash.mine"))
			s.until("mine stands", func() bool { return s.card("b").Title == "My title" })
			s.until("there is no choice any more", func() bool { return s.button(s.words.T("clash.mine")) == nil })
		})
	}
}

// A save that is on its way while the sheet is closed finds another text there.
func TestAClosedSheetThatWasTooLate(t *testing.T) {
	s, title := sheet(t, nets)
	title.SetText("My title")
	letGo := s.holds()
	s.press(s.words.T("sheet.done"))
	s.elsewhere("Their title")
	letGo()
	s.says(s.words.T("unsettled.clash", s.words.T("clash.elsewhere")))
	s.open("Their title")
	s.press(s.words.T("clash.theirs"))
	if s.press(s.words.T("sheet.done")); s.card("b").Title != "Their title" {
		t.Errorf("it is %q", s.card("b").Title)
	}
}

// Without the server a sheet can be closed, and what was typed is there when it is opened
// again.
func TestASheetIsClosedWithoutTheServer(t *testing.T) {
	s, title := sheet(t, nets)
	s.shelf.races[home].reach <- model.ErrOffline
	s.says(s.words.T("error.offline"))
	title.SetText("Fish")
	s.press(s.words.T("sheet.done"))
	s.says(s.words.T("error.offline") + " " + s.words.T("unsettled.kept"))
	if s.text(s.words.T("sheet.problem")) != nil {
		t.Error("the sheet is still there")
	}
	s.open(nets)
	s.entry("Fish")
	s.rest() // in vain
	s.says(s.words.T("error.offline"))
	s.shelf.races[home].reach <- nil
	s.done("write")
	s.press(s.words.T("sheet.done"))
	s.says("Fish")
}

// The server goes away while an edit is on its way there: the race can be left, and what
// nobody knows to be stored is kept and told.
func TestLeavingWhileTheServerDoesNotAnswer(t *testing.T) {
	s, title := sheet(t, nets)
	store := s.shelf.races[home]
	store.mu.Lock()
	store.fail = []error{model.ErrUnsure}
	store.mu.Unlock()
	letGo := s.holds()
	title.SetText("Fish")
	s.press(s.words.T("sheet.done"))
	s.until("it is on its way", func() bool { store.mu.Lock(); defer store.mu.Unlock(); return store.inside == 1 })
	store.reach <- model.ErrOffline
	s.says(s.words.T("error.offline"))
	s.press(s.words.T("races"))
	s.says(s.words.T("start.closing"))
	line := s.entry(s.words.T("column.add.problem")) // a hand that goes on
	line.SetText("Too late")
	line.OnSubmitted(line.Text)
	letGo()
	s.says(s.words.T("start.lead"))
	store.hold = nil
	again := s.restart()
	again.says(s.words.T("unsettled.left", 1, nets))
	again.entry("Too late")
	again.open(nets)
	again.entry("Fish")
}

// What was refused while the sheet is open outlives the program as well.
func TestAChoiceOutlivesTheProgram(t *testing.T) {
	s, title := sheet(t, nets)
	title.SetText("My title")
	letGo := s.holds()
	s.rest()
	s.crank.turn()
	s.there(func(b *model.Board) (model.Edit, error) {
		return b.Amend(model.Card{ID: "b", Title: nets}, model.Card{ID: "b", Title: "Their title"})
	})
	letGo()
	s.says(s.words.T("clash.toast", s.words.T("clash.elsewhere")))
	again := s.restart()
	again.says(s.words.T("unsettled.left", 1, "Their title"))
	again.open("Their title")
	again.press(s.words.T("clash.mine"))
	again.until("mine stands", func() bool { return again.card("b").Title == "My title" })
}

// A card is removed while something is kept of it that is not stored: its sheet comes
// back at each start, until it is thrown away or becomes a new card.
func TestADraftOfACardThatWasRemoved(t *testing.T) {
	for end, done := range map[string][]string{"gone.drop": {"write", "remove"}, "gone.again": {"write", "remove", "add"}} {
		s, title := sheet(t, nets)
		title.SetText("Fish")
		s.rest()
		s.done("write")
		s.field(s.words.T("sheet.tags")).SetText(many())
		s.press(s.words.T("races"))
		s.says(s.words.T("start.lead"))
		s.there(func(b *model.Board) (model.Edit, error) { return b.Remove("b") })
		for range 2 {
			s = s.restart()
			s.says(s.words.T("gone.notice"))
			if tags := s.field(s.words.T("sheet.tags")); tags.Text != many() {
				t.Errorf("of what was typed there is %q", tags.Text)
			}
			s.press(s.words.T("race.button")) // closes it
			s.says(s.words.T("race.sheet"))
		}
		s = s.restart()
		s.says(s.words.T("gone.notice"))
		s.field(s.words.T("sheet.tags")).SetText("a, b")
		s.press(s.words.T(end))
		s.until("the sheet is closed", func() bool { return s.text(s.words.T("gone.notice")) == nil })
		s.done(done...)
		s = s.restart()
		if s.text(s.words.T("gone.notice")) != nil {
			t.Errorf("%s: it came back", end)
		}
		if made := s.text("Fish") != nil; made != (end == "gone.again") {
			t.Errorf("%s: a new card: %v", end, made)
		}
	}
}

// What stands on the lines above the columns is there again after the program was
// killed, until it is added.
func TestLinesOutliveTheProgram(t *testing.T) {
	shelf := &fakeShelf{}
	s := sit(t, "en", home, shelf)
	s.says("Race at home")
	line := s.entry(s.words.T("column.add.problem"))
	line.SetText("Half a probl")
	s.rest()
	s.until("a file has it", func() bool {
		files, err := filepath.Glob(filepath.Join(s.dir, "drafts", "*.json"))
		return err == nil && len(files) == 1
	})
	again := s.restart()
	line = again.entry("Half a probl")
	line.SetText("Half a problem") // just before the race is left
	again.press(s.words.T("races"))
	again.says(s.words.T("start.lead"))
	again = s.restart()
	line = again.entry("Half a problem")
	line.OnSubmitted(line.Text)
	again.says("Half a problem")
	again.restart().entry(s.words.T("column.add.problem"))
}

// leave goes to the choice of a race and comes back; then it is told that something is
// not stored of a card.
func (s *seat) leave(card string) *seat {
	s.Helper()
	s.press(s.words.T("races"))
	s.says(s.words.T("start.lead"))
	again := s.restart()
	again.says(s.words.T("unsettled.left", 1, card))
	return again
}

// restart opens the desk on the same race with the same data folder, as after a kill.
func (s *seat) restart() *seat {
	s.Helper()
	again := &seat{T: s.T, shelf: s.shelf, words: s.words, dir: s.dir}
	app := test.NewTempApp(s.T)
	_ = ui.Run(app, ui.Options{Address: home, Locale: "en", DataDir: s.dir, Shelf: s.shelf, OnMain: again.crank.onMain,
		Now: again.now, After: again.after, Size: fyne.NewSize(1440, 800)})
	windows := app.Driver().AllWindows()
	again.window = windows[len(windows)-1]
	again.says("Race at home")
	return again
}

// A desk that has a name is called by it at the others, and its undo stays its own.
func TestADeskHasAName(t *testing.T) {
	s, title := sheet(t, nets)
	title.SetText("Fish")
	s.press(s.words.T("sheet.done"))
	s.done("write")
	s.press(s.words.T("race.button"))
	s.field(s.words.T("race.desk")).SetText("the window")
	s.press(s.words.T("sheet.done"))
	s.press(s.words.T("undo.what", s.words.T("edit.write")))
	s.done("write", "write")
	edits, err := s.shelf.races[home].Memory.Edits(s.Context(), 1)
	if err != nil || edits[1].Desk.Name() != "the window" || !edits[1].Desk.Same(edits[0].Desk) {
		t.Errorf("done at %s and %s, %v", edits[0].Desk, edits[1].Desk, err)
	}
}
