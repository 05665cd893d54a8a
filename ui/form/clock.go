package form

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// A ClockChange is what becomes of a clock at an instant.
type ClockChange func(c model.Clock, now time.Time) model.Clock

// ClockActs are what people ask of the clock's remote.
type ClockActs struct {
	Change    func(ClockChange)
	Over      func(text string) // to be read in overtime
	Gong      func(on bool)     // sounds at the moments, at this computer
	Gonging   func() bool
	Try       func() // the gong
	Projector func()
	Lock      func()
	Close     func()
}

// Clock is the remote of the race's clock.
type Clock struct {
	Object fyne.CanvasObject
	words  *words.Words
	acts   ClockActs
	clock  model.Clock
	now    time.Time

	left, state *kit.Text
	stepped     *kit.Text
	start       *pad // starts or pauses
	steps       []*pad
	end, length *setting
	warn        *setting
	danger      *setting
	over        *kit.Entry
	hint        *hint // of the text of overtime
	back        *kit.Twice
	mute        *hint // says that the gong is not heard
}

// NewClock returns the remote of a clock as it stands at an instant of the race.
func NewClock(c model.Clock, now time.Time, w *words.Words, acts ClockActs) *Clock {
	s := &Clock{words: w, acts: acts, clock: c, now: now,
		left: kit.NewText("", kit.SizeFigure, kit.ColorInk, 1).Bold(), state: kit.NewText("", kit.SizeText, kit.ColorQuiet, 2),
		stepped: kit.NewText("", kit.SizeNote, kit.ColorQuiet, 0), hint: newHint(2),
		mute: newHint(3)}
	s.start = newPad("", startHigh, s.startOrPause)
	steps := container.NewGridWithColumns(2)
	for _, minutes := range []int{-10, 10, -60, 60} {
		p := s.step(minutes)
		s.steps = append(s.steps, p)
		steps.Add(p.object)
	}
	s.end = s.setting(s.until)
	s.length = s.setting(s.lasting)
	s.warn = s.setting(s.moment(func(c *model.Clock) *time.Duration { return &c.Warn }))
	s.danger = s.setting(s.moment(func(c *model.Clock) *time.Duration { return &c.Danger }))
	s.over = line(c.Over)
	s.over.SetPlaceHolder(w.T("clock.over.example"))
	s.over.OnChanged = func(text string) { s.hint.tell(s.tooLong(text)) }
	s.over.OnSubmitted = func(string) { s.Save() }
	s.back = kit.NewTwice(w.T("no"), w.T("clock.reset"), "", s.reset)
	done := kit.NewButton(w.T("sheet.done"), acts.Close)
	s.Object = page{w.T("clock.sheet"), []fyne.CanvasObject{
		rows(0, s.left, s.state, s.stepped), s.start.object, steps,
		field(w.T("clock.end"), s.end.object), field(w.T("clock.length"), s.length.object),
		field(w.T("clock.warn"), s.warn.object), field(w.T("clock.danger"), s.danger.object),
		s.gong(), field(w.T("clock.over"), rows(4, s.over, s.hint.object)),
		rows(kit.Unit, kit.NewButton(w.T("clock.projector"), acts.Projector), kit.NewButton(w.T("lock.open"), acts.Lock),
			s.back.Object),
	}, []fyne.CanvasObject{done}, acts.Close}.object()
	s.fill(model.Clock{}, c)
	s.Show(c, now)
	return s
}

// Fill puts into the remote the text of overtime that could not be stored.
func (s *Clock) Fill(over string) { s.over.SetText(over) }

// Save asks for the text of overtime to be stored, if it was changed.
func (s *Clock) Save() {
	if text := model.CleanLine(s.over.Text); text != s.clock.Over {
		s.acts.Over(text)
	}
}

