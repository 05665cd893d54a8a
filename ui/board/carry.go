package board

import (
	"time"

	"fyne.io/fyne/v2"

	"racedesk/model"
)

// A drag is one card under one pointer.
type drag struct {
	card   model.Card
	open   bool
	lanes  []Lane
	ghost  *card
	grip   fyne.Position // from the ghost's corner to the pointer
	home   fyne.Position // where the ghost was taken up, in the view
	at     fyne.Position // the pointer, in the view
	origin fyne.Position // of the view, on the window
	target Target
	dead   bool // cancelled: what still comes of it is passed over
	pull   *fyne.Animation
}

// dragged carries a card along.
func (v *View) dragged(id model.ID, e *fyne.DragEvent) {
	if v.drag == nil && !v.lift(id, e) {
		return
	}
	d := v.drag
	if d.dead {
		return
	}
	d.at = e.AbsolutePosition.Subtract(d.origin)
	d.ghost.Move(d.at.Subtract(d.grip))
	v.aim()
	v.reach()
}

// lift takes a card up: a ghost in its place, and the columns measured once.
func (v *View) lift(id model.ID, e *fyne.DragEvent) bool {
	c, ok := v.board.Card(id)
	if !ok {
		return false
	}
	v.clear()
	d := &drag{card: c, open: v.board.Open(c), origin: fyne.CurrentApp().Driver().AbsolutePositionForObject(v)}
	for _, col := range v.columns {
		d.lanes = append(d.lanes, col.lane(col.Position(), id))
		if one := col.cards[id]; one != nil {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(one)
			d.grip, d.home = e.AbsolutePosition.Subtract(at), at.Subtract(d.origin)
			d.ghost = one.lifted()
		}
	}
	if d.ghost == nil {
		return false
	}
	v.drag = d
	v.layer.Objects = []fyne.CanvasObject{d.ghost}
	for _, col := range v.columns {
		v.hide(col, id)
	}
	return true
}

// follow shows what a drop would do among the cards as they lie now: others may
// have changed them under the one that is carried.
func (v *View) follow() {
	d := v.drag
	if d == nil || d.dead {
		return
	}
	d.open = v.board.Open(d.card)
	for i, c := range v.columns {
		d.lanes[i] = c.lane(c.Position(), d.card.ID)
	}
	v.aim()
}

// hide takes the carried card out of its column, so that a gap can stand for it.
func (v *View) hide(c *column, id model.ID) {
	if one := c.cards[id]; one != nil && !one.Hidden {
		one.Hidden = true
		c.arrange(true)
	}
}

// aim shows what a drop would do now.
func (v *View) aim() {
	d := v.drag
	d.target = Over(d.lanes, d.card, d.open, d.at)
	if d.target.Act == Join && v.board.Get(model.NewLink(d.card.ID, d.target.Onto).Ref()) != nil {
		d.target = Target{}
	}
	for _, c := range v.columns {
		gap, hint := -1, ""
		if c.stage == d.target.Stage {
			switch d.target.Act {
			case Place:
				gap = d.target.Slot
			case Promote:
				gap, hint = d.target.Slot, v.words.T("drop.promote."+string(c.stage))
			case Join:
				onto, _ := v.board.Card(d.target.Onto)
				hint = v.words.T("drop.join", onto.Title)
			}
		}
		c.openGap(gap)
		c.light(hint)
		for id, one := range c.cards {
			one.lit(d.target.Act == Join && id == d.target.Onto)
		}
	}
}

// reach scrolls a column while the card is held near its edge.
func (v *View) reach() {
	d := v.drag
	if d.pull != nil {
		return
	}
	last := time.Now()
	d.pull = fyne.NewAnimation(time.Hour, func(float32) {
		since := time.Since(last)
		last = time.Now()
		v.scrollBy(min(since, 100*time.Millisecond))
	})
	d.pull.Start()
}

func (v *View) scrollBy(since time.Duration) {
	d := v.drag
	if d == nil || d.dead {
		return
	}
	for i, c := range v.columns {
		speed := d.lanes[i].Pull(d.at)
		if speed == 0 {
			continue
		}
		room := max(0, c.inside.MinSize().Height-c.scroll.Size().Height)
		y := min(max(0, c.scroll.Offset.Y+speed*float32(since.Seconds())), room)
		if y != c.scroll.Offset.Y {
			c.scroll.ScrollToOffset(fyne.NewPos(0, y))
			d.lanes[i].Scrolled = y
			v.aim()
		}
	}
}

// Cancel ends a drag without a move; says whether there was one.
func (v *View) Cancel() bool {
	d := v.drag
	if d == nil || d.dead {
		return false
	}
	d.dead, d.target = true, Target{}
	v.land(d)
	return true
}

// dropped ends a drag and says what it meant.
func (v *View) dropped(model.ID) {
	d := v.drag
	v.drag = nil
	if d == nil || d.dead {
		return
	}
	v.land(d)
	switch t := d.target; t.Act {
	case Place:
		v.intents.Move(d.card.ID, t.Before)
	case Promote:
		v.intents.Promote(d.card.ID, t.Before)
	case Join:
		v.intents.Join(d.card.ID, t.Onto)
	}
}
