package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"racedesk/model"
	"racedesk/ui/kit"
)

// A face is all that a card shows; two equal faces look the same.
type face struct {
	id     model.ID
	stage  model.Stage
	title  string
	group  string // names of the target groups
	place  string // by votes, where they are sorted by them
	styles [kit.Styles]bool
	votes  int
	whose  whose
	load   string // what it carries: 4 problems
	foot   string // who, and where it went
	lit    string // words of these that were searched for
	ready  ready  // how much of the checklist it has
	photo  photo
	quiet  bool   // gone on: shown only where it is looked for
	dimmed bool   // waits for its commit
	pile   bool   // others were merged into it
	news   bool   // people are led to it
	kin    kin    // of the card whose sheet is open
	choice choice // whether it is chosen
}

// card is one note on the board. It knows its face, nothing of the race; what
// points at it, the glass above it takes.
type card struct {
	widget.BaseWidget
	face   face
	vote   func(model.ID, int)
	raised bool
	joins  bool // a drop would join it
	ringed bool // the keys are on it
	turn   int  // of the deck, when it was last in view
	slip   bool // only the title shows

	paper *canvas.Rectangle
	edges []*canvas.Rectangle
	marks []fyne.CanvasObject
	group *kit.Text
	place *kit.Text
	title *kit.Text
	load  *kit.Text
	foot  *kit.Text
	votes *canvas.Text
	pips  []*canvas.Circle
	less  *kit.Round
	more  *kit.Round
	grip  kit.Bars
	gauge *gauge
	tick  tick
	print print
}

func newCard(f face, vote func(model.ID, int)) *card {
	c := &card{vote: vote, paper: canvas.NewRectangle(nil), votes: canvas.NewText("", nil),
		group: kit.NewText("", kit.SizeNote, kit.ColorQuiet, 1), title: kit.NewText("", kit.SizeTitle, kit.ColorInk, 3),
		place: kit.NewText("", kit.SizeNote, kit.ColorInk, 1).Bold(),
		load:  kit.NewText("", kit.SizeNote, kit.ColorInk, 1), foot: kit.NewText("", kit.SizeNote, kit.ColorQuiet, 1)}
	// The keys are on the card, and vote by plus and minus.
	c.less = kit.NewRound(kit.Minus, func() { c.vote(c.face.id, -1) }).Unkeyed()
	c.more = kit.NewRound("+", func() { c.vote(c.face.id, 1) }).Unkeyed()
	c.grip, c.gauge, c.tick, c.print = kit.NewBars(), newGauge(), newTick(), newPrint()
	c.ExtendBaseWidget(c)
	c.show(f)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *card) CreateRenderer() fyne.WidgetRenderer { return &cardRenderer{c} }

// show gives the card another face, if it is another; says whether it was.
func (c *card) show(f face) bool {
	if c.face == f {
		return false
	}
	c.face = f
	c.dress()
	c.Refresh()
	return true
}

// dress puts the face into the primitives.
func (c *card) dress() {
	f := c.face
	ink := kit.ColorInk
	if f.quiet || f.dimmed {
		ink = kit.ColorQuiet
	}
	c.paper.FillColor, c.paper.CornerRadius = kit.Color(kit.ColorPaper), cardRadius
	c.shade()
	c.outline()
	c.grip.Dress()
	c.gauge.dress(f.ready)
	c.tick.dress(f.choice)
	c.print.dress(f.photo, f.dimmed || f.quiet)
	if f.quiet {
		c.paper.FillColor = kit.Color(kit.ColorTable)
	}
	if f.news {
		c.paper.FillColor = kit.Color(kit.ColorTarget)
	}
	c.edges, c.marks = nil, nil
	for style, on := range f.styles {
		if on {
			edge := canvas.NewRectangle(kit.Color(kit.GroupColor(style)))
			c.edges = append(c.edges, edge)
			c.marks = append(c.marks, kit.NewMark(style))
		}
	}
	c.group.SetText(f.group)
	c.place.SetText(f.place)
	c.title.Set(f.title, ink)
	c.load.Set(f.load, ink)
	c.foot.SetText(f.foot)
	for _, t := range []*kit.Text{c.group, c.title, c.foot} {
		t.Light(f.lit)
	}
	c.votes.TextSize, c.votes.Color = kit.Size(kit.SizeText), kit.Color(ink)
	c.votes.TextStyle.Bold = f.votes > 0
	c.tally()
}

type cardRenderer struct{ c *card }

func (r *cardRenderer) Destroy() {}

func (r *cardRenderer) Layout(size fyne.Size) {
	if size.IsZero() { // nothing is measured before it has its place
		return
	}
	c := r.c
	c.paper.Resize(size)
	r.border(size)
	if c.slip {
		c.title.Move(fyne.NewPos(cardPad, slipPad))
		c.title.Resize(fyne.NewSize(size.Width-2*cardPad, size.Height-2*slipPad))
		return
	}
	line := kit.LineHeight(kit.SizeNote)
	left := c.left(size)
	r.head(size, left, line)
	high := size.Height - bareHeight(c.face.stage)
	c.title.Limit(max(1, int(high/kit.LineHeight(kit.SizeTitle)+0.5)))
	c.title.Move(fyne.NewPos(left, titleTop))
	c.title.Resize(fyne.NewSize(size.Width-left-cardPad, high))
	beneath := fyne.NewPos(left, titleTop+high)
	if c.face.stage == model.Product {
		beneath.Y += productGap
	}
	r.beneath(size, beneath, line)
}

