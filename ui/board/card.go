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
	styles [kit.Styles]bool
	votes  int
	whose  whose
	load   string // what it carries: 4 problems
	foot   string // who, and where it went
	ready  ready  // how much of the checklist it has
	quiet  bool   // gone on: shown only where it is looked for
	dimmed bool   // waits for its commit
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
	title *kit.Text
	load  *kit.Text
	foot  *kit.Text
	votes *canvas.Text
	pips  []*canvas.Circle
	less  *kit.Round
	more  *kit.Round
	grip  grip
	gauge *gauge
	tick  tick
}

func newCard(f face, vote func(model.ID, int)) *card {
	c := &card{vote: vote, paper: canvas.NewRectangle(nil), votes: canvas.NewText("", nil),
		group: kit.NewText("", kit.SizeNote, kit.ColorQuiet, 1), title: kit.NewText("", kit.SizeTitle, kit.ColorInk, 3),
		load: kit.NewText("", kit.SizeNote, kit.ColorInk, 1), foot: kit.NewText("", kit.SizeNote, kit.ColorQuiet, 1)}
	c.less = kit.NewRound("−", func() { c.vote(c.face.id, -1) })
	c.more = kit.NewRound("+", func() { c.vote(c.face.id, 1) })
	c.grip, c.gauge, c.tick = newGrip(), newGauge(), newTick()
	c.votes.Alignment = fyne.TextAlignCenter
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
	c.grip.dress()
	c.gauge.dress(f.ready)
	c.tick.dress(f.choice)
	if f.quiet {
		c.paper.FillColor = kit.Color(kit.ColorTable)
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
	c.title.Set(f.title, ink)
	c.load.Set(f.load, ink)
	c.foot.SetText(f.foot)
	c.tally()
	c.votes.TextSize, c.votes.Color = kit.Size(kit.SizeText), kit.Color(ink)
	c.votes.TextStyle.Bold = f.votes > 0
}

// The measures of a card.
const (
	cardEdge  float32 = 6
	cardPad   float32 = 16
	cardMark  float32 = 12
	titleTop  float32 = 36
	voteRow   float32 = 36 // a row with the votes at its right
	voteWide  float32 = 28
	voteRound float32 = 36
)

// cellHeight is how high the cards of a stage are. The foot of a problem stands
// beside its votes; the others have a line of their own for it.
func cellHeight(stage model.Stage) float32 {
	height := titleTop + 3*kit.LineHeight(kit.SizeTitle) + voteRow + kit.Unit/2
	if stage != model.Problem {
		height += kit.LineHeight(kit.SizeNote) + kit.Unit/2
	}
	return height
}

type cardRenderer struct{ c *card }

func (r *cardRenderer) Destroy() {}

func (r *cardRenderer) Layout(size fyne.Size) {
	c := r.c
	c.paper.Resize(size)
	r.border(size)
	if c.slip {
		c.title.Move(fyne.NewPos(cardPad, slipPad))
		c.title.Resize(fyne.NewSize(size.Width-2*cardPad, size.Height-2*slipPad))
		return
	}
	line := kit.LineHeight(kit.SizeNote)
	x := cardPad
	for _, m := range c.marks {
		m.Move(fyne.NewPos(x, cardMark+(line-cardMark)/2))
		m.Resize(fyne.NewSquareSize(cardMark))
		x += cardMark + 5
	}
	c.group.Move(fyne.NewPos(x+2, cardMark))
	c.group.Resize(fyne.NewSize(max(1, size.Width-x-cardPad-gripRoom), line))
	c.grip.lay(size.Width, cardMark, line)
	c.tick.lay(size.Width)
	c.title.Move(fyne.NewPos(cardPad, titleTop))
	c.title.Resize(fyne.NewSize(size.Width-2*cardPad, 3*kit.LineHeight(kit.SizeTitle)))
	r.beneath(size, line)
}

// border lays out the coloured edge, one stretch for each target group.
func (r *cardRenderer) border(size fyne.Size) {
	edges := r.c.edges
	each := size.Height / float32(max(1, len(edges)))
	for i, edge := range edges {
		edge.Move(fyne.NewPos(0, float32(i)*each))
		edge.Resize(fyne.NewSize(cardEdge, each))
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
// the foot beneath both, or in the place of the load where there is none.
func (r *cardRenderer) beneath(size fyne.Size, line float32) {
	c := r.c
	top := titleTop + 3*kit.LineHeight(kit.SizeTitle)
	right := size.Width - kit.Unit
	c.more.Move(fyne.NewPos(right-voteRound, top))
	c.more.Resize(fyne.NewSquareSize(voteRound))
	c.votes.Move(fyne.NewPos(right-voteRound-voteWide, top))
	c.votes.Resize(fyne.NewSize(voteWide, voteRow))
	c.layPips()
	c.less.Move(fyne.NewPos(right-2*voteRound-voteWide, top))
	c.less.Resize(fyne.NewSquareSize(voteRound))
	beside := fyne.NewSize(max(1, right-2*voteRound-voteWide-cardPad), line)
	at := fyne.NewPos(cardPad, top+(voteRow-line)/2)
	c.load.Move(at)
	c.load.Resize(beside)
	foot, room := at, beside.Width
	if c.face.stage == model.Problem {
		wide := c.gauge.lay(c.face.ready, at, line, false)
		foot.X, room = foot.X+wide, room-wide
	} else {
		foot, room = fyne.NewPos(cardPad, size.Height-line-kit.Unit), size.Width-2*cardPad
		room -= c.gauge.lay(c.face.ready, foot.AddXY(room, 0), line, true)
	}
	c.foot.Move(foot)
	c.foot.Resize(fyne.NewSize(max(1, room), line))
}

// MinSize is constant: a card takes the cell that it is given.
func (r *cardRenderer) MinSize() fyne.Size { return fyne.NewSize(160, cellHeight(r.c.face.stage)) }

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	c := r.c
	objects := []fyne.CanvasObject{c.paper}
	for _, e := range c.edges {
		objects = append(objects, e)
	}
	if c.slip {
		return append(objects, c.title)
	}
	objects = append(append(objects, c.marks...), c.gauge.objects(c.face.ready)...)
	for _, p := range c.pips {
		objects = append(objects, p)
	}
	objects = append(objects, c.group, c.title, c.load, c.foot, c.less, c.votes, c.more)
	if c.face.choice != noChoice {
		return append(objects, c.tick.objects()...)
	}
	return append(objects, c.grip[0], c.grip[1])
}

func (r *cardRenderer) Refresh() {
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

// raise shows that the card is about to leave the table, or lies on it again.
func (c *card) raise(up bool) {
	if c.raised != up {
		c.raised = up
		c.shade()
		c.paper.Refresh()
	}
}

// shade draws the shadow, which means height.
func (c *card) shade() {
	c.paper.Shadow = canvas.Shadow{Color: kit.Color(kit.ColorShade), BlurRadius: 4, Offset: fyne.NewPos(0, 1)}
	if c.raised {
		c.paper.Shadow.BlurRadius, c.paper.Shadow.Offset = 18, fyne.NewPos(0, kit.Unit)
	}
}

// spots calls each with what can be pointed at on the card, which lies at a place
// of the window.
func (c *card) spots(stage string, at fyne.Position, each func(kind, stage, id string, pos fyne.Position, size fyne.Size)) {
	id := string(c.face.id)
	each("card", stage, id, at, c.Size())
	grip, wide := gripSpot(c.Size())
	each("grip", stage, id, at.Add(grip), wide)
	if !c.less.Hidden {
		each("less", stage, id, at.Add(c.less.Position()), c.less.Size())
	}
	if !c.more.Hidden {
		each("more", stage, id, at.Add(c.more.Position()), c.more.Size())
	}
}

// dim shows that the card waits for its move to be stored.
func (c *card) dim() {
	f := c.face
	f.dimmed = true
	c.show(f)
}

// rest takes all signs off the card that a hand left on it.
func (c *card) rest() {
	c.raise(false)
	c.lit(false)
	c.ring(false)
}

// lit shows the card as the one that a drop would join.
func (c *card) lit(on bool) {
	if c.joins != on {
		c.joins = on
		c.outline()
		c.paper.Refresh()
	}
}
