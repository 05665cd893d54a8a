package ui

import (
	"context"
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2/widget"

	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/kit"
)

// rescue says that a race's file is damaged, and offers its newest whole backup.
func (d *Desk) rescue(path string, damage error) {
	second := d.app.Preferences().String(prefSecond)
	work(d, d.words.T("rescue.looking", title(path)),
		func(ctx context.Context) (Backup, error) { return d.options.Shelf.NewestGood(ctx, path, second) },
		func(b Backup, err error) {
			switch {
			case errors.Is(err, model.ErrMissing):
				d.choose(title(path) + ": " + d.words.T("rescue.none"))
			case err != nil:
				d.choose(title(path) + ": " + Explain(err, d.words))
			default:
				d.offerBackup(path, b, damage)
			}
		}, func(Backup) {})
}

func (d *Desk) offerBackup(path string, b Backup, damage error) {
	w := d.words
	d.names = nil
	open := d.button("rescue", w.T("rescue.open"), func() { d.restore(path, b.Path) })
	open.Importance = widget.HighImportance
	d.front(kit.NewText(title(path), kit.SizeColumn, kit.ColorInk, 2).Bold(),
		kit.NewText(Explain(damage, w), kit.SizeText, kit.ColorAlarm, 6),
		kit.NewText(w.T("rescue.found", w.Date(b.At.Local()), w.Time(b.At.Local()))+" "+w.Missing(b.Missing), kit.SizeText, kit.ColorInk, 4),
		open, d.back())
}

// restore puts a backup in the place of a race and opens it.
func (d *Desk) restore(path, backup string) {
	type done struct {
		aside   string
		session *Session
	}
	work(d, d.words.T("rescue.restoring", title(path)),
		func(ctx context.Context) (done, error) {
			aside, err := d.options.Shelf.Restore(ctx, path, backup)
			if err != nil {
				return done{}, err
			}
			session, err := d.reach(ctx, path)
			return done{aside, session}, err
		},
		func(it done, err error) {
			if err != nil {
				d.refused(path, err)
				return
			}
			d.adopt(path, it.session)
			d.foot.say(d.words.T("rescue.done", filepath.Base(it.aside)))
		},
		func(it done) { _ = it.session.Close() }) // nothing was asked of it
}

// openBackups opens the panel of the race's backups. They are looked up in the
// background: they may lie on a stick, or on a network.
func (d *Desk) openBackups() {
	d.closePanel()
	if d.options.Shelf.Remote(d.address) {
		d.foot.say(d.words.T("backups.server"))
		return
	}
	session, address, second := d.session, d.address, d.app.Preferences().String(prefSecond)
	go func() {
		backups, err := d.options.Shelf.Backups(address, second)
		d.onMain(func() {
			switch {
			case d.session != session || len(d.side.Objects) > 0: // somebody has gone on
			case err != nil:
				d.foot.say(Explain(err, d.words))
			default:
				d.guarded(func() { d.showBackups(backups, second) })
			}
		})
	}()
}

func (d *Desk) showBackups(backups []Backup, second string) {
	d.closePanel()
	var rows []form.Backup
	for _, b := range backups {
		at := b.At.Local()
		rows = append(rows, form.Backup{Path: b.Path, Name: d.words.T("backup.at", d.words.Date(at), d.words.Time(at)),
			Note: d.words.Missing(b.Missing)})
	}
	d.panel(form.NewBackups(rows, second, d.words, form.BackupActs{Restore: d.goBack, Second: func(folder string) {
		d.app.Preferences().SetString(prefSecond, folder)
		d.foot.say(d.words.T("backups.second.set"))
	}, Close: d.closePanel}))
}

// goBack leaves the race and opens it again as it was in a backup.
func (d *Desk) goBack(backup string) {
	path := d.address
	d.part(func(error) { d.restore(path, backup) })
}
