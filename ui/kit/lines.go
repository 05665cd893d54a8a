package kit

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"github.com/clipperhouse/uax29/v2/graphemes"

	"racedesk/assets/hyphens"
)

const ellipsis = "…"

// Wrap breaks a text of one paragraph into at most limit lines that fit the
// width, in the order they are read. Words wider than a line are broken; where
// text is left over, the last line ends with an ellipsis. A limit of 0 means no
// end. It ends for any input.
func Wrap(text string, width, size float32, style fyne.TextStyle, limit int) []string {
	m := measure{size: size, style: style}
	var lines []string
	line, wide := "", float32(0)
	words := strings.Fields(text)
	for i := 0; i < len(words); i++ {
		joined, space := words[i], ""
		if line != "" {
			joined, space = line+" "+words[i], " "
		}
		sum, fits := m.joined(joined, wide, space, words[i], width)
		if words[i] == "" || fits {
			line, wide = joined, sum
			continue
		}
		if line == "" {
			line, words[i] = m.part(words[i], width)
		}
		if len(lines)+1 == limit && (len(words) > i+1 || words[i] != "") {
			rest := line + space + strings.Join(words[i:min(len(words), i+8)], " ")
			return append(lines, m.cut(rest, width))
		}
		lines, line, wide = append(lines, line), "", 0
		i--
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// Fit returns the text, or its beginning and an ellipsis where it is too wide.
func Fit(text string, width, size float32, style fyne.TextStyle) string {
	lines := Wrap(text, width, size, style, 1)
	if len(lines) == 0 {
		return ""
	}
	return lines[0]
}

// measure knows how wide text of one kind is.
type measure struct {
	size  float32
	style fyne.TextStyle
}

func (m measure) width(s string) float32 {
	return fyne.MeasureText(s, m.size, m.style).Width
}

// fits says whether a text fits a width. Of a very long one the beginning is asked
// first, since measuring takes as long as the text.
func (m measure) fits(s string, width float32) bool {
	if len(s) > 4*glance {
		ends := letters(s, glance)
		if m.width(s[:ends[len(ends)-1]]) > width {
			return false
		}
	}
	return m.width(s) <= width
}

// joined returns how wide a line is about with another word behind it, and whether it fits.
// Words are measured one by one, since the toolkit remembers them; the whole line only
// where it is a near thing.
func (m measure) joined(line string, before float32, space, word string, width float32) (sum float32, fits bool) {
	const near = 2 // what letters may move together across a space, and more
	if len(word) > 4*glance && !m.fits(line, width) {
		return 0, false
	}
	sum = before + m.width(word)
	if space != "" {
		sum += m.width(space)
	}
	if sum < width-near || sum > width+near {
		return sum, sum < width
	}
	return sum, m.width(line) <= width
}

// glance is how many letters of a text are more than fit on a line.
const glance = 400

// split cuts a word that is wider than a line: what fits, at least one letter,
// and the rest.
func (m measure) split(word string, width float32) (head, tail string) {
	ends := letters(word, glance)
	lo, hi := 0, len(ends)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if m.width(word[:ends[mid]]) <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return word[:ends[lo]], word[ends[lo]:]
}

// speech is the language that words are parted in.
var speech string

// Speak tells in which language texts are from now on, for where their words may be parted.
func Speak(lang string) { speech = lang }

// part is split with a hyphen: where the language parts a word or, where nothing of that
// fits, where letters of a script that has hyphens come apart.
func (m measure) part(word string, width float32) (head, tail string) {
	for _, at := range slices.Backward(joints(word)) {
		if m.width(word[:at]+"-") <= width {
			return word[:at] + "-", word[at:]
		}
	}
	head, tail = m.split(word, width-m.width("-"))
	last, _ := utf8.DecodeLastRuneInString(head)
	first, _ := utf8.DecodeRuneInString(tail)
	if parted := unicode.In(last, unicode.Latin, unicode.Greek, unicode.Cyrillic) && unicode.IsLetter(first); parted && m.width(head+"-") <= width {
		return head + "-", tail
	}
	return m.split(word, width)
}

// joints returns the bytes before which the language parts a word; what has more than
// letters between its signs is none.
func joints(word string) (at []int) {
	bare := strings.TrimRightFunc(strings.TrimLeftFunc(word, unicode.IsPunct), unicode.IsPunct)
	if len(bare) > longestWord || strings.ContainsFunc(bare, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return nil
	}
	n, before := 0, strings.Index(word, bare)
	letters := hyphens.For(speech).Joints(strings.Map(unicode.ToLower, bare))
	for i := range bare {
		if slices.Contains(letters, n) {
			at = append(at, before+i)
		}
		n++
	}
	return at
}

// longestWord is how many bytes a word has at most.
const longestWord = 120

// cut shortens a text until it fits with an ellipsis behind it.
func (m measure) cut(text string, width float32) string {
	room := width - m.width(ellipsis)
	head, _ := m.split(text, room)
	if m.width(head) > room {
		return ellipsis
	}
	return strings.TrimRight(head, " ,.;:–-") + ellipsis
}

// letters returns where each of the first letters of a text ends, with all that
// belongs to it: marks, the parts of a joined emoji, the two halves of a flag.
func letters(text string, limit int) []int {
	var ends []int
	for each := graphemes.FromString(text); len(ends) < limit && each.Next(); {
		ends = append(ends, each.End())
	}
	return ends
}

// Width is how wide a text is on one line.
func Width(text string, size fyne.ThemeSizeName) float32 {
	return fyne.MeasureText(text, Size(size), fyne.TextStyle{}).Width
}
