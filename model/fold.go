package model

import (
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