// Show brings the remote up to date with the clock and the time. What is being typed
// stays.
func (s *Clock) Show(c model.Clock, now time.Time) {
	was := s.clock
	s.clock, s.now = c, now
	if c != was {
		s.fill(was, c)
	}
	s.left.Set(words.Span(words.Shown(c.Left(now))), LevelColor(c, now))
	s.state.SetText(s.standing())
	if s.stepped.Hidden = c.Step == 0; c.Step != 0 {
		s.stepped.SetText(s.words.T("clock.stepped"))
	}
	s.back.Sure(s.words.T("clock.reset.sure", words.Span(c.Length)))
	key, hot := "clock.start", true
	switch {
	case c.Running():
		key, hot = "clock.pause", false
	case c.Started():
		key = "clock.resume"
	}
	s.start.name(s.words.T(key), hot)
	for i, by := range []time.Duration{-10, 10, -60, 60} {
		s.steps[i].tell(s.ending(c.Add(by*time.Minute, now)))
	}
	for _, in := range []*setting{s.end, s.length, s.warn, s.danger} {
		in.preview()
	}
}

// fill writes into the fields what changed of the clock.
func (s *Clock) fill(was, c model.Clock) {
	if was.Over != c.Over && s.over.Text == was.Over {
		s.over.SetText(c.Over)
	}
	s.length.follow(words.Hours(was.Length), words.Hours(c.Length))
	warn, danger := c.Moments()
	before, alarm := was.Moments()
	s.warn.follow(words.Brief(before), words.Brief(warn))
	s.danger.follow(words.Brief(alarm), words.Brief(danger))
}

// standing says how the clock stands, and when the end is.
func (s *Clock) standing() string {
	key := "clock.state.running"
	switch {
	case s.clock.Left(s.now) <= 0 && s.clock.Running():
		key = "clock.state.over"
	case !s.clock.Started():
		key = "clock.state.fresh"
	case !s.clock.Running():
		key = "clock.state.paused"
	}
	return s.words.T(key, s.at(s.clock))
}

// at writes when the end of a clock is, as clocks on the wall show it.
func (s *Clock) at(c model.Clock) string {
	return s.words.On(c.Ends(s.now).Local(), c.Wall(s.now).Local())
}

// ending says when a clock would end.
func (s *Clock) ending(c model.Clock) string { return s.words.T("clock.ends", s.at(c)) }

func (s *Clock) startOrPause() {
	if s.clock.Running() {
		s.acts.Change(model.Clock.Pause)
		return
	}
	s.acts.Change(model.Clock.Start)
}

func (s *Clock) reset() {
	s.acts.Change(func(c model.Clock, _ time.Time) model.Clock { return c.Reset() })
}

// step is a button that adds minutes, or takes them where they are negative.
func (s *Clock) step(minutes int) *pad {
	label := s.words.T("clock.less", -minutes)
	if minutes > 0 {
		label = s.words.T("clock.more", minutes)
	}
	by := time.Duration(minutes) * time.Minute
	return newPad(label, stepHigh, func() {
		s.acts.Change(func(c model.Clock, now time.Time) model.Clock { return c.Add(by, now) })
	})
}

// gong lets the moments be heard at this computer, or not.
func (s *Clock) gong() fyne.CanvasObject {
	var chip *kit.Chip
	chip = kit.NewChip(s.words.T("clock.gong"), func(on bool) {
		chip.Set(chip.Text(), on)
		s.acts.Gong(on)
	})
	chip.Set(chip.Text(), s.acts.Gonging != nil && s.acts.Gonging())
	try := kit.NewButton(s.words.T("clock.gong.try"), s.acts.Try)
	return rows(4, container.NewBorder(nil, nil, nil, try, container.NewHBox(chip)), s.mute.object,
		kit.NewText(s.words.T("clock.gong.note"), kit.SizeNote, kit.ColorQuiet, 3))
}

// Mute says that the gong was tried and cannot be heard.
func (s *Clock) Mute() { s.mute.tell(s.words.T("clock.gong.mute")) }

// tooLong says of a text of overtime that it is, or nothing.
func (s *Clock) tooLong(text string) string {
	if len([]rune(model.CleanLine(text))) > model.MaxOver {
		return s.words.T("error.over")
	}
	return ""
}

// LevelColor names the colour of what is left.
func LevelColor(c model.Clock, now time.Time) fyne.ThemeColorName {
	switch level := c.Level(now); {
	case level == model.Over:
		return kit.ColorOver
	case level == model.Danger:
		return kit.ColorAlarm
	case level == model.Warning:
		return kit.ColorWarn
	case !c.Running():
		return kit.ColorQuiet
	}
	return kit.ColorInk
}
