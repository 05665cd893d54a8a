package ui

import (
	"time"

	"golang.org/x/text/unicode/norm"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/kit"
)

// A gate is how this desk stands to the race's lock.
type gate struct {
	rev    int64     // of the lock that was opened
	open   time.Time // until when it is
	inside bool      // the panel is one that the lock keeps
	busy   bool      // a PIN is being tried
	rests  bool      // none is taken for now
}

const openFor = 5 * time.Minute // after the last use

// locked says whether the controls ask for the PIN.
func (d *Desk) locked() bool {
	if d.session == nil {
		return false
	}
	l := d.session.Board.Lock()
	return l.Set() && (d.gate.rev != l.Rev || !d.now().Before(d.gate.open))
}

// guard makes of something what asks for the PIN first, where the controls are locked.
func (d *Desk) guard(act func()) func() { return func() { d.guarded(act) } }

// guarded does something, once the PIN was given where the controls are locked. It is
// the one place that keeps them.
func (d *Desk) guarded(act func()) {
	if d.locked() {
		d.closePanel()
		d.askPIN(act)
		return
	}
	d.stayOpen()
	act()
	d.gate.inside = d.session != nil && d.session.Board.Lock().Set() && len(d.side.Objects) > 0
}

// stayOpen puts off that the controls lock by themselves.
func (d *Desk) stayOpen() {
	if d.session != nil && d.session.Board.Lock().Set() {
		d.gate.open = d.now().Add(openFor)
	}
}

// unlock opens the controls for a while.
func (d *Desk) unlock(rev int64) {
	d.gate = gate{rev: rev}
	d.stayOpen()
	d.foot.show(d)
}

// lockNow locks the controls at once.
func (d *Desk) lockNow() {
	d.gate.open = time.Time{}
	if d.gate.inside {
		d.closePanel()
	}
	d.foot.show(d)
}

// askPIN asks for the PIN, and then does something.
func (d *Desk) askPIN(act func()) {
	var panel *form.PIN
	try := func(pin string) {
		if d.gate.busy || d.resting(panel) {
			panel.Focus()
			return
		}
		d.gate.busy = true
		panel.Ask(d.words.T("lock.trying"))
		lock := d.session.Board.Lock()
		go func() {
			opens := lock.Opens(norm.NFC.String(pin))
			d.onMain(func() { d.tried(panel, lock, opens, act) })
		}()
	}
	panel = form.NewPIN(d.words.T("lock.sheet"), d.words.T("lock.ask"), d.words, try, d.closePanel)
	d.showPIN(panel)
	d.second = func() { d.resting(panel) }
	d.second()
}

func (d *Desk) showPIN(panel *form.PIN) {
	d.panel(panel.Object)
	d.window.Canvas().Focus(panel.Entry()) // it is not painted yet, so it does not know its canvas
}

// resting says whether no PIN is taken for now, and for how long, after so many wrong
// ones.
func (d *Desk) resting(panel *form.PIN) bool {
	rest, rested := d.toWait(), d.gate.rests
	if d.gate.rests = rest > 0; d.gate.rests {
		panel.Rest(d.words.T("lock.wait", words.Brief(words.Shown(rest))))
	} else if rested {
		panel.Ask(d.words.T("lock.ask"))
	}
	return d.gate.rests
}

// tried does what the PIN was asked for, or counts a wrong one.
func (d *Desk) tried(panel *form.PIN, lock model.Lock, opens bool, act func()) {
	d.gate.busy = false
	if d.session == nil {
		return
	}
	if opens {
		d.forgetTries()
		d.unlock(lock.Rev)
		d.closePanel()
		d.guarded(act)
		return
	}
	d.triedWrong()
	panel.Refuse(d.words.T("lock.wrong"))
	d.resting(panel)
}

// openLock opens the panel in which the lock is made, changed or taken away. A new PIN
// is written twice.
func (d *Desk) openLock() {
	d.closePanel()
	var panel *form.PIN
	first := ""
	try := func(pin string) {
		switch {
		case !model.IsPIN(pin):
			panel.Refuse(d.words.T("error.pin"))
		case first == "":
			first = pin
			panel.Ask(d.words.T("lock.again"))
		case first != pin:
			first = ""
			panel.Refuse(d.words.T("lock.differs"))
		default:
			d.makeLock(pin)
		}
	}
	note := d.words.T("lock.new")
	if d.session.Board.Lock().Set() {
		note = d.words.T("lock.change")
		panel = form.NewPIN(d.words.T("lock.open"), note, d.words, try, d.closePanel,
			kit.NewButton(d.words.T("lock.remove"), func() { d.setLock(model.Lock{}) }))
	} else {
		panel = form.NewPIN(d.words.T("lock.open"), note, d.words, try, d.closePanel)
	}
	d.showPIN(panel)
	d.gate.inside = true
}

// makeLock locks the controls with a PIN.
func (d *Desk) makeLock(pin string) {
	d.closePanel()
	session := d.session
	go func() {
		lock, err := model.NewLock(pin)
		d.onMain(func() {
			switch {
			case d.session != session:
			case err != nil:
				d.foot.say(Explain(err, d.words))
			default:
				d.setLock(lock)
			}
		})
	}()
}

func (d *Desk) setLock(l model.Lock) {
	d.closePanel()
	d.ask("", func(b *model.Board) (model.Edit, error) { return b.SetLock(l) }, func(error) { d.foot.show(d) })
}

// watchLock locks the controls by themselves, once nobody used them for a while.
func (d *Desk) watchLock() {
	if d.gate.inside && d.locked() {
		d.closePanel()
	}
}

// kept says whether taking an edit back changes what the lock keeps: settings, the
// clock, or that a card is deleted once more.
func kept(e model.Edit, again bool) bool {
	return e.Touches(model.KindClock) || e.Label == model.LabelRace || e.Label == model.LabelRules || again && e.Label == model.LabelRemove
}
