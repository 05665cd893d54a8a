package board

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// column is one stage: its head with the figures, a line to write the next card
// on, and its cards in a grid that scrolls.
type column struct {
	widget.BaseWidget
	stage model.Stage
	grid  Grid
	order []model.ID
	cards map[model.ID]*card
	gap   int  // the slot kept free for a carried card, or -1
	lit   bool // a drop would do something here

	wash   *canvas.Rectangle // lights up where a drop would land
	head   *head
	empty  *kit.Text
	writer *widget.Entry
	hole   *canvas.Rectangle
	inside *fyne.Container
	scroll *container.Scroll
	glass  *glass
	moving *fyne.Animation
	going  *Fling // scrolls on by itself
}

const (
	writerHeight float32 = 48
	inset        float32 = 12
	columnGap    float32 = 12
	cardTop      float32 = headHeight + writerHeight + inset // of the first card
	cardRadius   float32 = 6
	shadeRoom    float32 = 2   // above the first card, for its shadow
	narrowest    float32 = 214 // a problem; what carries more is wider
	wider        float32 = 26
)

func newColumn(stage model.Stage, w *words.Words, add func(title string), showGone func(bool), touch func(*column) touch) *column {
	c := &column{stage: stage, cards: map[model.ID]*card{}, gap: -1, grid: Grid{Columns: 1, Gap: 12},
		wash: canvas.NewRectangle(nil), hole: canvas.NewRectangle(nil),
		head:  newHead(w.T("column."+string(stage)), stage.Next() == "", showGone),
		empty: kit.NewText(w.T("column.empty."+string(stage)), kit.SizeTitle, kit.ColorQuiet, 4)}
	c.write(w, add)
	c.hole.CornerRadius = cardRadius
	c.hole.Hide()
	c.inside = container.New(&fill{c})
	c.scroll = container.NewVScroll(c.inside)
	c.glass = newGlass(touch(c))
	c.ExtendBaseWidget(c)
	return c
}

// write makes the line on which the next card is written: Enter or the plus adds
// it and leaves the line ready for another.
func (c *column) write(w *words.Words, add func(title string)) {
	c.writer = widget.NewEntry()
	c.writer.SetPlaceHolder(w.T("column.add." + string(c.stage)))
	submit := func(title string) {
		if model.CleanLine(title) != "" {
			c.writer.SetText("")
			add(title)
		}
	}
	c.writer.OnSubmitted = submit
	plus := widget.NewButtonWithIcon("", theme.ContentAddIcon(), func() { submit(c.writer.Text) })
	plus.Importance = widget.LowImportance
	c.writer.ActionItem = plus
}

// CreateRenderer implements fyne.Widget.
func (c *column) CreateRenderer() fyne.WidgetRenderer { return &columnRenderer{c} }

// show puts the faces in their order; cards that stay are kept.
func (c *column) show(faces []face, s story, vote func(model.ID, int)) {
	c.head.tell(s)
	c.order = c.order[:0]
	kept := make(map[model.ID]*card, len(faces))
	c.inside.Objects = []fyne.CanvasObject{c.hole}
	for _, f := range faces {
		one, known := c.cards[f.id]
		if known {
			one.show(f)
		} else {
			one = newCard(f, vote)
		}
		kept[f.id] = one
		c.order = append(c.order, f.id)
		c.inside.Objects = append(c.inside.Objects, one)
	}
	c.cards = kept
	c.empty.Hidden = len(faces) > 0
	c.arrange(true)
	c.Refresh()
}

// openGap keeps a gap at a slot for a carried card, or close it with -1.
func (c *column) openGap(slot int) {
	if c.gap == slot {
		return
	}
	c.gap = slot
	c.arrange(true)
}

// arrange moves every card to its cell, gliding where that is asked for.
func (c *column) arrange(glide bool) {
	if c.moving != nil {
		c.moving.Stop()
		c.moving = nil
	}
	var ways []way
	slot := 0
	for _, id := range c.order {
		one := c.cards[id]
		if one.Hidden {
			continue
		}
		if slot == c.gap {
			slot++
		}
		to := c.grid.At(slot).AddXY(0, shadeRoom)
		slot++
		one.Resize(c.grid.Cell)
		if !glide || one.Position().IsZero() || one.Position() == to {
			one.Move(to)
			continue
		}
		ways = append(ways, way{one, one.Position(), to})
	}
	c.hole.Hidden = c.gap < 0
	if c.gap >= 0 {
		c.hole.FillColor = kit.Color(kit.ColorGap)
		c.hole.Move(c.grid.At(min(c.gap, slot)).AddXY(0, shadeRoom))
		c.hole.Resize(c.grid.Cell)
	}
	c.glide(ways)
	c.inside.Refresh()
	c.scroll.Refresh()
}

// A way is a card on its way to another place.
type way struct {
	card     *card
	from, to fyne.Position
}

