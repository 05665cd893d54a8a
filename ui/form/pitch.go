package form

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"racedesk/model"
	"racedesk/ui/kit"
)

// pitch is the page of the pitch round: how the next one shall be, or the one that
// goes on.
type pitch struct {
	*Programme
	object *fyne.Container
	round  *section
	left   *kit.Text
	stage  model.Stage
	drawn  bool
	hidden bool // the room does not see the next one
	length *stepper
}

// usualPitch is how many minutes each has.
const usualPitch = 3

func newPitch(p *Programme) *pitch {
	s := &pitch{Programme: p, round: newSection(), left: kit.NewText("", kit.SizeFigure, kit.ColorInk, 1).Bold(),
		length: newStepper(usualPitch, 1, 24*60)}
	s.stage = model.Product
	if len(p.board.Column(model.Product)) < len(p.board.Column(model.Project)) {
		s.stage = model.Project
	}
	s.object = s.round.box
	return s
}

// show brings the page up to date with the board and the time.
func (s *pitch) show() {
	p, on := s.board.Pitch()
	if on {
		s.left.Set(digitsOf(p.Left(s.now)))
	}
	var titles []string
	for _, id := range p.Cards {
		titles = append(titles, s.titleOf(id))
	}
	count := [2]int{len(s.board.Column(model.Project)), len(s.board.Column(model.Product))}
	s.round.tell([]any{on, p.Place, p.Run.Running(), titles, s.stage, s.drawn, s.hidden, s.seen(), count}, func() []fyne.CanvasObject {
		switch {
		case !on:
			return s.fresh(count)
		case p.Over():
			return s.over()
		}
		return s.going(p, titles)
	})
}

// fresh is how the next round shall be.
func (s *pitch) fresh(count [2]int) []fyne.CanvasObject {
	w := s.words
	choice := func(chips ...*kit.Chip) fyne.CanvasObject {
		box := container.New(layout.NewCustomPaddedHBoxLayout(kit.Unit))
		for _, c := range chips {
			box.Add(c)
		}
		return box
	}
	chip := func(label string, on bool, act func()) *kit.Chip {
		c := kit.NewChip(label, func(bool) { act(); s.show() })
		c.Set(label, on)
		return c
	}
	begin := kit.NewButton(w.T("pitch.begin"), func() {
		stage, each, drawn, show := s.stage, time.Duration(s.length.value())*time.Minute, s.drawn, !s.hidden
		s.ask(func(b *model.Board) (model.Edit, error) { return b.BeginPitch(stage, each, drawn, show) })
	})
	begin.Importance = widget.HighImportance
	return []fyne.CanvasObject{rows(2*kit.Unit, kit.NewText(w.T("pitch.note"), kit.SizeText, kit.ColorQuiet, 0),
		field(w.T("pitch.who"), choice(
			chip(w.T("pitch.projects", count[0]), s.stage == model.Project, func() { s.stage = model.Project }),
			chip(w.T("pitch.products", count[1]), s.stage == model.Product, func() { s.stage = model.Product }))),
		field(w.T("pitch.order"), choice(
			chip(w.T("pitch.board"), !s.drawn, func() { s.drawn = false }),
			chip(w.T("pitch.lot"), s.drawn, func() { s.drawn = true }))),
		field(w.T("pitch.each"), container.NewHBox(s.length.object)),
		choice(chip(w.T("pitch.show"), !s.hidden, func() { s.hidden = !s.hidden })), begin)}
}

// going is the round that goes on.
func (s *pitch) going(p model.Pitch, titles []string) []fyne.CanvasObject {
	w := s.words
	next := kit.NewButton(w.T("pitch.last"), func() { s.step(1) })
	if p.Next() != "" {
		next.Text = kit.Fit(w.T("programme.next", titles[p.Place+1]), wayWidth-2*kit.Unit, kit.Size(kit.SizeText), fyne.TextStyle{Bold: true})
	}
	turn := kit.NewButton(w.T("timers.start"), s.turnRun)
	main := turn
	if p.Run.Running() || p.Run.Used > 0 {
		main = next
	}
	main.Importance = widget.HighImportance
	if p.Run.Running() {
		turn.SetText(w.T("timers.pause"))
	}
	before := kit.NewButton(w.T("pitch.before"), func() { s.step(-1) })
	if p.Place == 0 {
		before.Disable()
	}
	list := rows(4)
	for i, title := range titles {
		color := kit.ColorInk
		if i < p.Place {
			color = kit.ColorQuiet
		}
		text := kit.NewText(w.T("pitch.line", i+1, title), kit.SizeText, color, 2)
		if i == p.Place {
			text.Bold()
		}
		list.Add(text)
	}
	foot := wrapped()
	foot.Objects = []fyne.CanvasObject{s.face(), s.end()}
	return []fyne.CanvasObject{framed(rows(kit.Unit,
		field(w.T("pitch.place", p.Place+1, len(titles)), kit.NewText(titles[p.Place], kit.SizeTitle, kit.ColorInk, 3).Bold()),
		s.left, next, container.NewGridWithColumns(2, before, turn))),
		kit.NewText(w.T("pitch.keys"), kit.SizeNote, kit.ColorQuiet, 3), list, foot}
}

// seen says whether the room sees the round.
func (s *pitch) seen() bool { return s.board.Screen().Face == model.FacePitch }

// face is a chip that shows the room the round, or the clock.
func (s *pitch) face() fyne.CanvasObject {
	to := model.FacePitch
	if s.seen() {
		to = model.FaceClock
	}
	chip := kit.NewChip(s.words.T("pitch.show"), func(bool) {
		s.ask(func(b *model.Board) (model.Edit, error) {
			screen := b.Screen()
			screen.Face = to
			return b.SetScreen(screen)
		})
	})
	chip.Set(chip.Text(), s.seen())
	return chip
}

// over is a round in which all had their turn.
func (s *pitch) over() []fyne.CanvasObject {
	before := kit.NewButton(s.words.T("pitch.before"), func() { s.step(-1) })
	return []fyne.CanvasObject{kit.NewText(s.words.T("pitch.over"), kit.SizeTitle, kit.ColorInk, 3).Bold(),
		container.NewHBox(before, s.end())}
}

func (s *pitch) end() fyne.CanvasObject {
	return twice(s.words.T("no"), s.words.T("pitch.end"), s.words.T("pitch.end.sure"), func() {
		s.ask(func(b *model.Board) (model.Edit, error) { return b.EndPitch() })
	})
}

func (s *pitch) step(by int) {
	now := s.acts.Now()
	s.ask(func(b *model.Board) (model.Edit, error) { return b.StepPitch(by, now) })
}

func (s *pitch) turnRun() {
	now := s.acts.Now()
	s.ask(func(b *model.Board) (model.Edit, error) { return b.TurnPitch(now) })
}

func (s *pitch) titleOf(id model.ID) string {
	c, _ := s.board.Card(id)
	return c.Title
}
