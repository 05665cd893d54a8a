package projector

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"racedesk/assets/words"
	"racedesk/model"
)

// Window is the projector: full screen on the second display where there is one,
// else on this one. Escape and F11 leave it.
type Window struct {
	window fyne.Window
	face   *face
}

// Open shows the projector's window and calls closed when it is gone.
func Open(app fyne.App, w *words.Words, closed func()) *Window {
	p := &Window{window: app.NewWindow("RaceDesk – " + w.T("projector.title")), face: newFace(w)}
	p.window.SetPadded(false)
	p.window.SetContent(p.face)
	p.window.Resize(fyne.NewSize(1280, 720))
	p.window.SetOnClosed(closed)
	p.window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		switch e.Name {
		case fyne.KeyEscape:
			p.window.Close()
		case fyne.KeyF11:
			p.window.SetFullScreen(!p.window.FullScreen())
		}
	})
	app.Driver().SetDisableScreenBlanking(true)
	if other, there := secondDisplay(); there {
		if w, ok := p.window.(desktop.Window); ok {
			w.RequestPosition(other.x+40, other.y+40)
		}
	}
	p.window.Show()
	p.window.SetFullScreen(true)
	return p
}

// Show sets what the room sees at an instant.
func (p *Window) Show(c model.Clock, a model.Agenda, now time.Time) { p.face.show(c, a, now) }

// Close closes the window.
func (p *Window) Close() { p.window.Close() }
