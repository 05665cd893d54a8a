package kit_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"racedesk/ui/kit"
)

// The keys of the whole window reach it while somebody writes, and Escape ends the
// writing.
func TestAnEntryLeavesTheWindowItsKeys(t *testing.T) {
	line, area := kit.NewEntry(), kit.NewArea(3)
	window := test.NewTempWindow(t, line)
	var typed []fyne.KeyName
	window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { typed = append(typed, e.Name) })
	for _, e := range []*kit.Entry{line, area} {
		window.SetContent(e)
		typed = nil
		window.Canvas().Focus(e)
		test.Type(e, "ab")
		everywhere := []fyne.KeyName{fyne.KeyF1, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12}
		for _, key := range append(everywhere, fyne.KeyBackspace) {
			e.TypedKey(&fyne.KeyEvent{Name: key})
		}
		if e.Text != "a" || !slices.Equal(typed, everywhere) || window.Canvas().Focused() != e {
			t.Errorf("%q, and the window has heard %v", e.Text, typed)
		}
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if len(typed) != len(everywhere)+1 || window.Canvas().Focused() != nil {
			t.Errorf("after Escape the window has heard %v, focus on %v", typed, window.Canvas().Focused())
		}
	}
}

// Ctrl+Home and Ctrl+End go to the ends of a whole text, of several lines too, and with Shift
// choose all on the way.
func TestTheEndsOfAText(t *testing.T) {
	for text, e := range map[string]*kit.Entry{"one two": kit.NewEntry(), "one\ntwo\nthree four": kit.NewArea(3)} {
		window := test.NewTempWindow(t, e)
		window.Resize(fyne.NewSize(300, 200))
		window.Canvas().Focus(e)
		e.SetText(text)
		press := func(key fyne.KeyName, with fyne.KeyModifier) {
			e.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | with})
		}
		press(fyne.KeyEnd, 0)
		test.Type(e, "<")
		press(fyne.KeyHome, 0)
		test.Type(e, ">")
		if e.Text != ">"+text+"<" {
			t.Errorf("%q became %q", text, e.Text)
		}
		e.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		press(fyne.KeyEnd, fyne.KeyModifierShift)
		if got := e.SelectedText(); got != text+"<" {
			t.Errorf("chosen is %q", got)
		}
	}
}

// A window hears on which entry somebody writes, and how it came to it.
func TestAnEntryTellsItsWindow(t *testing.T) {
	line := kit.NewEntry()
	var told []bool
	window := test.NewTempWindow(t, kit.NewFrame(container.NewVBox(line), func(e *kit.Entry, tapped bool) {
		if e == line {
			told = append(told, tapped)
		}
	}))
	window.Canvas().Focus(line)
	line.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	if !slices.Equal(told, []bool{false, true}) {
		t.Errorf("told %v", told)
	}
}

// While something else writes on it, an entry looks as if it had the keys.
func TestAHeldEntryKeepsItsLook(t *testing.T) {
	line := kit.NewEntry()
	window := test.NewTempWindow(t, line)
	window.Canvas().Focus(line)
	written := test.RenderObjectToMarkup(line)
	line.Hold()
	window.Canvas().Unfocus()
	if got := test.RenderObjectToMarkup(line); got != written {
		t.Errorf("held, it looks otherwise:\n%s", got)
	}
	line.Free(false)
	if got := test.RenderObjectToMarkup(line); got == written {
		t.Error("let go of, it still looks written on")
	}
}

// What is written on has a ring, as all that has the keys, also while others have them to
// write on it.
func TestAnEntryIsRingedWhileWrittenOn(t *testing.T) {
	for name, e := range map[string]*kit.Entry{"line": kit.NewEntry(), "area": kit.NewArea(2)} {
		window := test.NewTempWindow(t, e)
		bare := len(test.WidgetRenderer(e).Objects())
		ringed := func() bool { return len(test.WidgetRenderer(e).Objects()) == bare+1 }
		window.Canvas().Focus(e)
		if !ringed() {
			t.Errorf("%s: no ring", name)
		}
		e.Hold()
		window.Canvas().Unfocus()
		if !ringed() {
			t.Errorf("%s: held, it has no ring", name)
		}
		e.Free(false)
		if ringed() {
			t.Errorf("%s: the ring stays", name)
		}
	}
}
