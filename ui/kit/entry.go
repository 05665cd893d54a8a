package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable    = (*Entry)(nil)
	_ desktop.Mouseable = (*Entry)(nil)
)

// Entry is a line or an area to write in. It leaves to the window the keys that
// mean something everywhere: the function keys, and Escape, which ends the writing.
type Entry struct {
	widget.Entry
	Left    func()                 // called when the writing moved elsewhere
	OnPaste func(text string) bool // takes what is pasted, where it says so; may be nil
	held    bool
}

// TypedShortcut implements fyne.Shortcutable.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if paste, ok := s.(*fyne.ShortcutPaste); ok && e.OnPaste != nil && e.OnPaste(paste.Clipboard.Content()) {
		return
	}
	e.Entry.TypedShortcut(s)
}

// NewEntry returns a line to write in.
func NewEntry() *Entry {
	e := &Entry{}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	return e
}

// NewArea returns an area of some rows to write in.
func NewArea(rows int) *Entry {
	e := &Entry{}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	e.SetMinRowsVisible(rows)
	return e
}

// FocusLost implements fyne.Focusable.
func (e *Entry) FocusLost() {
	if e.held {
		return
	}
	e.Entry.FocusLost()
	if e.Left != nil {
		e.Left()
	}
}

// FocusGained implements fyne.Focusable.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	e.tell(false)
}

// Hold keeps the entry looking as if it had the keys, while something else has them
// to write on it, or ends that.
func (e *Entry) Hold(on bool) {
	e.held = on
	e.FocusLost()
}

// MouseDown implements desktop.Mouseable.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	e.Entry.MouseDown(m)
	e.tell(true)
}

// tell tells the window's frame that this is written on.
func (e *Entry) tell(tapped bool) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(e)
	if canvas == nil {
		return
	}
	if frame, ok := canvas.Content().(*Frame); ok {
		frame.written(e, tapped)
	}
}

// TypedKey implements fyne.Focusable.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF5, fyne.KeyF11:
		pass(e, k)
	default:
		e.Entry.TypedKey(k)
	}
}

// pass gives a key to the window; Escape also takes the keys away from where they
// were.
func pass(from fyne.CanvasObject, k *fyne.KeyEvent) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(from)
	if canvas == nil {
		return
	}
	if k.Name == fyne.KeyEscape {
		canvas.Unfocus()
	}
	if typed := canvas.OnTypedKey(); typed != nil {
		typed(k)
	}
}
