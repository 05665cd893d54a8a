package report

import (
	"strings"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
)

// told is a text as the report shows it: with the race's figures, and a dash for one
// that there is not.
func told(text string, b *model.Board, w *words.Words, at time.Time) string {
	filled, unknown := Fill(text, b, w, at)
	for _, name := range unknown {
		filled = strings.ReplaceAll(filled, name, orDash(""))
	}
	return strings.TrimSpace(filled)
}

// Unfilled names the figures that the report's texts ask for and that there are not,
// each with where it stands, in a sentence in the words of whoever asks: a dash stands
// for each. Texts of every language that the report is written out in are looked at.
func Unfilled(src Source) []string {
	var out []string
	seen := map[string]bool{}
	look := func(text, head string) {
		_, unknown := Fill(text, src.Board, src.Words, src.At)
		for _, figure := range unknown {
			if says := src.Words.T("lack.figure", figure, head); !seen[says] {
				seen[says] = true
				out = append(out, says)
			}
		}
	}
	for _, w := range src.Languages() {
		for _, name := range Names(src.Board.Report().Set) {
			look(src.Board.Report().Texts(model.Language(w.Lang)).Named(name), Head(src.Board.Report(), name, w))
		}
		for i, a := range src.Board.Appendices() {
			title, text := a.Said(model.Language(w.Lang))
			look(text, AppendixHead(i, title, w))
		}
	}
	return out
}
