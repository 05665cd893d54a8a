package kit_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"racedesk/ui/kit"
)

// A stop is something that the keys come to.
type stop interface {
	fyne.CanvasObject
	fyne.Focusable
	fyne.Tappable
}

// Whatever is pressed has the keys by Tab, shows it, is pressed by Space and Return as by a
// tap, keeps the keys then, and leaves the window all others.
func TestWhatIsPressedIsReachedByTheKeys(t *testing.T) {
	pressed := 0
	press := func() { pressed++ }
	for name, s := range map[string]stop{
		"button": kit.NewButton("Go", press),
		"icon":   kit.NewButtonWithIcon("", theme.ContentAddIcon(), press),
		"sign":   kit.NewSign(theme.CancelIcon(), "Away", press),
	} {
		window := test.NewTempWindow(t, container.NewVBox(s))
		var typed []fyne.KeyName
		window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { typed = append(typed, e.Name) })
		pressed = 0
		plain := test.RenderObjectToMarkup(s)
		window.Canvas().FocusNext()
		if window.Canvas().Focused() != fyne.Focusable(s) || test.RenderObjectToMarkup(s) == plain {
			t.Errorf("%s: the keys are on %v, and it looks\n%s", name, window.Canvas().Focused(), test.RenderObjectToMarkup(s))
		}
		for _, key := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF6, fyne.KeyUp} {
			s.TypedKey(&fyne.KeyEvent{Name: key})
		}
		if pressed != 3 || !slices.Equal(typed, []fyne.KeyName{fyne.KeyF6, fyne.KeyUp}) || window.Canvas().Focused() != fyne.Focusable(s) {
			t.Errorf("%s: pressed %d times, the window has heard %v, the keys are on %v", name, pressed, typed, window.Canvas().Focused())
		}
		s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if !slices.Contains(typed, fyne.KeyEscape) || window.Canvas().Focused() != nil || test.RenderObjectToMarkup(s) != plain {
			t.Errorf("%s: after Escape the window has heard %v, the keys are on %v", name, typed, window.Canvas().Focused())
		}
		if test.Tap(s); pressed != 4 || window.Canvas().Focused() != nil {
			t.Errorf("%s: tapped, it was pressed %d times, and took the keys: %v", name, pressed, window.Canvas().Focused())
		}
	}
}
