package board

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"racedesk/model"
)

var _ fyne.Scrollable = (*deck)(nil)

// deck is the cards of a column in a grid that scrolls. Only those in view, and a
// row on either side, are there as widgets: what goes out of view is kept for
// what comes into it.
type deck struct {
	widget.BaseWidget
	grid  Grid
	order []model.ID
	place map[model.ID]int // of each in the order
	face  func(model.ID) face
	vote  func(model.ID, int)

	cards   map[model.ID]*card // those in view
	spare   []*card
	first   int // slots in view: from first to before last
	last    int
	gap     int      // the slot kept free for a carried card, or -1
	slit    int      // the slot where a gap would be that has no room, or -1
	gapBand int      // its lane
	away    model.ID // the card that is carried, which has no slot
	awayAt  int      // its place in the order, or -1
	turn    int      // of filling: what is not in it goes out of view
	drawn   int      // how many faces were drawn so far

	counts []int     // of the order in each lane
	shared []int     // in others, of its group
	tops   []float32 // of the first rows of the lanes
	stale  bool      // those changed since the cards were laid out
	heads  []*laneHead
	mates  []*deck // scroll with this one

	opened   model.ID // stays where it is seen while the grid changes
	focused  bool     // the keys are here
	cursor   model.ID // the card that the keys are on, or would be
	cursorAt int      // its place in the order, also after it went

	hole     *canvas.Rectangle
	inside   *fyne.Container
	bar      *canvas.Rectangle
	glass    *glass
	scrolled float32
	moving   *fyne.Animation
	going    *Fling // scrolls on by itself
}

func newDeck(face func(model.ID) face, vote func(model.ID, int), touch touch) *deck {
	d := &deck{face: face, vote: vote, gap: -1, slit: -1, awayAt: -1, grid: Grid{Columns: 1, Gap: 12}, cards: map[model.ID]*card{},
		hole: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), glass: newGlass(touch)}
	d.hole.CornerRadius, d.bar.CornerRadius = cardRadius, barWide/2
	d.hole.Hide()
	d.bar.Hide()
	d.inside = &fyne.Container{Objects: []fyne.CanvasObject{d.hole}}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer implements fyne.Widget.
func (d *deck) CreateRenderer() fyne.WidgetRenderer { return &deckRenderer{d} }

// show puts the cards in this order, and draws those in view whose face changed.
func (d *deck) show(order []model.ID) {
	was, first := d.order, d.first
	if d.stale || !slices.Equal(order, d.order) {
		d.order = order
		d.place = make(map[model.ID]int, len(order))
		for i, id := range order {
			d.place[id] = i
		}
		d.lend(d.away)
		d.arrange(true)
		d.stay(was, first)
	}
	d.redraw()
	if d.glass.Hidden = len(order) == 0; !d.glass.Hidden { // then no key comes there
		d.keep(was)
	}
}

// redraw draws the cards in view whose face changed.
func (d *deck) redraw() {
	for id, one := range d.cards {
		d.draw(one, id)
	}
}

// draw gives a card its face, if that is another.
func (d *deck) draw(one *card, id model.ID) {
	if f := d.face(id); one.show(f) {
		d.drawn++
	}
}

// carry takes a card out of the grid, so that a gap can stand for it, or puts it
// back with an empty id.
func (d *deck) carry(id model.ID) {
	if d.away != id {
		d.lend(id)
		d.arrange(true)
	}
}

// lend notes which card is carried.
func (d *deck) lend(id model.ID) {
	at, there := d.place[id]
	if d.away = id; !there {
		at = -1
	}
	d.awayAt = at
}

// slot is where a card of the order lies in the grid, with the gap and without
// the one that is carried.
func (d *deck) slot(id model.ID) (int, bool) {
	slot, there := d.place[id]
	if !there || id == d.away {
		return 0, false
	}
	if d.awayAt >= 0 && d.awayAt < slot {
		slot--
	}
	if d.gap >= 0 && slot >= d.gap {
		slot++
	}
	return slot, true
}

