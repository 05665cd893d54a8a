package ui

import (
	"os"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"racedesk/ui/kit"
)

// The board is drawn for a screen of this height; a much larger one is seen from
// farther away, so everything grows with it.
const (
	drawnFor   float32 = 1080
	growBeyond float32 = 1.25
	scaleKey           = "FYNE_SCALE"
)

// boardLeast is what the board needs, margins included.
var boardLeast = fyne.NewSize(770, 420)

// A scale is how large everything is drawn.
type scale struct {
	asked bool    // the user asked for a scale when the program was started
	base  float32 // what the screen wants, or the user asked for
	now   float32
}

// size is one that people choose: how near they stand.
type size struct {
	name string
	grow float32
}

// steps are the sizes to choose from. The first is the usual.
var steps = []size{{"normal", 1}, {"large", 1.3}, {"wall", 1.6}}

// newScale begins with what the user asked for.
func newScale() scale {
	asked, err := strconv.ParseFloat(os.Getenv(scaleKey), 32)
	if err != nil || asked <= 0 {
		return scale{base: 1, now: 1}
	}
	return scale{asked: true, base: float32(asked), now: float32(asked)}
}

// want returns the scale for a window of this size, in units at scale 1, that
// needs at least that much: the screen's own, grown as was chosen, and never so
// large that the window outgrows itself.
func (s *scale) want(window, least fyne.Size, grow float32) float32 {
	if share := tenths(window.Height / drawnFor); !s.asked && s.base == 1 && share >= growBeyond {
		s.base = share
	}
	if grow == 1 {
		return s.base
	}
	most := min(window.Width/least.Width, window.Height/least.Height)
	return max(s.base, min(tenths(s.base*grow+0.05), tenths(most)))
}

// tenths cuts a scale as the toolkit rounds it.
func tenths(share float32) float32 { return float32(int(share*10)) / 10 }

// fit draws everything as large as the screen and the choice of size want it.
func (d *Desk) fit() {
	if !d.shown {
		return
	}
	units := d.window.Canvas().Size()
	to := d.wanted(d.size())
	if to == d.scale.now || os.Setenv(scaleKey, strconv.FormatFloat(float64(to), 'f', 1, 32)) != nil {
		return
	}
	share := to / d.scale.now
	d.scale.now = to
	d.app.Settings().SetTheme(d.look)
	d.window.Resize(fyne.NewSize(units.Width/share, units.Height/share))
}

// wanted is the scale that a size comes to in the window as it is.
func (d *Desk) wanted(s size) float32 {
	units := d.window.Canvas().Size()
	return d.scale.want(fyne.NewSize(units.Width*d.scale.now, units.Height*d.scale.now), d.least(), s.grow)
}

// least is what the desk needs. A panel may lie over the board's edge.
func (d *Desk) least() fyne.Size {
	least := fyne.NewSize(boardLeast.Width, boardLeast.Height+barHeight+kit.Touch+footHeight)
	if d.bar != nil {
		least.Width = max(least.Width, d.bar.object.MinSize().Width)
	}
	return least
}

// size is the one that was chosen.
func (d *Desk) size() size {
	name := d.app.Preferences().String(prefSize)
	for _, s := range steps {
		if s.name == name {
			return s
		}
	}
	return steps[0]
}

// toggleSize chooses the next size. One that the window has no room for is passed over, and
// that is said: the control tells the size that is seen.
func (d *Desk) toggleSize() {
	now := d.size()
	next := steps[(slices.Index(steps, now)+1)%len(steps)]
	small := next.grow > now.grow && d.wanted(next) <= d.wanted(now)
	if small {
		next = steps[0]
	}
	d.app.Preferences().SetString(prefSize, next.name)
	d.foot.size.SetText(d.words.T("size." + next.name))
	if d.fit(); small {
		d.foot.say(d.words.T("size.most"))
	}
}
