package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"racedesk/assets/words"
)

// scriptWords is what the wordings of scripts begin with; the rest is Unicode's name.
const scriptWords = "script."

// lackingMost is how many letters of a script are named that no font has.
const lackingMost = 4

// Lacking words which letters of a report no font has: by their script and code point,
// since the screen has no font for them either. Of none, nothing is said.
func Lacking(letters []string, w *words.Words) string {
	if len(letters) == 0 {
		return ""
	}
	var scripts []string
	points := map[string][]string{}
	for _, letter := range letters {
		r, _ := utf8.DecodeRuneInString(letter)
		name, point := scriptOf(r, w), fmt.Sprintf("U+%04X", r)
		if !slices.Contains(scripts, name) {
			scripts = append(scripts, name)
		}
		if !slices.Contains(points[name], point) {
			points[name] = append(points[name], point)
		}
	}
	for i, name := range scripts {
		named := points[name]
		if len(named) > lackingMost {
			named = append(named[:lackingMost], "…")
		}
		scripts[i] = name + " (" + strings.Join(named, ", ") + ")"
	}
	return w.T("report.lacking", strings.Join(scripts, ", "))
}

// scriptOf names the script of a letter: in words where we have one, else as the Unicode
// standard does.
func scriptOf(r rune, w *words.Words) string {
	for name, table := range unicode.Scripts {
		if name == "Common" || name == "Inherited" || !unicode.Is(table, r) {
			continue
		}
		if key := scriptWords + name; w.Has(key) {
			return w.T(key)
		}
		return strings.ReplaceAll(name, "_", " ")
	}
	return w.T("script.sign")
}
