package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// take begins to hold a grip: the roll moves beneath it near its ends, and a second
// button ends it.
func (p *pane) take(g *Grip) {
	p.grip, g.by, p.last = g, p, time.Now()
	p.net.Show()
	p.beats = fyne.NewAnimation(time.Hour, func(float32) {
		now := time.Now()
		p.pull(min(now.Sub(p.last), 100*time.Millisecond))
		p.last = now
	})
	p.beats.RepeatCount = fyne.AnimationRepeatForever
	p.beats.Start()
}

// hold moves what is held.
func (p *pane) hold() {
	p.grip.moved(p.place.Y - p.from.Y + p.roll.Offset() - p.offset)
}

// pull moves the roll under what is held near one of its ends: faster the nearer.
func (p *pane) pull(since time.Duration) {
	const zone, most = 1.5 * Touch, 900 // units, and units a second
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(p).Y
	above, below := p.place.Y-top, top+p.Size().Height-p.place.Y
	near := max(0, zone-max(0, below)) - max(0, zone-max(0, above))
	if p.way != holding || near == 0 {
		return
	}
	before := p.roll.Offset()
	p.roll.to(before + near/zone*most*float32(since.Seconds()))
	if p.roll.Offset() != before {
		p.hold()
	}
}

// letGo ends the holding.
func (p *pane) letGo(there bool) {
	p.beats.Stop()
	p.net.Hide()
	g := p.grip
	p.grip, g.by = nil, nil
	g.dropped(there)
}

// cancel takes a holding back. What the hand does until it lets go means nothing.
func (p *pane) cancel() {
	if p.way == holding {
		p.way = spent
		p.letGo(false)
	}
}

var (
	_ desktop.Mouseable = (*net)(nil)
	_ fyne.Draggable    = (*net)(nil)
)

// A net lies over a roll while something in it is held, and takes the second button.
// Then it stays until the first one is up: the toolkit ends a drag with whichever
// button is let go, and would begin another with the one that is still down.
type net struct {
	widget.BaseWidget
	pane *pane
}

func newNet(p *pane) *net {
	n := &net{pane: p}
	n.ExtendBaseWidget(n)
	n.Hide()
	return n
}

// CreateRenderer implements fyne.Widget: there is nothing to be seen.
func (n *net) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}

// DragEnd implements fyne.Draggable.
func (n *net) DragEnd() { n.Hide() }

// Dragged implements fyne.Draggable: it means nothing.
func (n *net) Dragged(*fyne.DragEvent) {}

// MouseDown implements desktop.Mouseable.
func (n *net) MouseDown(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonPrimary {
		n.Hide() // the first button went up elsewhere
		return
	}
	n.pane.cancel()
	n.Show()
}

// MouseUp implements desktop.Mouseable.
func (n *net) MouseUp(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonPrimary {
		n.Hide()
	}
}