// glide moves cards softly.
func (c *column) glide(ways []way) {
	if len(ways) == 0 {
		return
	}
	c.moving = kit.Animate(kit.MakeRoom, func(done float32) {
		for _, w := range ways {
			w.card.Move(kit.Between(w.from, w.to, done))
		}
	}, nil)
}

// at returns the card at a place on the glass, if there is one.
func (c *column) at(within fyne.Position) *card {
	for _, one := range c.cards {
		if !one.Hidden && inside(within, c.spot(one), one.Size()) {
			return one
		}
	}
	return nil
}

// spot is where a card lies on the glass.
func (c *column) spot(one *card) fyne.Position { return one.Position().AddXY(0, -c.offset()) }

// offset is how far the column is scrolled, room how far it can be.
func (c *column) offset() float32 { return c.scroll.Offset.Y }
func (c *column) room() float32 {
	return max(0, c.inside.MinSize().Height-c.scroll.Size().Height)
}

func (c *column) scrollTo(y float32) { c.scroll.ScrollToOffset(fyne.NewPos(0, y)) }

// fling lets the column go on by itself, or come back from beyond its end.
func (c *column) fling(speed float32, now time.Time) {
	if f, goes := NewFling(c.offset(), speed, c.room(), now); goes {
		c.going = &f
	}
}

// glideOn scrolls a column that goes by itself; says whether it does.
func (c *column) glideOn(now time.Time) bool {
	if c.going == nil {
		return false
	}
	y, rests := c.going.At(now)
	if rests {
		c.going = nil
	}
	c.scrollTo(y)
	return !rests
}

// halt stops a column that goes by itself; says whether it did.
func (c *column) halt() bool {
	went := c.going != nil
	c.going = nil
	return went
}

// lane describes the column to a drag; at is where it stands in the view.
func (c *column) lane(at fyne.Position, without model.ID) Lane {
	l := Lane{Stage: c.stage, Pos: at, Size: c.Size(), Grid: c.grid, Scrolled: c.scroll.Offset.Y}
	l.Top = at.Y + cardTop + shadeRoom
	l.Pos.X += inset
	l.Size.Width -= inset
	for _, id := range c.order {
		if id != without {
			l.Cards = append(l.Cards, id)
		}
	}
	return l
}

// light shows the column as the target of a drop, with a word on what it would
// do; an empty word puts the light out.
func (c *column) light(hint string) {
	if c.head.promise(hint) {
		c.lit = hint != ""
		c.Refresh()
	}
}

// fill gives the scrolled content its height.
type fill struct{ c *column }

func (f *fill) Layout([]fyne.CanvasObject, fyne.Size) {}

func (f *fill) MinSize([]fyne.CanvasObject) fyne.Size {
	n := len(f.c.order)
	if f.c.gap >= 0 {
		n++
	}
	return fyne.NewSize(1, f.c.grid.Height(n)+kit.Unit)
}

type columnRenderer struct{ c *column }

func (r *columnRenderer) Destroy() {}

func (r *columnRenderer) Layout(size fyne.Size) {
	c := r.c
	width := size.Width - 2*inset
	c.wash.Resize(size)
	c.head.Move(fyne.NewPos(inset, 0))
	c.head.Resize(fyne.NewSize(width, headHeight))
	c.writer.Move(fyne.NewPos(inset, headHeight))
	c.writer.Resize(fyne.NewSize(width, writerHeight))
	c.empty.Move(fyne.NewPos(inset, cardTop+2*kit.Unit))
	c.empty.Resize(fyne.NewSize(width, 4*kit.LineHeight(kit.SizeTitle)))
	c.scroll.Move(fyne.NewPos(inset, cardTop))
	c.scroll.Resize(fyne.NewSize(width+inset, max(1, size.Height-cardTop)))
	c.glass.Move(c.scroll.Position())
	c.glass.Resize(c.scroll.Size().SubtractWidthHeight(inset, 0)) // the bar is beside it
	least := narrowest
	if c.stage != model.Problem {
		least += wider
	}
	cols := max(1, int((width+c.grid.Gap)/(least+c.grid.Gap)))
	grid := Grid{Columns: cols, Gap: c.grid.Gap,
		Cell: fyne.NewSize((width-float32(cols-1)*c.grid.Gap)/float32(cols), cellHeight(c.stage))}
	if grid != c.grid {
		c.grid = grid
		c.arrange(false)
	}
}

func (r *columnRenderer) MinSize() fyne.Size { return fyne.NewSize(240, 300) }

func (r *columnRenderer) Objects() []fyne.CanvasObject {
	c := r.c
	return []fyne.CanvasObject{c.wash, c.head, c.writer, c.empty, c.scroll, c.glass}
}

func (r *columnRenderer) Refresh() {
	c := r.c
	c.wash.FillColor, c.wash.CornerRadius = kit.Color(kit.ColorTarget), 10
	c.wash.Hidden = !c.lit
	r.Layout(c.Size())
	canvas.Refresh(c)
}
