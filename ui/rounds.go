package ui

import (
	"slices"

	"racedesk/model"
	"racedesk/ui/form"
)

// openRounds opens the panel of voting rounds.
func (d *Desk) openRounds() { d.closePanel(); d.showRounds() }

func (d *Desk) showRounds() *form.Rounds {
	sheet := form.NewRounds(d.session.Board, d.words, form.RoundActs{
		Begin: d.beginRound, Change: d.changeRound, Result: d.openResult, Close: d.closePanel})
	d.sheet, d.refresh = sheet, func() { sheet.Show(d.session.Board) }
	d.panel(sheet.Object)
	return sheet
}

// beginRound begins a round, unless another desk began one in the same moment: then
// that one is theirs too.
func (d *Desk) beginRound(name string, stage model.Stage, dots int) {
	d.ask("", func(b *model.Board) (model.Edit, error) {
		if _, on := b.Voting(); on {
			return model.Edit{}, nil
		}
		return b.BeginRound(name, stage, dots)
	}, func(err error) {
		if err == nil {
			d.closePanel()
			d.foot.say(d.words.T("vote.begun"))
		}
	})
}

// changeRound stores another name or number of dots of the round that goes on. Where
// that is refused, the panel comes back with what was written.
func (d *Desk) changeRound(round model.Round, name string, dots int) {
	d.do("", func(b *model.Board) (model.Edit, error) { return b.ChangeRound(round.ID, name, dots) }, func() {
		d.closePanel()
		d.showRounds().Fill(name, dots)
	})
}

// openResult opens the panel of what a round came to. It closes where the dots are
// hidden again.
func (d *Desk) openResult(id model.ID) {
	d.closePanel()
	round, ok := d.shownRound(id)
	if !ok {
		return
	}
	result := form.NewResult(d.session.Board, round, d.words, form.ResultActs{
		Open: d.follow, Order: func(stage model.Stage) { d.order(stage, id) }, Back: d.openRounds, Close: d.closePanel})
	d.refresh = func() {
		if _, ok := d.shownRound(id); !ok {
			d.closePanel()
			return
		}
		result.Show(d.session.Board)
	}
	d.panel(result.Object)
}

// shownRound finds a round whose dots are seen.
func (d *Desk) shownRound(id model.ID) (model.Round, bool) {
	rounds := d.session.Board.Rounds()
	i := slices.IndexFunc(rounds, func(r model.Round) bool { return r.ID == id && r.Shown })
	if i < 0 {
		return model.Round{}, false
	}
	return rounds[i], true
}

// order puts a column in the order of a round's votes.
func (d *Desk) order(stage model.Stage, round model.ID) {
	d.do("", func(b *model.Board) (model.Edit, error) { return b.OrderByVotes(stage, round) })
}
