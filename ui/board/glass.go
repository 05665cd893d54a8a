package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ desktop.Mouseable = (*glass)(nil)
	_ fyne.Draggable    = (*glass)(nil)
	_ fyne.Tappable     = (*glass)(nil)
)

// glass lies over the cards of a column and takes all that points at them: the
// toolkit keeps a drag with the widget where it began, and cards come and go.
type glass struct {
	widget.BaseWidget
	touch touch
	told  bool // the release told of the tap already
}

// A touch is what a glass tells of the pointer, in places of the window; within
// is the place on the glass.
type touch struct {
	press   func(at, within fyne.Position, with fyne.KeyModifier)
	move    func(at fyne.Position)
	release func()
	tap     func(within fyne.Position)
	cancel  func()
	focus   func(bool)
	key     func(*fyne.KeyEvent)
	char    func(rune)
}

func newGlass(t touch) *glass {
	g := &glass{touch: t}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer implements fyne.Widget: there is nothing to see.
func (g *glass) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}

// DragEnd implements fyne.Draggable. It comes in any case, where MouseUp may not.
func (g *glass) DragEnd() { g.touch.release() }

// Dragged implements fyne.Draggable.
func (g *glass) Dragged(e *fyne.DragEvent) { g.touch.move(e.AbsolutePosition) }

// MouseDown implements desktop.Mouseable. A second button ends what the first began.
func (g *glass) MouseDown(e *desktop.MouseEvent) {
	if g.told = false; e.Button != desktop.MouseButtonPrimary {
		g.touch.cancel()
		return
	}
	g.touch.press(e.AbsolutePosition, e.Position, e.Modifier)
}

// MouseUp implements desktop.Mouseable.
func (g *glass) MouseUp(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonPrimary {
		g.told = true
		g.touch.release()
	}
}

// Tapped implements fyne.Tappable, for whoever taps without pressing.
func (g *glass) Tapped(e *fyne.PointEvent) {
	if !g.told {
		g.touch.tap(e.Position)
	}
	g.told = false
}
