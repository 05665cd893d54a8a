package ui

import (
	"time"

	"racedesk/model"
	"racedesk/ui/gong"
)

// sounds are what is heard of each signal: of the race a gong, of what is beside it a
// small bell.
var sounds = map[model.Signal]gong.Sound{
	model.SignalTurn:    {Pitch: 523, Strokes: 2},
	model.SignalWarning: {Pitch: 196, Strokes: 1},
	model.SignalDanger:  {Pitch: 196, Strokes: 2},
	model.SignalEnd:     {Pitch: 196, Strokes: 3},
}

// bells sound at this computer when a moment passes, where that is wanted.
type bells struct {
	signals model.Signals
	ring    func(s gong.Sound, failed func(error))
	wanted  func() bool
}

// tick listens to the race's time.
func (l *bells) tick(b *model.Board, now time.Time) {
	if s := l.signals.Pass(b, now); s != model.NoSignal && l.wanted() {
		l.ring(sounds[s], nil)
	}
}

// ringing plays sounds on the loudspeakers unless another way is given.
func ringing(given func(gong.Sound, func(error))) func(gong.Sound, func(error)) {
	if given == nil {
		return gong.Play
	}
	return given
}

// gonging says whether the gong sounds at this computer.
func (d *Desk) gonging() bool { return d.app.Preferences().Bool(prefGong) }

// tryGong lets the gong be heard as at a warning; failed is called where it cannot be.
func (d *Desk) tryGong(failed func()) {
	d.bells.ring(sounds[model.SignalWarning], func(error) { d.onMain(failed) })
}
