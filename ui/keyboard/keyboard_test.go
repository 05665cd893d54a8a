package keyboard_test

import (
	"image/color"
	"os"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"racedesk/ui/keyboard"
	"racedesk/ui/kit"
)

func TestMain(m *testing.M) {
	test.NewApp().Settings().SetTheme(house{test.Theme()})
	os.Exit(m.Run())
}

// house is a theme that has what the kit asks for.
type house struct{ fyne.Theme }

// Color implements fyne.Theme: how things look is no matter here.
func (house) Color(fyne.ThemeColorName, fyne.ThemeVariant) color.Color { return color.Black }

// Size implements fyne.Theme.
func (house) Size(name fyne.ThemeSizeName) float32 {
	if slices.Contains([]fyne.ThemeSizeName{kit.SizeText, kit.SizeTitle}, name) {
		return 16
	}
	return test.Theme().Size(name)
}

// A writer is somebody at a keyboard in a window, with two fields above it.
type writer struct {
	*testing.T
	*keyboard.Keyboard
	window     fyne.Window
	line, area *kit.Entry
	now        time.Time
	spoken     string
	hidden     int
}

func sit(t *testing.T) *writer {
	t.Helper()
	w := &writer{T: t, line: kit.NewEntry(), area: kit.NewArea(2), now: time.Unix(1e9, 0)}
	w.Keyboard = keyboard.New("sv", keyboard.Hooks{
		Spoke: func(lang string) { w.spoken = lang },
		Hide:  func() { w.hidden++ },
	})
	w.SetNow(func() time.Time { return w.now })
	w.window = test.NewTempWindow(t, container.NewBorder(nil, w.Keyboard, nil, nil, container.NewVBox(w.line, w.area)))
	w.window.Resize(fyne.NewSize(1000, 600))
	w.On(w.line)
	return w
}

// spot is where a key is.
func (w *writer) spot(label string) (at fyne.Position) {
	w.Helper()
	w.Spots(func(name string, pos fyne.Position, size fyne.Size) {
		if name == label && at.IsZero() {
			at = pos.AddXY(size.Width/2, size.Height/2)
		}
	})
	if at.IsZero() {
		w.Fatalf("no key %s", label)
	}
	return at
}

// down presses a key as the toolkit tells it: it takes the focus away.
func (w *writer) down(label string) {
	w.Helper()
	w.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: w.spot(label)}, Button: desktop.MouseButtonPrimary})
	w.unfocus()
}

func (w *writer) up(at fyne.Position) {
	w.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	w.unfocus()
	w.Tapped(&fyne.PointEvent{Position: at})
}

// unfocus takes the keys from what is not touched, as the toolkit does.
func (w *writer) unfocus() {
	if canvas := w.window.Canvas(); canvas.Focused() != w.Keyboard {
		canvas.Unfocus()
	}
}

// tap taps keys, a second apart.
func (w *writer) tap(labels ...string) {
	w.Helper()
	for _, label := range labels {
		at := w.spot(label)
		w.down(label)
		w.up(at)
		w.now = w.now.Add(time.Second)
	}
}

func (w *writer) wants(text string) {
	w.Helper()
	if w.Target().Text != text {
		w.Errorf("%q is written, want %q", w.Target().Text, text)
	}
}

func TestWriting(t *testing.T) {
	w := sit(t)
	w.window.Canvas().Focus(w.line)
	w.tap("b", "å", "t", " ", "Shift", "Ö", "?123", "1", "Shift", "½", "éü", "é", "ABC", "Left", "Left", "BackSpace", "Right", "ä")
	w.wants("båt Ö½äé")
	w.down("g")
	w.window.Canvas().Focused().TypedRune('f') // a real keyboard beside it
	w.up(w.spot("g"))
	w.wants("båt Ö½ägfé")
	if w.window.Canvas().Focused() != w.line {
		t.Errorf("the keys are on %v", w.window.Canvas().Focused())
	}
	submitted := ""
	w.line.OnSubmitted = func(text string) { submitted = text }
	if w.tap("Return"); submitted != "båt Ö½ägfé" {
		t.Errorf("Return hands in %q", submitted)
	}
	w.On(w.area)
	w.tap("a", "Return", "b")
	w.wants("a\nb")
	w.area.TypedShortcut(&fyne.ShortcutSelectAll{})
	w.tap("c") // into the selection, as a real key would
	w.wants("c")
	w.window.Canvas().Focused().TypedRune('d')
	w.tap("e")
	w.wants("cde")
}

func TestShift(t *testing.T) {
	w := sit(t)
	w.tap("Shift", "A", "b", "Shift", "Shift", "c")
	w.wants("Abc")
	at := w.spot("Shift") // twice in a moment
	w.down("Shift")
	w.up(at)
	w.down("Shift")
	w.up(at)
	w.now = w.now.Add(time.Second)
	w.tap("D", "E", " ", "F", "Shift", "g")
	w.wants("AbcDE Fg")
}

func TestAHeldKeyRepeats(t *testing.T) {
	w := sit(t)
	w.line.SetText("abcdefgh")
	w.line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	w.down("BackSpace")
	w.wants("abcdefg")
	if got := w.Pressed(); got != "BackSpace" {
		t.Errorf("%q looks pressed", got)
	}
	for _, step := range []struct {
		after time.Duration
		want  string
	}{{400 * time.Millisecond, "abcdefg"}, {60 * time.Millisecond, "abcdef"}, {20 * time.Millisecond, "abcdef"}, {60 * time.Millisecond, "abcde"}} {
		w.now = w.now.Add(step.after)
		w.Beat()
		w.wants(step.want)
	}
	w.DragEnd() // the finger trembled, and left
	w.now = w.now.Add(time.Second)
	w.Beat()
	w.wants("abcde")
	if w.Beating() || w.Pressed() != "" {
		t.Errorf("goes on %v, %q looks pressed", w.Beating(), w.Pressed())
	}
}

// A second finger writes before the first one has left its key.
func TestSeveralFingers(t *testing.T) {
	w := sit(t)
	a, b := w.spot("a"), w.spot("b")
	w.Press(1, a)
	w.Press(2, b)
	if w.Pressed() != "ab" {
		t.Errorf("%q looks pressed", w.Pressed())
	}
	w.Release(1, a)
	w.Release(2, b)
	w.wants("ab")
	w.Press(1, a)
	if w.LetGo(); w.Pressed() != "" {
		t.Errorf("%q still looks pressed", w.Pressed())
	}
}

func TestLanguage(t *testing.T) {
	w := sit(t)
	w.tap("ö", "English")
	if w.spoken != "en" {
		t.Errorf("speaks %q", w.spoken)
	}
	found := false
	w.Spots(func(label string, _ fyne.Position, _ fyne.Size) { found = found || label == "ö" })
	if found {
		t.Error("there is an ö on the English letters")
	}
	w.tap("a", "éü", "ä", "Svenska", "ä")
	w.wants("öaää")
}

// The keyboard goes when its key is let go, not under a finger that is still there,
// and not where the finger thought better of it.
func TestHiding(t *testing.T) {
	w := sit(t)
	w.down("Hide")
	w.up(w.spot("q"))
	if w.hidden != 0 {
		t.Error("hides though the finger went elsewhere")
	}
	if w.tap("Hide"); w.hidden != 1 {
		t.Error("does not hide")
	}
	w.On(nil)
	w.tap("a", "BackSpace") // on nothing
}
