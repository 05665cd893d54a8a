package kit

import (
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// Visual returns a line with its runs in the order that they stand on the
// screen, for a painter that orders the letters within a run but not the runs.
// The second value says whether the line is read from the right.
func Visual(line string) (string, bool) {
	if strings.IndexFunc(line, rightward) < 0 {
		return line, false
	}
	right := fromRight(line)
	runs := ordered(line)
	if right {
		return reversed(runs), true
	}
	var out strings.Builder
	for i := 0; i < len(runs); {
		if !runs[i].right {
			out.WriteString(runs[i].text)
			i++
			continue
		}
		first := i
		for ; i < len(runs); i++ { // as long as it is read from the right
			if runs[i].right {
				continue
			}
			if n := number(runs[i].text); n < len(runs[i].text) {
				head := run{text: runs[i].text[:n]}
				runs[i].text = runs[i].text[n:]
				out.WriteString(head.text)
				break
			}
		}
		out.WriteString(reversed(runs[first:i]))
	}
	return out.String(), false
}

// A run is a part of a line that is read in one direction.
type run struct {
	text  string
	right bool
}

// ordered returns the runs of a line in the order they are read.
func ordered(line string) []run {
	var p bidi.Paragraph
	if n, err := p.SetString(line); err != nil || n < len(line) {
		return []run{{text: line}}
	}
	order, err := p.Order()
	if err != nil {
		return []run{{text: line}}
	}
	var runs []run
	for i := range order.NumRuns() {
		one := order.Run(i)
		if text := one.String(); one.Direction() == bidi.RightToLeft {
			runs = append(runs, parted(text)...)
		} else {
			runs = append(runs, run{text: text})
		}
	}
	return runs
}

// parted parts what is read from the right at its emoji: they come from another font,
// and the painter sets what is of two fonts from the left.
func parted(text string) (runs []run) {
	first, inside := 0, false
	for i, r := range text {
		now := emoji(r) || inside && joins(r)
		if now != inside && i > first {
			runs = append(runs, run{text[first:i], true})
			first = i
		}
		inside = now
	}
	return append(runs, run{text[first:], true})
}

// emoji says whether a sign is from the blocks that pictures are in.
func emoji(r rune) bool { return r >= 0x1F000 || r >= 0x2600 && r <= 0x27BF }

// joins says whether a sign belongs to the emoji before it.
func joins(r rune) bool { return r == 0x200D || r == 0xFE0F || r == 0x20E3 }

// fromRight says whether the first letter with a direction is read from the
// right, and so the whole line.
func fromRight(line string) bool {
	at := strings.IndexFunc(line, func(r rune) bool { return rightward(r) || class(r) == bidi.L })
	return at >= 0 && strings.IndexFunc(line[at:], rightward) == 0
}

func rightward(r rune) bool { return class(r) == bidi.R || class(r) == bidi.AL }

func class(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// number returns how much of a text is a number at its beginning. One that
// follows right-to-left letters belongs to them, with the signs that touch it.
func number(text string) (n int) {
	digits := false
	for i, r := range text {
		switch class(r) {
		case bidi.EN, bidi.AN:
			digits, n = true, i+len(string(r))
		case bidi.ET, bidi.NSM, bidi.BN:
			if digits && n == i {
				n = i + len(string(r))
			}
		case bidi.ES, bidi.CS: // counts where a digit follows at once
		default:
			return n
		}
	}
	return n
}

// reversed puts runs from the right.
func reversed(runs []run) string {
	var out strings.Builder
	for i := range runs {
		one := runs[len(runs)-1-i]
		if !one.right {
			out.WriteString(one.text)
			continue
		}
		word := strings.TrimLeft(one.text, " ")
		before := one.text[:len(one.text)-len(word)]
		word = strings.TrimRight(word, " ")
		out.WriteString(fenced(one.text[len(before)+len(word):]) + word + fenced(before))
	}
	return out.String()
}

// mark is a letter without width that is read from the left.
const mark = "\u200e"

// fenced keeps spaces where they stand: beside a word that is read from the right
// the painter would draw them on its other side.
func fenced(spaces string) string {
	if spaces == "" {
		return ""
	}
	return mark + spaces + mark
}
