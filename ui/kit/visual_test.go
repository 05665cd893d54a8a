package kit_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"racedesk/ui/kit"
)

func TestVisual(t *testing.T) {
	for name, c := range map[string]struct {
		want  []string // the runs from left to right, each in the order it is read
		line  string
		right bool
	}{
		"nothing":                         {nil, "", false},
		"Latin":                           {[]string{"one 12 two"}, "one 12 two", false},
		"Hebrew":                          {[]string{"שלום עולם"}, "שלום עולם", true},
		"Arabic":                          {[]string{"مرحبا"}, "مرحبا", true},
		"number after Hebrew":             {[]string{"123", " שלום"}, "שלום 123", true},
		"number within Hebrew":            {[]string{"עולם ", "123", " שלום"}, "שלום 123 עולם", true},
		"number before Hebrew":            {[]string{"תפוזים ", "3"}, "3 תפוזים", true},
		"Latin within Hebrew":             {[]string{"עולם ", "abc 12", " שלום"}, "שלום abc 12 עולם", true},
		"Latin after Arabic":              {[]string{"Fyne 2", " مرحبا"}, "مرحبا Fyne 2", true},
		"emoji within Arabic":             {[]string{"عالم", " ", "🎉", " ", "مرحبا"}, "مرحبا 🎉 عالم", true},
		"emoji after Arabic":              {[]string{"👩\u200d🌾", " ", "مرحبا"}, "مرحبا 👩\u200d🌾", true},
		"emoji between Hebrew in Latin":   {[]string{"abc ", "עולם", " ", "🎉", " ", "שלום", " def"}, "abc שלום 🎉 עולם def", false},
		"Arabic digits":                   {[]string{"١٢٣", " مرحبا"}, "مرحبا ١٢٣", true},
		"Hebrew within Latin":             {[]string{"abc ", "שלום", " def"}, "abc שלום def", false},
		"Hebrew, number, Hebrew in Latin": {[]string{"abc ", "עולם ", "123", " שלום", " def"}, "abc שלום 123 עולם def", false},
		"number after Hebrew in Latin":    {[]string{"abc ", "123", " שלום"}, "abc שלום 123", false},
		"number between Hebrew and Latin": {[]string{"abc ", "5%", " שלום", " def"}, "abc שלום 5% def", false},
		"fraction after Hebrew in Latin":  {[]string{"abc ", "1,5", " שלום", ", x"}, "abc שלום 1,5, x", false},
		"Arabic digits in Latin":          {[]string{"abc ", "١٢٣", " ابج", " def"}, "abc ابج ١٢٣ def", false},
		"number before Hebrew in Latin":   {[]string{"abc 12 ", "שלום"}, "abc 12 שלום", false},
		"two stretches in Latin":          {[]string{"a ", "אב", " b ", "גד"}, "a אב b גד", false},
	} {
		t.Run(name, func(t *testing.T) {
			got, right := kit.Visual(c.line)
			got = strings.ReplaceAll(got, "\u200e", "") // they take no room
			if want := strings.Join(c.want, ""); got != want || right != c.right {
				t.Errorf("got %+q %v, want %+q %v", got, right, want, c.right)
			}
		})
	}
}

// The painter draws the spaces of a word that is read from the right on its
// other side, so marks fence them in.
func TestSpacesStayBetweenTheirWords(t *testing.T) {
	if got, _ := kit.Visual("שלום 12 עולם"); got != "עולם\u200e \u200e12\u200e \u200eשלום" {
		t.Errorf("%+q", got)
	}
}

// Whatever the line, its letters stay, and Latin alone is left as it is.
func FuzzVisual(f *testing.F) {
	for _, line := range []string{"", "abc", "שלום 123 abc", "(שלום) [a", "\u202eabcא", "א\u2067b\u2069", "a\u2029א", "א\xff"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		if !utf8.ValidString(line) {
			return // drawn with marks in place of the bytes
		}
		got, _ := kit.Visual(line)
		bare := func(text string) string { return sorted(strings.ReplaceAll(text, "\u200e", "")) }
		if bare(got) != bare(line) {
			t.Errorf("%+q became %+q", line, got)
		}
	})
}

func sorted(s string) string {
	runes := []rune(s)
	slices.Sort(runes)
	return string(runes)
}
