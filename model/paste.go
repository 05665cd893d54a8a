package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// What is pasted at once at most: more is a file by mistake, not what a room wrote.
const (
	MaxLines = 5_000
	MaxPaste = 4 << 20 // bytes
)

// ErrTooMuch is returned of a text with more lines, or more in them, than anybody
// wants to have as cards.
var ErrTooMuch = errors.New("too much at once")

// A Paste is what a text of several lines says as cards.
type Paste struct {
	Titles []string // once each, in their order
	Twice  int      // lines left out that say what another one says
	Long   int      // lines left out that are too long to be a title
	Card   Card     // all of it as one card: the first line, and the rest as its text
}

// ReadPaste reads a title from each line of a text that says something. Signs that
// make it a list, such as a bullet or "2.", are left out.
func ReadPaste(text string) (Paste, error) {
	if len(text) > MaxPaste {
		return Paste{}, fmt.Errorf("read %d bytes: %w", len(text), ErrTooMuch)
	}
	var p Paste
	lines := strings.Split(CleanText(text), "\n")
	marked := numbered(lines)
	seen := map[string]bool{}
	for _, line := range lines {
		title := CleanLine(unmarked(line, marked))
		switch key := strings.ToLower(title); {
		case title == "":
		case len(title) > MaxTitle:
			p.Long++
		case seen[key]:
			p.Twice++
		default:
			seen[key] = true
			p.Titles = append(p.Titles, title)
		}
		if len(p.Titles) > MaxLines {
			return Paste{}, fmt.Errorf("read lines: %w", ErrTooMuch)
		}
	}
	first := slices.IndexFunc(lines, func(line string) bool { return CleanLine(line) != "" })
	if first >= 0 {
		p.Card = Card{Title: CleanLine(unmarked(lines[first], marked)), Text: strings.TrimSpace(strings.Join(lines[first+1:], "\n"))}
	}
	return p, nil
}

// Several says whether a text has more than one line that says something.
func Several(text string) bool {
	said := 0
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			said++
		}
		if said > 1 {
			return true
		}
	}
	return strings.ContainsRune(strings.TrimSpace(text), '\r')
}

// bullets are the signs that lists are written with.
const bullets = "-*+•◦▪‣·–—○●■□☐☑✓✔"

// unmarked is a line without the sign that makes it one of a list.
func unmarked(line string, numbers bool) string {
	line = strings.TrimSpace(line)
	sign, rest, spaced := strings.Cut(line, " ")
	if tab, after, tabbed := strings.Cut(line, "\t"); tabbed && len(tab) < len(sign) {
		sign, rest, spaced = tab, after, true
	}
	switch {
	case line != "" && strings.Trim(line, bullets) == "":
		return ""
	case spaced && strings.Trim(sign, bullets) == "", spaced && numbers && isNumber(sign):
		return rest
	}
	return line
}

// numbered says whether all lines that say something begin with a number: of one
// alone, the number may be what it says.
func numbered(lines []string) bool {
	for _, line := range lines {
		if fields := strings.Fields(line); len(fields) > 0 && !isNumber(fields[0]) {
			return false
		}
	}
	return true
}

// isNumber says whether a word numbers what follows, such as 2. or 2) or (b).
func isNumber(word string) bool {
	inside := strings.TrimRight(strings.TrimLeft(word, "("), ".):")
	if inside == word || inside == "" {
		return false
	}
	letters := []rune(inside)
	digits := !strings.ContainsFunc(inside, func(r rune) bool { return !unicode.IsDigit(r) })
	return digits && len(letters) <= 4 || len(letters) == 1 && unicode.IsLetter(letters[0])
}
