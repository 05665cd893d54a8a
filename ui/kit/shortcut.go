package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Readable is how many bytes of text an entry takes without holding up the whole
// desk: what it lays out grows with the square of them.
const Readable = 8000

// ends are the keys that go to the beginning and the end of a whole text, for those that
// people press with Ctrl for it: the toolkit has no such shortcuts.
var ends = map[fyne.KeyName]fyne.KeyName{fyne.KeyHome: fyne.KeyPageUp, fyne.KeyEnd: fyne.KeyPageDown}

// TypedShortcut implements fyne.Shortcutable. The window gets what a field has no use
// for: its own shortcuts, and undo and redo where nothing typed here is left to take
// back.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	before := e.Text
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		e.paste(s)
		return
	case *desktop.CustomShortcut:
		if len(s.KeyName) == 1 { // a letter or a digit
			e.leave(s)
			return
		}
		if to, is := ends[s.KeyName]; is && s.Modifier&^fyne.KeyModifierShift == fyne.KeyModifierShortcutDefault {
			e.TypedKey(&fyne.KeyEvent{Name: to})
			return
		}
	}
	e.Entry.TypedShortcut(s)
	switch s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		if e.Text == before {
			e.leave(s)
		}
	}
}

// leave leaves a shortcut to the window.
func (e *Entry) leave(s fyne.Shortcut) {
	if window, ok := fyne.CurrentApp().Driver().CanvasForObject(e).(fyne.Shortcutable); ok {
		window.TypedShortcut(s)
	}
}

// paste takes what is pasted, unless OnPaste takes it; of what is much too long for an
// entry its beginning. What is no text, the window gets.
func (e *Entry) paste(s *fyne.ShortcutPaste) {
	if s.Clipboard != nil {
		text := s.Clipboard.Content()
		switch {
		case e.OnPaste != nil && e.OnPaste(text):
			return
		case text == "":
			e.leave(s)
			return
		case len(text) > Readable:
			s = &fyne.ShortcutPaste{Clipboard: scrap(strings.ToValidUTF8(text[:Readable], ""))}
		}
	}
	e.Entry.TypedShortcut(s)
}

// A scrap is a clipboard with a text.
type scrap string

func (s scrap) Content() string { return string(s) }

func (s scrap) SetContent(string) {}
