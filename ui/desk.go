package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/board"
	"racedesk/ui/form"
	"racedesk/ui/keyboard"
	"racedesk/ui/kit"
)

// Desk is the program in a window: one race, or the choice of one.
type Desk struct {
	app     fyne.App
	options Options
	onMain  func(func())
	words   *words.Words
	look    *look
	window  fyne.Window

	id       model.DeskID
	address  string // of the race that is open
	refusal  error  // why the race asked for was not opened, until one is
	session  *Session
	parted   func(error) // called when the race is closed, nil while nobody leaves it
	view     *board.View
	bar      *bar
	strip    *strip
	several  *several
	ballot   *ballot
	running  *running
	turn     *turn        // of whoever votes here, nil between turns
	filter   model.Filter // what of the board is shown
	byVotes  bool         // and in which order
	lanes    bool         // in lanes
	foot     *foot
	side     *fyne.Container
	works    bool // it is a place of work, and has most of the window
	aside    aside
	keys     *keyboard.Keyboard
	room     *fyne.Container     // what stands above the keys, and they
	lean     float32             // where the middle of the keys should be
	sheet    sheet               // what is open to be written on, if anything is
	returned sheet               // the last one that came back
	owed     []func()            // show what waits to come back
	returns  func()              // to the sheet that the panel came from, if it came from one
	behind   func()              // comes back once the sheet that it led to is closed
	takes    func(model.ID) bool // asked first of a card that is tapped: the panel may be for choosing one
	refresh  func()              // brings the panel that is open up to date
	second   func()              // and at each second
	album    *album
	leaving  func() // ends what was begun for the panel that is open
	beam     beam
	bells    bells
	names    []named
	shown    bool   // the window is on the screen
	from     func() // brings the keys back to where they were before the panel
	scale    scale
	gate     gate
	rest     func() bool // forgets that a hand wrote
	drafts   *drafts
	keeping  func() bool // puts off the storing of what is written on a card
	wrote    time.Time   // when that was begun
}

// A sheet is written on, and asks for that to be stored.
type sheet interface{ Save() }

// A named thing is a button that scripts find by its name.
type named struct {
	name   string
	object fyne.CanvasObject
}

// panelWidth is how wide the panel beside the board is.
const (
	panelWidth  = 440
	panelRadius = 12
)

// Run opens the desk and returns when its window was closed: with what kept the
// race from being opened that was asked for, if it was that and no other was opened.
func Run(app fyne.App, options Options) (err error) {
	defer unseen(&err)
	d := &Desk{app: app, options: options, onMain: drawing(options.OnMain), scale: newScale()}
	d.look = &look{tone: d.tone()}
	if d.options.After == nil {
		d.options.After = func(t time.Duration, f func()) func() bool { return time.AfterFunc(t, f).Stop }
	}
	d.bells = bells{ring: ringing(options.Ring), wanted: d.gonging}
	app.Settings().SetTheme(d.look)
	d.words, d.id = words.For(d.locale()), d.deskID()
	d.album = newAlbum(d.onMain, d.pictured)
	speak(d.words)
	read := readFonts()
	d.window = app.NewWindow("RaceDesk")
	<-read
	d.window.SetPadded(false)
	d.window.SetMaster()
	size := options.Size
	if size.IsZero() {
		size = fyne.NewSize(1440, 860)
	}
	d.window.Resize(size)
	d.window.SetCloseIntercept(d.guard(d.quit))
	d.window.SetOnDropped(d.dropped)
	d.begin()
	d.shortcuts()
	app.Lifecycle().SetOnStarted(d.started)
	app.Lifecycle().SetOnExitedForeground(d.letGo)
	over := make(chan struct{})
	d.window.SetOnClosed(func() {
		close(over)
		if options.Closed != nil {
			options.Closed()
		}
	})
	go beat(over, d.onMain, d.clockNow, d.tick)
	d.window.ShowAndRun()
	return d.refusal
}

// readFonts has the toolkit read the board's fonts while the system is asked for a
// window, which takes as long. Nothing may measure a text until the channel is closed:
// the toolkit shapes with one shaper.
func readFonts() <-chan struct{} {
	read := make(chan struct{})
	go func() {
		defer close(read)
		for _, bold := range []bool{false, true} {
			fyne.MeasureText("n", kit.Size(kit.SizeText), fyne.TextStyle{Bold: bold})
		}
	}()
	return read
}

// started is called once the window is there.
func (d *Desk) started() {
	d.shown = true
	go func() { kit.Still.Store(still()) }() // a desktop may take its time to answer
	d.lightFirst()
	if painted := d.options.Painted; painted != nil {
		kit.Painted(func() { painted(d.quit) })
	}
	if d.options.Frames != nil {
		kit.Frames(d.options.Frames)
	}
}

