package board

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// column is one stage: its head with the figures, a line to write the next card
// on, and its cards.
type column struct {
	widget.BaseWidget
	stage  model.Stage
	wash   *canvas.Rectangle // lights up where a drop would land
	level  func()
	head   *head
	empty  *kit.Text
	writer *kit.Entry
	deck   *deck

	abreast  int  // how many cards lay side by side when nothing stood beside the board
	squeezed bool // something stands there
}

const (
	writerHeight float32 = 48
	inset        float32 = 12
	columnGap    float32 = 12
	cardGap      float32 = 12
	cardTop      float32 = headHeight + writerHeight + inset // of the first card
	cardRadius   float32 = 6
	washRadius   float32 = 10
	shadeRoom    float32 = 2   // above the first card, for its shadow
	narrowest    float32 = 214 // a problem; what carries more is wider
	wider        float32 = 26
	widest       float32 = 332 // a product, which has room for its picture
	squeeze      float32 = 0.8 // of that where a panel stands beside the board, so that nobody's cards move
)

// hooks are what a column asks for and tells of.
type hooks struct {
	add      func(title string)
	paste    func(text string)
	vote     func(model.ID, int)
	showGone func(bool)
	face     func(model.ID) face
	touch    func(*column) touch
	level    func() // the lanes, where the columns become wider or narrower
}

func newColumn(stage model.Stage, w *words.Words, h hooks) *column {
	c := &column{stage: stage, level: h.level, wash: canvas.NewRectangle(nil),
		head:  newHead(w.T("column."+string(stage)), stage.Next() == "", h.showGone),
		empty: kit.NewText(w.T("column.empty."+string(stage)), kit.SizeTitle, kit.ColorQuiet, 4)}
	c.deck = newDeck(h.face, h.vote, h.touch(c))
	c.write(w, h.add)
	c.writer.OnPaste = func(text string) bool {
		large := model.Several(text) || len(text) > model.MaxTitle
		if large {
			h.paste(text)
		}
		return large
	}
	c.wash.CornerRadius = washRadius
	c.wash.Hide()
	c.ExtendBaseWidget(c)
	return c
}

// write makes the line on which the next card is written: Enter or the plus adds
// it and leaves the line ready for another.
func (c *column) write(w *words.Words, add func(title string)) {
	c.writer = kit.NewEntry()
	c.writer.SetPlaceHolder(w.T("column.add." + string(c.stage)))
	submit := func(title string) {
		if model.CleanLine(title) != "" {
			c.writer.SetText("")
			add(title)
		}
	}
	c.writer.OnSubmitted = submit
	plus := kit.NewButtonWithIcon("", theme.ContentAddIcon(), func() { submit(c.writer.Text) })
	plus.Importance = widget.LowImportance
	c.writer.ActionItem = plus
}

// CreateRenderer implements fyne.Widget.
func (c *column) CreateRenderer() fyne.WidgetRenderer { return &columnRenderer{c} }

// show puts the cards in their order, and tells how far the column is.
func (c *column) show(order []model.ID, s story) {
	c.head.tell(s)
	c.deck.show(order)
	c.empty.SetText(s.none)
	if empty := len(order) == 0 && len(c.deck.tops) == 0; c.empty.Hidden == empty {
		c.empty.Hidden = !empty
		c.empty.Refresh()
	}
}

// lane describes the column to a drag; at is where it stands in the view.
func (c *column) lane(at fyne.Position, without model.ID) Lane {
	l := Lane{Stage: c.stage, Pos: at, Size: c.Size(), Grid: c.deck.grid, Scrolled: c.deck.scrolled}
	l.Top = at.Y + cardTop + shadeRoom
	l.Pos.X += inset
	l.Size.Width -= inset
	l.Cards = slices.Clone(c.deck.order)
	out, there := c.deck.place[without]
	if !there {
		out = -1
	} else {
		l.Cards = slices.Delete(l.Cards, out, out+1)
	}
	l.Grid.Bands = c.deck.bands(out)
	return l
}

// light says what a drop would do here, and shows the column as its target where it
// takes the card. An empty word puts the light out.
func (c *column) light(hint string, takes bool) {
	if c.head.promise(hint, takes) {
		c.wash.FillColor = kit.Color(kit.ColorTarget)
		c.wash.StrokeColor, c.wash.StrokeWidth = kit.Edge()
		c.wash.Hidden = hint == "" || !takes
		c.wash.Refresh()
		for _, h := range c.deck.heads {
			h.light(!c.wash.Hidden)
		}
	}
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
	least := narrowest
	switch c.stage {
	case model.Project:
		least += wider
	case model.Product:
		least = widest
	}
	cols := c.side(width, least)
	wide := (width - float32(cols-1)*cardGap) / float32(cols)
	was := c.deck.grid.Columns
	seen, is := c.deck.anchor()
	c.deck.grid.Columns, c.deck.grid.Gap = cols, cardGap
	c.deck.grid.Cell = fyne.NewSize(wide, cellHeight(c.stage, wide))
	c.deck.Move(fyne.NewPos(inset, cardTop))
	c.deck.Resize(fyne.NewSize(width+inset, max(1, size.Height-cardTop))) // with room for the bar
	if is && cols != was {
		c.deck.keepAt(seen)
	}
	c.level()
}

// side is how many cards lie side by side: as many as before a panel was opened, as
// long as they can be read.
func (c *column) side(width, least float32) int {
	fit := func(least float32) int { return max(1, int((width+cardGap)/(least+cardGap))) }
	if c.squeezed {
		return max(fit(least), min(c.abreast, fit(least*squeeze)))
	}
	c.abreast = fit(least)
	return c.abreast
}

func (r *columnRenderer) MinSize() fyne.Size { return fyne.NewSize(240, 300) }

func (r *columnRenderer) Objects() []fyne.CanvasObject {
	c := r.c
	return []fyne.CanvasObject{c.wash, c.head, c.writer, c.empty, c.deck}
}

func (r *columnRenderer) Refresh() {
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}
