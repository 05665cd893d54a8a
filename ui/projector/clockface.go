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
	aboveHigh  = 0.425 // where there are other limits beneath
	aboveAt    = 0.43
	stateAt    = 0.065
	lineAt     = 0.82
	noteAt     = 0.882
	lineSize   = 0.042
	lineWide   = 0.94
	barAt      = 0.955
	barHigh    = 0.008
)

// bands are how high the bar across the top is, by urgency.
var bands = [4]float32{0, 0.012, 0.03, 0.05}

// clockFace is what is left, as large as it goes, now and next beneath it, and at
// the bottom the whole race as a bar.
type clockFace struct {
	digits digits
	band   *canvas.Rectangle
	state  *canvas.Text
	limits limitLine
	line   *canvas.Text
	note   *canvas.Text
	rail   *canvas.Rectangle
	spent  *canvas.Rectangle
	ticks  []*canvas.Rectangle
}

func newClockFace() *clockFace {
	return &clockFace{state: centred(true), line: centred(false), note: centred(false), band: canvas.NewRectangle(black),
		rail: canvas.NewRectangle(black), spent: canvas.NewRectangle(black)}
}

func (c *clockFace) lay(s *scene, size fyne.Size) {
	p, is := s.colors(), limit{name: s.state()}
	is.text, is.urgency = s.time()
	large, small := s.limits()
	if large != nil {
		is = *large
		if w := s.warning(is.urgency); w != "" {
			is.name += "   ·   " + w
		}
	}
	at, high := size.Height*digitsAt, size.Height*digitsHigh
	if len(small) > 0 {
		at, high = size.Height*aboveAt, size.Height*aboveHigh
	}
	letter, ink := fit(is.text, size.Width*digitsWide, high), p.urgent[is.urgency]
	c.digits.lay(is.text, ink, letter, (size.Width-wide(is.text, letter))/2, at)
	c.band.FillColor, c.band.Hidden = ink, is.urgency == calm
	c.band.Resize(fyne.NewSize(size.Width, size.Height*bands[is.urgency]))
	sentence(c.state, is.name, size, stateAt)
	c.state.Color = ink
	c.limits.lay(small, s, size)
	sentence(c.line, s.sentence(), size, lineAt)
	sentence(c.note, s.note(), size, noteAt)
	c.line.Color, c.note.Color = p.quiet, p.quiet
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
	objects := []fyne.CanvasObject{c.band, c.rail, c.spent, c.state, c.line, c.note}
	for _, t := range c.ticks {
		objects = append(objects, t)
	}
	return append(append(objects, c.limits.objects()...), c.digits.objects()...)
}
