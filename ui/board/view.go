package board

import (
	"image"
	"reflect"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
)

// Intents are what people ask of the board. The view calls them; whoever made it
// carries them out and shows it the board that came of it.
type Intents struct {
	Add     func(stage model.Stage, title string)
	Paste   func(stage model.Stage, text string) // of several lines, or more than a line takes
	Open    func(id model.ID)
	Vote    func(id model.ID, n int)
	Move    func(ids []model.ID, before model.ID, groups Regroup)
	Promote func(ids []model.ID, before model.ID, groups Regroup) // several problems go on together, to one project
	Join    func(ids []model.ID, into model.ID)
	Key     func(*fyne.KeyEvent) // one that means nothing on the board
	Say     func(text string)    // a word on what cannot be done

	Selected func() // other cards are chosen, or choosing began or ended

	// Small returns a picture as small as on a card, or nil until it can: then
	// whoever made the view calls Pictured.
	Small func(model.Picture) image.Image
}

// A Regroup says which target groups a card gets that comes into another lane; nil
// leaves every card its own.
type Regroup func(model.Card) []model.ID

// View is the board: three columns, and a layer above them for the card that is
// carried.
type View struct {
	widget.BaseWidget
	intents Intents
	words   *words.Words
	columns []*column
	row     *fyne.Container
	layer   *fyne.Container

	board   *model.Board
	groups  []model.Group // of the board, which looks for them among all it has
	filter  model.Filter
	gone    bool       // show the problems that went on, too
	sorted  bool       // by votes
	laned   bool       // in lanes
	lanes   []model.ID // their target groups, while there are any
	limits  []model.Limit
	places  map[model.ID]string // by votes, while they are sorted by them
	checks  map[model.Stage]int // how many a card of each stage should meet
	opened  model.ID            // its family is lit
	brought model.ID            // somebody was led to it, also where it went on
	only    map[model.ID]bool   // the family whose problems alone are shown, if any
	light   light
	family  map[model.ID]kin // of the opened card, itself among them
	waiting map[model.ID]int // edits that are not known yet
	chosen  selection
	poll    Poll
	touched time.Time

	covered   func(from, to float32) float32 // see Covered
	hands     map[pointer]*hand
	landing   *landing
	lastFocus int // the column that the keys were in last
	now       func() time.Time
	beats     *fyne.Animation // calls beat while anything goes on by itself
	last      time.Time       // of the beats
}

// NewView returns an empty board view.
func NewView(w *words.Words, intents Intents) *View {
	v := &View{intents: intents, words: w, board: model.NewBoard(0, nil), waiting: map[model.ID]int{},
		chosen: selection{has: map[model.ID]bool{}},
		hands:  map[pointer]*hand{}, now: time.Now,
		covered: func(from, to float32) float32 { return 0 }}
	var objects []fyne.CanvasObject
	for _, stage := range model.Stages {
		c := newColumn(stage, w, hooks{add: func(title string) { intents.Add(stage, title) },
			paste: func(text string) { intents.Paste(stage, text) },
			vote:  intents.Vote, showGone: v.pressGone, face: v.face, touch: v.touch, level: v.relevel})
		v.columns = append(v.columns, c)
		objects = append(objects, c)
	}
	v.row = container.New(abreast{v}, objects...)
	v.layer = container.NewWithoutLayout()
	v.ExtendBaseWidget(v)
	return v
}

// touch is how a column tells of the first finger.
func (v *View) touch(c *column) touch {
	return touch{
		press: func(at, within fyne.Position, with fyne.KeyModifier) {
			v.press(firstFinger, c, at, within)
			v.hands[firstFinger].with = with
		},
		move:    func(at fyne.Position) { v.move(firstFinger, at) },
		release: func() { v.release(firstFinger) },
		cancel:  func() { v.Cancel() },
		tap: func(within fyne.Position) {
			if one := c.deck.at(within); one != nil {
				v.tap(one, within.Subtract(c.deck.spot(one)), 0)
			}
		},
		focus: func(on bool) { v.note(c, on) },
		key: func(e *fyne.KeyEvent) {
			if !v.Key(e.Name) && v.intents.Key != nil {
				v.intents.Key(e)
			}
		},
		char: func(r rune) { v.char(c.deck.cursor, r) },
	}
}

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(v.row, v.layer))
}

