package pdf

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"racedesk/assets/hyphens"
	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/report"
)

// spoken returns how the words of a paragraph are parted: by its own language, which
// need not be the report's. It is nil where that is neither Swedish nor English.
func spoken(atoms []atom, w *words.Words) *hyphens.Patterns {
	const few = 10 // words that may well have none of the common ones
	lang := model.Language(w.Lang)
	switch swedish, english := report.Spoken(raw(atoms)); {
	case swedish > english:
		lang = model.Swedish
	case english > swedish:
		lang = model.English
	case swedish == 0 && len(atoms) > few:
		return nil
	}
	return hyphens.For(string(lang))
}

// raw are the words of atoms as they were written.
func raw(atoms []atom) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, a := range atoms {
			if !yield(a.raw) {
				return
			}
		}
	}
}

// softHyphen is where a writer lets a word be parted; it is not seen elsewhere.
const softHyphen = '\u00AD'

// jointsOf returns the letters of an atom before which it may be parted: where the
// writer said so, else where the language does, if it is a word and no name.
func jointsOf(h *hyphens.Patterns, a atom) []int {
	if strings.ContainsRune(a.raw, softHyphen) {
		return softly(a)
	}
	word := strings.TrimRightFunc(a.raw, unicode.IsPunct)
	bare := strings.TrimLeftFunc(word, unicode.IsPunct)
	before := utf8.RuneCountInString(word) - utf8.RuneCountInString(bare)
	if h == nil || a.url != "" || utf8.RuneCountInString(a.raw) != len(a.rs) || strings.ContainsFunc(bare, func(r rune) bool { return !unicode.IsLower(r) || r >= firstMark }) {
		return nil
	}
	at := h.Joints(bare)
	moved := make([]int, len(at)) // exceptions are kept
	for i, n := range at {
		moved[i] = n + before
	}
	return moved
}

// softly are the joints that a writer put into a word, if each of its letters is
// drawn by itself.
func softly(a atom) []int {
	var at []int
	n := 0
	for _, r := range a.raw {
		switch {
		case r == softHyphen && n > 0 && n < len(a.rs):
			at = append(at, n)
		case r == softHyphen:
		case n >= len(a.rs) || a.rs[n] != r:
			return nil
		default:
			n++
		}
	}
	return at
}
