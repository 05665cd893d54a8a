package form

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"racedesk/model"
	"racedesk/report"
	"racedesk/ui/kit"
)

// writesIn notes which field is written on: figures go there.
func (s *Report) writesIn(e *kit.Entry) {
	s.last = e
	s.offer(s.draft())
}

// offer shows the figures as they are: a tap writes one where the writing is. Before
// anything is written on there is no such place.
func (s *Report) offer(draft *model.Board) {
	w := s.said()
	var values []string
	for _, f := range report.Figures {
		value, _ := report.Fill(f.Name(w), draft, w, s.now)
		values = append(values, value+"  "+f.Name(w))
	}
	s.figures.tell([]any{values, s.last != nil}, func() []fyne.CanvasObject {
		box := wrapped()
		for i, f := range report.Figures {
			chip := kit.NewChip(values[i], func(bool) { s.insert(f.Name(s.said())) })
			if s.last == nil {
				chip.Disable()
			}
			box.Add(chip)
		}
		return []fyne.CanvasObject{field(s.words.T("report.figures.offer"), box)}
	})
}

// insert writes a figure where the writing last was, apart from the letters about it.
func (s *Report) insert(figure string) {
	before, after := about(s.last)
	if letter(before) {
		figure = " " + figure
	}
	if letter(after) {
		figure += " "
	}
	for _, r := range figure {
		s.last.TypedRune(r)
	}
	focus(s.last)
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '{' || r == '}' }

// about returns what stands before the cursor of an entry and behind it, and takes away
// what is chosen. An entry tells its cursor's place in lines as they are broken only: a
// mark that no text has finds it.
func about(e *kit.Entry) (before, after rune) {
	const mark = "\uffff"
	changed := e.OnChanged
	e.OnChanged = nil
	e.TypedRune([]rune(mark)[0])
	head, tail, _ := strings.Cut(e.Text, mark)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	e.OnChanged = changed
	before, _ = utf8.DecodeLastRuneInString(head)
	after, _ = utf8.DecodeRuneInString(tail)
	return before, after
}
