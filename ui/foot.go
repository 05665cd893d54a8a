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
	lock       *widget.Button  // hidden where there is no lock
	ways       *fyne.Container // back and forth
	keyboard   *widget.Button
	seldom     *fyne.Container // makes room for a sentence where the window is narrow
	size       *widget.Button
	toast      *toast
	standing   string // what is said for as long as it is so
	onMain     func(func())
	count      int // of the toasts so far: only the newest one ends itself
}

const (
	footHeight = 56
	footSide   = 24
	footLines  = 2 // of a sentence
	toastTime  = 6 * time.Second
)

func (d *Desk) newFoot() *foot {
	w := d.words
	f := &foot{onMain: d.onMain, toast: d.newToast()}
	f.undo = d.button("undo", w.T("undo"), d.undo)
	f.redo = d.button("redo", w.T("redo"), d.redo)
	f.undo.Icon, f.redo.Icon = theme.ContentUndoIcon(), theme.ContentRedoIcon()
	f.parked = d.quiet("parked", "", d.openParked)
	language := d.quiet("language", otherLanguage(w).Name(), d.toggleLanguage)
	backups := d.quiet("backups", w.T("backups"), d.guard(d.openBackups))
	f.size = d.quiet("size", w.T("size."+d.size().name), d.toggleSize)
	keys := d.quiet("keys", w.T("keys"), d.openHelp)
	races := d.quiet("races", w.T("races"), d.guard(d.leave))
	f.lock = d.quiet("lock", "", func() {
		if d.locked() {
			d.guarded(func() {})
			return
		}
		d.lockNow()
	})
	f.seldom = container.NewHBox(f.lock, f.parked, backups, races, keys, f.size, d.toneButton(), language)
	f.ways = container.NewHBox(f.undo, f.redo)
	f.keyboard = d.keyboardButton()
	f.object = container.New(margins{footSide, 4}, container.New(row(footHeight-8), container.NewBorder(nil, nil, f.ways,
		container.NewHBox(f.seldom, f.keyboard), f.toast.object)))
	return f
}

// quiet makes a button that looks like a word.
func (d *Desk) quiet(name, label string, tap func()) *widget.Button {
	b := d.button(name, label, tap)
	b.Importance = widget.LowImportance
	return b
}

// toneButton says in what colours everything is, and changes them.
func (d *Desk) toneButton() *widget.Button {
	b := d.quiet("tone", d.words.T("tone."+d.look.tone.name), d.nextTone)
	b.Icon = theme.ColorPaletteIcon()
	return b
}

// show brings the foot up to date with the board.
func (f *foot) show(d *Desk) {
	undo, canUndo := d.session.History.Undo()
	redo, canRedo := d.session.History.Redo()
	first, second := label(d.words, "undo", undo, canUndo), label(d.words, "redo", redo, canRedo)
	if wide := f.object.Size().Width; wide > 0 && f.takes(first, second) > wide {
		first, second = d.words.T("undo"), d.words.T("redo")
	}
	offer(f.undo, first, canUndo)
	offer(f.redo, second, canRedo)
	f.toast.keep(undo.Seq)
	f.showLock(d)
	if label := d.words.T("parked.button", len(d.session.Board.Parked())); f.parked.Text != label {
		f.parked.SetText(label)
	}
}

// showLock says whether the controls are locked, and offers the other.
func (f *foot) showLock(d *Desk) {
	label := d.words.T("lock.now")
	if d.locked() {
		label = d.words.T("lock.locked")
	}
	hidden := !d.session.Board.Lock().Set()
	if f.lock.Text == label && f.lock.Hidden == hidden {
		return
	}
	f.lock.Hidden = hidden
	f.lock.SetText(label)
	f.object.Refresh()
}

// takes is how wide the foot is with these words on its buttons, and none said.
func (f *foot) takes(undo, redo string) float32 {
	wide := f.ways.MinSize().Width + f.seldom.MinSize().Width + f.keyboard.MinSize().Width + 2*footSide + 6*kit.Unit
	long := func(text string) float32 {
		return fyne.MeasureText(text, kit.Size(kit.SizeText), fyne.TextStyle{Bold: true}).Width
	}
	wide += long(undo) - long(f.undo.Text) + long(redo) - long(f.redo.Text)
	return wide
}

// label names what would be taken back.
func label(w *words.Words, key string, edit model.Edit, can bool) string {
	if !can {
		return w.T(key)
	}
	return w.T(key+".what", w.T("edit."+edit.Label))
}

// offer puts a label on a button, and the button into use or out of it.
func offer(button *widget.Button, label string, can bool) {
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
	f.tell("", text, model.Edit{})
}

// tell says for a while what was done to something, and offers to take it back.
func (f *foot) tell(of, text string, back model.Edit) {
	f.count++
	mine := f.count
	f.toast.of, f.toast.back = of, back
	f.put(text, kit.ColorInk)
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
	f.toast.of, f.toast.back = "", model.Edit{}
	f.put(text, kit.ColorAlarm)
}

// put shows a sentence, in the place of the buttons where it does not fit beside
// them.
func (f *foot) put(text string, color fyne.ThemeColorName) {
	f.toast.show(text, color)
	room := f.object.Size().Width - f.ways.MinSize().Width - f.seldom.MinSize().Width - f.keyboard.MinSize().Width - 2*footSide - 2*kit.Unit
	f.seldom.Hidden = !f.toast.fits(room)
	f.object.Refresh()
}
