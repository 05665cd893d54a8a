package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Draggable  = (*pane)(nil)
	_ fyne.Scrollable = (*pane)(nil)
)

// slop is how far a finger that taps may slide.
const slop float32 = 10

// A pane lies over all of a roll and takes what is dragged and the wheel; taps go
// through it. What is dragged less far than a finger trembles is a tap, too.
type pane struct {
	widget.BaseWidget
	roll   *Roll
	way    way
	from   fyne.Position // where the drag began, on the canvas
	offset float32       // of the roll, then
	entry  *Entry        // whose text is selected
	grip   *Grip         // that is held
	place  fyne.Position // where it is held, on the canvas
	net    *net
	beats  *fyne.Animation // while it is held
	last   time.Time       // of its beats
}

// A way is what a drag came to be.
type way int

const (
	still    way = iota // nothing is dragged
	resting             // not far enough to tell
	rolling             // up and down
	choosing            // sideways on a field: its text
	holding             // a grip
	spent               // taken back
)

// CreateRenderer implements fyne.Widget: there is nothing to be seen.
func (p *pane) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}

// Scrolled implements fyne.Scrollable.
func (p *pane) Scrolled(e *fyne.ScrollEvent) { p.roll.Scroll.Scrolled(e) }

// Dragged implements fyne.Draggable.
func (p *pane) Dragged(e *fyne.DragEvent) {
	if p.way == still {
		p.way, p.from, p.offset = resting, e.AbsolutePosition.Subtract(e.Dragged), p.roll.Offset()
	}
	moved := e.AbsolutePosition.Subtract(p.from)
	if p.way == resting {
		p.way = p.decide(moved)
		if p.way == choosing {
			e.Dragged = fyne.NewDelta(moved.X, moved.Y)
		}
	}
	switch p.way {
	case rolling:
		p.roll.to(p.offset - moved.Y)
	case choosing:
		e.Position = e.AbsolutePosition.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(p.entry))
		p.entry.Dragged(e)
	case holding:
		p.place = e.AbsolutePosition
		p.hold()
	}
}

// decide says what a drag is that moved so far.
func (p *pane) decide(moved fyne.Position) way {
	across, along := max(moved.X, -moved.X), max(moved.Y, -moved.Y)
	if max(across, along) < slop {
		return resting
	}
	if grip, ok := at[*Grip](p.roll, p.from); ok {
		p.take(grip)
		return holding
	}
	if entry, ok := at[*Entry](p.roll, p.from); ok && across > along {
		p.entry = entry
		return choosing
	}
	return rolling
}

// DragEnd implements fyne.Draggable.
func (p *pane) DragEnd() {
	was := p.way
	p.way = still
	switch was {
	case choosing:
		p.entry.DragEnd()
	case holding:
		p.letGo(true)
	case resting:
		if under, ok := at[tappable](p.roll, p.from); ok {
			place := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
			under.Tapped(&fyne.PointEvent{AbsolutePosition: p.from, Position: p.from.Subtract(place)})
		}
	}
}

type tappable interface {
	fyne.CanvasObject
	fyne.Tappable
}
