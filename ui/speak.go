package ui

import (
	"encoding/json"
	"log/slog"
	"strings"

	"fyne.io/fyne/v2/lang"

	"racedesk/assets/words"
)

// toolkitKey begins the keys of what the toolkit itself says, in its file dialog
// and the menus of its entries.
const toolkitKey = "toolkit."

// speak makes the toolkit say its own words in the language of the program. It
// always follows the system, so its words for the system's language are replaced.
func speak(w *words.Words) {
	texts := map[string]string{}
	for _, key := range w.Keys() {
		if name, ours := strings.CutPrefix(key, toolkitKey); ours {
			texts[name] = w.T(key)
		}
	}
	data, err := json.Marshal(texts)
	if err == nil {
		err = lang.AddTranslationsForLocale(data, lang.SystemLocale())
	}
	if err != nil {
		slog.Warn("translate toolkit", "err", err)
	}
}
