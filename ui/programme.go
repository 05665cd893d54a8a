package ui

import (
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"racedesk/assets"
	"racedesk/model"
	"racedesk/ui/form"
)

// openProgramme opens the panel of the programme, the side timers and the pitch round,
// or puts it away.
func (d *Desk) openProgramme() {
	_, open := d.sheet.(*form.Programme)
	d.closePanel()
	if open {
		return
	}
	var sheet *form.Programme
	sheet = form.NewProgramme(d.session.Board, d.here(), d.words, form.ProgrammeActs{
		Ask: func(change model.Step, refused func()) {
			d.do("", change, func() {
				if refused != nil && d.sheet == sheet {
					refused()
				}
			})
		},
		Now:     d.here,
		Sample:  samplePlan(),
		Touched: func() { d.restThen(sheet) },
		Close:   d.closePanel,
	})
	d.sheet, d.second = sheet, func() { sheet.Show(d.session.Board, d.here()) }
	d.panel(sheet.Object)
}

// openLeaf opens a page of the programme's panel.
func (d *Desk) openLeaf(page form.Leaf) {
	if _, open := d.sheet.(*form.Programme); !open {
		d.openProgramme()
	}
	d.sheet.(*form.Programme).Turn(page)
}

// here is the race's time, as clocks on the wall show it here.
func (d *Desk) here() time.Time { return d.session.Now().Local() }

// restThen stores what is written in the programme once the hand rests.
func (d *Desk) restThen(of *form.Programme) {
	if d.rest != nil {
		d.rest()
	}
	d.rest = d.options.After(restTime, func() {
		d.onMain(func() {
			if d.sheet == of {
				of.Save()
			}
		})
	})
}

// samplePlan is the programme of the sample race.
func samplePlan() model.Agenda {
	outline, err := model.ParseOutline(assets.Sample)
	if err != nil {
		slog.Error("read sample", "err", err)
		return nil
	}
	return outline.Plan()
}

// pitching says whether a pitch round goes on that somebody looks at: the room, or here
// the panel.
func (d *Desk) pitching() bool {
	if _, on := d.session.Board.Pitch(); !on {
		return false
	}
	sheet, open := d.sheet.(*form.Programme)
	return d.session.Board.Screen().Face == model.FacePitch || open && sheet.At() == form.PitchLeaf
}

// presenter does what a key of a presenter means while people look at a pitch round, and
// says whether it means anything.
func (d *Desk) presenter(key fyne.KeyName) bool {
	by := 1
	switch key {
	case fyne.KeyPageDown:
	case fyne.KeyPageUp:
		by = -1
	default:
		return false
	}
	if !d.pitching() {
		return false
	}
	now := d.session.Now()
	d.do("", func(b *model.Board) (model.Edit, error) { return b.StepPitch(by, now) })
	return true
}
