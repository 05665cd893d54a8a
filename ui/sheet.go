package ui

import (
	"log/slog"
	"net/url"
	"time"

	"racedesk/model"
	"racedesk/ui/form"
)

// restTime is how long it takes at most until what a hand wrote is stored.
const restTime = 2 * time.Second

// openCard opens a card's sheet beside the board.
func (d *Desk) openCard(id model.ID) {
	if open, ok := d.sheet.(*form.Card); ok && open.ID() == id {
		return
	}
	d.closePanel()
	if c, ok := d.session.Board.Card(id); ok {
		d.showCard(c, c)
		d.enterPanel()
	}
}

// showCard shows the sheet of a card, filled in with what is written of it. It
// follows the board while it is open.
func (d *Desk) showCard(c, written model.Card) *form.Card {
	var sheet *form.Card
	acts := d.cardActs()
	acts.Write = func(was, is model.Card) { d.write(sheet, was, is) }
	acts.Again = func(c model.Card) { d.writeAgain(c) }
	acts.Past = func(id model.ID) { d.past(sheet, id) }
	acts.Touched = d.touched
	sheet = form.NewCard(d.session.Board, c, written, d.words, acts)
	d.sheet = sheet
	d.refresh = func() { sheet.Show(d.session.Board) }
	d.view.Choose(c.ID)
	d.panel(sheet.Object)
	return sheet
}

// cardActs are what is done with a card from its sheet.
func (d *Desk) cardActs() form.CardActs {
	ask := func(id model.ID, propose func(*model.Board) (model.Edit, error)) { d.do(id, propose) }
	return form.CardActs{
		Dress: d.dress,
		Park: func(id model.ID, parked bool) {
			ask(id, func(b *model.Board) (model.Edit, error) { return b.Park(id, parked) })
			d.closePanel()
		},
		Split: func(from, to model.ID) {
			ask(to, func(b *model.Board) (model.Edit, error) { return b.Split(from, to) })
		},
		Apart: func(id model.ID) {
			d.closePanel()
			ask(id, func(b *model.Board) (model.Edit, error) { return b.TakeApart(id) })
		},
		Gone: func(id model.ID) {
			d.guarded(func() {
				d.dropSheet()
				ask(id, func(b *model.Board) (model.Edit, error) { return b.Remove(id) })
			})
		},
		Unmerge: func(id model.ID) {
			ask(id, func(b *model.Board) (model.Edit, error) { return b.Unmerge(id) })
		},
		Tick: func(id, check model.ID, done bool) {
			ask(id, func(b *model.Board) (model.Edit, error) { return b.Tick(id, check, done) })
		},
		Browse: d.visit, Drop: d.dropSheet,
		Moves: d.openMoves, Same: d.openSame, Open: d.openCard, Close: d.closePanel,
		PictureActs: form.PictureActs{Small: d.album.of, Choose: d.choosePicture, Look: d.lookAt},
	}
}

// touched stores soon what is written in a sheet, also where the hand goes on.
func (d *Desk) touched() {
	if d.keeping {
		return
	}
	d.keeping = true
	d.options.After(restTime, func() {
		d.onMain(func() {
			d.keeping = false
			if sheet, open := d.sheet.(*form.Card); open {
				sheet.Rest()
			}
		})
	})
}

// write stores what was written in a card's sheet. Where that is refused, the sheet
// has what was typed, on the card as it stands, and comes back if it was closed.
func (d *Desk) write(sheet *form.Card, was, is model.Card) {
	d.ask(is.ID, func(b *model.Board) (model.Edit, error) { return b.Amend(was, is) }, func(err error) {
		if err == nil {
			sheet.Stored(d.session.Board)
			return
		}
		d.onMain(func() { // after whatever asked for the edit has put itself away
			if d.sheet == sheet {
				sheet.Refused(d.session.Board, was, is, Explain(err, d.words))
				return
			}
			d.giveBack(was, is, Explain(err, d.words))
		})
	})
}

// giveBack opens a card's sheet with what could not be stored of it, on the card as
// it stands or, where it is gone, as it was; and says why.
func (d *Desk) giveBack(was, is model.Card, why string) {
	d.closePanel()
	now, there := d.session.Board.Card(is.ID)
	if !there {
		d.showCard(was, is)
		d.refresh()
		return
	}
	d.showCard(now, model.Overlay(now, was, is)).Hold(d.session.Board, why)
}

// writeAgain puts what is written on the sheet of a card that is gone on a new card.
func (d *Desk) writeAgain(c model.Card) {
	d.dropSheet()
	again := c
	again.ID, again.Ticks, again.Parked = "", nil, false
	add := func(b *model.Board, first model.ID) (model.Edit, error) { return b.Add(again, first) }
	d.ask("", atTop(again.Stage, add), func(err error) {
		if err != nil {
			d.onMain(func() { d.giveBack(model.Card{ID: c.ID, Stage: c.Stage}, c, Explain(err, d.words)) })
		}
	})
}

// dropSheet puts the sheet away with what is written on it.
func (d *Desk) dropSheet() {
	d.sheet = nil
	d.closePanel()
}

// past shows on a card's sheet what happened to the card.
func (d *Desk) past(sheet *form.Card, id model.ID) {
	d.session.Past(id, func(events []model.Event, err error) {
		if err != nil {
			d.foot.say(Explain(err, d.words))
		}
		sheet.Past(events, d.session.Board.Clock().Wall(d.session.Now()))
	})
}

// visit opens an address in the browser.
func (d *Desk) visit(address string) {
	page, err := url.Parse(address)
	if err == nil {
		err = d.app.OpenURL(page)
	}
	if err != nil {
		slog.Warn("open page", "err", err)
		d.foot.say(d.words.T("links.failed", address))
	}
}

// openSame opens the panel of the cards that may say the same as one.
func (d *Desk) openSame(id model.ID) {
	d.closePanel()
	c, ok := d.session.Board.Card(id)
	if !ok {
		return
	}
	panel := form.NewSame(d.session.Board, c, d.words, func(into model.ID) {
		d.closePanel()
		d.ask(into, func(b *model.Board) (model.Edit, error) { return b.Merge(into, id) }, func(err error) {
			if err == nil && len(d.side.Objects) == 0 {
				d.openCard(d.session.Board.Home(into)) // where they are now
			}
		})
	}, d.closePanel)
	d.refresh = func() { panel.Show(d.session.Board) }
	d.panel(panel.Object)
}
