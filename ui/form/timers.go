package form

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// timers is the page of the side timers: those that there are, and a new one.
type timers struct {
	*Programme
	object *fyne.Container
	list   *section
	left   map[model.ID]*kit.Text // what each has to go
	fresh  *fyne.Container
	name   *kit.Entry
	length *stepper
	named  model.ID   // the one that is being renamed, if one is
	rename *kit.Entry // what it shall be called
}

// usualTimer is how many minutes a new timer has.
const usualTimer = 7

func newTimers(p *Programme) *timers {
	w := p.words
	s := &timers{Programme: p, list: newSection(), left: map[model.ID]*kit.Text{}, name: line(""),
		length: newStepper(usualTimer, 1, 24*60)}
	s.name.SetPlaceHolder(w.T("timers.usual"))
	add := kit.NewButton(w.T("timers.add"), s.add)
	add.Importance = widget.HighImportance
	s.fresh = rows(kit.Unit, field(w.T("timers.name"), s.name), field(w.T("segment.length"), container.NewHBox(s.length.object)), add)
	s.object = rows(3*kit.Unit, s.list.box, s.fresh)
	return s
}

// add asks for a new timer.
func (s *timers) add() {
	name, length := s.name.Text, time.Duration(s.length.value())*time.Minute
	if model.CleanLine(name) == "" {
		name = s.name.PlaceHolder
	}
	s.acts.Ask(func(b *model.Board) (model.Edit, error) { return b.AddTimer(name, length) }, func() { s.name.SetText(name) })
	s.name.SetText("")
}

// show brings the page up to date with the board and the time.
func (s *timers) show() {
	all := s.board.Timers()
	type look struct {
		id      model.ID
		name    string
		running bool
		large   bool
		named   bool
	}
	var looks []look
	for _, t := range all {
		looks = append(looks, look{t.ID, t.Name, t.Run.Running(), t.Large, t.ID == s.named})
	}
	s.list.tell(looks, func() []fyne.CanvasObject {
		var out []fyne.CanvasObject
		clear(s.left)
		for _, t := range all {
			out = append(out, s.timer(t))
		}
		if out == nil {
			return nil
		}
		return []fyne.CanvasObject{rows(2*kit.Unit, out...)}
	})
	for _, t := range all {
		s.left[t.ID].Set(digitsOf(t.Left(s.now)))
	}
	if full := len(all) >= model.MaxTimers; s.fresh.Hidden != full {
		s.fresh.Hidden = full
		s.object.Refresh()
	}
}

// timer is what is seen of one timer, and done with it.
func (s *timers) timer(t model.Timer) fyne.CanvasObject {
	w, id := s.words, t.ID
	at := func(change func(b *model.Board, now time.Time) (model.Edit, error)) func() {
		return func() {
			now := s.acts.Now()
			s.ask(func(b *model.Board) (model.Edit, error) { return change(b, now) })
		}
	}
	s.left[id] = kit.NewText("", kit.SizeFigure, kit.ColorInk, 1).Bold()
	turn := kit.NewButton(w.T("timers.start"), at(func(b *model.Board, now time.Time) (model.Edit, error) { return b.TurnTimer(id, now) }))
	turn.Importance = widget.HighImportance
	if t.Run.Running() {
		turn.Importance = widget.MediumImportance
		turn.SetText(w.T("timers.pause"))
	}
	step := func(minutes int, label string) fyne.CanvasObject {
		return kit.NewButton(label, at(func(b *model.Board, now time.Time) (model.Edit, error) {
			return b.StretchTimer(id, time.Duration(minutes)*time.Minute, now)
		}))
	}
	reset := kit.NewButton(w.T("timers.reset"), at(func(b *model.Board, _ time.Time) (model.Edit, error) { return b.ResetTimer(id) }))
	large := kit.NewChip(w.T("timers.large"), func(on bool) {
		s.ask(func(b *model.Board) (model.Edit, error) {
			return changeTimer(b, id, func(t *model.Timer) { t.Large = on })
		})
	})
	large.Set(w.T("timers.large"), t.Large)
	return framed(rows(kit.Unit, s.heading(t), container.NewBorder(nil, nil, nil, container.NewCenter(large), s.left[id]),
		container.NewGridWithColumns(2, turn, reset, step(-1, w.T("clock.less", 1)), step(1, w.T("clock.more", 1)))))
}

// heading is the name of a timer, with the ways to change it and to take the timer away.
func (s *timers) heading(t model.Timer) fyne.CanvasObject {
	w, id := s.words, t.ID
	off := kit.NewSign(theme.CancelIcon(), w.T("timers.remove", t.Name), func() {
		s.ask(func(b *model.Board) (model.Edit, error) { return b.RemoveTimer(id) })
	})
	if id == s.named {
		done := kit.NewSign(theme.ConfirmIcon(), w.T("timers.named"), s.save)
		return container.NewBorder(nil, nil, nil, container.NewHBox(done, off), s.rename)
	}
	pen := kit.NewSign(theme.DocumentCreateIcon(), w.T("timers.rename", t.Name), func() {
		s.save()
		s.named, s.rename = id, line(t.Name)
		s.rename.OnSubmitted = func(string) { s.save() }
		s.show()
	})
	return container.NewBorder(nil, nil, nil, container.NewHBox(pen, off),
		container.New(layout.NewCustomPaddedLayout(kit.Unit, 0, 0, 0), kit.NewText(t.Name, kit.SizeTitle, kit.ColorInk, 2).Bold()))
}

// save asks for the new name of a timer to be stored, if one is written. What is refused
// is written still.
func (s *timers) save() {
	id, written := s.named, s.rename
	if id == "" {
		return
	}
	s.named = ""
	name := written.Text
	s.acts.Ask(func(b *model.Board) (model.Edit, error) {
		return changeTimer(b, id, func(t *model.Timer) { t.Name = name })
	}, func() {
		s.named, s.rename = id, written
		s.show()
	})
	s.show()
}

// changeTimer proposes a change of a timer as it stands then.
func changeTimer(b *model.Board, id model.ID, change func(*model.Timer)) (model.Edit, error) {
	t, _ := b.Get(model.Ref{Kind: model.KindTimer, ID: id}).(model.Timer)
	t.ID = id
	change(&t)
	return b.ChangeTimer(t)
}

// digitsOf writes what is left of a short time, 6:05, and after its end what it went
// over, in the colour of that.
func digitsOf(left time.Duration) (string, fyne.ThemeColorName) {
	switch {
	case left <= -time.Second:
		return words.Minutes(left), kit.ColorOver
	case left <= 0:
		return words.Minutes(left), kit.ColorAlarm
	}
	return words.Minutes(left), kit.ColorInk
}
