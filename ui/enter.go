package ui

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"racedesk/model"
	"racedesk/ui/form"
)

// begin opens the race asked for, the last one, or the choice of one.
func (d *Desk) begin() {
	address := d.options.Address
	if address == "" {
		address = d.app.Preferences().String(prefRace)
	}
	switch {
	case address == "":
		d.choose("")
		return
	case d.options.Shelf.Remote(address):
		d.enter(address) // it may take its time
		return
	}
	if session, err := d.reach(context.Background(), address); err == nil {
		d.adopt(address, session)
	} else {
		d.refused(address, err)
	}
}

// reach opens a race without showing it. It may be called from any goroutine.
func (d *Desk) reach(ctx context.Context, address string) (*Session, error) {
	store, err := d.options.Shelf.Open(ctx, address)
	if err != nil {
		return nil, err
	}
	return NewSession(store, d.id, d.onMain, d.options.Timepiece)
}

// enter opens a race while a sentence says so, or says why it cannot be opened.
func (d *Desk) enter(address string) {
	work(d, d.words.T("start.opening", title(d.options.Shelf.Shown(address))),
		func(ctx context.Context) (*Session, error) { return d.reach(ctx, address) },
		func(session *Session, err error) {
			if err != nil {
				d.refused(address, err)
				return
			}
			d.adopt(address, session)
		},
		func(session *Session) { _ = session.Close() }) // nothing was asked of it
}

// found makes a race at a place that is looked up first, and opens it, or calls failed
// with why it cannot.
func (d *Desk) found(title string, place func() (string, error), edits []model.Edit, failed func(error)) {
	var address string
	work(d, d.words.T("start.opening", title),
		func(ctx context.Context) (*Session, error) {
			at, err := place()
			if err == nil {
				err = d.options.Shelf.Create(ctx, at, edits...)
			}
			if err != nil {
				return nil, err
			}
			address = at
			return d.reach(ctx, at)
		},
		func(session *Session, err error) {
			if err != nil {
				failed(err)
				return
			}
			d.adopt(address, session)
		},
		func(session *Session) { _ = session.Close() }) // nothing was asked of it
}

// refused says on the first screen why a race cannot be opened, and what helps.
func (d *Desk) refused(address string, err error) {
	if address == d.options.Address {
		d.refusal = err
	}
	switch {
	case errors.Is(err, model.ErrNotLetIn):
		d.connect(address, Explain(err, d.words), true)
	case errors.Is(err, model.ErrDamaged) && !d.options.Shelf.Remote(address):
		d.rescue(address, err)
	default:
		d.choose(title(d.options.Shelf.Shown(address)) + ": " + Explain(err, d.words))
	}
}

// adopt shows the race of a session.
func (d *Desk) adopt(address string, session *Session) {
	d.session, d.address, d.refusal, d.turn, d.gate, d.owed = session, address, nil, nil, gate{}, nil
	d.bells.signals = model.Signals{}
	d.remember(d.options.Shelf.Shown(address))
	ours := func() bool { return d.session == session } // not left in the meantime
	session.Edited = func([]model.Edit) {
		if ours() {
			d.update()
		}
	}
	session.Failed = func(err error) { d.foot.say(Explain(err, d.words)) }
	session.Lost = func(error) { d.foot.stand(d.stands()) }
	session.Away = func(err error) {
		session.Lost(err)
		if sheet, open := d.sheet.(*form.Card); open && err == nil {
			sheet.Save() // what could not be stored meanwhile
		}
	}
	session.Stepped = func(by time.Duration) { d.foot.say(stepped(by, d.words)) }
	d.drafts = d.openDrafts(address)
	d.lay()
	d.tellDrafts()
	d.lightFirst()
	if k, ok := session.store.(keeper); ok {
		k.KeepBackups(d.app.Preferences().String(prefSecond), func(err error) {
			slog.Warn("keep backups", "err", err)
			d.onMain(func() {
				if ours() {
					d.foot.say(d.words.T("backups.failed", Explain(err, d.words)))
				}
			})
		})
	}
}

// work does something in the background while the first screen says what, with a
// way out. then is called with what came of it; what comes too late, after it was
// cancelled, is given to drop, in the background too.
func work[T any](d *Desk, what string, do func(context.Context) (T, error), then func(T, error), drop func(T)) {
	ctx, cancel := context.WithCancel(context.Background())
	d.wait(what, func() {
		cancel()
		d.choose("")
	})
	go func() {
		made, err := do(ctx)
		d.onMain(func() {
			late := ctx.Err() != nil
			cancel()
			switch {
			case !late:
				then(made, err)
			case err == nil:
				go drop(made) // it may take its time
			}
		})
	}()
}
