package ui

import (
	"maps"
	"slices"
	"time"

	"racedesk/model"
)

// undo takes back this desk's last edit.
func (d *Desk) undo() {
	d.revert(d.session.History.Undo, d.session.Undo, "undo.done", false)
}

// redo does again what was last taken back.
func (d *Desk) redo() {
	d.revert(d.session.History.Redo, d.session.Redo, "redo.done", true)
}

// trembleTime is how long after a tap another one may be the same finger's.
const trembleTime = 400 * time.Millisecond

// once is what a button does whose second tap, so soon after the last one, is that of one
// finger that trembles: it does not count. Keys that are held repeat all the same.
func (d *Desk) once(last *time.Time, within time.Duration, act func()) func() {
	return func() {
		if now := d.now(); now.Sub(*last) >= within {
			*last = now
			act()
		}
	}
}

// revert takes an edit back, says which one it was, and leads to the cards that it
// was about.
func (d *Desk) revert(which func() (model.Edit, bool), act func(func(model.Edit)), key string, again bool) {
	back := func() {
		act(func(e model.Edit) {
			ids := cardsOf(e)
			d.foot.tell(d.about(e, ids), d.words.T(key, d.words.T("edit."+e.Label)), model.Edit{})
			d.view.LeadTo(ids...)
		})
	}
	if e, can := which(); can && kept(e, again) {
		d.guarded(back)
		return
	}
	back()
}

// cardsOf are the cards that an edit was about: not those that made room for one that
// was moved.
func cardsOf(e model.Edit) (ids []model.ID) {
	var moved model.ID
	for _, c := range e.Changes {
		switch x := either(c).(type) {
		case model.Card:
			switch pushed := slices.Equal(c.Fields(), []string{"rank"}); {
			case !pushed || e.Label == model.LabelMoves:
				ids = append(ids, x.ID)
			case e.Label == model.LabelMove && (moved == "" || e.Undoes == 0): // the last one, or of an inverse the first
				moved = x.ID
			}
		case model.Link:
			ids = append(ids, x.From, x.To)
		case model.Picture:
			ids = append(ids, x.Card)
		}
	}
	if moved != "" {
		ids = append(ids, moved)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// about says what an edit was about: one card by its title, one that went on by its
// own and not by where it went, or how many.
func (d *Desk) about(e model.Edit, ids []model.ID) string {
	titles, from := map[model.ID]string{}, map[model.ID]bool{}
	for _, c := range e.Changes {
		switch x := either(c).(type) {
		case model.Card:
			titles[x.ID] = x.Title
		case model.Link:
			from[x.From] = true
		}
	}
	if len(from) == 1 {
		ids = slices.Collect(maps.Keys(from))
	}
	switch len(ids) {
	case 0:
		return ""
	case 1:
		if c, there := d.session.Board.Card(ids[0]); there {
			return short(c.Title)
		}
		return short(titles[ids[0]])
	}
	return d.words.T("cards", len(ids))
}

// votedFor is the title of the card that an edit gave a vote, or took one from. Of a
// dot in a round, nobody is told.
func votedFor(e model.Edit) string {
	if e.Label != model.LabelVote || len(e.Changes) == 0 {
		return ""
	}
	c, _ := either(e.Changes[0]).(model.Card)
	return short(c.Title)
}
