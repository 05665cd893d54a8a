package kit_test

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/ui/kit"
)

func TestPhoto(t *testing.T) {
	taps := 0
	f := kit.NewPhoto(fyne.NewSize(80, 60), func() { taps++ })
	window := test.NewTempWindow(t, f)
	window.Resize(fyne.NewSize(100, 100))
	f.Fill(nil)
	if f.Filled() || f.MinSize() != fyne.NewSize(80, 60) {
		t.Errorf("filled: %t, %v", f.Filled(), f.MinSize())
	}
	f.Fill(image.NewRGBA(image.Rect(0, 0, 8, 6)))
	test.Tap(f)
	test.Tap(kit.NewPhoto(fyne.NewSize(1, 1), nil)) // for looking only
	if !f.Filled() || taps != 1 {
		t.Errorf("filled: %t, %d taps", f.Filled(), taps)
	}
}
