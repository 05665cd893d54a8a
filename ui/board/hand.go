package board

import (
	"time"

	"fyne.io/fyne/v2"

	"racedesk/model"
)

// A pointer is what a hand points with.
type pointer int

// The pointers. The first finger comes as the mouse does.
const firstFinger pointer = iota

// A hand is one pointer from its press to its release. It keeps the card's id:
// the card itself may become another meanwhile.
type hand struct {
	gesture *Gesture
	column  *column
	card    model.ID      // none between cards
	on      fyne.Position // of the press, on the card
	with    fyne.KeyModifier
	bar     bool // on the bar beside the cards
	caught  bool // the press stopped a column that was gliding
	from    fyne.Position
	offset  float32 // of the column, where the swipe began
	drag    *drag
	goal    int // the lane that keys aim into
	slot    int // and where
}

// press begins a gesture of a hand on a column.
func (v *View) press(p pointer, c *column, at, within fyne.Position) {
	v.lost(p)
	v.touched = v.now()
	h := &hand{column: c, caught: c.deck.halt()}
	part := Body
	if one := c.deck.at(within); one != nil {
		h.card = one.face.id
		h.on = within.Subtract(c.deck.spot(one))
		part = one.part(h.on)
	}
	if h.bar = c.deck.onBar(within); h.bar {
		h.from = at.Subtract(within)
		c.deck.drawBar(within.Y)
	}
	h.gesture = NewGesture(at, v.now(), part)
	v.hands[p] = h
	v.raise(h, h.gesture.Lifts())
	v.pulse()
}

// move feels a hand's way, and follows it.
func (v *View) move(p pointer, at fyne.Position) {
	switch h := v.hands[p]; {
	case h == nil:
	case h.bar:
		h.column.deck.drawBar(at.Y - h.from.Y)
	default:
		v.feel(h, Sample{Along, at, v.now()})
	}
}

// feel asks what a hand means by now, and does it.
func (v *View) feel(h *hand, s Sample) {
	was := h.gesture.means
	means := h.gesture.Feel(s)
	at := h.gesture.Last()
	if was != means {
		h.from, h.offset = at, h.column.deck.scrolled
		v.raise(h, h.gesture.Lifts())
	}
	switch {
	case means == Swipe && s.Phase == Along:
		h.column.deck.scrollTo(Stretch(h.offset+h.from.Y-at.Y, h.column.deck.room()))
	case means == Drag && s.Phase != Up && (s.Phase == Along || h.drag == nil):
		v.carry(h, at)
	}
}

// release ends a hand's gesture.
func (v *View) release(p pointer) {
	h := v.hands[p]
	if h == nil {
		return
	}
	now := v.now()
	v.feel(h, Sample{Up, h.gesture.Last(), now})
	delete(v.hands, p)
	v.raise(h, false)
	switch h.gesture.means {
	case Tap:
		if one := h.column.deck.cards[h.card]; one != nil && !h.caught {
			h.column.deck.point(h.column.deck.place[h.card])
			v.tap(one, h.on, h.with)
		}
	case Swipe:
		h.column.deck.fling(-h.gesture.Speed(now), now)
	case Drag:
		v.drop(h)
	}
}

// lost ends a hand's gesture without an outcome.
func (v *View) lost(p pointer) {
	if h := v.hands[p]; h != nil {
		v.spoil(h)
		delete(v.hands, p)
	}
}

// spoil makes a gesture mean nothing from now on; says whether a card was carried.
func (v *View) spoil(h *hand) bool {
	swiped := h.gesture.means == Swipe
	h.gesture.Feel(Sample{Phase: Lost})
	v.raise(h, false)
	if swiped {
		h.column.deck.fling(0, v.now())
	}
	d := h.drag
	if h.drag = nil; d == nil {
		return false
	}
	d.target = Target{}
	v.land(d)
	return true
}

// Cancel ends what the hands do, without a move; says whether a card was carried.
func (v *View) Cancel() bool {
	carried := false
	for _, h := range v.hands {
		carried = v.spoil(h) || carried
	}
	return carried
}

// tap opens a card, or chooses it, or presses the button at that place on it. In
// somebody's turn nothing opens: the whole card places a dot, except beside the buttons.
func (v *View) tap(one *card, on fyne.Position, with fyne.KeyModifier) {
	if v.pick(one.face.id, with) {
		return
	}
	if k := one.knob(on); k != nil {
		k.Tapped(&fyne.PointEvent{})
		return
	}
	if !one.between(on) {
		v.open(one.face.id)
	}
}

// open opens a card or, in somebody's turn, places a dot on it.
func (v *View) open(id model.ID) {
	c, _ := v.board.Card(id)
	switch {
	case v.poll.asks(c.Stage):
		v.intents.Vote(id, 1)
	case v.poll.Voter != "":
		v.intents.Say(v.words.T("vote.other." + string(v.poll.Stage)))
	default:
		v.intents.Open(id)
	}
}

// raise shows on its card whether a hand is about to carry it.
func (v *View) raise(h *hand, up bool) {
	if one := h.column.deck.cards[h.card]; one != nil {
		one.raise(up)
	}
}

// carrying is the hand that holds a card, if one does.
func (v *View) carrying() *hand {
	for _, h := range v.hands {
		if h.drag != nil {
			return h
		}
	}
	return nil
}

// pulse calls beat with every frame for as long as something goes on by itself.
func (v *View) pulse() {
	if v.beats != nil {
		return
	}
	v.last = v.now()
	v.beats = fyne.NewAnimation(time.Hour, func(float32) { v.beat() })
	v.beats.RepeatCount = fyne.AnimationRepeatForever
	v.beats.Start()
}

// beat does what time alone does: it turns a press into a long one, scrolls
// beneath a card near the edge, and lets columns glide to rest.
func (v *View) beat() {
	now := v.now()
	since := min(now.Sub(v.last), 100*time.Millisecond)
	v.last = now
	goes := false
	for p, h := range v.hands {
		goes = goes || p != theKeys
		if p != theKeys {
			v.feel(h, Sample{Phase: Rest, When: now})
			v.scrollUnder(h, since)
		}
	}
	for _, c := range v.columns {
		goes = c.deck.goOn(now) || goes
	}
	if h := v.carrying(); h != nil {
		v.rescroll(h.drag) // for what glides beneath it
	}
	goes = v.fade(now) || goes
	if !goes && v.beats != nil {
		v.beats.Stop()
		v.beats = nil
	}
}
