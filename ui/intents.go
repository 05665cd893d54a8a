package ui

import (
	"reflect"

	"racedesk/model"
	"racedesk/ui/form"
)

// do stores an edit that concerns a card, which is dimmed until it is known.
// refused, if any, hears why it was not stored.
func (d *Desk) do(id model.ID, propose func(*model.Board) (model.Edit, error), refused ...func()) {
	d.ask(id, propose, func(err error) {
		for _, f := range refused {
			if err != nil {
				d.onMain(f) // after whatever asked for the edit has put itself away
			}
		}
	})
}

// ask stores an edit that concerns a card, which is dimmed until it is known. then
// hears how it ended.
func (d *Desk) ask(id model.ID, propose func(*model.Board) (model.Edit, error), then func(error)) {
	d.doAll([]model.ID{id}, propose, then)
}

// doAll stores an edit that concerns cards, as do does; done hears how it ended.
func (d *Desk) doAll(ids []model.ID, propose func(*model.Board) (model.Edit, error), done func(error)) {
	label, of, into, left := "", "", "", []model.ID(nil)
	d.view.Waiting(true, ids...)
	d.session.Do(func(b *model.Board) (model.Edit, error) {
		e, err := propose(b)
		if label = e.Label; e.Empty() {
			label = ""
		}
		of, into, left = d.subject(b, e, ids), intoWhat(b, e), leftBy(e)
		return e, err
	}, func(err error) {
		d.view.Waiting(false, ids...)
		if err == nil && label != "" && label != model.LabelTime && (label != model.LabelVote || d.turn == nil) {
			d.foot.tell(of, d.alone(d.done(label, into), label, left), d.takesBack(label))
		}
		done(err)
	})
}

// add puts a new card at the top of its column, under the line where it was
// written.
func (d *Desk) add(stage model.Stage, title string) {
	groups, tags := d.widen()
	d.addTop(stage, func(b *model.Board, first model.ID) (model.Edit, error) {
		return b.Add(model.Card{Stage: stage, Title: title, Groups: groups, Tags: tags}, first)
	}, func() { d.view.GiveBack(stage, title) })
}

// openMoves opens the panel of where a card can go. A tap on the board chooses the card
// that it goes into.
func (d *Desk) openMoves(id model.ID) {
	d.closePanel()
	c, ok := d.session.Board.Card(id)
	if !ok {
		return
	}
	then := func(act func()) {
		d.closePanel()
		act()
	}
	d.view.Choose(id)
	join := func(into model.ID) { then(func() { d.join([]model.ID{id}, into) }) }
	d.panel(form.NewMoves(d.session.Board, c, d.words, form.MoveActs{
		Move:    func(id, before model.ID) { then(func() { d.move([]model.ID{id}, before, nil) }) },
		Promote: func(id model.ID) { then(func() { d.promote([]model.ID{id}, "", nil) }) },
		Join:    func(_, into model.ID) { join(into) },
		Close:   d.closePanel,
	}))
	d.takes = d.fitting(func(b *model.Board, into model.ID) (model.Edit, error) { return b.Join(id, into) }, join)
	d.returns = func() { d.openCard(id) }
}

// openParked opens the drawer of parked cards.
func (d *Desk) openParked() {
	d.closePanel()
	var shown []model.Card
	show := func() {
		shown = d.session.Board.Parked()
		d.panel(form.NewParked(d.session.Board, d.words, func(id model.ID) {
			d.openCard(id)
			d.behind = d.openParked
		}, func(id model.ID) {
			d.do(id, func(b *model.Board) (model.Edit, error) { return b.Park(id, false) })
		}, d.closePanel))
	}
	d.refresh = func() {
		if !reflect.DeepEqual(shown, d.session.Board.Parked()) {
			show()
		}
	}
	show()
}

// openRace opens the sheet of the race and its report.
func (d *Desk) openRace() {
	d.closePanel()
	now := d.session.Board.Description()
	d.showRace(now, now)
}

func (d *Desk) showRace(now, written model.Description) {
	sheet := form.NewRace(now, written, d.words, form.RaceActs{Write: d.describe, Rules: d.openRules, Log: d.guard(func() { d.openDeviations(); d.behind = d.guard(d.openRace) }),
		Desk: d.id.Given(), Call: d.call, Close: d.closePanel})
	d.sheet = sheet
	d.panel(sheet.Object)
}

// nameDesk leads to where this desk is given a name.
func (d *Desk) nameDesk() {
	d.openRace()
	if sheet, open := d.sheet.(*form.Race); open {
		d.onMain(sheet.Naming) // once it is laid out
	}
}

// describe stores the race's sheet; where that is refused, it comes back.
func (d *Desk) describe(was, is model.Description) {
	d.do("", func(b *model.Board) (model.Edit, error) { return b.AmendRace(was, is) }, func() {
		d.comeBack(nil, func() {
			now := d.session.Board.Description()
			d.showRace(now, now.Overlay(was, is))
		})
	})
}
