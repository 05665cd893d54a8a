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
	second bool   // it belongs on the second display, which stands at
	at     corner // this corner
	away   bool   // and is unplugged: the board is not to be covered
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
	p.at, p.second = secondDisplay()
	p.appear()
	return p
}

// settle is how long a window system is given to move a window.
const settle = 200 * time.Millisecond

// appear puts the window on its display, full screen. The position is asked for
// twice: some window systems go by the first, others move only what they show.
func (p *Window) appear() {
	w, ok := p.window.(desktop.Window)
	if !ok || !p.second {
		p.window.Show()
		p.window.SetFullScreen(true)
		return
	}
	const inside = 40 // a window is on the display that most of it lies on
	w.RequestPosition(p.at.x+inside, p.at.y+inside)
	p.window.Show()
	w.RequestPosition(p.at.x+inside, p.at.y+inside)
	// An animation's end comes on the goroutine that draws.
	fyne.NewAnimation(settle, func(done float32) {
		if done == 1 && !p.away {
			p.window.SetFullScreen(true)
		}
	}).Start()
}

// Show sets what the room sees at an instant. A window whose display is unplugged
// hides, and comes back with it.
func (p *Window) Show(c model.Clock, a model.Agenda, now time.Time) {
	p.face.show(c, a, now)
	if !p.second || connected(p.at) == !p.away {
		return
	}
	if p.away = !p.away; p.away {
		p.window.SetFullScreen(false)
		p.window.Hide()
		return
	}
	p.appear()
}

// Close closes the window.
func (p *Window) Close() { p.window.Close() }
