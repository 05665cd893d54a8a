package ui_test

import (
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/report"
	"racedesk/ui"
	"racedesk/ui/kit"
)

// A press prints reports of three pages: the cover, the purpose, and all else.
type press struct {
	mu    sync.Mutex
	laid  []string    // the purpose of each report that was laid out
	drawn []int       // pages
	lacks []string    // letters that no font has
	whole *image.RGBA // a page with the attached one on it, where there is any

	hold  bool   // the file is not written before it is cancelled
	wrote string // the purpose in the file
}

func (p *press) preview(_ context.Context, src report.Source) (ui.Pages, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.laid = append(p.laid, src.Board.Report().Purpose)
	return p, nil
}

func (p *press) export(ctx context.Context, _ string, src report.Source) error {
	src.Progress(1, 3)
	if p.hold {
		<-ctx.Done()
		return fmt.Errorf("write report: %w", ctx.Err())
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.wrote = src.Board.Report().Purpose; len(src.History) == 0 {
		return model.ErrMissing
	}
	return nil
}

// Count implements ui.Pages.
func (p *press) Count() int { return 3 }

// Find implements ui.Pages.
func (p *press) Find(place string) int { return map[string]int{"purpose": 1, "results": 2}[place] }

// Missing implements ui.Pages.
func (p *press) Missing() []string { return p.lacks }

// Draw implements ui.Pages.
func (p *press) Draw(page, _ int) *image.RGBA {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.drawn = append(p.drawn, page)
	return image.NewRGBA(image.Rect(0, 0, 1, 1))
}

// Complete implements ui.Pages.
func (p *press) Complete(_ context.Context, page, _ int) (*image.RGBA, error) {
	if page != 0 {
		return nil, errors.New("it cannot be drawn")
	}
	return p.whole, nil
}

// last is what was laid out last.
func (p *press) last() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.laid) == 0 {
		return "nothing"
	}
	return p.laid[len(p.laid)-1]
}

func (s *seat) openReport() {
	s.Helper()
	s.says("Race at home")
	s.press(s.words.T("report.button"))
	s.says(s.words.T("report.page", 1, 3))
}

// under returns the entry under a head of the report.
func (s *seat) under(head string) *kit.Entry {
	s.Helper()
	entries := all[*kit.Entry](s)
	at := slices.IndexFunc(entries, func(e *kit.Entry) bool { return e.Text == head })
	if at < 0 {
		s.Fatalf("no head %q", head)
	}
	return entries[at+1]
}

func TestReportIsWrittenAndSeen(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.openReport()
	s.looks("report-en")
	purpose := s.under("Purpose and goal")
	purpose.SetText("We found {problems} and {folk}.")
	s.says(s.words.T("lack.figure", "{folk}", "Purpose and goal"))
	s.rest() // what is written is stored, then laid out
	s.until("stored", func() bool { return s.stored().Report().Purpose != "" })
	s.until("the board knows", func() bool { s.crank.turn(); return s.rested != nil })
	s.rest()
	s.until("laid out anew", func() bool { return s.printer.last() == "We found {problems} and {folk}." })
	s.says(s.words.T("report.page", 2, 3)) // where somebody writes
	if s.text("17 of 600 characters") == nil || s.text("We found 3 and {folk}.") == nil {
		t.Error("nothing says how long the text is, or how it reads")
	}
	s.press(s.words.T("report.copy"))
	if got := fyne.CurrentApp().Clipboard().Content(); got != "We found 3 and –." {
		t.Errorf("copied %q", got)
	}
	s.press(s.words.T("report.back"))
	s.until("the board is back", func() bool { return s.text("Village till") != nil })
}

func TestReportLeadsToWhatItLacks(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	s.openReport()
	s.looks("report-sv")
	s.press(s.words.T("lacks.more", 3))
	s.follow(s.words.T("lack.picture", "Loan by boat"))
	s.says(s.words.T("sheet.product"))
}

