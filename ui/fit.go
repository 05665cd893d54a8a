package ui

import (
	"os"
	"strconv"

	"fyne.io/fyne/v2"
)

// The board is drawn for a screen of this height; a much larger one is seen from
// farther away, so everything grows with it.
const (
	drawnFor   float32 = 1080
	growBeyond float32 = 1.25
	scaleKey           = "FYNE_SCALE"
)

// fit grows everything where the window is much higher than what it was drawn
// for. A scale that the user asked for stays.
func (d *Desk) fit() {
	canvas := d.window.Canvas()
	if !d.shown || d.fitted || os.Getenv(scaleKey) != "" {
		return
	}
	share := float32(int(canvas.Size().Height/drawnFor*10)) / 10 // the toolkit rounds to tenths
	if share < growBeyond {
		return
	}
	d.fitted = true
	size := canvas.Size()
	if os.Setenv(scaleKey, strconv.FormatFloat(float64(share), 'f', 1, 32)) == nil {
		d.app.Settings().SetTheme(d.look)
		d.window.Resize(fyne.NewSize(size.Width/share, size.Height/share))
	}
}
