package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
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
		for _, key := range []fyne.KeyName{fyne.KeyBackspace, fyne.KeyF1, fyne.KeyF5, fyne.KeyF11} {
			e.TypedKey(&fyne.KeyEvent{Name: key})
		}
		if e.Text != "a" || len(typed) != 3 || window.Canvas().Focused() != e {
			t.Errorf("%q, and the window has heard %v", e.Text, typed)
		}
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if len(typed) != 4 || window.Canvas().Focused() != nil {
			t.Errorf("after Escape the window has heard %v, focus on %v", typed, window.Canvas().Focused())
		}
	}
}
