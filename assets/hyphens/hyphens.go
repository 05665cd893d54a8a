// Package hyphens knows where words may be parted at the end of a line, in Swedish and in
// English, by the patterns beside it, which are TeX's and under the licences there.
package hyphens

import (
	_ "embed" // the patterns
	"strings"
	"sync"
	"unicode/utf8"
)

// Patterns know where the words of one language may be parted, by patterns of
// letters with numbers between them: the method of F. M. Liang, Word Hy-phen-a-tion
// by Com-put-er (Stanford 1983).
type Patterns struct {
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

var (
	//go:embed hyph-sv.tex
	swedish string
	//go:embed hyph-en-gb.tex
	english string
)

// languages are those that there are patterns of, each read when it is first asked for.
var languages = map[string]func() *Patterns{
	"sv": sync.OnceValue(func() *Patterns { return read(swedish) }),
	"en": sync.OnceValue(func() *Patterns { return read(english) }),
}

// For returns the patterns of a language, "sv" or "en"; nil for any other.
func For(lang string) *Patterns {
	if of := languages[lang]; of != nil {
		return of()
	}
	return nil
}

// read reads a file of patterns as TeX takes it.
func read(tex string) *Patterns {
	p := &Patterns{patterns: make(map[string]string, strings.Count(tex, "\n")), exceptions: map[string][]int{}}
	into := func(string) {}
	for line := range strings.Lines(tex) {
		line, _, _ = strings.Cut(line, "%")
		for entry := range strings.FieldsSeq(line) {
			entry, ends := strings.CutSuffix(entry, "}")
			switch entry {
			case `\patterns{`:
				into = p.pattern
			case `\hyphenation{`:
				into = p.exception
			case "":
			default:
				into(entry)
			}
			if ends {
				into = func(string) {}
			}
		}
	}
	return p
}

// pattern takes in letters with numbers between them, such as .ab3r.
func (p *Patterns) pattern(entry string) {
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
	p.patterns[letters.String()] = numbers.String()
	p.longest = max(p.longest, letters.Len())
}

// exception takes in a whole word, such as uni-ver-sity.
func (p *Patterns) exception(entry string) {
	var at []int
	n := 0
	for _, r := range entry {
		if r == '-' {
			at = append(at, n)
		} else {
			n++
		}
	}
	p.exceptions[strings.ReplaceAll(entry, "-", "")] = at
}

// Joints returns the letters, counted from 0, before which a word in small letters
// may be parted; of no language, none.
func (p *Patterns) Joints(word string) []int {
	if p == nil {
		return nil
	}
	if at, known := p.exceptions[word]; known {
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
		for to := from + 1; to <= len(framed) && to-from <= p.longest; to++ {
			for i, v := range []byte(p.patterns[framed[from:to]]) {
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
