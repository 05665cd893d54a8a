package board

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// makeRoom is how long cards take to make room for another.
const makeRoom = 150 * time.Millisecond

// column is one stage: its head with the figures, a line to write the next card
// on, and its cards in a grid that scrolls.
type column struct {
	widget.BaseWidget
	stage model.Stage
	grid  Grid
	order []model.ID
	cards map[model.ID]*card
	gap   int // the slot kept free for a carried card, or -1

	wash   *canvas.Rectangle // lights up where a drop would land
	name   *kit.Text
	figure *canvas.Text
	open   *kit.Text
	hint   *kit.Text
	empty  *kit.Text
	writer *widget.Entry
	hole   *canvas.Rectangle
	inside *fyne.Container
	scroll *container.Scroll
	moving *fyne.Animation
}

const (
	headHeight   float32 = 84
	writerHeight float32 = 44
	inset        float32 = 12
)

func newColumn(stage model.Stage, w *words.Words, add func(title string)) *column {
	c := &column{stage: stage, cards: map[model.ID]*card{}, gap: -1, grid: Grid{Columns: 1, Gap: 12},
		wash: canvas.NewRectangle(nil), figure: canvas.NewText("", nil), hole: canvas.NewRectangle(nil),
		name: kit.NewText(w.T("column."+string(stage)), kit.SizeColumn, kit.ColorInk, 1).Bold(),
		open: kit.NewText("", kit.SizeText, kit.ColorQuiet, 1), hint: kit.NewText("", kit.SizeText, kit.ColorInk, 1),
		empty: kit.NewText(w.T("column.empty."+string(stage)), kit.SizeText, kit.ColorQuiet, 4)}
	c.writer = widget.NewEntry()
	c.writer.SetPlaceHolder(w.T("column.add." + string(stage)))
	c.writer.OnSubmitted = func(title string) {
		if model.CleanLine(title) != "" {
			c.writer.SetText("")
			add(title)
		}
	}
	c.figure.Alignment = fyne.TextAlignTrailing
	c.hole.CornerRadius = 6
	c.hole.Hide()
	c.inside = container.New(&fill{c})
	c.scroll = container.NewVScroll(c.inside)
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *column) CreateRenderer() fyne.WidgetRenderer {
	return &columnRenderer{c}
}

// show puts the faces in their order; cards that stay are kept.
func (c *column) show(faces []face, total, open string, acts *fingers) {
	c.name.Refresh()
	c.figure.Text = total
	c.open.SetText(open)
	c.order = c.order[:0]
	kept := make(map[model.ID]*card, len(faces))
	c.inside.Objects = []fyne.CanvasObject{c.hole}
	for _, f := range faces {
		one, known := c.cards[f.id]
		if known {
			one.show(f)
		} else {
			one = newCard(f, acts)
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
		to := c.grid.At(slot).AddXY(0, 2)
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
		c.hole.Move(c.grid.At(min(c.gap, slot)).AddXY(0, 2))
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
	c.moving = fyne.NewAnimation(makeRoom, func(done float32) {
		for _, w := range ways {
			w.card.Move(fyne.NewPos(w.from.X+(w.to.X-w.from.X)*done, w.from.Y+(w.to.Y-w.from.Y)*done))
		}
	})
	c.moving.Curve = fyne.AnimationEaseOut
	c.moving.Start()
}

// lane describes the column to a drag; at is where it stands in the view.
func (c *column) lane(at fyne.Position, without model.ID) Lane {
	l := Lane{Stage: c.stage, Pos: at, Size: c.Size(), Grid: c.grid, Scrolled: c.scroll.Offset.Y}
	l.Top = at.Y + headHeight + writerHeight + inset + 2
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
	if c.hint.Content() == hint {
		return
	}
	c.hint.SetText(hint)
	c.Refresh()
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
	c.name.Move(fyne.NewPos(inset, 8))
	c.name.Resize(fyne.NewSize(width*0.6, 36))
	c.open.Move(fyne.NewPos(inset, 46))
	c.open.Resize(fyne.NewSize(width*0.7, 22))
	c.hint.Move(fyne.NewPos(inset, 46))
	c.hint.Resize(fyne.NewSize(width*0.75, 22))
	c.figure.Move(fyne.NewPos(inset+width*0.5, 2))
	c.figure.Resize(fyne.NewSize(width*0.5, 66))
	c.writer.Move(fyne.NewPos(inset, headHeight))
	c.writer.Resize(fyne.NewSize(width, writerHeight-4))
	top := headHeight + writerHeight + inset
	c.empty.Move(fyne.NewPos(inset, top+kit.Unit))
	c.empty.Resize(fyne.NewSize(width, 100))
	c.scroll.Move(fyne.NewPos(inset, top))
	c.scroll.Resize(fyne.NewSize(width+inset, max(1, size.Height-top)))
	cols := max(1, int((width+c.grid.Gap)/(214+c.grid.Gap)))
	if c.stage != model.Problem {
		cols = max(1, int((width+c.grid.Gap)/(240+c.grid.Gap)))
	}
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
	return []fyne.CanvasObject{c.wash, c.name, c.figure, c.open, c.hint, c.writer, c.empty, c.scroll}
}

func (r *columnRenderer) Refresh() {
	c := r.c
	c.wash.FillColor, c.wash.CornerRadius = kit.Color(kit.ColorTable), 10
	lit := c.hint.Content() != ""
	if lit {
		c.wash.FillColor = kit.Color(kit.ColorTarget)
	}
	c.open.Hidden, c.hint.Hidden = lit, !lit
	c.figure.TextSize, c.figure.Color = kit.Size(kit.SizeFigure), kit.Color(kit.ColorInk)
	r.Layout(c.Size())
	canvas.Refresh(c)
}
