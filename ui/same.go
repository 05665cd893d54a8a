package ui

import (
	"racedesk/model"
	"racedesk/ui/form"
)

// fitting takes a card from the board for an act, where that would change anything.
func (d *Desk) fitting(propose func(*model.Board, model.ID) (model.Edit, error), act func(model.ID)) func(model.ID) bool {
	return func(id model.ID) bool {
		e, err := propose(d.session.Board, id)
		if err != nil || e.Empty() {
			return false
		}
		act(id)
		return true
	}
}

// openSame opens the panel of the cards that may say the same as one. A tap on the board
// chooses too.
func (d *Desk) openSame(id model.ID) {
	d.closePanel()
	c, ok := d.session.Board.Card(id)
	if !ok {
		return
	}
	same := func(b *model.Board, into model.ID) (model.Edit, error) { return b.Merge(into, id) }
	merge := func(into model.ID) {
		d.closePanel()
		d.ask(into, func(b *model.Board) (model.Edit, error) { return same(b, into) }, func(err error) {
			if err == nil && len(d.side.Objects) == 0 {
				d.follow(d.session.Board.Home(into)) // where they are now
			}
		})
	}
	panel := form.NewSame(d.session.Board, c, d.words, merge, d.closePanel)
	d.takes = d.fitting(same, merge)
	d.refresh = func() { panel.Show(d.session.Board) }
	d.view.Choose(id)
	d.panel(panel.Object)
	if search := firstField(d.side); search != nil { // what is typed now looks for the other card
		d.window.Canvas().Focus(search)
	}
	d.returns = func() { d.openCard(id) }
}