// letGo ends what a hand does on the board when the window is left: the toolkit
// would take it for a drop.
func (d *Desk) letGo() {
	if d.view != nil {
		d.view.Cancel()
	}
	if d.keys != nil {
		d.keys.LetGo()
	}
}

// lay builds the window's content in the language of the moment.
func (d *Desk) lay() {
	d.letGo()
	d.names = nil
	kit.Speak(d.words.Lang)
	d.view = board.NewView(d.words, board.Intents{Add: d.add, Paste: d.paste, Open: d.tapped, Vote: d.vote,
		Move: d.move, Promote: d.promote, Join: d.join, Key: d.typed, Selected: d.chose, Small: d.album.of,
		Say: func(text string) { d.foot.say(text) }})
	d.beam.speak(d.words)
	d.bar, d.strip, d.foot = d.newBar(), d.newStrip(), d.newFoot()
	d.ballot, d.running = d.newBallot(), newRunning()
	d.strip.tools.Add(d.running.box)
	d.side = container.NewStack()
	d.sheet, d.refresh, d.second = nil, nil, nil
	head := container.New(layout.NewCustomPaddedVBoxLayout(0), d.bar.object, d.strip.object)
	d.setContent(container.NewBorder(head, d.foot.object, nil, nil,
		d.overKeys(container.New(beside{d}, container.New(margins{boardAside, 0}, d.view), d.side), true)))
	d.drafted()
	d.update()
	d.show()
}

// update shows the board as it stands.
func (d *Desk) update() {
	b := d.session.Board
	d.window.SetTitle("RaceDesk – " + b.Race().Title)
	d.view.Update(b)
	d.bar.show(d)
	d.strip.show(d)
	d.poll()
	if d.refresh != nil {
		d.refresh()
	}
	d.tick()
}

// clockNow is the time of the race, or of this computer where none is open.
func (d *Desk) clockNow() time.Time {
	if d.session == nil {
		return d.now()
	}
	return d.session.Now()
}

// tick shows the time left, and fits everything into the window.
func (d *Desk) tick() {
	d.fit()
	defer d.mapScreen()
	if d.session == nil {
		return
	}
	b, now := d.session.Board, second(d.session.Now())
	d.session.History.Lapse(b.Clock().Wall(now))
	d.bar.tick(d, b.Clock(), now)
	if d.second != nil {
		d.second()
	}
	d.watchLock()
	d.foot.show(d)
	d.ballot.tick(d)
	d.running.tick(d)
	d.beam.tick(b, now)
	d.bells.tick(b, now)
	d.settle()
}

// panel opens a panel beside the board, or closes it with nil.
func (d *Desk) panel(content fyne.CanvasObject) {
	had, open := d.window.Canvas().Focused(), len(d.side.Objects) > 0
	d.unwritten(d.side)
	d.works = false
	if d.side.Objects = nil; d.leaving != nil {
		d.leaving()
		d.leaving = nil
	}
	if content != nil {
		paper := canvas.NewRectangle(kit.Color(kit.ColorPaper))
		paper.CornerRadius = panelRadius
		paper.StrokeColor, paper.StrokeWidth = kit.Edge()
		d.side.Objects = []fyne.CanvasObject{container.New(width(panelWidth), container.New(margins{kit.Unit, 0},
			container.NewStack(paper, container.New(margins{2 * kit.Unit, 2 * kit.Unit},
				content))))}
	}
	d.side.Refresh()
	d.window.Content().Refresh()
	if content != nil {
		d.enterPanel(had, open)
	}
}

// closePanel puts away what is open; what was written in a sheet is stored.
func (d *Desk) closePanel() {
	d.putAway()
	d.view.Choose("")
	d.leavePanel()
	d.giveOwed()
}

// putAway does so for what opens in its place.
func (d *Desk) putAway() {
	if s := d.sheet; s != nil {
		d.sheet = nil
		s.Save()
		if card, is := s.(*form.Card); is && d.keep(card) {
			d.session.Do(nothing, func(error) { d.foot.say(d.words.T("unsettled.kept")) })
		}
		d.drafts.save()
	}
	d.refresh, d.second, d.returns, d.behind, d.takes, d.gate.inside = nil, nil, nil, nil, nil, false
	d.panel(nil)
}

// quit stores what is written, closes the race and then the window, so that the
// race is one whole file.
func (d *Desk) quit() {
	if d.session == nil {
		d.end()
		return
	}
	d.part(func(error) { d.end() })
}

// end closes the windows, and with them the program.
func (d *Desk) end() {
	d.beam.close()
	d.window.Close()
}

// nothing is asked for to hear when all that was asked for before is stored.
func nothing(*model.Board) (model.Edit, error) { return model.Edit{}, nil }
