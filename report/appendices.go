package report

import (
	"cmp"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
)

// An Appendix is a further one, as it stands in the report.
type Appendix struct {
	Name  string // of its place
	Head  string
	Text  string        // with its formatting; figures filled in
	File  string        // what the attached file is called; none of a text
	Pages []model.Paper // of it
	Data  []byte        // its PDF
}

// Given is how many appendices every report has before the further ones.
const Given = 4

// Place is the name of an appendix's place in the report.
func Place(id model.ID) string { return "appendix-" + string(id) }

// Appendices returns the further appendices in the language of the words.
func Appendices(b *model.Board, w *words.Words, at time.Time) []Appendix {
	var out []Appendix
	for i, a := range b.Appendices() {
		title, text := a.Said(model.Language(w.Lang))
		one := Appendix{Name: Place(a.ID), Head: AppendixHead(i, cmp.Or(title, a.File), w), Text: told(text, b, w, at),
			File: a.File, Pages: a.Pages}
		if a.File != "" {
			one.Data = b.Attached(a.ID)
		}
		out = append(out, one)
	}
	return out
}

// AppendixHead is the head of a further appendix, counted from 0.
func AppendixHead(i int, title string, w *words.Words) string {
	if title == "" {
		return w.T("report.part.further", Given+1+i)
	}
	return w.T("report.part.further.titled", Given+1+i, title)
}
