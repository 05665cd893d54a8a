package board

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"racedesk/model"
	"racedesk/ui/kit"
)

var (
	_ fyne.Draggable = (*card)(nil)
	_ fyne.Tappable  = (*card)(nil)
)

// A face is all that a card shows; two equal faces look the same.
type face struct {
	id     model.ID
	stage  model.Stage
	title  string
	group  string // names of the target groups
	styles [kit.Styles]bool
	votes  int
	foot   string // what it carries, who, where it went
	quiet  bool   // gone on: shown only where it is looked for
	dimmed bool   // waits for its commit
}

// card is one note on the board. It knows its face and its fingers, nothing of
// the race.
type card struct {
	widget.BaseWidget
	face  face
	acts  *fingers
	moved fyne.Delta

	paper *canvas.Rectangle
	edges []*canvas.Rectangle
	marks []fyne.CanvasObject
	group *kit.Text
	title *kit.Text
	foot  *kit.Text
	votes *canvas.Text
	less  *kit.Round
	more  *kit.Round
}

// fingers are what a card does when it is touched.
type fingers struct {
	open    func(model.ID)
	vote    func(model.ID, int)
	dragged func(model.ID, *fyne.DragEvent)
	dropped func(model.ID)
}

func newCard(f face, acts *fingers) *card {
	c := &card{acts: acts, paper: canvas.NewRectangle(nil), votes: canvas.NewText("", nil),
		group: kit.NewText("", kit.SizeNote, kit.ColorQuiet, 1), title: kit.NewText("", kit.SizeTitle, kit.ColorInk, 3),
		foot: kit.NewText("", kit.SizeNote, kit.ColorQuiet, 1)}
	c.less = kit.NewRound("−", func() { acts.vote(c.face.id, -1) })
	c.more = kit.NewRound("+", func() { acts.vote(c.face.id, 1) })
	c.votes.Alignment = fyne.TextAlignCenter
	c.ExtendBaseWidget(c)
	c.show(f)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *card) CreateRenderer() fyne.WidgetRenderer { return &cardRenderer{c} }

// DragEnd implements fyne.Draggable. A press that hardly moved was a tap.
func (c *card) DragEnd() {
	moved := c.moved
	c.moved = fyne.Delta{}
	if moved.DX*moved.DX+moved.DY*moved.DY < slop*slop {
		c.acts.open(c.face.id)
		return
	}
	c.acts.dropped(c.face.id)
}

// Dragged implements fyne.Draggable.
func (c *card) Dragged(e *fyne.DragEvent) {
	started := c.moved.DX*c.moved.DX+c.moved.DY*c.moved.DY >= slop*slop
	if !started {
		c.moved.DX += e.Dragged.DX
		c.moved.DY += e.Dragged.DY
		started = c.moved.DX*c.moved.DX+c.moved.DY*c.moved.DY >= slop*slop
	}
	if started {
		c.acts.dragged(c.face.id, e)
	}
}

// Tapped implements fyne.Tappable.
func (c *card) Tapped(*fyne.PointEvent) { c.acts.open(c.face.id) }

// show gives the card another face, if it is another.
func (c *card) show(f face) {
	if c.face == f {
		return
	}
	c.face = f
	c.dress()
	c.Refresh()
}

// dress puts the face into the primitives.
func (c *card) dress() {
	f := c.face
	ink := kit.ColorInk
	if f.quiet || f.dimmed {
		ink = kit.ColorQuiet
	}
	c.paper.FillColor, c.paper.CornerRadius = kit.Color(kit.ColorPaper), 6
	c.paper.Shadow = canvas.Shadow{Color: kit.Color(kit.ColorShade), BlurRadius: 4, Offset: fyne.NewPos(0, 1)}
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
	c.foot.SetText(f.foot)
	c.votes.Text, c.votes.TextSize, c.votes.Color = strconv.Itoa(f.votes), kit.Size(kit.SizeText), kit.Color(ink)
	c.votes.TextStyle.Bold = f.votes > 0
}

// cellHeight is how high the cards of a stage are.
func cellHeight(stage model.Stage) float32 {
	height := 3*kit.Unit + 32 + 3*kit.LineHeight(kit.SizeTitle)
	if stage != model.Problem {
		height += kit.LineHeight(kit.SizeNote) + kit.Unit
	}
	return height
}

type cardRenderer struct{ c *card }

func (r *cardRenderer) Destroy() {}

func (r *cardRenderer) Layout(size fyne.Size) {
	c := r.c
	const pad, mark = 16, 12
	c.paper.Resize(size)
	each := size.Height / float32(max(1, len(c.edges)))
	for i, edge := range c.edges {
		edge.Move(fyne.NewPos(0, float32(i)*each))
		edge.Resize(fyne.NewSize(6, each))
		edge.TopLeftCornerRadius, edge.BottomLeftCornerRadius = 0, 0
		if i == 0 {
			edge.TopLeftCornerRadius = 6
		}
		if i == len(c.edges)-1 {
			edge.BottomLeftCornerRadius = 6
		}
	}
	x := float32(pad)
	for _, m := range c.marks {
		m.Move(fyne.NewPos(x, kit.Unit+10))
		m.Resize(fyne.NewSquareSize(mark))
		x += mark + 5
	}
	right := size.Width - kit.Unit
	c.more.Move(fyne.NewPos(right-32, kit.Unit))
	c.votes.Move(fyne.NewPos(right-60, kit.Unit))
	c.votes.Resize(fyne.NewSize(28, 32))
	c.less.Move(fyne.NewPos(right-92, kit.Unit))
	c.less.Resize(fyne.NewSquareSize(32))
	c.more.Resize(fyne.NewSquareSize(32))
	line := kit.LineHeight(kit.SizeNote)
	c.group.Move(fyne.NewPos(x+2, kit.Unit+16-line/2))
	c.group.Resize(fyne.NewSize(max(1, right-96-x), line))
	c.title.Move(fyne.NewPos(pad, kit.Unit+36))
	c.title.Resize(fyne.NewSize(size.Width-2*pad, 3*kit.LineHeight(kit.SizeTitle)))
	c.foot.Move(fyne.NewPos(pad, size.Height-kit.Unit-line))
	c.foot.Resize(fyne.NewSize(size.Width-2*pad, line))
}

// MinSize is constant: a card takes the cell that it is given.
func (r *cardRenderer) MinSize() fyne.Size { return fyne.NewSize(160, cellHeight(r.c.face.stage)) }

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	c := r.c
	objects := []fyne.CanvasObject{c.paper}
	for _, e := range c.edges {
		objects = append(objects, e)
	}
	objects = append(objects, c.marks...)
	return append(objects, c.group, c.title, c.foot, c.less, c.votes, c.more)
}

func (r *cardRenderer) Refresh() {
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

// lit shows the card as the one that a drop would join.
func (c *card) lit(on bool) {
	width := float32(0)
	if on {
		width = 3
	}
	if c.paper.StrokeWidth != width {
		c.paper.StrokeWidth, c.paper.StrokeColor = width, kit.Color(kit.ColorInk)
		c.paper.Refresh()
	}
}
