package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Accessible = (*Grip)(nil)

// Grip is where an object in a roll is taken to drag it up and down. The roll tells it
// how far it was dragged, since nothing else in a roll gets a drag.
type Grip struct {
	widget.BaseWidget
	said    string
	moved   func(by float32)
	dropped func()
}

// NewGrip returns a grip that calls moved with how far it is from where it was taken,
// and dropped when it is let go.
func NewGrip(said string, moved func(by float32), dropped func()) *Grip {
	g := &Grip{said: said, moved: moved, dropped: dropped}
	g.ExtendBaseWidget(g)
	return g
}

// AccessibilityLabel implements fyne.Accessible.
func (g *Grip) AccessibilityLabel() string { return g.said }

// AccessibilityRole implements fyne.Accessible.
func (g *Grip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (g *Grip) CreateRenderer() fyne.WidgetRenderer {
	return &gripRenderer{canvas.NewImageFromResource(theme.NewColoredResource(theme.MenuIcon(), ColorQuiet))}
}

type gripRenderer struct{ sign *canvas.Image }

func (r *gripRenderer) Destroy() {}

func (r *gripRenderer) Layout(size fyne.Size) {
	side := Size(theme.SizeNameInlineIcon)
	r.sign.Resize(fyne.NewSquareSize(side))
	r.sign.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
}

func (r *gripRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(Touch) }

func (r *gripRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.sign} }

func (r *gripRenderer) Refresh() { r.sign.Refresh() }