// Update shows the board as it stands. A drag goes on, unless its card was changed.
func (v *View) Update(b *model.Board) {
	v.board, v.groups = b, b.Groups()
	if h := v.carrying(); h != nil {
		if now, ok := b.Card(h.card); !ok || now.Rev != h.drag.card.Rev {
			v.spoil(h)
		}
	}
	v.prune()
	v.renew()
}

// Beside tells how wide the view would be without what stands beside it, or 0 where
// nothing does: then cards become narrower rather than lie elsewhere. It returns how wide
// the view has to be for that.
func (v *View) Beside(alone float32) (least float32) {
	widths := columnShares.allot(alone, make([]float32, len(columnShares)))
	for i, c := range v.columns {
		c.beside(min(alone, widths[i]))
		least += c.needs() + columnGap
	}
	return least - columnGap
}

// Opened returns where on the view the card lies that was chosen, from the left; false where
// it is not seen.
func (v *View) Opened() (id model.ID, from, to float32, seen bool) {
	for _, c := range v.columns {
		if slot, lies := c.deck.slot(v.opened); lies {
			from = c.Position().X + c.deck.Position().X + c.deck.cell(slot).X
			return v.opened, from, from + c.deck.grid.Cell.Width, true
		}
	}
	return v.opened, 0, 0, false
}

// Covered tells how much something covers of the view's lower edge between two places, from
// the left: the columns there end above it.
func (v *View) Covered(by func(from, to float32) float32) {
	v.covered = by
	v.row.Layout.Layout(v.row.Objects, v.row.Size())
}

// Filter shows only the cards that the filter chooses, also those gone on.
func (v *View) Filter(f model.Filter) {
	if v.only != nil || !reflect.DeepEqual(v.filter, f) {
		f.Stages, f.Groups = slices.Clone(f.Stages), slices.Clone(f.Groups)
		f.Tags, f.People = slices.Clone(f.Tags), slices.Clone(f.People)
		v.filter, v.only = f, nil
		v.renew()
	}
}

// ShowGone chooses whether problems that went on are shown among the open ones.
func (v *View) ShowGone(gone bool) { v.gone = gone; v.renew() }

// Waiting dims cards until each of their commits is known.
func (v *View) Waiting(waits bool, ids ...model.ID) {
	for _, id := range ids {
		if waits {
			v.waiting[id]++
		} else if v.waiting[id]--; v.waiting[id] <= 0 {
			delete(v.waiting, id)
		}
	}
	v.renew()
	if l := v.landing; l != nil && slices.Contains(ids, l.id) && v.waiting[l.id] == 0 {
		l.known = true
		v.touchDown(l)
	}
}

// Focus puts the cursor on the line where a card of this stage is written.
func (v *View) Focus(stage model.Stage) {
	for _, c := range v.columns {
		if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); c.stage == stage && canvas != nil {
			canvas.Focus(c.writer)
		}
	}
}

// GiveBack puts a title that could not be stored back on the line where it was
// written, unless another one stands there by now.
func (v *View) GiveBack(stage model.Stage, title string) {
	for _, c := range v.columns {
		if c.stage == stage && c.writer.Text == "" {
			c.writer.SetText(title)
		}
	}
}

func (v *View) renew() {
	carried := v.carried()
	v.relate()
	v.advise()
	v.divide()
	v.places = map[model.ID]string{}
	var orders [][]model.ID
	for _, c := range v.columns {
		order, counts, shared := v.order(c.stage)
		if v.yields(c, order) {
			c.deck.closeGap()
		}
		orders = append(orders, order)
		c.deck.hold(counts, shared)
	}
	v.level()
	for i, c := range v.columns {
		v.tellLanes(c)
		c.deck.lend(carried)
		c.show(orders[i], v.story(c.stage, len(orders[i])))
	}
	v.follow()
}
