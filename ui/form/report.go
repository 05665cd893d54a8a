package form

import (
	"reflect"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/report"
	"racedesk/ui/kit"
)

// ReportActs are what people ask of the report's sheet.
type ReportActs struct {
	Write   func(was, is model.Description) // the race and the report, to be stored
	Touched func(place string)              // a hand wrote, on what stands at this place of the pages, if at any
	Copy    func(text string)               // to the clipboard
	Card    func(model.ID)                  // to its sheet
	Log     func()                          // to what did not go as planned
	Further AppendixActs
	Cover   CoverActs
	Export  func()
	Cancel  func() // the export
	Open    func(path string)
	Folder  func(path string)
	Turn    func(page int) // asks to see another page
	Close   func()
}

// Report is the sheet of the final report: its texts, what it lacks, and beside them
// its pages as they will be.
type Report struct {
	Object  fyne.CanvasObject
	Pages   *Preview
	board   *model.Board
	drafted *model.Board // with the report as it is written
	was     model.Report // as the sheet last knew it stored
	is      model.Report
	wasRace model.Race // the same of its particulars
	race    model.Race
	grant   *grant
	words   *words.Words
	now     time.Time
	acts    ReportActs
	english bool // the texts in English are written on, where there are both
	shown   model.Language
	texts   []*reportText
	limit   *kit.Entry
	badLogo string     // why a picture is not on the cover
	last    *kit.Entry // of those that figures may stand in, the one written on; nil before any was
	roll    *kit.Roll
	body    *fyne.Container
	lacks   *lacks
	figures *section
	choices *section
	further *appendices
}

// NewReport returns the sheet of a board's report, filled in with what is written of
// it: the same, or what could not be stored.
func NewReport(b *model.Board, written model.Description, w *words.Words, now time.Time, acts ReportActs) *Report {
	s := &Report{board: b, was: b.Report(), is: written.Report, wasRace: b.Race(), race: written.Race, words: w, now: now, acts: acts,
		body: rows(3 * kit.Unit), choices: newSection(), figures: newSection()}
	s.lacks = newLacks(w, s.lead)
	s.Pages = newPreview(w, acts)
	s.limit = line(strconv.Itoa(s.is.Most()))
	s.limit.OnChanged = func(text string) {
		s.is.Limit, _ = strconv.Atoi(text) // what is no number is the usual
		s.touch("")
	}
	s.grant = newGrant(&s.race, w, func() { s.touch(report.Cover) })
	s.further = newAppendices(s)
	s.fillIn()
	back := kit.NewButton(w.T("report.back"), func() { s.Save(); acts.Close() })
	left, roll := page{w.T("report.sheet"), []fyne.CanvasObject{s.lacks.section.box, s.choices.box, rows(kit.Unit, s.grant.fields...), s.body,
		s.further.object, field(w.T("report.limit"), s.limit)}, []fyne.CanvasObject{back}, back.OnTapped}.rolledUnder(s.figures.box)
	s.roll = roll
	s.Object = container.New(halves{}, left, s.Pages.object)
	return s
}

// fillIn builds what depends on the language that is written in.
func (s *Report) fillIn() {
	s.shown = s.writes()
	s.texts, s.body.Objects, s.last = nil, nil, nil
	for _, name := range report.Names(s.is.Set) {
		t := newReportText(s, name)
		s.texts = append(s.texts, t)
		s.body.Add(t.object)
	}
	s.further.show(s.board)
	s.tell()
	s.body.Refresh()
}

// writes is the language whose texts are written on.
func (s *Report) writes() model.Language {
	switch lang := s.is.Language; {
	case lang == model.English || lang == model.Both && s.english:
		return model.English
	case lang == model.AnyLanguage && s.words.Lang == string(model.English):
		return model.AnyLanguage // the race is held in English
	}
	return model.Swedish
}

// said are the words of the language that is written in.
func (s *Report) said() *words.Words {
	if s.shown == model.AnyLanguage {
		return s.words
	}
	return words.For(string(s.shown))
}

// touch notes that a hand wrote.
func (s *Report) touch(name string) {
	s.tell()
	s.acts.Touched(s.place(name))
}

// place is what the pages call the place of a text.
func (s *Report) place(name string) string {
	if name != "" && s.is.Language == model.Both && s.shown == model.English {
		return name + "." + string(model.English)
	}
	return name
}

// A ReportPlace is where somebody was in the report's sheet.
type ReportPlace struct {
	offset  float32
	english bool
}

// Place returns where somebody is in the sheet.
func (s *Report) Place() ReportPlace { return ReportPlace{s.roll.Offset(), s.english} }

