package model

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "ABC 12": "abc 12", "ÅÄÖ": "åäö", "A\u030Ar A\u0308r O\u0308r": "år är ör",
		"Café e\u0301": "cafe e", "Łódź": "lodz", "Çelik Işıl İzmir": "celik isil izmir", "Nguyễn Văn": "nguyen van",
		"Øst Ærø": "öst ärö", "Straße ẞ": "strasse ss", "ΣΊΣΥΦΟΣ": "σισυφοσ", "Ёлка й и\u0306": "елка й й",
		"مُحَمَّد": "محمد", "भाषा": "भाषा", "Ǻ": "å", "\xff": "\uFFFD",
	} {
		if got := Fold(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestFound(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"Mikrolånet", "lån", "lån"}, {"Mikrolånet", "lan", ""}, {"Lån för LÅNARE", "lån", "Lån LÅN"},
		{"No CAFÉ, nor a cafe\u0301", "afe", "AFÉ afe\u0301"}, {"la\u030Anet", "lån", "la\u030An"}, {"la\u030Anet", "lan", ""},
		{"Straße", "s", "S ß"}, {"Straße", "sse", "ße"}, {"anana", "ana", "ana"}, {"", "a", ""}, {"abc", "", ""},
	} {
		if got := strings.Join(Found(c.text, c.word), " "); got != c.want {
			t.Errorf("%q is in %q as %q, want %q", c.word, c.text, got, c.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Ångström, café, Łódź")
	f.Fuzz(func(t *testing.T, text string) {
		once := Fold(text)
		if !utf8.ValidString(once) || Fold(once) != once {
			t.Errorf("%q is %q, then %q", text, once, Fold(once))
		}
		if found := Found(text, once); once != "" && (len(found) != 1 || Fold(found[0]) != once) {
			t.Errorf("%q is in %q as %q", once, text, found)
		}
	})
}
