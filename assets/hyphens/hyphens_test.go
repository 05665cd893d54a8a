package hyphens_test

import (
	"strings"
	"testing"

	"racedesk/assets/hyphens"
)

// shown writes a word with hyphens where it may be parted.
func shown(lang, word string) string {
	var out strings.Builder
	rs, from := []rune(word), 0
	for _, n := range hyphens.For(lang).Joints(word) {
		out.WriteString(string(rs[from:n]) + "-")
		from = n
	}
	return out.String() + string(rs[from:])
}

func TestWordsAreParted(t *testing.T) {
	for _, c := range []struct{ lang, want string }{
		{"sv", "fem-tu-sen-lap-pen"}, {"sv", "be-tal-nings-hi-sto-rik"}, {"sv", "öde"}, {"sv", ""},
		{"en", "uni-ver-sity"}, {"de", "entwicklung"}, {"sv", strings.Repeat("samman", 40)},
	} {
		if got := shown(c.lang, strings.ReplaceAll(c.want, "-", "")); got != c.want {
			t.Errorf("%s: %s, want %s", c.lang, got, c.want)
		}
	}
}
