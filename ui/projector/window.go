package projector

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/go-gl/glfw/v3.4/glfw"

	"racedesk/assets/words"
	"racedesk/model"
)

// Options say where a projector opens.
type Options struct {
	Words  *words.Words
	Board  fyne.Window // the window of the board; nil where this process has none
	Place  string      // of a display, or OwnWindow; the best one where it is empty
	Closed func()      // called when the window is gone; may be nil

	// Leave is asked before a hand closes the window or takes it from the full screen,
	// which is act; nil where any hand may.
	Leave func(act func())

	// Sure says whether a hand must confirm that, so that none does it in passing, where
	// the window fills a display of its own and where not; nil where none must.
	Sure func(alone bool) bool

	// Typed hears the keys that are not the window's own; nil where they mean nothing.
	Typed func(fyne.KeyName)

	// Ground hears which colour the ground has, where the program paints it, which
	// costs half of drawing it as an object; nil where it is the window's to draw.
	Ground func(color.Color)
}

// Window is the projector: full screen on a display, or a window of its own. Escape
// closes it, F11 changes between the two, and a tap shows for some seconds the
// buttons that do the same. They stand there from the beginning where the window may
// cover the board. On a display of its own the room sees nothing of a tap, and two in
// quick succession are the way out.
type Window struct {
	app     fyne.App
	options Options
	window  fyne.Window
	face    *Face
	glass   *glass
	on      Display // that it fills, where it is
	full    bool    // and not in a window of its own
	away    bool    // the display is unplugged: the board is not to be covered
	over    bool    // it was closed
	handing bool    // what is typed on to the board: the window has just appeared
}

// OwnSize is the size of a window of its own.
var OwnSize = fyne.NewSize(1280, 720)

// smallSize is that of a window before it fills a display.
var smallSize = fyne.NewSize(640, 360)

// Open shows the projector's window.
func Open(app fyne.App, o Options) *Window {
	p := &Window{app: app, options: o, window: app.NewWindow("RaceDesk – " + o.Words.T("projector.title")),
		face: NewFace(o.Words, fyne.NewSize(320, 180))}
	p.face.paint = o.Ground
	p.glaze()
	p.window.SetPadded(false)
	p.window.SetOnClosed(p.gone)
	p.window.SetCloseIntercept(func() { p.glass.close.First.OnTapped() })
	p.window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		switch e.Name {
		case fyne.KeyEscape:
			p.glass.close.First.OnTapped()
		case fyne.KeyF11:
			p.glass.full.First.OnTapped()
		default:
			if o.Typed != nil {
				o.Typed(e.Name)
			}
		}
	})
	p.window.Canvas().SetOnTypedRune(p.handOn)
	p.on, p.full = Choose(o.Place, p.displays(), p.board())
	if all := p.displays(); !p.full && o.Board == nil && o.Place != OwnWindow && len(all) > 0 {
		p.on, p.full = all[0], true // there is no board to be spared
	}
	if _, real := p.window.(desktop.Window); real {
		glfw.SetMonitorCallback(func(*glfw.Monitor, glfw.PeripheralEvent) { p.look() })
	}
	p.appear()
	if board := p.board(); !p.full || board != nil && *board == p.on {
		p.glass.offer() // it may cover the board
	}
	return p
}

// displays are those there are, also before the window is on one.
func (p *Window) displays() []Display { return Displays(p.window) }

// board is the display that the board is on, or nil where that is not known.
func (p *Window) board() *Display {
	if p.options.Board == nil {
		return nil
	}
	if d, ok := Under(p.options.Board, p.displays()); ok {
		return &d
	}
	return nil
}

// Alone says whether the window fills a display that the board is not on.
func (p *Window) Alone() bool {
	if !p.window.FullScreen() || p.options.Board == nil {
		return p.window.FullScreen()
	}
	here, known := Under(p.window, p.displays())
	board := p.board()
	return known && board != nil && *board != here
}

// gone ends what the window asked of the system.
func (p *Window) gone() {
	p.over = true
	if _, real := p.window.(desktop.Window); real {
		glfw.SetMonitorCallback(nil)
	}
	p.app.Driver().SetDisableScreenBlanking(false)
	if p.options.Closed != nil {
		p.options.Closed()
	}
}

// leave makes of something what is asked about first.
func (p *Window) leave(act func()) func() {
	return func() {
		if p.options.Leave == nil {
			act()
			return
		}
		p.options.Leave(act)
	}
}

