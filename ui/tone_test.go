package ui_test

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"racedesk/ui"
	"racedesk/ui/kit"
)

// grounds are what text stands on, each with the inks that are used there. A ground
// of several colours is painted in that order.
var grounds = []struct {
	inks   []fyne.ThemeColorName
	ground []fyne.ThemeColorName
}{
	{hues(kit.ColorInk, kit.ColorQuiet, kit.ColorAlarm, kit.ColorWarn, kit.ColorOver, theme.ColorNameForeground), hues(kit.ColorTable)},
	{hues(kit.ColorInk, kit.ColorQuiet, kit.ColorAlarm, kit.ColorWarn, kit.ColorOver, theme.ColorNameForeground), hues(kit.ColorPaper)},
	{hues(kit.ColorInk), hues(kit.ColorTarget)},              // what a drop would do
	{hues(kit.ColorInk, kit.ColorQuiet), hues(kit.ColorHit)}, // words that were searched for
	{hues(kit.ColorInk), hues(kit.ColorGap)},                 // keys on the screen
	{hues(kit.ColorPaper), hues(kit.ColorInk)},               // pressed keys, chips that are on
	{hues(theme.ColorNameForeground), hues(theme.ColorNameBackground)},
	{hues(theme.ColorNameForeground), hues(kit.ColorTable, theme.ColorNameButton)},
	{hues(theme.ColorNameForeground), hues(kit.ColorTable, theme.ColorNameButton, theme.ColorNameHover)},
	{hues(theme.ColorNameForeground), hues(kit.ColorTable, theme.ColorNameButton, theme.ColorNameFocus)},
	{hues(theme.ColorNameForeground), hues(kit.ColorPaper, theme.ColorNameButton)},
	{hues(theme.ColorNameForeground), hues(kit.ColorPaper, theme.ColorNameButton, theme.ColorNameHover)},
	{hues(theme.ColorNameForeground), hues(kit.ColorPaper, theme.ColorNameButton, theme.ColorNameFocus)},
	{hues(theme.ColorNameForeground, theme.ColorNamePlaceHolder), hues(theme.ColorNameInputBackground)},
	{hues(theme.ColorNameForeground), hues(theme.ColorNameInputBackground, theme.ColorNameSelection)},
	{hues(theme.ColorNameForeground), hues(theme.ColorNameMenuBackground, theme.ColorNameFocus)},
	{hues(theme.ColorNameForeground), hues(theme.ColorNameOverlayBackground)},
	{hues(theme.ColorNameForeground), hues(theme.ColorNameHeaderBackground)},
	{hues(theme.ColorNameForegroundOnPrimary), hues(theme.ColorNamePrimary)},
	{hues(theme.ColorNameForegroundOnError), hues(theme.ColorNameError)},
}

func hues(n ...fyne.ThemeColorName) []fyne.ThemeColorName { return n }

// All that is read has the contrast that its tone promises, 4.5:1 or 7:1. What is out
// of use is not meant to be read, but in the tone for those who need contrast.
func TestContrast(t *testing.T) {
	least := map[string]float64{"light": 4.5, "dark": 4.5, "contrast": 7}
	for _, tone := range ui.Tones() {
		pairs := grounds
		if tone == "contrast" {
			pairs = append(pairs, grounds[0])
			pairs[len(pairs)-1].inks = hues(theme.ColorNameDisabled)
		}
		look := ui.Look(tone)
		for _, p := range pairs {
			for _, ink := range p.inks {
				if got := contrast(painted(look, p.ground), painted(look, hues(ink))); got < least[tone] {
					t.Errorf("%s: %s on %s has %.2f:1, want %v:1", tone, ink, p.ground, got, least[tone])
				}
			}
		}
	}
}

// The board has no ground of its own: the window is cleared to the table, by a toolkit that
// divides a colour's 16 bits by 255².
func TestTheWindowIsClearedToTheTable(t *testing.T) {
	for _, tone := range ui.Tones() {
		shown := func(n fyne.ThemeColorName, by float64) (rgb [3]int) {
			r, g, b, _ := ui.Look(tone).Color(n, theme.VariantLight).RGBA()
			for i, c := range []uint32{r, g, b} {
				rgb[i] = int(math.Round(float64(c) / by * 255))
			}
			return rgb
		}
		if got, want := shown(theme.ColorNameBackground, 255*255), shown(kit.ColorTable, math.MaxUint16); got != want {
			t.Errorf("%s: cleared to %v, want %v", tone, got, want)
		}
	}
}

