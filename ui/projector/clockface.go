package projector

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// The clock's face, in shares of the screen.
const (
	digitsWide = 0.97 // of its width, at most
	stateLeast = 0.026
	overMost   = 0.1
	lineMost   = 0.055 // of the letters of now and next
	noteMost   = 0.045
	barAt      = 0.955
	barHigh    = 0.008
)

// stateIn is from where to where the state is.
var stateIn = [2]float32{0.055, 0.145}

// A clockPlan says where the parts of the clock's face are, in shares of the screen's
// height.
type clockPlan struct {
	at, high   float32    // the middle of the digits, and how high they are at most
	limits     float32    // the middle of the last line of other limits
	line, note [2]float32 // from where to where now and next are, and what is said of now
}

// planOf is the plan of a screen that lies or stands, with other limits or without.
func planOf(size fyne.Size, limits bool) clockPlan {
	switch {
	case stands(size) && limits:
		return clockPlan{0.25, 0.455, 0.56, [2]float32{0.61, 0.78}, [2]float32{0.79, 0.94}}
	case stands(size):
		return clockPlan{0.29, 0.455, 0, [2]float32{0.46, 0.73}, [2]float32{0.74, 0.94}}
	case limits:
		return clockPlan{0.41, 0.425, 0.7, [2]float32{0.76, 0.85}, [2]float32{0.85, 0.95}}
	}
	return clockPlan{0.45, 0.455, 0, [2]float32{0.72, 0.85}, [2]float32{0.85, 0.95}}
}

// bands are how high the bar across the top is, by urgency.
var bands = [4]float32{0, 0.012, 0.03, 0.05}

// clockFace is what is left, as large as it goes, now and next beneath it, and at
// the bottom the whole race as a bar.
type clockFace struct {
	digits digits
	band   *canvas.Rectangle
	state  paragraph
	limits limitLine
	line   paragraph
	note   paragraph
	rail   *canvas.Rectangle
	spent  *canvas.Rectangle
	ticks  []*canvas.Rectangle
}

func newClockFace() *clockFace {
	return &clockFace{state: paragraph{least: stateLeast}, line: paragraph{most: lineMost}, note: paragraph{most: noteMost, quiet: true}, band: canvas.NewRectangle(black),
		rail: canvas.NewRectangle(black), spent: canvas.NewRectangle(black)}
}

func (c *clockFace) lay(s *scene, size fyne.Size) {
	p, is := s.colors(), limit{name: s.state()}
	is.text, is.urgency = s.time()
	large, small := s.limits()
	if large != nil {
		is = *large
	}
	plan := planOf(size, len(small) > 0)
	letter, ink := fit(is.text, size.Width*digitsWide, size.Height*plan.high), p.urgent[is.urgency]
	c.digits.lay(is.text, ink, letter, (size.Width-wide(is.text, letter))/2, size.Height*plan.at)
	c.band.FillColor, c.band.Hidden = ink, is.urgency == calm
	c.band.Resize(fyne.NewSize(size.Width, size.Height*bands[is.urgency]))
	c.state.ink, c.state.most = ink, lineSize
	at := stateIn
	if large == nil && is.urgency == over { // nothing else is said then, and this is for all to read
		c.state.most, at = overMost, [2]float32{plan.line[0], plan.note[1]}
	}
	c.state.across(is.name, s, size, at)
	c.limits.lay(small, s, size, plan.limits)
	c.line.across(nowAndNext(s, size, plan), s, size, plan.line)
	c.note.across(s.note(), s, size, plan.note)
	c.bar(s, size)
}

// nowAndNext are on one line where that is as large as two would be, else each on its
// own.
func nowAndNext(s *scene, size fyne.Size, plan clockPlan) string {
	line, two := s.sentence(), (plan.line[1]-plan.line[0])/2/textLine
	if stands(size) || fyne.MeasureText(line, size.Height*min(lineMost, two), bold).Width > size.Width*lineWide {
		line = strings.ReplaceAll(line, between, "\n")
	}
	return line
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
	objects := []fyne.CanvasObject{c.band, c.rail, c.spent}
	for _, t := range c.ticks {
		objects = append(objects, t)
	}
	objects = append(append(objects, c.limits.objects()...), c.digits.objects()...)
	for _, p := range []*paragraph{&c.state, &c.line, &c.note} {
		objects = append(objects, p.objects()...)
	}
	return objects
}
