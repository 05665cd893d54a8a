package kit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"golang.org/x/text/unicode/bidi"
)

const ellipsis = "…"

// Wrap breaks a text of one paragraph into at most limit lines that fit the
// width, in the order they are read. Words wider than a line are broken; where
// text is left over, the last line ends with an ellipsis. It ends for any input.
func Wrap(text string, width, size float32, style fyne.TextStyle, limit int) []string {
	m := measure{size: size, style: style}
	var lines []string
	line := ""
	words := strings.Fields(text)
	for i := 0; i < len(words); i++ {
		joined := words[i]
		if line != "" {
			joined = line + " " + words[i]
		}
		if m.width(joined) <= width {
			line = joined
			continue
		}
		if line == "" {
			line, words[i] = m.split(words[i], width)
		}
		if len(lines)+1 == limit {
			rest := line + " " + strings.Join(words[i:min(len(words), i+8)], " ")
			return append(lines, m.cut(rest, width))
		}
		lines, line = append(lines, line), ""
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

// split cuts a word that is wider than a line: what fits, at least one letter,
// and the rest.
func (m measure) split(word string, width float32) (head, tail string) {
	runes := []rune(word)
	runes = runes[:min(len(runes), 400)]
	lo, hi := 1, len(runes)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if m.width(string(runes[:mid])) <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	for lo < len(runes) && joins(runes[lo]) {
		lo++
	}
	head = string(runes[:lo])
	return head, word[len(head):]
}

// cut shortens a text until it fits with an ellipsis behind it.
func (m measure) cut(text string, width float32) string {
	room := width - m.width(ellipsis)
	if room <= 0 {
		return ellipsis
	}
	head, _ := m.split(text, room)
	return strings.TrimRight(head, " ,.;:–-") + ellipsis
}

// joins says whether a rune belongs to the letter before it.
func joins(r rune) bool {
	return unicode.Is(unicode.M, r) || r == '\u200d' || (r >= 0x1F3FB && r <= 0x1F3FF)
}

// Visual returns a line with its runs in the order that they stand on the
// screen, for a painter that orders the letters within a run but not the runs.
// The second value says whether the line is read from the right.
func Visual(line string) (string, bool) {
	if strings.IndexFunc(line, rightward) < 0 {
		return line, false
	}
	var p bidi.Paragraph
	if _, err := p.SetString(line); err != nil {
		return line, false
	}
	order, err := p.Order()
	if err != nil {
		return line, false
	}
	if !p.IsLeftToRight() {
		return reversed(order, 0, order.NumRuns()), true
	}
	var out strings.Builder
	for i := 0; i < order.NumRuns(); i++ {
		run := order.Run(i)
		if run.Direction() == bidi.LeftToRight {
			out.WriteString(run.String())
			continue
		}
		end := i + 1
		for end+1 < order.NumRuns() && numeric(order.Run(end)) {
			end += 2
		}
		out.WriteString(reversed(order, i, end))
		i = end - 1
	}
	return out.String(), false
}

func rightward(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// numeric says whether a run between two right-to-left ones is a number, which
// belongs to them.
func numeric(run bidi.Run) bool {
	return run.Direction() == bidi.LeftToRight &&
		strings.IndexFunc(run.String(), unicode.IsLetter) < 0
}

func reversed(order bidi.Ordering, from, to int) string {
	var out strings.Builder
	for i := to - 1; i >= from; i-- {
		run := order.Run(i)
		out.WriteString(run.String())
	}
	return out.String()
}
