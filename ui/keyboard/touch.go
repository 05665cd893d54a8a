package keyboard

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ desktop.Mouseable = (*Keyboard)(nil)
	_ fyne.Draggable    = (*Keyboard)(nil)
	_ fyne.Tappable     = (*Keyboard)(nil)
	_ fyne.Focusable    = (*Keyboard)(nil)
	_ fyne.Shortcutable = (*Keyboard)(nil)
	_ fyne.Disableable  = (*Keyboard)(nil)
)

// What the toolkit tells of the first finger, and of a real keyboard meanwhile. It
// takes the keys from what is not touched after MouseDown and after MouseUp, and ends
// with Tapped or DragEnd.

// MouseDown implements desktop.Mouseable.
func (k *Keyboard) MouseDown(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	k.takes = true
	if k.target != nil {
		k.target.Hold()
	}
	k.focus(k)
	k.Press(mouse, e.Position)
}

// MouseUp implements desktop.Mouseable.
func (k *Keyboard) MouseUp(e *desktop.MouseEvent) { k.Release(mouse, e.Position) }

// Dragged implements fyne.Draggable: a finger may tremble on its key.
func (k *Keyboard) Dragged(*fyne.DragEvent) {}

// DragEnd implements fyne.Draggable. It comes in any case, where MouseUp may not.
func (k *Keyboard) DragEnd() {
	k.Release(mouse, fyne.NewPos(-1, -1))
	k.giveBack()
}

// Tapped implements fyne.Tappable.
func (k *Keyboard) Tapped(*fyne.PointEvent) { k.giveBack() }

// giveBack gives the keys back to the entry that is written on.
func (k *Keyboard) giveBack() {
	k.takes = false
	if k.target != nil {
		k.target.Free(true) // nobody left it
		k.focus(k.target)
	}
}

// focus gives the keys to something in the window.
func (k *Keyboard) focus(to fyne.Focusable) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(k); canvas != nil && k.target != nil {
		canvas.Focus(to)
	}
}

// FocusGained implements fyne.Focusable.
func (k *Keyboard) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (k *Keyboard) FocusLost() {
	if k.target != nil {
		k.target.Free(false)
	}
}

// TypedKey implements fyne.Focusable.
func (k *Keyboard) TypedKey(e *fyne.KeyEvent) {
	if k.target != nil {
		k.target.TypedKey(e)
	}
}

// TypedRune implements fyne.Focusable.
func (k *Keyboard) TypedRune(r rune) {
	if k.target != nil {
		k.target.TypedRune(r)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (k *Keyboard) TypedShortcut(s fyne.Shortcut) {
	if k.target != nil {
		k.target.TypedShortcut(s)
	}
}

// Disabled implements fyne.Disableable: with no finger on it, the keyboard is not
// given the keys, by Tab for one.
func (k *Keyboard) Disabled() bool { return !k.takes }

// Disable implements fyne.Disableable.
func (k *Keyboard) Disable() {}

// Enable implements fyne.Disableable.
func (k *Keyboard) Enable() {}
