package ui

import (
	"errors"
	"log/slog"
	"net/url"
	"slices"
	"time"

	"racedesk/model"
	"racedesk/ui/form"
)

// What a hand wrote is stored once it rested for pauseTime, on a card, and restTime after
// the first key at the latest. A program that is killed loses no more.
const (
	restTime  = 2 * time.Second
	pauseTime = 500 * time.Millisecond
)

// tapped gives a card to the panel that is for choosing one, or opens it.
func (d *Desk) tapped(id model.ID) {
	if d.takes == nil || !d.takes(id) {
		d.openCard(id)
	}
}

// openCard opens a card's sheet beside the board.
func (d *Desk) openCard(id model.ID) {
	if open, ok := d.sheet.(*form.Card); ok && open.ID() == id {
		return
	}
	c, ok := d.session.Board.Card(id)
	if !ok {
		d.closePanel()
		return
	}
	d.putAway()
	d.leavePanel()
	d.showKept(c)
}

// follow opens a card's sheet for whoever does not see the card, and leads to it.
func (d *Desk) follow(id model.ID) {
	d.openCard(id)
	d.view.LeadTo(id)
}

// showKept shows the sheet of a card with what is kept of it that was not stored.
func (d *Desk) showKept(c model.Card) {
	kept, any := d.drafts.Cards[c.ID]
	if !any {
		d.showCard(c, c)
		return
	}
	began := model.Overlay(c, kept.Is, kept.Was)
	began.Votes = c.Votes
	d.showCard(began, model.Overlay(c, kept.Was, kept.Is))
	d.refresh()
	d.touched() // what can be stored by now is
}