// What the funder calls for is filled in where the report is written, and the list of
// what is missing leads there.
func TestTheGrantIsFilledInOnTheReport(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	s.openReport()
	s.press(s.words.T("lacks.more", 3))
	s.follow("Omslaget saknar: Diarienummer, Koordinator, Bidrag, Projektets löptid, Status")
	reference, focused := s.window.Canvas().Focused().(*kit.Entry)
	if !focused {
		t.Fatal("nothing is written on")
	}
	reference.SetText("2013-02361")
	s.says("Omslaget saknar: Koordinator, Bidrag, Projektets löptid, Status")
	s.there(func(b *model.Board) (model.Edit, error) {
		is := b.Description()
		is.Race.Status = "Avslutat"
		return b.AmendRace(b.Description(), is)
	})
	s.says("Omslaget saknar: Koordinator, Bidrag, Projektets löptid")
	s.press(s.words.T("report.back"))
	s.until("both are stored", func() bool {
		race := s.stored().Race()
		return race.Reference == "2013-02361" && race.Status == "Avslutat"
	})
}

func TestReportIsExportedFromItsSheet(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.openReport()
	s.under("Purpose and goal").SetText("The aim.")
	s.printer.hold = true
	s.press(s.words.T("export.pdf"))
	s.says(s.words.T("export.progress", 1, 3))
	s.press(s.words.T("cancel"))
	s.says(s.words.T("export.cancelled"))
	s.printer.hold = false
	s.press(s.words.T("export.pdf"))
	s.says(s.words.T("export.open"))
	if s.printer.wrote != "The aim." {
		t.Errorf("the file says %q", s.printer.wrote)
	}
	s.press(s.words.T("export.folder"))
	s.says(s.words.T("export.pdf")) // once more
	if opened := s.catch.opened; !strings.HasPrefix(opened, "file:///") {
		t.Errorf("opened %q", opened)
	}
}

// What another desk writes meanwhile in another text is there, and what was typed here stays.
// What is open when a text of the report comes back is stored first. Where the server
// takes neither, they come back one after the other.
func TestWhatComesBackDropsNoOtherSheet(t *testing.T) {
	for _, away := range []bool{false, true} {
		s := sit(t, "en", home, &fakeShelf{})
		store := s.shelf.races[home]
		s.openReport()
		s.under("Purpose and goal").SetText("Bread")
		store.mu.Lock()
		store.fail = []error{model.ErrFull}
		store.mu.Unlock()
		letGo := s.holds()
		s.press(s.words.T("race.button"))
		s.says(s.words.T("race.sheet"))
		s.field(s.words.T("race.place")).SetText("There")
		if away {
			store.reach <- model.ErrOffline
			s.says(s.words.T("error.offline"))
		}
		letGo()
		s.until("the report is back", func() bool { return s.text("5 of 600 characters") != nil })
		if text := s.under("Purpose and goal").Text; text != "Bread" {
			t.Errorf("of what was typed there is %q", text)
		}
		if away {
			store.reach <- nil
			s.until("it is back", func() bool { return s.text(s.words.T("error.offline")) == nil })
			s.press(s.words.T("report.back"))
			s.says(s.words.T("race.sheet"))
			s.press(s.words.T("sheet.done"))
			s.until("the text is stored", func() bool { return s.stored().Report().Purpose == "Bread" })
		}
		s.until("the place is stored", func() bool { return s.stored().Race().Place == "There" })
	}
}

func TestReportFollowsTheBoard(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.openReport()
	s.under("Purpose and goal").SetText("Ours")
	s.there(func(b *model.Board) (model.Edit, error) {
		r := b.Report()
		r.Results = "Theirs"
		return b.Describe(b.Race(), r, b.Groups())
	})
	s.until("theirs is there", func() bool { return s.under("Results and expected effects").Text == "Theirs" })
	s.press(s.words.T("report.back"))
	s.until("both are stored", func() bool {
		r := s.stored().Report()
		return r.Purpose == "Ours" && r.Results == "Theirs"
	})
}

// Pages that take long to draw are shown once they are there; one that cannot be drawn
// stays as it is.
func TestAttachedPagesFollowTheFirstSight(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.printer.whole = image.NewRGBA(image.Rect(0, 0, 2, 3))
	s.openReport()
	shown := func() bool {
		s.crank.turn()
		return slices.ContainsFunc(all[*canvas.Image](s), func(i *canvas.Image) bool { return i.Image == s.printer.whole })
	}
	s.until("the whole page is shown", shown)
	s.under("Purpose and goal").SetText("On page two")
	s.rest() // what is written is stored, then laid out
	s.until("the board knows", func() bool { s.crank.turn(); return s.stored().Report().Purpose != "" && s.rested != nil })
	s.rest()
	s.says(s.words.T("report.page", 2, 3))
	if shown() {
		t.Error("the other page is still there")
	}
}

