package kit_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"racedesk/ui/kit"
)

const family = "👩\u200d👩\u200d👧" // three people, one letter

func TestWrap(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		width float32
		limit int
		want  []string
	}{
		"nothing":                    {"", 100, 3, nil},
		"white space only":           {" \t\n ", 100, 3, nil},
		"what fits":                  {"one two", wide("one two"), 3, []string{"one two"}},
		"white space as one space":   {"  one \n two ", 1000, 3, []string{"one two"}},
		"broken between words":       {"one two", wide("one two") - 1, 3, []string{"one", "two"}},
		"cut at the only line":       {"one mmmm", wide("one…") + 1, 1, []string{"one…"}},
		"exactly at the limit":       {"one two", wide("one two") - 1, 2, []string{"one", "two"}},
		"one over the limit":         {"one two mmmm", wide("two…") + 1, 2, []string{"one", "two…"}},
		"no limit":                   {"a b c d", wide("a") + 1, 0, []string{"a", "b", "c", "d"}},
		"wide word":                  {"mmmmmmm", wide("mmm"), 9, []string{"mm-", "mm-", "mmm"}},
		"wide word after another":    {"a mmmmmm", wide("mmm"), 9, []string{"a", "mm-", "mm-", "mm"}},
		"less than a letter":         {"abc", 1, 9, []string{"a", "b", "c"}},
		"less than a letter, limit":  {"abc", 1, 2, []string{"a", "…"}},
		"no width":                   {"abc", 0, 2, []string{"a", "…"}},
		"less than no width":         {"ab", -32, 5, []string{"a", "b"}},
		"one letter, no width":       {"a", -32, 3, []string{"a"}},
		"bytes that are no letters":  {"\xff\xfe\xfd", 1, 9, []string{"\xff", "\xfe", "\xfd"}},
		"marks stay on their letter": {"e\u0301e\u0301\u0323e", 1, 9, []string{"e\u0301", "e\u0301\u0323", "e"}},
		"joined emoji":               {family + family, 1, 9, []string{family, family}},
		"emoji with a skin":          {"👍🏽👍🏽", 1, 9, []string{"👍🏽", "👍🏽"}},
		"flags":                      {"🇸🇪🇫🇮x", 1, 9, []string{"🇸🇪", "🇫🇮", "x"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := kit.Wrap(c.text, c.width, size, plain, c.limit); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWrapOfLongWord(t *testing.T) {
	word := strings.Repeat("w", 500)
	lines := kit.Wrap(word, 200, size, plain, 1000)
	if strings.ReplaceAll(strings.Join(lines, ""), "-", "") != word || !strings.HasSuffix(lines[0], "-") || len(lines) < 10 {
		t.Errorf("%d lines, %d letters of 500", len(lines), len(strings.Join(lines, "")))
	}
	check(t, word, 200, 3)
}

func TestFit(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		width float32
		want  string
	}{
		"nothing":             {"", 100, ""},
		"what fits":           {"one two", wide("one two"), "one two"},
		"cut in a word":       {"mmmmmm", wide("mm…") + 1, "mm…"},
		"no space before it":  {"mm mmmm", wide("mm …") + 1, "mm…"},
		"no comma before it":  {"mm, mmmm", wide("mm, …") + 1, "mm…"},
		"ellipsis alone":      {"mmmm", wide("…"), "…"},
		"less than a letter":  {"mmmm", wide("m…") - 1, "…"},
		"less than ellipsis":  {"mmmm", 1, "…"},
		"less than no width":  {"mm", -10, "…"},
		"letters stay whole":  {family + family + family, wide(family+"…") + 1, family + "…"},
		"many words, cut off": {strings.Repeat("i ", 500), wide("i i i…") + 1, "i i i…"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := kit.Fit(c.text, c.width, size, plain); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// check says what holds for the lines of any text.
func check(t *testing.T, text string, width float32, limit int) {
	t.Helper()
	lines := kit.Wrap(text, width, size, plain, limit)
	if limit > 0 && len(lines) > limit {
		t.Errorf("%d lines, at most %d", len(lines), limit)
	}
	bare := func(s string) string { return strings.ReplaceAll(strings.Join(strings.Fields(s), ""), "-", "") } // a broken word has hyphens
	whole, said := bare(text), bare(strings.Join(lines, ""))
	if cut := strings.TrimSuffix(said, "…"); said != whole && (len(lines) != limit || !strings.HasPrefix(whole, cut) || cut == said) {
		t.Errorf("%q became %q", text, lines)
	}
	for _, line := range lines {
		if line == "" {
			t.Errorf("an empty line in %q", lines)
		}
		if wide(line) > width && line != "…" && len(kit.Wrap(line, 0, size, plain, 0)) > 1 {
			t.Errorf("%q is %v wide, more than %v and more than a letter", line, wide(line), width)
		}
	}
}

func FuzzWrap(f *testing.F) {
	for _, text := range []string{"", "one two three", strings.Repeat("w", 450), family + family, "e\u0301\u0301e", "\xff\xc0 a",
		"🇸🇪🇫🇮", "\u200d\u200d", "שלום abc 123", "…", "a,b;c…"} {
		f.Add(text, float32(40), 2)
	}
	f.Add("ab", float32(-32), 3)
	f.Fuzz(func(t *testing.T, text string, width float32, limit int) {
		if len(text) > 2000 || limit < -1 {
			return // longer than a fuzz has time for
		}
		check(t, text, width, limit)
	})
}

// A word that is wider than a line is parted where the language of the desk parts it.
func TestWordsPartAtSyllables(t *testing.T) {
	defer kit.Speak("")
	for _, c := range []struct {
		lang, text, fits string
		want             string
	}{
		{"sv", "Femtusenlappen", "Femtusenlapp-", "Femtusenlap-|pen"},
		{"sv", "Betalningshistorik som", "Betalningshist-", "Betalningshi-|storik som"},
		{"sv", "(Betalningshistorik)", "(Betalningshist-", "(Betalningshi-|storik)"},
		{"en", "Unemployment", "Unemploym-", "Unemploy-|ment"},
		{"fi", "Mmmmmm", "Mmm-", "Mmm-|mmm"},
		{"sv", "A4Blankettkrångel", "A4Blank-", "A4Blank-|ett-|krångel"},
	} {
		kit.Speak(c.lang)
		if got := strings.Join(kit.Wrap(c.text, wide(c.fits), 16, fyne.TextStyle{}, 0), "|"); got != c.want {
			t.Errorf("%s: %s, want %s", c.lang, got, c.want)
		}
	}
}
