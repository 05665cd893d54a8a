package form

import (
	"fyne.io/fyne/v2"

	"racedesk/ui/kit"
)

// A hint is a sentence beneath a field about what is written there. It takes no room
// while there is nothing to say.
type hint struct {
	object *fyne.Container
	text   *kit.Text
}

// newHint returns a hint of so many lines at most.
func newHint(lines int) *hint {
	h := &hint{text: kit.NewText("", kit.SizeNote, kit.ColorAlarm, lines)}
	h.object = rows(0, h.text)
	h.object.Hide()
	return h
}

// tell says something, or nothing.
func (h *hint) tell(text string) {
	if h.text.Content() == text {
		return
	}
	h.text.SetText(text)
	h.object.Hidden = text == ""
	h.object.Refresh()
}
