package ui

import (
	"racedesk/model"
	"racedesk/ui/form"
)

// openRules opens the sheet of what the race advises.
func (d *Desk) openRules() {
	d.closePanel()
	now := d.session.Board.Rules()
	d.showRules(now, now)
}

func (d *Desk) showRules(now, written model.Rules) {
	sheet := form.NewRules(now, written, d.session.Board.Groups(), d.words, d.advise, d.closePanel)
	d.sheet = sheet
	d.panel(sheet.Object)
}

// advise stores the sheet of rules; where that is refused, it comes back.
func (d *Desk) advise(was, is model.Rules) {
	d.do("", func(b *model.Board) (model.Edit, error) { return b.AmendRules(was, is) }, func() {
		d.comeBack(nil, func() {
			now := d.session.Board.Rules()
			d.showRules(now, model.Overlay(now, was, is))
		})
	})
}
