package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Readable is how many bytes of text an entry takes without holding up the whole
// desk: what it lays out grows with the square of them.
const Readable = 8000

// TypedShortcut implements fyne.Shortcutable. Of a paste that is much too long for an
// entry it takes the beginning, unless OnPaste takes it all. What is no text, it leaves
// to the window.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if paste, ok := s.(*fyne.ShortcutPaste); ok && paste.Clipboard != nil {
		text := paste.Clipboard.Content()
		window, has := fyne.CurrentApp().Driver().CanvasForObject(e).(fyne.Shortcutable)
		switch {
		case e.OnPaste != nil && e.OnPaste(text):
			return
		case text == "" && has:
			window.TypedShortcut(s)
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
