package form

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// ResultActs are what people ask of a round's result.
type ResultActs struct {
	Open  func(card model.ID)
	Order func(stage model.Stage) // orders the column by the votes
	Back  func()                  // to all rounds
	Close func()
}

// Result is the panel of what a round came to, one stage at a time.
type Result struct {
	Object fyne.CanvasObject
	words  *words.Words
	acts   ResultActs
	board  *model.Board
	round  model.Round
	stage  model.Stage
	note   *kit.Text
	apart  *kit.Text // says that the cards show other numbers
	stages map[model.Stage]*kit.Chip
	order  *fyne.Container
	list   *fyne.Container
	shown  []model.Standing
}

// resultMost is how many lines a result has at most.
const resultMost = 100

// NewResult returns the panel of a round that was shown. It begins with the stage
// that got the most dots.
func NewResult(b *model.Board, round model.Round, w *words.Words, acts ResultActs) *Result {
	s := &Result{words: w, acts: acts, round: round, note: kit.NewText("", kit.SizeText, kit.ColorQuiet, 1),
		apart: kit.NewText(w.T("result.apart"), kit.SizeText, kit.ColorQuiet, 3), stages: map[model.Stage]*kit.Chip{}, list: rows(0)}
	chosen := wrapped()
	best := -1
	for _, stage := range model.Stages {
		if round.Stage != "" && round.Stage != stage {
			continue
		}
		chip := kit.NewChip(w.T("column."+string(stage)), func(bool) { s.stage = stage; s.Show(s.board) })
		s.stages[stage] = chip
		chosen.Add(chip)
		dots := 0
		for _, c := range b.Column(stage) {
			dots += b.VotesIn(c, round.ID)
		}
		if dots > best {
			best, s.stage = dots, stage
		}
	}
	chosen.Hidden = round.Stage != "" // then there is nothing to choose
	s.order = container.NewHBox(kit.NewButton(w.T("result.order"), func() { acts.Order(s.stage) }))
	back, done := kit.NewButton(w.T("result.back"), acts.Back), kit.NewButton(w.T("sheet.done"), acts.Close)
	done.Importance = widget.HighImportance
	s.Object = page{round.Name, []fyne.CanvasObject{rows(kit.Unit, s.note, s.apart, chosen), s.list},
		[]fyne.CanvasObject{back, layout.NewSpacer(), done}, acts.Close}.object()
	s.Show(b)
	return s
}

// Show brings the result up to date with the board.
func (s *Result) Show(b *model.Board) {
	s.board = b
	s.note.SetText(turnout(b, s.round.ID, s.words))
	for stage, chip := range s.stages {
		chip.Set(s.words.T("column."+string(stage)), stage == s.stage)
	}
	all, with := b.ByVotes(s.stage, s.round.ID), 0
	s.tellApart(all)
	if s.shown != nil && reflect.DeepEqual(all, s.shown) {
		return
	}
	s.shown = all
	for with < len(all) && all[with].Votes > 0 {
		with++
	}
	if s.list.Objects = nil; with > 0 {
		s.list.Add(container.New(layout.NewCustomPaddedLayout(0, kit.Unit, 0, 0), s.order))
	}
	for _, one := range all[:min(with, resultMost)] {
		s.list.Add(s.line(one, all[0].Votes))
	}
	left := s.left(all[with:])
	rest := s.words.T("result.rest", left)
	switch {
	case with == 0:
		rest = s.words.T("result.none")
	case with > resultMost:
		rest = s.words.T("result.more", with-resultMost)
	case left == 0:
		rest = ""
	}
	if rest != "" {
		s.list.Add(container.New(layout.NewCustomPaddedLayout(kit.Unit, 0, 0, 0), kit.NewText(rest, kit.SizeText, kit.ColorQuiet, 2)))
	}
	s.list.Refresh()
}

// left is how many of the cards without dots the board shows to whoever votes: not the
// problems that went on.
func (s *Result) left(without []model.Standing) (n int) {
	for _, one := range without {
		if one.Card.Stage != model.Problem || s.board.Open(one.Card) {
			n++
		}
	}
	return n
}

// tellApart says so where the cards show other votes beside the dots of this round.
func (s *Result) tellApart(all []model.Standing) {
	same := !slices.ContainsFunc(all, func(one model.Standing) bool { return one.Votes > 0 && one.Votes != s.board.Votes(one.Card) })
	if s.apart.Hidden != same {
		s.apart.Hidden = same
		s.Object.Refresh()
	}
}

// placeWide and dotsWide are how much of a line the place and the dots take.
const (
	placeWide = 88
	dotsWide  = 44
	barHigh   = 4
)

// line is a card with its place and its dots, and a bar as long as its share of
// the most; a tap opens the card.
func (s *Result) line(one model.Standing, most int) fyne.CanvasObject {
	place := s.words.T("place", one.Place)
	if one.Tied {
		place = s.words.T("place.shared", s.words.Ordinal(one.Place))
	}
	dots := canvas.NewText(s.words.Number(one.Votes), kit.Color(kit.ColorInk))
	dots.TextSize, dots.TextStyle, dots.Alignment = kit.Size(kit.SizeText), fyne.TextStyle{Bold: true}, fyne.TextAlignTrailing
	bar := canvas.NewRectangle(kit.Color(kit.ColorInk))
	bar.CornerRadius = barHigh / 2
	title := rows(kit.Unit/2, kit.NewText(one.Card.Title, kit.SizeText, kit.ColorInk, 2),
		container.New(part(float32(one.Votes)/float32(most)), bar))
	return pressed(container.New(columns{placeWide, dotsWide}, kit.NewText(place, kit.SizeNote, kit.ColorQuiet, 2).Bold(),
		title, dots), func() { s.acts.Open(one.Card.ID) })
}

// part gives what it holds a share of the width.
type part float32

func (p part) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width*float32(p), barHigh))
}

func (part) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, barHigh) }

// columns lays three objects side by side, the first and the last of a fixed width and
// in the middle of the first line of the second.
type columns struct{ first, last float32 }

func (c columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	line := kit.LineHeight(kit.SizeText)
	objects[0].Move(fyne.NewPos(0, (line-kit.LineHeight(kit.SizeNote))/2+1)) // on one base line
	objects[0].Resize(fyne.NewSize(c.first, line))
	objects[1].Move(fyne.NewPos(c.first, 0))
	objects[1].Resize(fyne.NewSize(size.Width-c.first-c.last, size.Height))
	objects[2].Move(fyne.NewPos(size.Width-c.last, 0))
	objects[2].Resize(fyne.NewSize(c.last, line))
}

func (c columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(c.first+c.last+1, max(objects[1].MinSize().Height, kit.Touch-kit.Unit))
}