// head lays out the row above the title: the place among others, whom it is for, the grip.
func (r *cardRenderer) head(size fyne.Size, left, line float32) {
	c, x := r.c, left
	if c.face.place != "" { // far from the grip, of which it would look a part
		wide := fyne.MeasureText(c.face.place, kit.Size(kit.SizeNote), fyne.TextStyle{Bold: true}).Width + 1
		c.place.Move(fyne.NewPos(x, cardMark))
		c.place.Resize(fyne.NewSize(wide, line))
		x += wide + kit.Unit
	}
	for _, m := range c.marks {
		m.Move(fyne.NewPos(x, cardMark+(line-cardMark)/2))
		m.Resize(fyne.NewSquareSize(cardMark))
		x += cardMark + 5
	}
	right := size.Width - cardPad - gripRoom
	if len(c.marks) > 0 {
		x += 2
	}
	c.group.Move(fyne.NewPos(x, cardMark))
	c.group.Resize(fyne.NewSize(max(1, right-x), line))
	c.grip.Lay(fyne.NewPos(size.Width-cardPad-kit.BarsWide, cardMark+(line-kit.BarsHigh)/2))
	c.tick.lay(size.Width)
}

// border lays out the coloured edge, one stretch for each target group, of whole units:
// between others a seam would show.
func (r *cardRenderer) border(size fyne.Size) {
	edges := r.c.edges
	each := int(size.Height) / max(1, len(edges))
	for i, edge := range edges {
		from, to := float32(i*each), float32((i+1)*each)
		if i == len(edges)-1 {
			to = size.Height
		}
		edge.Move(fyne.NewPos(0, from))
		edge.Resize(fyne.NewSize(cardEdge, to-from))
		edge.TopLeftCornerRadius, edge.BottomLeftCornerRadius = 0, 0
		if i == 0 {
			edge.TopLeftCornerRadius = cardRadius
		}
		if i == len(edges)-1 {
			edge.BottomLeftCornerRadius = cardRadius
		}
	}
}

// beneath lays out what stands under the title: the load beside the votes, and
// the foot beneath both, or in the place of the load where there is none. On the wide
// card of a product both stand beside the votes.
func (r *cardRenderer) beneath(size fyne.Size, from fyne.Position, line float32) {
	c, left, top := r.c, from.X, from.Y
	right := size.Width - kit.Unit
	c.more.Move(fyne.NewPos(right-voteRound, top))
	c.more.Resize(fyne.NewSquareSize(voteRound))
	c.votes.Move(fyne.NewPos(right-voteRound-voteWide, top))
	c.votes.Resize(fyne.NewSize(voteWide, voteRow))
	c.layTally()
	c.less.Move(fyne.NewPos(right-2*voteRound-voteWide, top))
	c.less.Resize(fyne.NewSquareSize(voteRound))
	beside := fyne.NewSize(max(1, right-c.tallyWide()-left), line)
	at := fyne.NewPos(left, top+(voteRow-line)/2)
	c.load.Move(at)
	c.load.Resize(beside)
	r.foot(size, beside.Width, at, line)
}

// foot lays out who the card is with and how ready it is, in the room at a place
// beside the votes.
func (r *cardRenderer) foot(size fyne.Size, room float32, at fyne.Position, line float32) {
	c := r.c
	foot, wide := at, room
	switch c.face.stage {
	case model.Problem:
		ready := c.gauge.lay(c.face.ready, at, room, line, false)
		foot.X, wide = at.X+ready, room-ready
	case model.Project:
		foot, wide = fyne.NewPos(cardPad, size.Height-line-kit.Unit), size.Width-2*cardPad
		wide -= c.gauge.lay(c.face.ready, foot.AddXY(wide, 0), wide, line, true)
	case model.Product:
		load := at.AddXY(0, -line/2)
		foot = load.AddXY(0, line)
		c.load.Move(load)
		said := kit.Width(c.face.load, kit.SizeNote) + 2*ringApart
		c.gauge.lay(c.face.ready, load.AddXY(said, 0), room-said, line, false)
	}
	c.foot.Move(foot)
	c.foot.Resize(fyne.NewSize(max(1, wide), line))
}

// MinSize is constant: a card takes the cell that it is given.
func (r *cardRenderer) MinSize() fyne.Size { return fyne.NewSize(160, cellHeight(r.c.face.stage, 0)) }

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	c := r.c
	objects := []fyne.CanvasObject{c.paper, c.print.ground, c.print.image}
	for _, e := range c.edges {
		objects = append(objects, e)
	}
	if c.slip {
		return append(objects[:1], append(objects[3:], c.title)...)
	}
	objects = append(append(objects, c.marks...), c.gauge.objects(c.face.ready)...)
	for _, p := range c.pips {
		objects = append(objects, p)
	}
	objects = append(objects, c.group, c.place, c.title, c.load, c.foot, c.less, c.votes, c.more)
	if c.face.choice != noChoice {
		return append(objects, c.tick.objects()...)
	}
	return append(objects, c.grip[0], c.grip[1])
}

func (r *cardRenderer) Refresh() {
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}
