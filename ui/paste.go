package ui

import (
	"racedesk/model"
	"racedesk/ui/form"
)

// paste asks what becomes of a pasted text of several lines.
func (d *Desk) paste(stage model.Stage, text string) {
	p, err := model.ReadPaste(text)
	if err == nil && len(p.Titles) == 0 && p.Long > 0 {
		err = model.ErrTooLong
	}
	switch {
	case err != nil:
		d.foot.say(Explain(err, d.words))
	case len(p.Titles) > 0:
		d.askPaste(stage, p)
	}
}

// askPaste opens the panel of what was pasted. Where it cannot be stored, the panel
// comes back.
func (d *Desk) askPaste(stage model.Stage, p model.Paste) {
	d.closePanel()
	add := func(propose func(b *model.Board, first model.ID) (model.Edit, error)) {
		d.closePanel()
		d.showAll() // or they might not be among what is shown
		d.addTop(stage, propose, func() { d.askPaste(stage, p) })
	}
	d.panel(form.NewPaste(d.session.Board, stage, p, d.words, form.PasteActs{
		Add: func(titles []string) {
			add(func(b *model.Board, first model.ID) (model.Edit, error) { return b.AddAll(stage, titles, first) })
		},
		One: func(c model.Card) {
			c.Stage = stage
			add(func(b *model.Board, first model.ID) (model.Edit, error) { return b.Add(c, first) })
		},
		Close: d.closePanel,
	}))
}

// addTop stores new cards at the top of their column, under the line where they
// were written.
func (d *Desk) addTop(stage model.Stage, propose func(b *model.Board, first model.ID) (model.Edit, error), refused func()) {
	d.view.Top(stage)
	d.do("", atTop(stage, propose), refused)
}

// atTop proposes something before the first card of a column.
func atTop(stage model.Stage, propose func(b *model.Board, first model.ID) (model.Edit, error)) model.Step {
	return func(b *model.Board) (model.Edit, error) {
		var first model.ID
		if column := b.Column(stage); len(column) > 0 {
			first = column[0].ID
		}
		return propose(b, first)
	}
}
