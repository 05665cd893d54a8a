package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/ui/kit"
)

// toastTime is how long a toast stays.
const toastTime = 6 * time.Second

// toast is the line beneath the board that says what happened.
type toast struct {
	object fyne.CanvasObject
	text   *kit.Text
	undo   *widget.Button
	count  int
}

func newToast(w *words.Words) *toast {
	t := &toast{text: kit.NewText("", kit.SizeText, kit.ColorInk, 1), undo: widget.NewButton(w.T("undo"), nil)}
	t.undo.Hide()
	t.object = container.New(margins{24, 2}, container.New(tall(40), container.NewBorder(nil, nil, nil, t.undo, t.text)))
	return t
}

// say shows a sentence, with a button to take it back where undo is given.
func (t *toast) say(text string, undo func()) {
	t.count++
	mine := t.count
	t.text.SetText(text)
	t.undo.Hidden = undo == nil
	t.undo.OnTapped = func() {
		t.clear()
		undo()
	}
	t.undo.Refresh()
	t.object.Refresh()
	time.AfterFunc(toastTime, func() {
		onMain(func() {
			if t.count == mine {
				t.clear()
			}
		})
	})
}

func (t *toast) clear() {
	t.text.SetText("")
	t.undo.Hide()
}