func TestDeviationsAreLogged(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	s.says("Race at home")
	s.press(s.words.T("race.button"))
	s.press(s.words.T("deviations.sheet"))
	fields := func() []*kit.Entry {
		entries := all[*kit.Entry](s)
		at := slices.IndexFunc(entries, func(e *kit.Entry) bool { return e.PlaceHolder == s.words.T("deviations.example") })
		return entries[at : at+2]
	}
	s.says(s.words.T("deviations.sheet"))
	fields()[0].SetText("Projektorn gick sönder")
	fields()[1].SetText("En ny hämtades")
	s.press(s.words.T("deviations.write"))
	s.says("En ny hämtades")
	if log := s.stored().Deviations(); len(log) != 1 || log[0].What != "Projektorn gick sönder" || fields()[0].Text != "" {
		t.Errorf("the log is %v", log)
	}
	s.press(s.words.T("undo.what", s.words.T("edit.deviation")))
	s.until("taken back", func() bool { return s.text("En ny hämtades") == nil })
}

// The log leads back to where it was opened, and its lines can tell another time.
func TestTheLogOfDeviationsLeadsBack(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.openReport()
	s.press(s.words.T("deviations.button"))
	s.says(s.words.T("deviations.what"))
	s.field(s.words.T("deviations.what")).SetText("Late food")
	s.field(s.words.T("deviations.hours")).SetText("31")
	s.field(s.words.T("deviations.minutes")).SetText("20")
	s.press(s.words.T("deviations.write"))
	s.says(s.words.T("deviations.tap"))
	if log := s.stored().Deviations(); len(log) != 1 || log[0].Elapsed != 31*time.Hour+20*time.Minute {
		t.Errorf("the log is %v", log)
	}
	s.press(s.words.T("sheet.done"))
	s.says(s.words.T("report.sheet"))
	s.press(s.words.T("deviations.button"))
	s.says(s.words.T("deviations.what"))
	s.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	s.says(s.words.T("report.sheet"))
}

// Letters that no font has are named before the file is written.
func TestLettersThatNoFontHasAreNamed(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	s.printer.lacks = []string{"한", "글", "한", "ߊ", "🫠", "\u0301"}
	s.openReport()
	s.says(s.words.T("report.lacking", "koreanska (U+D55C, U+AE00), Nko (U+07CA), tecken och emojier (U+1FAE0, U+0301)"))
}

// What is not written in English is named, leads to where it is written, and is shown
// there as what it is.
func TestMissingEnglishIsNamed(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	s.openReport()
	s.under("Syfte och mål").SetText("Målet")
	s.tap(s.words.T("report.in.both"))
	s.press(s.words.T("lacks.more", 3))
	s.follow(s.words.T("lack.english", "Syfte och mål"))
	s.until("the English text is written on", func() bool {
		e, is := s.window.Canvas().Focused().(*kit.Entry)
		return is && e.Text == "" && e.PlaceHolder == s.words.T("report.english.own", "Målet")
	})
	s.says(s.words.T("report.english.none"))
	s.under("Purpose and goal").SetText("The aim")
	s.press(s.words.T("report.back"))
	s.until("both are stored", func() bool {
		r := s.stored().Report()
		return r.Purpose == "Målet" && r.English.Purpose == "The aim"
	})
}

// The list of what is missing covers both languages, in the desk's own, and leads to the
// language that it is about: what is typed next is there.
func TestTheListLeadsAcrossLanguages(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.openReport()
	s.tap(s.words.T("report.in.both"))
	s.under("Syfte och mål").SetText("{okant}")
	s.press(s.words.T("lacks.more", 4))
	s.follow(s.words.T("lack.english", "Purpose and goal"))
	typed := func(text, want string) {
		t.Helper()
		entry, focused := s.window.Canvas().Focused().(*kit.Entry)
		if !focused {
			t.Fatal("nothing is written on")
		}
		test.Type(entry, text)
		if entry.Text != want {
			t.Errorf("there is %q, want %q", entry.Text, want)
		}
	}
	typed("The aim", "The aim")
	s.follow(s.words.T("lack.figure", "{okant}", "Purpose and goal"))
	typed("!", "!{okant}")
}

