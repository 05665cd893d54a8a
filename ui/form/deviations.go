package form

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// DeviationActs are what people ask of the log of deviations.
type DeviationActs struct {
	Note   func(was, is model.Deviation) // to be stored
	Strike func(model.ID)
	Close  func()
}

// Deviations is the log of what did not go as planned: a place to write the next line,
// and the lines there are, the newest first.
type Deviations struct {
	Object         fyne.CanvasObject
	words          *words.Words
	acts           DeviationActs
	line           model.Deviation // that is written on; a new one has no ID
	what, measure  *kit.Entry
	hours, minutes *stepper // into the race; empty ones are now, for a new line
	write          *kit.Button
	log            *section
}

const longestRace = 999 // hours

// NewDeviations returns the log of a board.
func NewDeviations(b *model.Board, w *words.Words, acts DeviationActs) *Deviations {
	s := &Deviations{words: w, acts: acts, what: area("", 3), measure: area("", 3), log: newSection(),
		hours: newStepper(0, 0, longestRace), minutes: newStepper(0, 0, 59)}
	when := wrapped()
	when.Add(field(w.T("deviations.hours"), s.hours.object))
	when.Add(field(w.T("deviations.minutes"), s.minutes.object))
	s.what.SetPlaceHolder(w.T("deviations.example"))
	s.write = kit.NewButton(w.T("deviations.write"), s.Save)
	s.write.Importance = widget.HighImportance
	done := kit.NewButton(w.T("sheet.done"), func() { s.Save(); acts.Close() })
	s.Object = page{w.T("deviations.sheet"), []fyne.CanvasObject{
		field(w.T("deviations.what"), s.what), field(w.T("deviations.measure"), s.measure),
		when, kit.NewText(w.T("deviations.now"), kit.SizeNote, kit.ColorQuiet, 2),
		container.NewHBox(layout.NewSpacer(), s.write), s.log.box}, []fyne.CanvasObject{done}, done.OnTapped}.object()
	s.Show(b)
	return s
}

// Save asks for what is written to be stored, if anything is.
func (s *Deviations) Save() {
	was, is := s.line, s.line
	is.What, is.Measure = model.CleanText(s.what.Text), model.CleanText(s.measure.Text)
	at := time.Duration(s.hours.value())*time.Hour + time.Duration(s.minutes.value())*time.Minute
	if told := s.hours.entry.Text+s.minutes.entry.Text != ""; told && at != was.Elapsed.Truncate(time.Minute) {
		is.Elapsed = at
	}
	if is.What == "" || is == was {
		return
	}
	s.Fill(model.Deviation{}, model.Deviation{})
	s.acts.Note(was, is)
}

// Fill puts a line into the fields: one that is there, or what could not be stored.
func (s *Deviations) Fill(was, is model.Deviation) {
	s.line = was
	s.what.SetText(is.What)
	s.measure.SetText(is.Measure)
	s.hours.set(int(is.Elapsed / time.Hour))
	s.minutes.set(int(is.Elapsed % time.Hour / time.Minute))
	s.write.SetText(s.words.T("deviations.write"))
	if was.ID != "" {
		s.write.SetText(s.words.T("deviations.change"))
	}
}

// Show brings the log up to date with the board. What is being written stays.
func (s *Deviations) Show(b *model.Board) {
	log := b.Deviations()
	slices.Reverse(log)
	s.log.tell([]any{log, b.Clock().Step}, func() []fyne.CanvasObject {
		var out []fyne.CanvasObject
		if len(log) > 0 {
			out = append(out, kit.NewText(s.words.T("deviations.tap"), kit.SizeNote, kit.ColorQuiet, 2))
		}
		for _, d := range log {
			out = append(out, s.entry(d, b.Clock()))
		}
		return out
	})
}

// entry is a line of the log: a tap takes it up to be written on.
func (s *Deviations) entry(d model.Deviation, clock model.Clock) fyne.CanvasObject {
	at := clock.Wall(d.Noted).Local()
	said := rows(2, kit.NewText(s.words.T("deviations.at", clockTime(d.Elapsed), s.words.Date(at), s.words.Time(at)), kit.SizeNote, kit.ColorQuiet, 1),
		kit.NewText(d.What, kit.SizeText, kit.ColorInk, 4).Bold())
	if d.Measure != "" {
		said.Add(kit.NewText(d.Measure, kit.SizeText, kit.ColorInk, 4))
	}
	strike := kit.NewButtonWithIcon("", theme.DeleteIcon(), func() { s.acts.Strike(d.ID) })
	strike.Importance = widget.LowImportance
	return container.NewBorder(nil, nil, nil, strike, pressed(said, func() { s.Save(); s.Fill(d, d); focus(s.what) }))
}

// clockTime writes the race's time without its seconds.
func clockTime(d time.Duration) string {
	const seconds = len(":00")
	span := words.Span(d)
	return span[:len(span)-seconds]
}
