package ui

import (
	"context"
	"errors"
	"image/color"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/gong"
	"racedesk/ui/projector"
)

// A Room is the projector as a program of its own: it shows what the room sees of a
// race, whichever desk that is chosen at, and changes nothing.
type Room struct {
	Address string // of the race
	Locale  string
	Place   string // of the projector; where a desk had it last if it is empty
	Gong    bool   // sounds at the moments of the race
	Open    func(ctx context.Context, address string) (model.Store, error)
	Closed  func() // called when the window is closed
}

// Show opens the window and returns when it was closed.
func (r Room) Show(app fyne.App) (err error) {
	defer unseen(&err)
	store, err := r.Open(context.Background(), r.Address)
	if err != nil {
		return err
	}
	onMain := drawing(nil)
	session, err := NewSession(store, "", onMain, Timepiece{})
	if err != nil {
		return err
	}
	session.Onlooker = true
	session.Away = func(err error) { // what is left is known all the same
		if err != nil {
			slog.Warn("follow race", "err", err)
		}
	}
	ground := &hall{look: &look{tone: tones[0]}, ground: color.Black}
	app.Settings().SetTheme(ground)
	var refused error
	app.Lifecycle().SetOnStarted(func() {
		onMain(func() {
			if refused = r.check(); refused != nil {
				app.Quit()
				return
			}
			r.begin(app, session, onMain, ground)
		})
	})
	app.Run()
	return errors.Join(refused, session.Close())
}

// check refuses a display that was asked for and is not there.
func (r Room) check() error {
	if r.Place == "" {
		return nil
	}
	return projector.Check(r.Place)
}

// begin opens the window, once the displays are known.
func (r Room) begin(app fyne.App, session *Session, onMain func(func()), ground *hall) {
	place := r.Place
	if place == "" {
		place = app.Preferences().String(prefProjector)
	}
	over := make(chan struct{})
	window := projector.Open(app, projector.Options{Words: words.For(r.Locale), Place: place, Closed: func() {
		close(over)
		if r.Closed != nil {
			r.Closed()
		}
		app.Quit()
	}, Sure: func(alone bool) bool { return alone || session.Board.Lock().Set() }, Ground: func(c color.Color) { ground.ground = c }})
	bells := bells{ring: gong.Play, wanted: func() bool { return r.Gong }}
	tick := func() {
		now := second(session.Now())
		window.Show(session.Board, now)
		bells.tick(session.Board, now)
	}
	session.Edited = func([]model.Edit) { tick() }
	tick()
	go beat(over, onMain, session.Now, tick)
}

// hall is the look of the projector alone: the toolkit paints each frame's ground in
// it, before anything is drawn. It belongs to the drawing goroutine.
type hall struct {
	*look
	ground color.Color
}

// Color implements fyne.Theme.
func (h *hall) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameBackground {
		return cleared(h.ground)
	}
	return h.look.Color(name, v)
}

// drawing hands functions to the goroutine that draws: the toolkit's own way unless
// another is given.
func drawing(given func(func())) func(func()) {
	if given == nil {
		return fyne.Do
	}
	return given
}
