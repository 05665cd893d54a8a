package ui

import (
	"time"

	"racedesk/model"
	"racedesk/ui/form"
)

// openClock opens the clock's remote.
func (d *Desk) openClock() {
	d.closePanel()
	d.showClock()
}

func (d *Desk) showClock() *form.Clock {
	now := func() (model.Clock, time.Time) { return d.session.Board.Clock(), d.session.Now() }
	clock, at := now()
	var remote *form.Clock
	remote = form.NewClock(clock, at, d.words, form.ClockActs{
		Change: func(how form.ClockChange) {
			d.setClock(func(c model.Clock) model.Clock { return how(c, d.session.Now()) })
		},
		Over:      func(text string) { d.setOver(remote, text) },
		Gong:      func(on bool) { d.app.Preferences().SetBool(prefGong, on) },
		Gonging:   d.gonging,
		Try:       func() { d.tryGong(func() { remote.Mute() }) },
		Projector: d.openProjector, Lock: d.openLock, Close: d.closePanel,
	})
	d.sheet, d.second = remote, func() { remote.Show(now()) }
	d.panel(remote.Object)
	return remote
}

func (d *Desk) setClock(change func(model.Clock) model.Clock, refused ...func()) {
	d.stayOpen()
	d.do("", func(b *model.Board) (model.Edit, error) { return b.SetClock(change(b.Clock())) }, refused...)
}

// setOver stores the text of overtime; where that is refused, it comes back.
func (d *Desk) setOver(from *form.Clock, text string) {
	d.setClock(func(c model.Clock) model.Clock { c.Over = text; return c }, func() {
		d.comeBack(from, func() { d.showClock().Fill(text) })
	})
}
