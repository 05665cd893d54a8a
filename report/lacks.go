package report

import (
	"cmp"
	"strings"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
)

// A Lack is something that a report is still to have, and where it is put right.
type Lack struct {
	What string   // in words
	Card model.ID // whose sheet leads on; none where a text of the report does
	Name string   // of that text, see Names

	English bool // it is put right where the English text is written
	Remark  bool // it is good to know, and nothing is left to do
}

// Lacks lists what the report still lacks, most important first. It keeps no report
// from being written.
func Lacks(b *model.Board, w *words.Words, at time.Time) []Lack {
	var out []Lack
	sections := Sections(b, w, at)
	for _, s := range sections {
		if s.Text == "" && s.Name != "links" {
			out = append(out, Lack{What: w.T("lack.text", s.Head), Name: s.Name})
		}
	}
	for _, name := range Names {
		written := b.Report().Texts(model.Language(w.Lang)).Named(name)
		for _, figure := range unknownIn(written, b, w, at) {
			out = append(out, Lack{What: w.T("lack.figure", figure, Head(b.Report(), name, w)), Name: name})
		}
	}
	out = append(out, untold(b, w)...)
	if fields := unfilled(b.Race(), w); fields != "" {
		out = append(out, Lack{What: w.T("lack.grant", fields), Name: Cover})
	}
	for _, a := range Appendices(b, w, at) {
		if a.File == "" && a.Text == "" {
			out = append(out, Lack{What: w.T("lack.appendix", a.Head), Name: a.Name})
		}
	}
	for _, c := range b.Column(model.Product) {
		if len(b.Pictures(c.ID)) == 0 {
			out = append(out, Lack{What: w.T("lack.picture", c.Title), Card: c.ID})
		}
		if strings.TrimSpace(c.Text) == "" {
			out = append(out, Lack{What: w.T("lack.told", c.Title), Card: c.ID})
		}
	}
	for _, c := range b.Column(model.Project) {
		if len(b.Problems(c.ID)) == 0 {
			out = append(out, Lack{What: w.T("lack.problem", c.Title), Card: c.ID})
		}
	}
	return append(out, remarks(b, w, at)...)
}

// Cover is the name of the cover's place in the report.
const Cover = "top"

// unfilled names the particulars of the grant that the cover would show a dash for.
func unfilled(race model.Race, w *words.Words) string {
	var names []string
	for _, f := range []struct{ key, text string }{{"race.reference", race.Reference}, {"race.coordinator", race.Coordinator},
		{"race.grant", race.Grant}, {"race.period", race.Period}, {"race.status", race.Status}} {
		if f.text == "" {
			names = append(names, w.T(f.key))
		}
	}
	return strings.Join(names, ", ")
}

// remarks are what is good to know of a report.
func remarks(b *model.Board, w *words.Words, at time.Time) []Lack {
	var out []Lack
	for _, a := range Appendices(b, w, at) {
		if a.File != "" {
			out = append(out, Lack{What: w.T("lack.archive", a.File), Name: a.Name, Remark: true})
		}
	}
	return out
}

func unknownIn(text string, b *model.Board, w *words.Words, at time.Time) []string {
	_, unknown := Fill(text, b, w, at)
	return unknown
}

// untold lists the texts of a report in English that are written in the race's own
// language alone: they would stand in it among the English ones.
func untold(b *model.Board, w *words.Words) []Lack {
	r := b.Report()
	if r.Language != model.English && r.Language != model.Both {
		return nil
	}
	var out []Lack
	lack := func(name, head, own, english string) {
		if strings.TrimSpace(own) != "" && strings.TrimSpace(english) == "" {
			out = append(out, Lack{What: w.T("lack.english", head), Name: name, English: true})
		}
	}
	for _, name := range Names {
		lack(name, Head(r, name, w), r.Texts(model.AnyLanguage).Named(name), r.English.Named(name))
	}
	for i, a := range b.Appendices() {
		title, _ := a.Said(model.Language(w.Lang))
		head := AppendixHead(i, cmp.Or(title, a.File), w)
		lack(Place(a.ID), head, cmp.Or(a.Text, a.Title), cmp.Or(a.EnglishText, a.EnglishTitle))
	}
	return out
}
