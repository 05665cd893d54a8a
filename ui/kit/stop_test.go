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
		"chip":   kit.NewChip("Filter", func(bool) { press() }),
		"round":  kit.NewRound("+", press),
		"photo":  kit.NewPhoto(fyne.NewSize(80, 60), press),
		"row":    kit.NewRow("A card", "", press),
		"slot":   kit.NewSlot(press, nil),
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

// What is out of use, what is for looking only, and what the keys have another way to do
// are no stops.
func TestTheKeysPassBy(t *testing.T) {
	chip, pressed := kit.NewChip("Taken", func(bool) { t.Error("the chip was pressed") }), 0
	chip.Disable()
	round := kit.NewRound("+", func() { pressed++ }).Unkeyed()
	button := kit.NewButton("Go", nil)
	window := test.NewTempWindow(t, container.NewVBox(chip, kit.NewPhoto(fyne.NewSize(8, 8), nil), round, button))
	for range 3 {
		if window.Canvas().FocusNext(); window.Canvas().Focused() != fyne.Focusable(button) {
			t.Errorf("the keys stop at %v", window.Canvas().Focused())
		}
	}
	test.Tap(chip)
	if test.Tap(round); pressed != 1 {
		t.Errorf("a tap pressed it %d times", pressed)
	}
}

// Where what was pressed is laid anew, the keys stay at its place, and where the keys come
// to something out of sight, it is brought into view.
func TestTheKeysStayAtHandAndInSight(t *testing.T) {
	box := container.NewVBox()
	var lay func()
	lay = func() {
		box.RemoveAll()
		for range 20 {
			box.Add(kit.NewChip("One of many", func(bool) { lay() }))
		}
	}
	lay()
	roll := kit.NewRoll(box)
	window := test.NewTempWindow(t, kit.NewFrame(roll, func(*kit.Entry, bool) {}))
	window.Resize(fyne.NewSize(200, 300))
	for range 15 {
		window.Canvas().FocusNext()
	}
	if roll.Offset() == 0 {
		t.Error("what the keys are on is out of sight")
	}
	window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if at := slices.Index(kit.Stops(box), window.Canvas().Focused()); at != 14 {
		t.Errorf("the keys are on the stop %d", at)
	}
	box.RemoveAll()
	if window.Content().(*kit.Frame).Settle(window.Canvas()); window.Canvas().Focused() != nil {
		t.Errorf("the keys are on %v", window.Canvas().Focused())
	}
}

// What is not to be seen any more is not pressed.
func TestWhatIsHiddenIsNotPressed(t *testing.T) {
	box := container.NewVBox(kit.NewButton("Close", func() { t.Error("it was pressed") }))
	window := test.NewTempWindow(t, box)
	window.Canvas().FocusNext()
	box.Hide()
	window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if window.Canvas().Focused() != nil {
		t.Error("it still has the keys")
	}
}
