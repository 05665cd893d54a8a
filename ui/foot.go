package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// foot is the line beneath the board: what can be taken back, a word on what
// happened, and what is seldom asked for.
type foot struct {
	object     fyne.CanvasObject
	undo, redo *widget.Button
	parked     *widget.Button
	text       *kit.Text
	standing   string // what is said for as long as it is so
	onMain     func(func())
	count      int // of the toasts so far: only the newest one ends itself
}

const (
	footHeight = 56
	toastTime  = 6 * time.Second
)

func (d *Desk) newFoot() *foot {
	w := d.words
	f := &foot{onMain: d.onMain, text: kit.NewText("", kit.SizeText, kit.ColorInk, 2)}
	f.undo = d.button("undo", w.T("undo"), func() { d.session.Undo() })
	f.redo = d.button("redo", w.T("redo"), func() { d.session.Redo() })
	f.undo.Icon, f.redo.Icon = theme.ContentUndoIcon(), theme.ContentRedoIcon()
	f.parked = d.quiet("parked", "", d.openParked)
	night := d.quiet("night", w.T("night"), d.toggleNight)
	language := d.quiet("language", otherLanguage(w).Name(), d.toggleLanguage)
	backups := d.quiet("backups", w.T("backups"), d.openBackups)
	races := d.quiet("races", w.T("races"), d.leave)
	f.object = container.New(margins{24, 4}, container.New(tall(footHeight-8), container.NewBorder(nil, nil,
		container.NewHBox(f.undo, f.redo), container.NewHBox(f.parked, backups, races, night, language),
		container.New(middle{2 * kit.Unit}, f.text))))
	return f
}

// quiet makes a button that looks like a word.
func (d *Desk) quiet(name, label string, tap func()) *widget.Button {
	b := d.button(name, label, tap)
	b.Importance = widget.LowImportance
	return b
}

// show brings the foot up to date with the board.
func (f *foot) show(d *Desk) {
	undo, can := d.session.History.Undo()
	offer(f.undo, d.words, "undo", undo, can)
	redo, can := d.session.History.Redo()
	offer(f.redo, d.words, "redo", redo, can)
	if label := d.words.T("parked.button", len(d.session.Board.Parked())); f.parked.Text != label {
		f.parked.SetText(label)
	}
}

// offer names on a button what it would take back, or puts it out of use.
func offer(button *widget.Button, w *words.Words, key string, edit model.Edit, can bool) {
	label := w.T(key)
	if can {
		label = w.T(key+".what", w.T("edit."+edit.Label))
	}
	if button.Text != label {
		button.SetText(label)
	}
	switch {
	case can && button.Disabled():
		button.Enable()
	case !can && !button.Disabled():
		button.Disable()
	}
}

// say shows a sentence for a while.
func (f *foot) say(text string) {
	f.count++
	mine := f.count
	f.text.Set(text, kit.ColorInk)
	f.object.Refresh()
	time.AfterFunc(toastTime, func() {
		f.onMain(func() {
			if f.count == mine {
				f.stand(f.standing)
			}
		})
	})
}

// stand shows a sentence until another one stands in its place.
func (f *foot) stand(text string) {
	f.standing = text
	f.text.Set(text, kit.ColorAlarm)
	f.object.Refresh()
}
