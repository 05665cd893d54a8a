package pdf

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"racedesk/assets"
	"racedesk/assets/words"
	"racedesk/model"
)

// A hyphener knows where the words of one language may be parted, by patterns of
// letters with numbers between them: the method of F. M. Liang, Word Hy-phen-a-tion
// by Com-put-er (Stanford 1983).
type hyphener struct {
	patterns   map[string]string // the letters, and what stands before each and behind the last
	exceptions map[string][]int
	longest    int // of the patterns, in bytes
}

// So many letters stay on a line at least, and go to the next.
const (
	leastBefore = 2
	leastBehind = 3
)

// longestWord is how many letters a word has at most; what is longer is none.
const longestWord = 60

// hypheners are those of the languages that reports are written in.
var hypheners = map[model.Language]func() *hyphener{
	model.Swedish: sync.OnceValue(func() *hyphener { return newHyphener(assets.HyphensSwedish) }),
	model.English: sync.OnceValue(func() *hyphener { return newHyphener(assets.HyphensEnglish) }),
}

// newHyphener reads a file of patterns as TeX takes it.
func newHyphener(tex string) *hyphener {
	h := &hyphener{patterns: make(map[string]string, strings.Count(tex, "\n")), exceptions: map[string][]int{}}
	into := func(string) {}
	for line := range strings.Lines(tex) {
		line, _, _ = strings.Cut(line, "%")
		for entry := range strings.FieldsSeq(line) {
			entry, ends := strings.CutSuffix(entry, "}")
			switch entry {
			case `\patterns{`:
				into = h.pattern
			case `\hyphenation{`:
				into = h.exception
			case "":
			default:
				into(entry)
			}
			if ends {
				into = func(string) {}
			}
		}
	}
	return h
}

// pattern takes in letters with numbers between them, such as .ab3r.
func (h *hyphener) pattern(entry string) {
	var letters, numbers strings.Builder
	told := false
	for _, r := range entry {
		if r >= '0' && r <= '9' {
			numbers.WriteRune(r)
			told = true
			continue
		}
		if !told {
			numbers.WriteByte('0')
		}
		letters.WriteRune(r)
		told = false
	}
	if !told {
		numbers.WriteByte('0')
	}
	h.patterns[letters.String()] = numbers.String()
	h.longest = max(h.longest, letters.Len())
}

// exception takes in a whole word, such as uni-ver-sity.
func (h *hyphener) exception(entry string) {
	var at []int
	n := 0
	for _, r := range entry {
		if r == '-' {
			at = append(at, n)
		} else {
			n++
		}
	}
	h.exceptions[strings.ReplaceAll(entry, "-", "")] = at
}

// joints returns the letters, counted from 0, before which a word in small letters
// may be parted.
func (h *hyphener) joints(word string) []int {
	if at, known := h.exceptions[word]; known {
		return at
	}
	count := utf8.RuneCountInString(word)
	if count < leastBefore+leastBehind || count > longestWord {
		return nil
	}
	framed := "." + word + "."
	values := make([]byte, count+3)
	n := 0
	for from := range framed {
		for to := from + 1; to <= len(framed) && to-from <= h.longest; to++ {
			for i, v := range []byte(h.patterns[framed[from:to]]) {
				values[n+i] = max(values[n+i], v)
			}
		}
		n++
	}
	var out []int
	for i := leastBefore; i <= count-leastBehind; i++ {
		if values[i+1]%2 == 1 {
			out = append(out, i)
		}
	}
	return out
}

// common are words that nearly every paragraph of a language has, and no other does.
var common = map[string]model.Language{}

func init() {
	for lang, list := range map[model.Language]string{
		model.Swedish: "och att det som för är på inte av till ett från med vi har",
		model.English: "the and of to that is was are were with for from this we be by",
	} {
		for word := range strings.FieldsSeq(list) {
			common[word] = lang
		}
	}
}

// spoken returns how the words of a paragraph are parted: by its own language, which
// need not be the report's. It is nil where that is neither Swedish nor English.
func spoken(atoms []atom, w *words.Words) *hyphener {
	const enough, few = 20, 10 // common words that settle it; words that may well have none
	found := map[model.Language]int{}
	for _, a := range atoms {
		if lang, is := common[a.raw]; is {
			if found[lang]++; found[lang] == enough {
				break
			}
		}
	}
	lang := model.Language(w.Lang)
	switch swedish, english := found[model.Swedish], found[model.English]; {
	case swedish > english:
		lang = model.Swedish
	case english > swedish:
		lang = model.English
	case swedish == 0 && len(atoms) > few:
		return nil
	}
	if of := hypheners[lang]; of != nil {
		return of()
	}
	return nil
}

// softHyphen is where a writer lets a word be parted; it is not seen elsewhere.
const softHyphen = '\u00AD'

// jointsOf returns the letters of an atom before which it may be parted: where the
// writer said so, else where the language does, if it is a word and no name.
func (h *hyphener) jointsOf(a atom) []int {
	if strings.ContainsRune(a.raw, softHyphen) {
		return softly(a)
	}
	word := strings.TrimRightFunc(a.raw, unicode.IsPunct)
	bare := strings.TrimLeftFunc(word, unicode.IsPunct)
	before := utf8.RuneCountInString(word) - utf8.RuneCountInString(bare)
	if h == nil || a.url != "" || utf8.RuneCountInString(a.raw) != len(a.rs) || strings.ContainsFunc(bare, func(r rune) bool { return !unicode.IsLower(r) || r >= firstMark }) {
		return nil
	}
	at := h.joints(bare)
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
