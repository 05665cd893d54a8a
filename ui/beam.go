package ui

import (
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/kit"
	"racedesk/ui/projector"
)

// A beam is what the desk has of the projector.
type beam struct {
	window  *projector.Window  // nil while it is closed
	preview *projector.Picture // in the remote, nil while that is closed
	screen  fyne.Size          // that the preview is a picture of
	asked   time.Time          // that the window be closed, by a key pressed once
	remote  func()             // brings the remote up to date
}

// tick shows the time on the projector and in its small picture.
func (m *beam) tick(b *model.Board, now time.Time) {
	if m.preview != nil {
		if m.window != nil {
			m.screen = m.window.Size()
		}
		m.preview.Tell(b, now, m.screen)
	}
	if m.window != nil {
		m.window.Show(b, now)
	}
}

// close closes the room's window, if it is open.
func (m *beam) close() {
	if m.window != nil {
		m.window.Close()
	}
}

// speak changes the language of the room's window.
func (m *beam) speak(w *words.Words) {
	if m.window != nil {
		m.window.Speak(w)
	}
}

// openProjector opens the room's window, if it is not open, and its remote.
func (d *Desk) openProjector() {
	if d.beam.window == nil {
		d.light()
	}
	d.openRemote()
}

// turnProjector opens the room's window, or closes it where it is open.
func (d *Desk) turnProjector() {
	if d.beam.window != nil {
		d.beam.window.Close()
		return
	}
	d.light()
}

// keyProjector opens the room's window, or closes it: before a room that looks at a
// display of its own, once the key was pressed again.
func (d *Desk) keyProjector() {
	now := d.now()
	if w := d.beam.window; w != nil && w.Alone() && now.Sub(d.beam.asked) > toastTime {
		d.beam.asked = now
		d.foot.say(d.words.T("projector.again"))
		return
	}
	d.beam.asked = time.Time{}
	d.turnProjector()
}

// light opens the room's window where it was last time.
func (d *Desk) light() {
	var opened *projector.Window
	opened = projector.Open(d.app, projector.Options{Words: d.words, Board: d.window,
		Place: d.app.Preferences().String(prefProjector), Closed: func() {
			if d.beam.window == opened {
				d.beam.window = nil
			}
			d.tellRemote()
		}, Leave: func(act func()) { d.leaveProjector(opened, act) },
		Sure: func(alone bool) bool { return alone && !d.locked() }, Typed: d.typedAtProjector})
	d.beam.window = opened
	d.tick()
	d.tellRemote()
}

// leaveProjector lets a hand at the room's window close it or take it from the full
// screen, once the PIN was given where the controls are locked.
func (d *Desk) leaveProjector(window *projector.Window, act func()) {
	if !d.locked() {
		act()
		return
	}
	window.Yield() // else nobody sees who asks
	d.window.RequestFocus()
	d.guarded(func() {
		if d.beam.window == window {
			act()
		}
	})
}

// lightFirst opens the room's window with the first race, where that was asked for:
// once the desk is painted, and so stands on the display that it will stand on.
func (d *Desk) lightFirst() {
	if d.options.Projector && d.shown && d.session != nil {
		d.options.Projector = false
		kit.Painted(d.light)
	}
}

// tellRemote brings the remote up to date, if it is open.
func (d *Desk) tellRemote() {
	if d.beam.remote != nil {
		d.beam.remote()
	}
}

// openRemote opens the panel that says what the room sees.
func (d *Desk) openRemote() {
	d.closePanel()
	preview := projector.NewPicture(d.words, fyne.NewSize(320, 210))
	sheet := form.NewProjector(d.projected(), preview.Object, d.words, form.ProjectorActs{
		Cuts: func(message string) bool { return projector.Cuts(message, d.beam.screen) },
		Turn: d.turnProjector, Face: d.face, Place: d.putProjector, Close: d.closePanel,
		Message: func(text string, show bool) {
			d.screen(func(s *model.Screen) { s.Message, s.Face = text, faceIf(show, model.FaceMessage, s.Face) })
		},
		Address: func(text string, show bool) {
			d.screen(func(s *model.Screen) { s.Address, s.Face = text, faceIf(show, model.FaceAddress, s.Face) })
		},
		Light: func(on bool) { d.screen(func(s *model.Screen) { s.Light = on }) },
	})
	d.beam.preview = preview
	d.beam.remote = func() { sheet.Show(d.projected()) }
	d.sheet, d.refresh = sheet, d.beam.remote
	d.panel(sheet.Object)
	d.leaving = func() { d.beam.preview, d.beam.remote = nil, nil }
	d.tick()
}

func faceIf(show bool, face, now model.Face) model.Face {
	if show {
		return face
	}
	return now
}

// face shows the room another face.
func (d *Desk) face(f model.Face) { d.screen(func(s *model.Screen) { s.Face = f }) }

// screen changes what the room sees.
func (d *Desk) screen(change func(*model.Screen)) {
	d.do("", func(b *model.Board) (model.Edit, error) {
		s := b.Screen()
		change(&s)
		return b.SetScreen(s)
	})
}

// putProjector keeps where the projector shall be, and brings it there.
func (d *Desk) putProjector(place string) {
	d.app.Preferences().SetString(prefProjector, place)
	if open := d.beam.window; open != nil {
		d.beam.window = nil
		open.Close()
		d.light()
	}
	d.tellRemote()
}

// projected is how the projector stands.
func (d *Desk) projected() form.ProjectorState {
	now := form.ProjectorState{Open: d.beam.window != nil, Screen: d.session.Board.Screen()}
	all := projector.Displays(d.window)
	board, known := projector.Under(d.window, all)
	place := projector.OwnWindow
	if d.beam.window != nil {
		place = d.beam.window.Place()
	} else {
		d.beam.screen = projector.OwnSize
		if at, ok := projector.Choose(d.app.Preferences().String(prefProjector), all, &board); ok {
			place, d.beam.screen = at.Place(), fyne.NewSize(float32(at.Width), float32(at.Height))
		}
	}
	for _, at := range all {
		key := "projector.display"
		if known && at == board {
			key = "projector.here"
		}
		now.Places = append(now.Places, form.ProjectorPlace{Key: at.Place(), Name: d.words.T(key, at.Name, fmt.Sprintf("%d × %d", at.Width, at.Height))})
	}
	now.Places = append(now.Places, form.ProjectorPlace{Key: projector.OwnWindow, Name: d.words.T("projector.own")})
	if i := slices.IndexFunc(now.Places, func(p form.ProjectorPlace) bool { return p.Key == place }); i >= 0 {
		now.Places[i].Chosen = true
	}
	return now
}
