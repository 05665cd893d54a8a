package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"racedesk/model"
	"racedesk/ui/kit"
)

// A ready is how much of its stage's checklist a card has: a small ring that
// fills, with a word on what is left, and a tick when that is nothing.
type ready struct {
	left, whole int // of the checks; of none whole, nothing is said
	word        string
}

// ready says how far a card is. One that went on is done with, and a card that
// lacks nothing but the only check there is says so by its empty line of groups.
func (v *View) ready(c model.Card) (r ready) {
	r.whole = v.checks[c.Stage]
	if r.whole == 0 || !v.board.Open(c) {
		return ready{}
	}
	missing := v.board.Missing(c)
	r.left = len(missing)
	switch {
	case r.whole == 1 && (r.left == 0 || missing[0].ID == "group"):
		return ready{}
	case r.left > 0:
		r.word = v.words.T("card.left", r.left)
	}
	return r
}

// advise reads what the race advises: how many checks each stage has, and limits.
func (v *View) advise() {
	rules := v.board.Rules()
	v.checks, v.limits = map[model.Stage]int{}, rules.Limits
	for _, check := range rules.Checks {
		v.checks[check.Stage]++
	}
}

// The measures of a ring.
const (
	ringWide  float32 = 14
	ringThick float32 = 2
	ringApart float32 = 6 // from its word
)

// gauge draws a ready.
type gauge struct {
	ring, full *canvas.Circle
	arc        *canvas.Arc
	tick       [2]*canvas.Line
	word       *kit.Text
}

func newGauge() *gauge {
	g := &gauge{ring: canvas.NewCircle(nil), full: canvas.NewCircle(nil), arc: canvas.NewDoughnutArc(0, 0, nil),
		word: kit.NewText("", kit.SizeNote, kit.ColorQuiet, 1)}
	for i := range g.tick {
		g.tick[i] = canvas.NewLine(nil)
	}
	return g
}

// dress shows another ready.
func (g *gauge) dress(r ready) {
	g.ring.StrokeColor, g.ring.StrokeWidth = kit.Color(kit.ColorLine), ringThick
	g.full.FillColor, g.arc.FillColor = kit.Color(kit.ColorQuiet), kit.Color(kit.ColorQuiet)
	g.arc.CutoutRatio = 1 - 2*ringThick/ringWide
	g.arc.EndAngle = 360 * float32(r.whole-r.left) / float32(max(1, r.whole))
	for _, stroke := range g.tick {
		stroke.StrokeColor, stroke.StrokeWidth = kit.Color(kit.ColorPaper), ringThick
	}
	g.word.SetText(r.word)
}

// lay puts the ring at a place in a line of this height, with its word before or
// behind it where there is room for both, and returns how wide they are.
func (g *gauge) lay(r ready, at fyne.Position, room, line float32, before bool) float32 {
	if r.whole == 0 {
		return 0
	}
	wide := float32(0)
	if r.word != "" {
		wide = kit.Width(r.word, kit.SizeNote) + 1
	}
	if g.word.Hidden = ringWide+2*ringApart+wide > room; g.word.Hidden {
		wide = 0
	}
	g.word.Resize(fyne.NewSize(wide, line))
	ring := at.AddXY(0, (line-ringWide)/2)
	if before {
		ring.X -= ringWide
		g.word.Move(fyne.NewPos(ring.X-ringApart-wide, at.Y))
	} else {
		g.word.Move(fyne.NewPos(at.X+ringWide+ringApart, at.Y))
	}
	for _, o := range []fyne.CanvasObject{g.ring, g.full, g.arc} {
		o.Move(ring)
		o.Resize(fyne.NewSquareSize(ringWide))
	}
	corner := [...]fyne.Position{{X: .27, Y: .52}, {X: .44, Y: .69}, {X: .74, Y: .34}}
	for i, stroke := range g.tick {
		stroke.Position1 = ring.AddXY(corner[i].X*ringWide, corner[i].Y*ringWide)
		stroke.Position2 = ring.AddXY(corner[i+1].X*ringWide, corner[i+1].Y*ringWide)
	}
	return ringWide + 2*ringApart + wide
}

// objects are what there is to see.
func (g *gauge) objects(r ready) []fyne.CanvasObject {
	switch {
	case r.whole == 0:
		return nil
	case r.left == 0:
		return []fyne.CanvasObject{g.full, g.tick[0], g.tick[1]}
	}
	return []fyne.CanvasObject{g.ring, g.arc, g.word}
}
