package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"racedesk/model"
	"racedesk/ui/form"
)

// shortcuts binds the keys. What a field or a button has the keys for, it gets
// first.
func (d *Desk) shortcuts() {
	canvas := d.window.Canvas()
	on := func(s fyne.Shortcut, f func()) {
		canvas.AddShortcut(s, func(fyne.Shortcut) {
			if d.session != nil {
				f()
			}
		})
	}
	bind := func(key fyne.KeyName, mod fyne.KeyModifier, f func()) {
		on(&desktop.CustomShortcut{KeyName: key, Modifier: mod}, f)
	}
	const ctrl = fyne.KeyModifierShortcutDefault
	on(&fyne.ShortcutUndo{}, d.undo) // the toolkit has names of its own for these
	on(&fyne.ShortcutRedo{}, d.redo)
	on(&fyne.ShortcutSelectAll{}, func() { d.view.SelectColumn() })
	on(&fyne.ShortcutPaste{}, func() { d.pastePictures() })
	bind(fyne.KeyZ, ctrl|fyne.KeyModifierShift, d.redo)
	for i, key := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3} {
		bind(key, ctrl, func() { d.view.Focus(model.Stages[i]) })
	}
	bind(fyne.KeyN, ctrl, func() { d.view.Focus(model.Problem) })
	bind(fyne.KeyF, ctrl, func() { canvas.Focus(d.bar.search) })
	bind(fyne.KeyE, ctrl, d.guard(d.export))
	bind(fyne.KeyQ, ctrl, d.guard(d.quit))
	for _, key := range []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyReturn, fyne.KeyEnter} {
		bind(key, ctrl, func() { d.view.Shift(key) })
	}
	canvas.SetOnTypedKey(d.typed)
}

// typed does what a key means that nothing else wants.
func (d *Desk) typed(e *fyne.KeyEvent) {
	if d.session == nil {
		return
	}
	if d.presenter(e.Name) {
		return
	}
	switch e.Name {
	case fyne.KeyEscape:
		d.escape()
	case fyne.KeyF1:
		d.openHelp()
	case fyne.KeyF11:
		d.guarded(func() { d.window.SetFullScreen(!d.window.FullScreen()) })
	default:
		if act := d.projectorKey(e.Name); act != nil {
			d.guarded(act)
			return
		}
		d.view.Key(e.Name)
	}
}

// projectorKey is what a key asks of the projector, or nil.
func (d *Desk) projectorKey(key fyne.KeyName) func() {
	if key == fyne.KeyF5 {
		return d.keyProjector
	}
	for face, shows := range form.FaceKeys {
		if shows == key {
			return func() { d.face(face) }
		}
	}
	return nil
}

// typedAtProjector does what a key means that came to the room's window. Where the
// controls are locked, that is the presenter's alone: nobody is asked for a PIN before
// the room.
func (d *Desk) typedAtProjector(key fyne.KeyName) {
	if d.session == nil || d.presenter(key) || d.locked() {
		return
	}
	if act := d.projectorKey(key); act != nil {
		act()
	}
}

// escape ends what goes on: a drag, else the panel, which may have come from a sheet,
// else the choice of cards and the writing with the keys on the screen.
func (d *Desk) escape() {
	if d.view.Cancel() {
		return
	}
	if s, held := d.sheet.(interface{ Cancel() bool }); held && s.Cancel() {
		return
	}
	if d.returns != nil {
		d.returns()
		return
	}
	if len(d.side.Objects) == 0 {
		d.view.Select(false)
		d.showKeyboard(false)
	}
	if sheet, open := d.sheet.(*form.Card); open {
		sheet.Done()
		return
	}
	d.closeBack()
}

// openHelp opens the sheet of all keys.
func (d *Desk) openHelp() {
	d.closePanel()
	d.panel(form.NewKeys(d.words, d.closePanel))
}
