package board

import (
	"strings"

	"racedesk/model"
)

// hits are the words of texts that a word of the query stands in, with spaces between.
func hits(query string, texts ...string) string {
	asked := strings.Fields(model.Fold(query))
	if len(asked) == 0 {
		return ""
	}
	var found []string
	for _, word := range strings.Fields(strings.Join(texts, " ")) {
		folded := model.Fold(word)
		for _, a := range asked {
			if strings.Contains(folded, a) {
				found = append(found, word)
				break
			}
		}
	}
	return strings.Join(found, " ")
}