// showCard shows the sheet of a card, filled in with what is written of it. It
// follows the board while it is open.
func (d *Desk) showCard(c, written model.Card) *form.Card {
	var sheet *form.Card
	acts := d.cardActs()
	acts.Write = func(was, is model.Card) { d.write(sheet, was, is) }
	acts.Again = func(c model.Card, origins []model.ID) { d.writeAgain(sheet, c, origins) }
	acts.Past = func(id model.ID) { d.past(sheet, id) }
	acts.Touched, acts.Who, acts.Here, acts.Name = d.touched, d.who, d.id, d.guard(d.nameDesk)
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
		Park: func(id model.ID, parked bool) {
			ask(id, func(b *model.Board) (model.Edit, error) { return b.Park(id, parked) })
			d.closePanel()
		},
		Split: func(from, to model.ID) {
			ask(to, func(b *model.Board) (model.Edit, error) {
				if !slices.ContainsFunc(b.Sources(to), func(c model.Card) bool { return c.ID == b.Home(from) }) {
					return model.Edit{}, nil // another desk took it out
				}
				return b.Split(from, to)
			})
		},
		Apart: func(id model.ID) {
			d.closePanel()
			ask(id, func(b *model.Board) (model.Edit, error) { return b.TakeApart(id) })
		},
		Gone: func(id model.ID) {
			d.guarded(func() {
				d.drafts.forget(id)
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
		Sought: func(tag string) bool { return slices.Contains(d.filter.Tags, tag) },
		Seek:   func(tag string) { d.choosePart(part{partTag, tag, slices.Contains(d.filter.Tags, tag)}) },
		Browse: d.visit, Drop: d.dropCard,
		Moves: d.openMoves, Same: d.openSame, Open: d.follow, Close: d.closeBack,
		PictureActs: form.PictureActs{Small: d.album.of, Choose: d.choosePicture, Look: d.lookAt},
	}
}

// closeBack puts a sheet away; where it was opened from the report, that comes back.
func (d *Desk) closeBack() {
	back := d.behind
	d.closePanel()
	if back != nil {
		back()
	}
}

// reopen returns a way back to the sheet of a card, and from there to what it was
// opened from.
func (d *Desk) reopen(card model.ID) func() {
	behind := d.behind
	return func() {
		d.closePanel()
		d.openCard(card)
		d.behind = behind
	}
}

// touched stores what is written once the hand pauses, and soon also where it goes on.
func (d *Desk) touched() {
	now := d.now()
	if d.keeping == nil {
		d.wrote = now
	} else {
		d.keeping()
	}
	wait := min(pauseTime, restTime-now.Sub(d.wrote))
	d.keeping = d.options.After(max(0, wait), func() {
		d.onMain(func() {
			d.keeping = nil
			if sheet, open := d.sheet.(*form.Card); open {
				sheet.Rest()
				d.keep(sheet)
			}
			d.drafts.save()
		})
	})
}

// keep keeps what is written on a sheet and not stored, and says whether anything is. Of
// a card that is gone, what is kept stays as it is.
func (d *Desk) keep(sheet *form.Card) bool {
	was, is, any := sheet.Unsettled()
	if any {
		d.drafts.Cards[sheet.ID()] = unsettled{was, is}
	} else if _, there := d.session.Board.Card(sheet.ID()); there {
		delete(d.drafts.Cards, sheet.ID())
	}
	return any
}

// write stores what was written in a card's sheet. Where that is refused, the sheet
// has what was typed; if it was closed, it has it when it is opened again.
func (d *Desk) write(sheet *form.Card, was, is model.Card) {
	d.ask(is.ID, func(b *model.Board) (model.Edit, error) { return b.Amend(was, is) }, func(err error) {
		if err == nil {
			sheet.Stored(d.session.Board)
			return
		}
		d.onMain(func() { // after whatever asked for the edit has put itself away
			why := Explain(err, d.words)
			if d.sheet != sheet {
				d.giveBack(sheet, was, is, err)
				return
			}
			if sheet.Refused(d.session.Board, was, is, why) {
				d.foot.say(d.words.T("clash.toast", d.who(is.ID)))
			}
			d.keep(sheet)
			d.drafts.save()
		})
	})
}

// giveBack keeps what could not be stored of a card whose sheet is closed, and says
// why. Where the card is gone, its sheet comes back.
func (d *Desk) giveBack(sheet *form.Card, was, is model.Card, err error) {
	if _, there := d.session.Board.Card(is.ID); !there {
		d.closePanel()
		d.drafts.Cards[is.ID] = unsettled{was, is}
		d.drafts.save()
		d.showCard(was, is).From(sheet)
		d.refresh()
		return
	}
	again, open := d.sheet.(*form.Card)
	if open = open && again.ID() == is.ID; open {
		d.closePanel() // it shall show both
	}
	kept, any := d.drafts.Cards[is.ID]
	if !any {
		kept = unsettled{was, was}
	}
	d.drafts.Cards[is.ID] = unsettled{model.Overlay(kept.Was, is, was), model.Overlay(kept.Is, was, is)}
	d.drafts.save()
	if open {
		d.openCard(is.ID)
	}
	if errors.Is(err, model.ErrConflict) {
		d.foot.say(d.words.T("unsettled.clash", d.who(is.ID)))
		return
	}
	d.foot.say(Explain(err, d.words) + " " + d.words.T("unsettled.kept"))
}

// who says where a card was changed last.
func (d *Desk) who(card model.ID) string {
	desk := d.session.wrote[model.Ref{Kind: model.KindCard, ID: card}]
	if desk.Same(d.id) {
		return d.words.T("clash.here")
	}
	return place(desk, d.words)
}

// writeAgain puts what is written on the sheet of a card that is gone on a new card,
// which comes from the same ones as far as they are there.
func (d *Desk) writeAgain(sheet *form.Card, c model.Card, origins []model.ID) {
	d.dropSheet()
	d.drafts.forget(c.ID)
	again := c
	again.ID, again.Ticks, again.Parked = "", nil, false
	add := func(b *model.Board, first model.ID) (model.Edit, error) { return b.AddFrom(origins, again, first) }
	d.ask("", atTop(again.Stage, add), func(err error) {
		if err != nil {
			d.onMain(func() { d.giveBack(sheet, model.Card{ID: c.ID, Stage: c.Stage}, c, err) })
		}
	})
}

// dropSheet puts the sheet away with what is written on it.
func (d *Desk) dropSheet() {
	d.sheet = nil
	d.closePanel()
}

// dropCard puts a card's sheet away with what is written on it and kept of it.
func (d *Desk) dropCard() {
	if sheet, open := d.sheet.(*form.Card); open {
		d.drafts.forget(sheet.ID())
	}
	d.dropSheet()
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