// in is the card that lies in a slot, if one does.
func (d *deck) in(slot int) (model.ID, bool) {
	if slot == d.gap || slot < 0 {
		return "", false
	}
	if d.gap >= 0 && slot > d.gap {
		slot--
	}
	if d.awayAt >= 0 && d.awayAt <= slot {
		slot++
	}
	if slot >= len(d.order) {
		return "", false
	}
	return d.order[slot], true
}

// slots is how many slots there are.
func (d *deck) slots() int {
	n := len(d.order)
	if d.awayAt >= 0 {
		n--
	}
	if d.gap >= 0 {
		n++
	}
	return n
}

// cell is where a slot lies on the scrolled ground.
func (d *deck) cell(slot int) fyne.Position { return d.grid.At(slot).AddXY(0, shadeRoom) }

// fill sees to it that the cards in view are there, and no others. What comes
// into view lies in its cell at once.
func (d *deck) fill() {
	d.turn++
	var missing []int
	for slot := d.first; slot < d.last; slot++ {
		id, there := d.in(slot)
		if one := d.cards[id]; one != nil {
			one.turn = d.turn
		} else if there {
			missing = append(missing, slot)
		}
	}
	for id, one := range d.cards {
		if one.turn != d.turn {
			delete(d.cards, id)
			d.spare = append(d.spare, one)
		}
	}
	for _, slot := range missing {
		id, _ := d.in(slot)
		one := d.take(id)
		one.turn = d.turn
		one.Resize(d.grid.Cell)
		one.Move(d.cell(slot))
		d.cards[id] = one
		one.ring(d.focused && id == d.cursor)
	}
	d.inside.Objects = append(d.inside.Objects[:0], d.hole)
	for slot := d.first; slot < d.last; slot++ {
		if one := d.lies(slot); one != nil {
			d.inside.Objects = append(d.inside.Objects, one)
		}
	}
	for _, h := range d.heads {
		d.inside.Objects = append(d.inside.Objects, h)
	}
}

// lies returns the card in a slot, if it is in view.
func (d *deck) lies(slot int) *card {
	id, _ := d.in(slot)
	return d.cards[id]
}

// take returns a card for one that comes into view: its own, if it was there
// before, or another that is not needed.
func (d *deck) take(id model.ID) *card {
	at := slices.IndexFunc(d.spare, func(c *card) bool { return c.face.id == id })
	if at < 0 && len(d.spare) > 0 {
		at = len(d.spare) - 1
	}
	if at < 0 {
		d.drawn++
		return newCard(d.face(id), d.vote)
	}
	one := d.spare[at]
	d.spare = slices.Delete(d.spare, at, at+1)
	one.rest()
	d.draw(one, id)
	return one
}

// arrange moves every card in view to its cell, gliding where that is asked for.
func (d *deck) arrange(glide bool) {
	if d.moving != nil {
		d.moving.Stop()
		d.moving = nil
	}
	d.share()
	d.stale = false
	d.look()
	d.fill()
	var ways []way
	for slot := d.first; slot < d.last; slot++ {
		one := d.lies(slot)
		if one == nil {
			continue
		}
		to := d.cell(slot)
		one.Resize(d.grid.Cell)
		if from := one.Position(); glide && from != to {
			ways = append(ways, way{one, from, to})
			continue
		}
		one.Move(to)
	}
	d.dig()
	d.glide(ways)
	d.lie()
}

type deckRenderer struct{ d *deck }

func (r *deckRenderer) Destroy() {}

func (r *deckRenderer) Layout(size fyne.Size) {
	r.d.glass.Resize(size)
	r.d.arrange(false)
}

// MinSize is constant: a deck takes what it is given.
func (r *deckRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 100) }

func (r *deckRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.d.inside, r.d.bar, r.d.glass}
}

func (r *deckRenderer) Refresh() { canvas.Refresh(r.d) }
