package kit_test

import (
	"image/color"
	"os"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/ui/kit"
)

const size = 16

var plain = fyne.TextStyle{}

func TestMain(m *testing.M) {
	test.NewApp().Settings().SetTheme(house{test.Theme()}) // text is measured by the driver
	os.Exit(m.Run())
}

func wide(s string) float32 { return fyne.MeasureText(s, size, plain).Width }

// house is a theme that has what the kit asks for.
type house struct{ fyne.Theme }

// Color implements fyne.Theme: how things look is no matter here.
func (house) Color(fyne.ThemeColorName, fyne.ThemeVariant) color.Color { return color.Black }

// Size implements fyne.Theme.
func (house) Size(name fyne.ThemeSizeName) float32 {
	if slices.Contains([]fyne.ThemeSizeName{kit.SizeNote, kit.SizeText, kit.SizeTitle, kit.SizeColumn, kit.SizeFigure}, name) {
		return size
	}
	return test.Theme().Size(name)
}
