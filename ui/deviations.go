package ui

import (
	"racedesk/model"
	"racedesk/ui/form"
)

// openDeviations opens the log of what did not go as planned.
func (d *Desk) openDeviations() { d.closePanel(); d.showDeviations() }

func (d *Desk) showDeviations() *form.Deviations {
	sheet := form.NewDeviations(d.session.Board, d.words, form.DeviationActs{Note: d.note,
		Strike: func(id model.ID) {
			d.do("", func(b *model.Board) (model.Edit, error) { return b.Strike(id) })
		},
		Close: d.closeBack})
	d.sheet, d.refresh = sheet, func() { sheet.Show(d.session.Board) }
	d.panel(sheet.Object)
	return sheet
}

// note stores a line of the log; where that is refused, the panel comes back with it.
func (d *Desk) note(was, is model.Deviation) {
	now := d.session.Now()
	d.do("", func(b *model.Board) (model.Edit, error) { return b.Note(was, is, now) }, func() {
		d.comeBack(nil, func() {
			stands, _ := d.session.Board.Get(was.Ref()).(model.Deviation) // a new line where it is gone
			d.showDeviations().Fill(stands, is)
		})
	})
}
