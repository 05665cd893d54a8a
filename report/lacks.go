package report

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"

	"racedesk/assets/words"
	"racedesk/model"
)

// A Lack is something that a report is still to have, and where it is put right.
type Lack struct {
	What string   // in words
	Card model.ID // whose sheet leads on; none where a text of the report does
	Name string   // of that text, see Names, of an appendix, see Place, or Cover

	English bool // it is put right where the English text is written
	Remark  bool // it is good to know, and nothing is left to do
}

// Lacks lists what the report still lacks, in all that it is written out in, most
// important first. It keeps no report from being written. The words are those of whoever
// reads the list.
func Lacks(b *model.Board, w *words.Words, at time.Time) []Lack {
	heads := headsOf(b.Report(), w)
	texts := writtenTexts(b, heads)
	var out []Lack
	for _, t := range texts {
		if t.main && t.own == "" && (t.english == "" || b.Report().Language != model.English) {
			out = append(out, Lack{What: w.T("lack.text", t.head), Name: t.name})
		}
	}
	for _, t := range texts {
		out = append(out, t.unknown(Source{Board: b, Words: w, At: at})...)
	}
	for _, t := range texts {
		if t.own != "" && t.english == "" && inEnglish(b.Report(), w, t.own) {
			out = append(out, Lack{What: w.T("lack.english", t.head), Name: t.name, English: true})
		}
	}
	if fields := unfilled(b.Race(), w); fields != "" {
		out = append(out, Lack{What: w.T("lack.grant", fields), Name: Cover})
	}
	for _, a := range Appendices(b, heads, at) {
		if a.File == "" && a.Text == "" {
			out = append(out, Lack{What: w.T("lack.appendix", a.Head), Name: a.Name})
		}
	}
	return append(append(out, ofCards(b, w)...), Remarks(b, w)...)
}

// headsOf are the words that a report's texts are named in: the reader's, unless none of
// it is in them.
func headsOf(r model.Report, w *words.Words) *words.Words {
	if r.Language == model.Swedish || r.Language == model.English {
		return words.For(string(r.Language))
	}
	return w
}

// A writtenText is one that somebody writes, in the race's own language and in English.
type writtenText struct {
	name, head   string
	main         bool // no report is whole without it
	own, english string
	said         map[model.Language]string // what is printed of it, with its figures
}

// writtenTexts are all of a report, its further appendices too.
func writtenTexts(b *model.Board, heads *words.Words) (out []writtenText) {
	r := b.Report()
	own := r.Texts(model.AnyLanguage)
	main := sections(r.Set)
	for _, name := range Names(r.Set) {
		t := writtenText{name: name, head: Head(r, name, heads), main: name != "links" && slices.Contains(main, name),
			own: strings.TrimSpace(own.Named(name)), english: strings.TrimSpace(r.English.Named(name))}
		t.said = map[model.Language]string{model.Swedish: t.own, model.English: cmp.Or(t.english, t.own)}
		out = append(out, t)
	}
	for i, a := range b.Appendices() {
		title, _ := a.Said(model.Language(heads.Lang))
		out = append(out, writtenText{name: Place(a.ID), head: AppendixHead(i, cmp.Or(title, a.File), heads),
			own: cmp.Or(a.Text, a.Title), english: cmp.Or(a.EnglishText, a.EnglishTitle),
			said: map[model.Language]string{model.Swedish: a.Text, model.English: cmp.Or(a.EnglishText, a.Text)}})
	}
	return out
}

// unknown lists the figures that a text asks for and that there are not, in all that the
// report is written out in.
func (t writtenText) unknown(src Source) (out []Lack) {
	for _, said := range src.Languages() {
		english := said.Lang == string(model.English) && (t.english != "" || src.Board.Report().Language == model.English)
		_, unknown := Fill(t.said[model.Language(said.Lang)], src.Board, src.Words, src.At)
		for _, figure := range unknown {
			what := src.Words.T("lack.figure", figure, t.head)
			if !slices.ContainsFunc(out, func(o Lack) bool { return o.What == what }) {
				out = append(out, Lack{What: what, Name: t.name, English: english})
			}
		}
	}
	return out
}

// Unfilled says which figures the report's texts ask for that there are not, each with
// where it stands, in the words of whoever asks. A dash stands for each.
func Unfilled(src Source) (out []string) {
	for _, t := range writtenTexts(src.Board, headsOf(src.Board.Report(), src.Words)) {
		for _, lack := range t.unknown(src) {
			out = append(out, lack.What)
		}
	}
	return out
}

// inEnglish says whether a text that is not written in English is printed in a report in it.
func inEnglish(r model.Report, w *words.Words, own string) bool {
	switch r.Language {
	case model.English, model.Both:
		return true
	case model.AnyLanguage: // what the reader's language is, and the texts perhaps not
		return w.Lang == string(model.English) && looksSwedish(own)
	}
	return false
}

// looksSwedish says whether more of a text's small words are Swedish than English.
func looksSwedish(text string) bool {
	swedish, english := Spoken(strings.FieldsFuncSeq(model.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) }))
	return swedish > english+1
}

// ofCards lists what the cards lack that the report tells of.
func ofCards(b *model.Board, w *words.Words) (out []Lack) {
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
	return out
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

// Remarks are what is good to know of a report, and nothing is left to do about.
func Remarks(b *model.Board, w *words.Words) []Lack {
	var out []Lack
	for _, a := range b.Appendices() {
		if a.File != "" {
			out = append(out, Lack{What: w.T("lack.archive", a.File), Name: Place(a.ID), Remark: true})
		}
	}
	return out
}
