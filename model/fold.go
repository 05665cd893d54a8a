package model

import (
	"bytes"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold makes texts alike that people take for the same when they search: case is
// gone, and so are the accents, but for those that make a letter of its own in
// Swedish. So "café" is "cafe" and "Łódź" is "lodz", but "räls" is not "rals". The
// neighbours' æ and ø are ä and ö, as they are in the alphabet.
func Fold(s string) string {
	if ascii(s) {
		return strings.ToLower(s)
	}
	out := make([]byte, 0, len(s))
	for _, r := range s {
		switch r = unicode.ToLower(r); {
		case r < utf8.RuneSelf:
			out = append(out, byte(r))
		case overlaid(r):
			before, n := utf8.DecodeLastRune(out)
			if letter, makes := composed[[2]rune{before, r}]; makes {
				out = utf8.AppendRune(out[:len(out)-n], letter)
			}
		case r == 'å' || r == 'ä' || r == 'ö':
			out = utf8.AppendRune(out, r)
		default:
			if bare, known := bare[r]; known {
				out = append(out, bare...)
			} else {
				out = utf8.AppendRune(out, r)
			}
		}
	}
	return string(out)
}

// Found returns the letters of a text that a folded word stands in, as they are written
// there: "lan" is nowhere in "Lånet", and "lån" as "Lån".
func Found(text, word string) (found []string) {
	if word == "" {
		return nil
	}
	var ends, at []int // where letters, with their accents, begin and end in the text, and in what is folded
	for i, r := range text {
		if i == 0 || !overlaid(r) {
			ends = append(ends, i)
		}
	}
	ends = append(ends, len(text))
	var folded []byte
	for k := range len(ends) - 1 {
		at = append(at, len(folded))
		folded = append(folded, Fold(text[ends[k]:ends[k+1]])...)
	}
	at = append(at, len(folded))
	letter := func(i int) int { return sort.SearchInts(at, i+1) - 1 }
	for begin := 0; ; {
		i := bytes.Index(folded[begin:], []byte(word))
		if i < 0 {
			return found
		}
		first, next := letter(begin+i), letter(begin+i+len(word)-1)+1
		found, begin = append(found, text[ends[first]:ends[next]]), at[next]
	}
}

func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// overlaid says whether a character is only an accent on the letter before it, or
// a vowel sign that Arabic is mostly written without.
func overlaid(r rune) bool { return r >= 0x300 && r <= 0x36F || r >= 0x64B && r <= 0x65F }

// composed are letters of their own that some systems write as two characters.
var composed = map[[2]rune]rune{
	{'a', 0x30A}: 'å', {'a', 0x308}: 'ä', {'o', 0x308}: 'ö', {'и', 0x306}: 'й',
}

// bare is what stands for a letter with its accents.
var bare = func() map[rune]string {
	out := map[rune]string{}
	for letter, accented := range map[string]string{
		"a": "àáâãāăąǎạảấầẩẫậắằẳẵặ", "å": "ǻ", "ä": "æǽǟǣ", "c": "çćĉċč", "d": "ďđð",
		"e": "èéêëēĕėęěẹẻẽếềểễệ", "g": "ĝğġģǧ", "h": "ĥħ", "i": "ìíîïĩīĭįıǐỉị", "j": "ĵ", "k": "ķǩ",
		"l": "ĺļľŀł", "n": "ñńņňŋ", "o": "òóôõōŏőơǒọỏốồổỗộớờởỡợ", "ö": "øǿȫ", "oe": "œ", "r": "ŕŗř",
		"s": "śŝşšșſ", "ss": "ß", "t": "ţťŧț", "th": "þ", "u": "ùúûüũūŭůűųưǔụủứừửữự", "w": "ŵẁẃẅ",
		"y": "ýÿŷỳỵỷỹ", "z": "źżž", "α": "ά", "ε": "έ", "η": "ή", "ι": "ίϊΐ", "ο": "ό", "σ": "ς",
		"υ": "ύϋΰ", "ω": "ώ", "е": "ё", "ا": "أإآ",
	} {
		for _, r := range accented {
			out[r] = letter
		}
	}
	return out
}()
