package projector

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"racedesk/ui/kit"
)

// The clock's face, in shares of the screen.
const (
	digitsWide = 0.97  // of its width, at most
	digitsHigh = 0.455 // of its height, at most
	digitsAt   = 0.46
	stateAt    = 0.065
	lineAt     = 0.82
	lineSize   = 0.042
	lineWide   = 0.94
	barAt      = 0.955
	barHigh    = 0.008
)

// bands are how high the bar across the top is, by urgency.
var bands = [4]float32{0, 0.012, 0.03, 0.03}

// clockFace is what is left, as large as it goes, now and next beneath it, and at
// the bottom the whole race as a bar.
type clockFace struct {
	digits digits
	band   *canvas.Rectangle
	state  *canvas.Text
	line   *canvas.Text
	rail   *canvas.Rectangle
	spent  *canvas.Rectangle
	ticks  []*canvas.Rectangle
}

func newClockFace() *clockFace {
	c := &clockFace{state: canvas.NewText("", black), line: canvas.NewText("", black), band: canvas.NewRectangle(black),
		rail: canvas.NewRectangle(black), spent: canvas.NewRectangle(black)}
	c.state.Alignment, c.line.Alignment = fyne.TextAlignCenter, fyne.TextAlignCenter
	c.state.TextStyle = bold
	return c
}

func (c *clockFace) lay(s *scene, size fyne.Size) {
	text, u := s.time()
	p := s.colors()
	large := fit(text, size.Width*digitsWide, size.Height*digitsHigh)
	c.digits.lay(text, p.urgent[u], large, (size.Width-wide(text, large))/2, size.Height*digitsAt)
	c.band.FillColor, c.band.Hidden = p.urgent[u], u == calm
	c.band.Resize(fyne.NewSize(size.Width, size.Height*bands[u]))
	sentence(c.state, s.state(), size, stateAt)
	c.state.Color = p.urgent[u]
	sentence(c.line, s.sentence(), size, lineAt)
	c.line.Color = p.quiet
	c.bar(s, size)
}

// sentence puts a text in the middle of a line at a share of the height: as large
// as lines are, smaller where it is long, and cut where that would be too small.
func sentence(t *canvas.Text, text string, size fyne.Size, at float32) {
	t.Text, t.TextSize = text, size.Height*lineSize
	if wide := t.MinSize().Width; wide > size.Width*lineWide {
		t.TextSize *= max(0.6, size.Width*lineWide/wide)
		t.Text = kit.Fit(text, size.Width*lineWide, t.TextSize, t.TextStyle)
	}
	t.Move(fyne.NewPos(0, size.Height*at))
	t.Resize(fyne.NewSize(size.Width, size.Height*lineSize*1.4))
}

// bar lays out the bar of the whole race, with a gap where each segment begins.
func (c *clockFace) bar(s *scene, size fyne.Size) {
	p := s.colors()
	left, width, high := size.Width*(1-lineWide)/2, size.Width*lineWide, max(2, size.Height*barHigh)
	top := size.Height * barAt
	c.rail.FillColor, c.spent.FillColor = p.rail, p.ink
	c.rail.Move(fyne.NewPos(left, top))
	c.rail.Resize(fyne.NewSize(width, high))
	share := float32(0)
	if s.clock.Length > 0 {
		share = min(1, float32(s.clock.Elapsed(s.now).Seconds()/s.clock.Length.Seconds()))
	}
	c.spent.Move(fyne.NewPos(left, top))
	c.spent.Resize(fyne.NewSize(width*share, high))
	for len(c.ticks) < len(s.agenda) {
		c.ticks = append(c.ticks, canvas.NewRectangle(black))
	}
	for i, tick := range c.ticks {
		tick.Hidden = i >= len(s.agenda) || s.clock.Length <= 0
		if tick.Hidden {
			continue
		}
		at := float32(s.agenda[i].Start.Seconds() / s.clock.Length.Seconds())
		tick.FillColor = s.ground()
		tick.Move(fyne.NewPos(left+width*at-1, top))
		tick.Resize(fyne.NewSize(2, high))
		tick.Hidden = at <= 0 || at >= 1
	}
}

func (c *clockFace) objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{c.band, c.rail, c.spent, c.state, c.line}
	for _, t := range c.ticks {
		objects = append(objects, t)
	}
	return append(objects, c.digits.objects()...)
}