// Return goes to a place, once the sheet is laid out.
func (s *Report) Return(p ReportPlace) {
	if s.english = p.english; s.shown != s.writes() {
		s.fillIn()
	}
	s.roll.Scroll.ScrollToOffset(fyne.NewPos(0, p.offset))
}

// Save asks for what was written since the last Save to be stored, if anything was.
func (s *Report) Save() {
	was, is := model.Description{Race: s.wasRace, Report: s.was}, model.Description{Race: s.race, Report: s.is}
	if !reflect.DeepEqual(was, is) {
		s.wasRace, s.was = s.race, s.is
		s.acts.Write(was, is)
	}
	s.further.save()
}

// Show shows the report as it stands on the board, where nobody wrote on it here.
func (s *Report) Show(b *model.Board, now time.Time) {
	s.board, s.drafted, s.now = b, nil, now
	stands := b.Report()
	stands.Rev = s.was.Rev
	if !reflect.DeepEqual(stands, s.was) {
		set := s.is.Set
		s.is = model.Overlay(stands, s.was, s.is)
		s.was = stands
		if s.writes() != s.shown || s.is.Set != set {
			s.fillIn()
		}
		for _, t := range s.texts {
			t.show()
		}
	}
	race := b.Race()
	race.Rev = s.wasRace.Rev
	if race != s.wasRace {
		s.race = model.Overlay(race, s.wasRace, s.race)
		s.wasRace = race
		s.grant.show()
	}
	s.further.show(b)
	s.tell()
}

// Draft is the board with the report as it is written, for whoever asks to keep.
func (s *Report) Draft() *model.Board { return s.draft().Clone() }

// draft is the same, and the sheet's own: what the board knows of its cards is not
// found out anew at each letter.
func (s *Report) draft() *model.Board {
	if s.drafted == nil {
		s.drafted = s.board.Clone()
	}
	changes := append([]model.Change{{After: s.race}, {After: s.is}}, s.further.drafts(s.drafted)...)
	s.drafted.Apply(model.Edit{Changes: changes}.Stamped(s.drafted.Seq+1, s.now))
	return s.drafted
}

// tell brings up to date what is said of the texts.
func (s *Report) tell() {
	draft := s.draft()
	w := s.said()
	s.lacks.show(report.Lacks(draft, s.words, s.now))
	logo, _ := draft.Logo()
	s.choices.tell([]any{s.is.Set, s.is.Language, s.english, s.is.Accent, logo.ID, s.badLogo}, s.choose)
	s.offer(draft)
	for _, t := range s.texts {
		t.count(draft, w)
	}
}

// lead leads to where something that is lacking is put right.
func (s *Report) lead(l report.Lack) {
	if l.Card != "" {
		s.Save()
		s.acts.Card(l.Card)
		return
	}
	if l.Name == report.Cover {
		s.grant.lead(s.roll)
		s.acts.Touched(s.place(l.Name))
		return
	}
	switch {
	case l.English && s.is.Language == model.AnyLanguage:
		s.is.Language = model.English // the race's own texts are in another
		s.fillIn()
	case s.is.Language == model.Both && s.english != l.English:
		s.english = l.English
		s.fillIn()
	}
	s.further.lead(l.Name)
	for _, t := range s.texts {
		if t.name == l.Name {
			s.roll.Lead(t.text.entry)
			s.acts.Touched(s.place(l.Name))
		}
	}
}

// hint shows, where the text in English is not written, what the race's own says.
func (s *Report) hint(e *kit.Entry, own, usual string) {
	const most = 240 // letters
	if s.shown == model.English && own != "" {
		if letters := []rune(own); len(letters) > most {
			own = string(letters[:most]) + " …"
		}
		usual = s.words.T("report.english.own", own)
	}
	if e.PlaceHolder != usual {
		e.SetPlaceHolder(usual)
	}
}

func focus(e *kit.Entry) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(e); canvas != nil {
		canvas.Focus(e)
	}
}

// halves lays out the texts and, beside them, the pages.
type halves struct{}

const textsWide, textsMost, textsLeast = 0.46, 0.62, 360 // of the width; in units

const paperHigh, underPaper = 1.42, 60 // of a page, for each unit of width; beneath it

// Layout implements fyne.Layout.
func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	spare := size.Width - (size.Height-underPaper)/paperHigh - 5*kit.Unit // that no page takes
	left := max(textsLeast, min(size.Width*textsMost, max(size.Width*textsWide, spare)))
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[1].Move(fyne.NewPos(left+3*kit.Unit, 0))
	objects[1].Resize(fyne.NewSize(max(0, size.Width-left-3*kit.Unit), size.Height))
}

// MinSize implements fyne.Layout.
func (halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(1, max(objects[0].MinSize().Height, objects[1].MinSize().Height))
}