// Yield leaves the full screen where the window covers the board.
func (p *Window) Yield() {
	here, known := Under(p.window, p.displays())
	if board := p.board(); p.window.FullScreen() && known && board != nil && *board == here {
		p.turn()
	}
}

// turn changes between the full screen, wherever the window lies, and the window.
func (p *Window) turn() {
	if p.window.FullScreen() {
		p.full = false
		p.window.SetFullScreen(false)
		p.window.Resize(OwnSize)
	} else {
		p.window.SetFullScreen(true)
	}
	p.awake()
}

// awake keeps the screen from going dark. Some systems forget it with the full
// screen.
func (p *Window) awake() { p.app.Driver().SetDisableScreenBlanking(true) }

// settle is how long a window system is given to move a window.
const settle = 200 * time.Millisecond

// keysTime is how long the keys are given back for: some window systems hand them to a
// window a while after it is shown, and again as it fills the screen.
const keysTime = 1500 * time.Millisecond

// appear shows the window in its place. What is typed meanwhile is still for the board,
// where the two do not cover each other.
func (p *Window) appear() {
	board := p.board()
	if !p.full || board == nil || *board == p.on {
		p.put()
		return
	}
	glfw.WindowHint(glfw.FocusOnShow, glfw.False)
	p.put()
	glfw.WindowHint(glfw.FocusOnShow, glfw.True)
	fyne.NewAnimation(keysTime, func(done float32) {
		if p.handing = done < 1 && !p.away && !p.over; p.handing && focused(p.window) {
			p.options.Board.RequestFocus()
		}
	}).Start()
}

// handOn gives the board what was typed before it had the keys back.
func (p *Window) handOn(r rune) {
	if !p.handing {
		return
	}
	if field := p.options.Board.Canvas().Focused(); field != nil {
		field.TypedRune(r)
	}
}

// put puts the window on its display, full screen. The position is asked for
// twice: some window systems go by the first, others move only what they show.
func (p *Window) put() {
	w, real := p.window.(desktop.Window)
	if !p.full || !real {
		p.window.Resize(OwnSize)
		p.window.Show()
		p.awake()
		return
	}
	p.window.Resize(smallSize)
	scale := p.window.Canvas().Scale() // the toolkit takes the display that the middle is on
	x := p.on.X + (p.on.Width-int(smallSize.Width*scale))/2
	y := p.on.Y + (p.on.Height-int(smallSize.Height*scale))/2
	w.RequestPosition(x, y)
	p.window.Show()
	w.RequestPosition(x, y)
	// An animation's end comes on the goroutine that draws.
	fyne.NewAnimation(settle, func(done float32) {
		if done == 1 && !p.away && !p.over {
			p.window.SetFullScreen(true)
			p.awake()
		}
	}).Start()
}

// Show sets what the room sees: the race as it stands at an instant.
func (p *Window) Show(b *model.Board, now time.Time) {
	p.face.Tell(b, now)
	p.glass.tick()
	p.look()
}

// look hides a window whose display is unplugged, and brings it back with the
// display, also where that comes back in another size or at another place.
func (p *Window) look() {
	if !p.full {
		return
	}
	d, there := again(p.on.Place(), p.displays(), p.board())
	switch {
	case !there && !p.away:
		p.away = true
		p.window.SetFullScreen(false)
		p.window.Hide()
	case there && (p.away || d != p.on):
		p.away, p.on = false, d
		p.window.SetFullScreen(false)
		p.appear()
	}
}

// Place names where the window is, to be opened there again.
func (p *Window) Place() string {
	if !p.full {
		return OwnWindow
	}
	return p.on.Place()
}

// Size is how large the room's picture is.
func (p *Window) Size() fyne.Size { return p.face.Size() }

// Speak changes the language.
func (p *Window) Speak(w *words.Words) {
	p.options.Words = w
	p.window.SetTitle("RaceDesk – " + w.T("projector.title"))
	p.face.Speak(w)
	p.glaze()
}

// glaze puts a glass over the face that speaks the language.
func (p *Window) glaze() {
	p.glass = newGlass(p.options.Words, p.leave(p.window.Close), p.leave(p.turn), p.Alone, func() bool {
		return p.options.Sure != nil && p.options.Sure(p.Alone())
	})
	p.window.SetContent(container.NewStack(p.face, p.glass))
}

// Window is the toolkit's own, for whoever has no other.
func (p *Window) Window() fyne.Window { return p.window }

// Close closes the window.
func (p *Window) Close() { p.window.Close() }
