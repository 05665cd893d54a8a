package board

import (
	"fyne.io/fyne/v2"

	"racedesk/ui/kit"
)

// openGap keeps a gap at a slot of a lane for a carried card, or closes it with -1.
// A lane that is full stays as it is, and has a slit there instead.
func (d *deck) openGap(slot, band int) {
	gap, slit := slot, -1
	if slot >= 0 && !d.fits(band) {
		gap, slit = -1, slot
	}
	moves := d.gap != gap || gap >= 0 && d.gapBand != band
	if !moves && d.slit == slit && d.gapBand == band {
		return
	}
	d.gap, d.slit, d.gapBand = gap, slit, band
	if moves {
		d.arrange(true)
	} else {
		d.dig()
	}
}

// closeGap forgets the gap, until the cards are laid out.
func (d *deck) closeGap() { d.gap, d.slit = -1, -1 }

// fits says whether a lane has room for one more card.
func (d *deck) fits(band int) bool {
	if band >= len(d.tops) {
		return true
	}
	cells := d.bands(d.awayAt)[band].Cells
	return cells == 0 || d.tops[band]+d.grid.rows(cells+1) <= d.end(band)
}

// end is where a lane ends.
func (d *deck) end(band int) float32 {
	if band+1 < len(d.tops) {
		return d.tops[band+1] - bandHead
	}
	return d.grid.Foot
}

// dig shows the gap, or the slit.
func (d *deck) dig() {
	const narrow = 6
	d.hole.FillColor = kit.Color(kit.ColorGap)
	d.hole.StrokeColor, d.hole.StrokeWidth = kit.Edge()
	d.hole.Hidden = d.gap < 0 && d.slit < 0
	switch {
	case d.gap >= 0:
		d.hole.Move(d.cell(min(d.gap, d.slots()-1)))
		d.hole.Resize(d.grid.Cell)
		if d.gapBand < len(d.tops) { // an empty lane is lower than a card
			d.hole.Resize(fyne.NewSize(d.grid.Cell.Width, min(d.grid.Cell.Height, d.end(d.gapBand)-d.tops[d.gapBand]-d.grid.Gap)))
		}
	case d.slit >= 0:
		d.hole.FillColor = kit.Color(kit.ColorInk)
		at := d.slit - d.grid.first(d.gapBand)
		x := -(d.grid.Gap + narrow) / 2
		if at > 0 && at == d.grid.cells(d.gapBand, 0) {
			at, x = at-1, d.grid.Cell.Width-x-narrow
		}
		d.hole.Move(d.grid.in(d.gapBand, at).AddXY(x, shadeRoom))
		d.hole.Resize(fyne.NewSize(narrow, d.grid.Cell.Height))
	}
	d.hole.Refresh()
}
