package form

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// RoundActs are what people ask of the panel of voting rounds.
type RoundActs struct {
	Begin  func(name string, stage model.Stage, dots int)
	Change func(round model.Round, name string, dots int)
	Result func(round model.ID)
	Close  func()
}

// Rounds is the panel of the voting rounds: the next one or the one that goes on,
// and those that are kept.
type Rounds struct {
	Object fyne.CanvasObject
	words  *words.Words
	acts   RoundActs
	round  model.Round // that goes on
	name   *kit.Entry
	stage  model.Stage // whose cards the next round is about
	stages []*kit.Chip
	dots   *stepper
	top    *fyne.Container
	kept   *fyne.Container
	shown  []model.Round
}

// usualDots is how many dots each voter gets, unless people say otherwise.
const usualDots = 5

// NewRounds returns the panel of the rounds of a board.
func NewRounds(b *model.Board, w *words.Words, acts RoundActs) *Rounds {
	s := &Rounds{words: w, acts: acts, top: rows(2 * kit.Unit), kept: rows(kit.Unit)}
	done := kit.NewButton(w.T("sheet.done"), acts.Close)
	s.Object = page{w.T("rounds.sheet"), []fyne.CanvasObject{s.top, s.kept}, []fyne.CanvasObject{done}, acts.Close}.object()
	s.head(b)
	s.Show(b)
	return s
}

// Fill puts into the panel what was written, and could not be stored.
func (s *Rounds) Fill(name string, dots int) {
	s.name.SetText(name)
	s.dots.set(dots)
}

// Save asks for what was written of the round that goes on to be stored, if
// anything was. A round that has not begun does not begin by itself.
func (s *Rounds) Save() {
	name, dots := s.written()
	if r := s.round; r.ID != "" && (name != r.Name || dots != max(1, r.Dots)) {
		s.round.Name, s.round.Dots = name, dots
		s.acts.Change(r, name, dots)
	}
}

// Show brings the panel up to date with the board. What is being written stays,
// unless a round began or ended.
func (s *Rounds) Show(b *model.Board) {
	if now, _ := b.Voting(); now.ID != s.round.ID {
		s.head(b)
	}
	var shown []model.Round
	for _, r := range slices.Backward(b.Rounds()) {
		if r.Shown {
			shown = append(shown, r)
		}
	}
	if slices.Equal(shown, s.shown) {
		return
	}
	s.shown, s.kept.Objects = shown, nil
	list := rows(0)
	for _, r := range shown {
		note := turnout(b, r.ID, s.words)
		if r.Stage != "" {
			note = s.words.T("column."+string(r.Stage)) + " · " + note
		}
		list.Add(pressed(rows(0, kit.NewText(r.Name, kit.SizeText, kit.ColorInk, 2).Bold(),
			kit.NewText(note, kit.SizeNote, kit.ColorQuiet, 1)), func() { s.acts.Result(r.ID) }))
	}
	if len(shown) > 0 {
		s.kept.Add(field(s.words.T("rounds.kept"), list))
	}
	s.kept.Refresh()
}

// written is what the panel says of the next round, or of the one that goes on. A
// name is never missing.
func (s *Rounds) written() (name string, dots int) {
	if name = s.name.Text; model.CleanLine(name) == "" {
		name = s.name.PlaceHolder
	}
	return name, s.dots.value()
}

// head makes the upper part: a round to begin, or the one that goes on.
func (s *Rounds) head(b *model.Board) {
	w, usual, dots := s.words, s.words.T("rounds.usual", len(b.Rounds())+1), usualDots
	note, name := w.T("rounds.note"), usual
	s.round, _ = b.Voting()
	on := s.round.ID != ""
	if on {
		note, usual, dots = w.T("rounds.going"), s.round.Name, s.round.Dots
		name = usual
	}
	s.name, s.dots = line(name), newStepper(dots, 1, model.MaxList)
	s.name.SetPlaceHolder(usual)
	naming := rows(kit.Unit, s.name)
	if !on {
		naming.Add(s.names(b.Rounds()))
	}
	s.top.Objects = []fyne.CanvasObject{kit.NewText(note, kit.SizeText, kit.ColorQuiet, 0),
		field(w.T("rounds.name"), naming), field(w.T("rounds.dots"), s.dots.object)}
	if s.stage = s.round.Stage; !on {
		s.stage = mostOpen(b)
	}
	if s.stage != "" {
		s.top.Objects = slices.Insert(s.top.Objects, 1, field(w.T("rounds.stage"), s.about(on)))
	}
	if !on {
		begin := kit.NewButton(w.T("rounds.begin"), func() {
			name, dots := s.written()
			s.acts.Begin(name, s.stage, dots)
		})
		begin.Importance = widget.HighImportance
		s.top.Add(begin)
	}
	s.top.Refresh()
}

// about are the stages of which one is chosen; while the round goes on, only that.
func (s *Rounds) about(on bool) fyne.CanvasObject {
	box := wrapped()
	s.stages = nil
	for _, stage := range model.Stages {
		name := s.words.T("column." + string(stage))
		if on && stage == s.stage {
			return kit.NewText(name, kit.SizeText, kit.ColorInk, 1)
		}
		chip := kit.NewChip(name, func(bool) { s.choose(stage) })
		s.stages = append(s.stages, chip)
		box.Add(chip)
	}
	s.choose(s.stage)
	return box
}

// choose makes the next round one about a stage.
func (s *Rounds) choose(stage model.Stage) {
	s.stage = stage
	for i, one := range model.Stages {
		s.stages[i].Set(s.words.T("column."+string(one)), one == stage)
	}
}

// mostOpen is the stage with the most cards that still wait to go on.
func mostOpen(b *model.Board) model.Stage {
	return slices.MaxFunc(model.Stages, func(x, y model.Stage) int {
		return b.Figures(x, "").Open - b.Figures(y, "").Open
	})
}

// names are those that rounds usually have, and none has yet: a tap is enough.
func (s *Rounds) names(rounds []model.Round) fyne.CanvasObject {
	box := wrapped()
	for _, name := range []string{s.words.T("rounds.first"), s.words.T("rounds.second")} {
		if !slices.ContainsFunc(rounds, func(r model.Round) bool { return r.Name == name }) {
			box.Add(kit.NewChip(name, func(bool) { s.name.SetText(name) }))
		}
	}
	return box
}

// turnout says how many people placed how many dots in a round.
func turnout(b *model.Board, round model.ID, w *words.Words) string {
	voters, dots := b.Turnout(round)
	return w.T("vote.voters", voters) + " · " + w.T("vote.dots", dots)
}

// pressed is an object that is a button as a whole.
func pressed(o fyne.CanvasObject, act func()) fyne.CanvasObject {
	under := kit.NewButton("", act)
	under.Importance = widget.LowImportance
	return container.New(layout.NewCustomPaddedLayout(0, 0, -kit.Unit, -kit.Unit), // what it says stands where the fields do
		container.NewStack(under, container.New(layout.NewCustomPaddedLayout(kit.Unit/2, kit.Unit/2, kit.Unit, kit.Unit), o)))
}
