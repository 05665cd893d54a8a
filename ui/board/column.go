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

	abreast int     // how many cards would lie side by side without what stands beside the board; 0: nothing does
	card    float32 // how wide they would be
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
	slimmest     float32 = 205 // a column
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

// light shows the column as the target of a drop, or puts the light out.
func (c *column) light(on bool) {
	if c.wash.Hidden != on {
		return
	}
	c.wash.FillColor = kit.Color(kit.ColorTarget)
	c.wash.StrokeColor, c.wash.StrokeWidth = kit.Edge()
	c.wash.Hidden = !on
	c.wash.Refresh()
	for _, h := range c.deck.heads {
		h.light(on)
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
	cols := max(fit(size.Width, c.least()), min(c.abreast, fit(size.Width, c.least()*squeeze)))
	wide := cardWide(size.Width, cols)
	was := c.deck.grid.Columns
	seen, is := c.deck.anchor()
	c.deck.grid.Columns, c.deck.grid.Gap = cols, cardGap
	c.deck.grid.Cell = fyne.NewSize(wide, cellHeight(c.stage, max(wide, c.card)))
	c.deck.Move(fyne.NewPos(inset, cardTop))
	c.deck.Resize(fyne.NewSize(width+inset, max(1, size.Height-cardTop))) // with room for the bar
	if is && cols != was {
		c.deck.keepAt(seen)
	}
	c.level()
}

// least is how wide a card of the column is at least.
func (c *column) least() float32 {
	switch c.stage {
	case model.Project:
		return narrowest + wider
	case model.Product:
		return widest
	}
	return narrowest
}

// needs is how wide the column is at least, so that what stands beside the board takes no
// card's place.
func (c *column) needs() float32 {
	switch c.abreast {
	case 0:
		return 0
	case 1: // which takes what there is, so that its name can be read
		return slimmest
	}
	const whole = 1 // more than what is lost in reckoning
	return float32(c.abreast)*(c.least()*squeeze+cardGap) - cardGap + 2*inset + whole
}

// beside prepares the column for something beside the board, without which it would be so
// wide; 0 where nothing stands there.
func (c *column) beside(alone float32) {
	if c.abreast, c.card = 0, 0; alone > 0 {
		c.abreast = fit(alone, c.least())
		c.card = cardWide(alone, c.abreast)
	}
}

// cardWide is how wide each of so many cards side by side is in a column.
func cardWide(column float32, abreast int) float32 {
	return (column-2*inset+cardGap)/float32(abreast) - cardGap
}

// fit is how many cards of a width lie side by side in a column.
func fit(column, card float32) int {
	return max(1, int((column-2*inset+cardGap)/(card+cardGap)))
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
