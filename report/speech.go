package report

import (
	"iter"
	"strings"

	"racedesk/model"
)

// common are words that nearly every paragraph of a language has, and no other does.
var common = map[string]model.Language{}

func init() {
	for lang, list := range map[model.Language]string{
		model.Swedish: "och att det som för är på inte av till ett från med vi har",
		model.English: "the and of to that is was are were with for from this we be by",
	} {
		for word := range strings.FieldsSeq(list) {
			common[word] = lang
		}
	}
}

// Spoken counts the words of a text, in small letters, that only Swedish or only English
// has, until it has found enough of one to know which language the text is in.
func Spoken(words iter.Seq[string]) (swedish, english int) {
	const enough = 20
	for word := range words {
		switch common[word] {
		case model.Swedish:
			swedish++
		case model.English:
			english++
		}
		if max(swedish, english) == enough {
			break
		}
	}
	return swedish, english
}