// What is told by a colour or a line alone is seen against what it lies on: 3:1 in
// the tone for those who need contrast.
func TestMarksAreSeen(t *testing.T) {
	look := ui.Look("contrast")
	marks := hues(kit.ColorEdge, kit.ColorRing, kit.ColorLine, theme.ColorNameInputBorder, theme.ColorNameScrollBar)
	for style := range kit.Styles {
		marks = append(marks, kit.GroupColor(style))
	}
	for _, mark := range marks {
		if got := contrast(painted(look, hues(kit.ColorPaper)), painted(look, hues(mark))); got < 3 {
			t.Errorf("%s has %.2f:1, want 3:1", mark, got)
		}
	}
}

// Overtime is blue where warning and danger are yellow and red, which most colour-blind
// eyes tell apart.
func TestOvertimeHasAColourOfItsOwn(t *testing.T) {
	for _, tone := range ui.Tones() {
		look := ui.Look(tone)
		bluer := func(name fyne.ThemeColorName) float64 {
			c := painted(look, hues(name))
			return c[2] - c[0]
		}
		if bluer(kit.ColorOver) < 0.3 || bluer(kit.ColorWarn) > -0.3 || bluer(kit.ColorAlarm) > -0.3 {
			t.Errorf("%s: overtime %.2f, warning %.2f, danger %.2f more blue than red", tone, bluer(kit.ColorOver), bluer(kit.ColorWarn), bluer(kit.ColorAlarm))
		}
	}
}

// painted is what comes of colours painted over each other.
func painted(look fyne.Theme, colors []fyne.ThemeColorName) (rgb [3]float64) {
	for _, name := range colors {
		c := color.NRGBAModel.Convert(look.Color(name, theme.VariantLight)).(color.NRGBA)
		over := float64(c.A) / 255
		for i, part := range []uint8{c.R, c.G, c.B} {
			rgb[i] += (float64(part)/255 - rgb[i]) * over
		}
	}
	return rgb
}

// contrast is the ratio of two colours' luminance, as WCAG 2 reckons it.
func contrast(a, b [3]float64) float64 {
	light, dark := luminance(a), luminance(b)
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

func luminance(rgb [3]float64) (l float64) {
	for i, share := range []float64{0.2126, 0.7152, 0.0722} {
		part := rgb[i]
		if part <= 0.04045 {
			l += share * part / 12.92
			continue
		}
		l += share * math.Pow((part+0.055)/1.055, 2.4)
	}
	return l
}

// The tone is chosen by going round, and kept.
func TestTones(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	for _, tone := range []string{"light", "dark", "contrast"} {
		s.press(s.words.T("tone." + tone))
	}
	s.says(s.words.T("tone.light"))
	app := fyne.CurrentApp()
	for key, want := range map[string]string{"contrast": "contrast", "dark": "dark", "": "light", "pink": "light"} {
		app.Preferences().SetString("tone", key)
		if got := again(t, s, app); got != want {
			t.Errorf("with %q kept, the next desk is %s", key, got)
		}
	}
	app.Preferences().SetString("tone", "")
	app.Preferences().SetBool("dark", true) // of an earlier version
	if got := again(t, s, app); got != "dark" {
		t.Errorf("what an earlier version kept makes it %s", got)
	}
}

// again opens another desk with the same preferences, and returns its tone.
func again(t *testing.T, s *seat, app fyne.App) string {
	t.Helper()
	_ = ui.Run(app, ui.Options{Locale: "en", DataDir: t.TempDir(), Shelf: s.shelf, OnMain: s.crank.onMain, Size: fyne.NewSize(1200, 700)})
	windows := app.Driver().AllWindows()
	s.window = windows[len(windows)-1]
	for _, tone := range ui.Tones() {
		if s.button(s.words.T("tone."+tone)) != nil {
			return tone
		}
	}
	return ""
}
