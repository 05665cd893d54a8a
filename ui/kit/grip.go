package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Accessible = (*Grip)(nil)

// Grip is where an object in a roll is taken to drag it up and down. The roll tells it
// how far it was dragged, since nothing else in a roll gets a drag.
type Grip struct {
	widget.BaseWidget
	said    string
	moved   func(by float32)
	dropped func(there bool)
	by      *pane // that holds it, while one does
}

// NewGrip returns a grip that calls moved with how far it is from where it was taken,
// and dropped when it is let go: there, or as if it had not been taken.
func NewGrip(said string, moved func(by float32), dropped func(there bool)) *Grip {
	g := &Grip{said: said, moved: moved, dropped: dropped}
	g.ExtendBaseWidget(g)
	return g
}

// AccessibilityLabel implements fyne.Accessible.
func (g *Grip) AccessibilityLabel() string { return g.said }

// AccessibilityRole implements fyne.Accessible.
func (g *Grip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Cancel takes back a drag that goes on: what is held is let go as if it had never been
// taken. It says whether one went on.
func (g *Grip) Cancel() bool {
	if g.by == nil {
		return false
	}
	g.by.cancel()
	return true
}

// CreateRenderer implements fyne.Widget.
func (g *Grip) CreateRenderer() fyne.WidgetRenderer {
	r := &gripRenderer{NewBars()}
	r.bars.Dress()
	return r
}

type gripRenderer struct{ bars Bars }

func (r *gripRenderer) Destroy() {}

func (r *gripRenderer) Layout(size fyne.Size) {
	r.bars.Lay(fyne.NewPos((size.Width-BarsWide)/2, (size.Height-BarsHigh)/2))
}

func (r *gripRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(Touch) }

func (r *gripRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.bars[0], r.bars[1]}
}

func (r *gripRenderer) Refresh() {
	r.bars.Dress()
	r.bars[0].Refresh()
	r.bars[1].Refresh()
}