// Each text keeps its meaning in another set of heads, and what that has no head for
// comes back with the set that has.
func TestTextsKeepTheirMeaningInAnotherSet(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	s.openReport()
	s.under("Syfte och mål").SetText("Målet")
	s.under("Resultat och förväntade effekter").SetText("Åttio problem")
	s.tap("Viktiga resultat som projektet gav …")
	if got := s.under("Viktiga resultat som projektet gav").Text; got != "Åttio problem" {
		t.Errorf("the results are %q", got)
	}
	effects := s.under("Långsiktiga effekter som förväntas")
	if effects.Text != "" {
		t.Errorf("the effects are %q", effects.Text)
	}
	effects.SetText("Fler företag")
	s.press(s.words.T("report.back"))
	s.until("stored", func() bool { return s.stored().Report().Effects == "Fler företag" })
	s.openReport()
	s.there(func(b *model.Board) (model.Edit, error) {
		r := b.Report()
		r.Set = model.HeadsA
		return b.Describe(b.Race(), r, b.Groups())
	})
	s.until("the first set is back", func() bool {
		return slices.ContainsFunc(all[*kit.Entry](s), func(e *kit.Entry) bool { return e.Text == "Syfte och mål" })
	})
	if got := s.under("Syfte och mål").Text; got != "Målet" {
		t.Errorf("the purpose is %q", got)
	}
}

// A figure goes to the cursor of the text written on, apart from the words there.
func TestFiguresAreInsertedWhereTheWritingIs(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.openReport()
	chip := func() *kit.Chip { return s.chip("3  {problems}") }
	if !chip().Disabled() {
		t.Error("it goes where nobody writes")
	}
	results := s.under("Results and expected effects")
	s.window.Canvas().Focus(results)
	if chip().Disabled() {
		t.Fatal("it does not go where somebody writes")
	}
	results.SetText("Found\nOf them")
	results.CursorRow, results.CursorColumn = 0, 5
	s.tap("3  {problems}")
	results.CursorRow, results.CursorColumn = 1, 0
	s.tap("3  {problems}")
	if got := results.Text; got != "Found {problems}\n{problems} Of them" {
		t.Errorf("the text is %q", got)
	}
	if s.window.Canvas().Focused() != results {
		t.Error("the writing does not go on")
	}
}

// The sheet of a product without a picture leads back to the report, whichever way.
func TestACardFromTheReportLeadsBack(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	for _, leave := range []func(){
		func() { s.press(s.words.T("sheet.done")) },
		func() { s.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
	} {
		if s.text(s.words.T("report.sheet")) == nil {
			s.openReport()
		}
		s.press(s.words.T("lacks.more", 3))
		s.follow(s.words.T("lack.picture", "Loan by boat"))
		s.says(s.words.T("sheet.product"))
		leave()
		s.says(s.words.T("report.sheet"))
	}
}

// After a file was attached, the sheet is where it was, and not at its top.
func TestAttachingKeepsThePlace(t *testing.T) {
	docs := filepath.Join(t.TempDir(), "Documents")
	t.Setenv("HOME", filepath.Dir(docs))
	if err := os.Mkdir(docs, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(docs, "Avtal.pdf"), []byte("%PDF-1.4"))
	s := sit(t, "sv", home, &fakeShelf{})
	s.openReport()
	rolled := func() *kit.Roll {
		rolls := all[*kit.Roll](s)
		return rolls[slices.IndexFunc(rolls, func(r *kit.Roll) bool { return r.Body.MinSize().Height > 1000 })]
	}
	const place = 700
	rolled().Scroll.ScrollToOffset(fyne.NewPos(0, place))
	s.press(s.words.T("appendices.attach"))
	s.follow("Avtal.pdf")
	s.titles("Avtal")
	s.says("Avtal.pdf, 2 sidor")
	s.crank.turn()
	if at := rolled().Offset(); at != place {
		t.Errorf("the sheet is at %.0f, it was at %d", at, place)
	}
}
