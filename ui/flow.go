package ui

import (
	"fyne.io/fyne/v2"

	"racedesk/ui/kit"
)

// flow lays out chips in a line. Those that have no room are left out, the last
// first, and a chip at the end says how many; opened, all stand on as many lines as
// they need. It never makes the window wider.
type flow struct {
	more *kit.Chip // the last of the objects
	word func(left int) string
	keep func(fyne.CanvasObject) bool // is left out last
	open bool
	wide float32 // as it was laid out
}

// Layout implements fyne.Layout.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.wide = size.Width
	chips := objects[:len(objects)-1]
	out := f.leftOut(chips, size.Width)
	f.more.Set(f.word(len(out)), f.open)
	if f.more.Hidden = len(out) == 0 && !f.folds(chips); !f.more.Hidden {
		chips = objects
	}
	at := fyne.Position{}
	for _, o := range chips {
		o.(*kit.Chip).Hidden = out[o]
		if wide := o.MinSize(); !out[o] {
			if at.X > 0 && at.X+wide.Width > size.Width && f.open {
				at = fyne.NewPos(0, at.Y+kit.Touch)
			}
			o.Move(at)
			o.Resize(wide)
			at.X += wide.Width + kit.Unit
		}
	}
}

// leftOut are the chips that have no room beside the one that says how many.
func (f *flow) leftOut(chips []fyne.CanvasObject, wide float32) map[fyne.CanvasObject]bool {
	out := map[fyne.CanvasObject]bool{}
	need := line(chips)
	if f.open || need <= wide {
		return out
	}
	for _, spare := range []bool{true, false} {
		for i := len(chips) - 1; i >= 0; i-- {
			f.more.Set(f.word(len(out)+1), f.open)
			if need+kit.Unit+f.more.MinSize().Width <= wide {
				return out
			}
			if o := chips[i]; spare != f.keep(o) && !out[o] {
				out[o] = true
				need -= o.MinSize().Width + kit.Unit
			}
		}
	}
	return out
}

// folds says whether the chips take more lines than one.
func (f *flow) folds(chips []fyne.CanvasObject) bool { return f.open && line(chips) > f.wide }

// line is how wide chips are in one line.
func line(chips []fyne.CanvasObject) float32 {
	wide := -kit.Unit
	for _, o := range chips {
		wide += o.MinSize().Width + kit.Unit
	}
	return wide
}

// MinSize implements fyne.Layout.
func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	chips, lines, x := objects[:len(objects)-1], 1, float32(0)
	if f.folds(chips) {
		for _, o := range objects {
			wide := o.MinSize().Width
			if x > 0 && x+wide > f.wide {
				lines, x = lines+1, 0
			}
			x += wide + kit.Unit
		}
	}
	return fyne.NewSize(1, float32(lines)*kit.Touch)
}
