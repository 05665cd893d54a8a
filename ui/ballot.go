package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"racedesk/model"
	"racedesk/ui/kit"
)

// ballot is what the strip has of a voting round: a chip that opens the panel of
// rounds and tells of the one that goes on, what can be done in it, and in a turn,
// in the place of all else, the dots that are left.
type ballot struct {
	chip *kit.Chip
	acts *fyne.Container
	end  *kit.Twice // shows the result
	sure time.Time  // until when one more press of end shows the result
	last time.Time  // that a turn began or was ended by hand
	turn *fyne.Container
	dots *fyne.Container
	left *canvas.Text
	hint *kit.Text // says what to do, or that the turn is about to end by itself
	all  *kit.Chip // ends the filter
	look tally     // that it has
}

// A tally is all that a ballot shows; two equal ones look the same.
type tally struct {
	label          string
	stage          model.Stage
	turn, filtered bool
	each, left     int
	limited        bool
	placed         bool // a dot at least
}

const (
	dotSize  float32 = 18
	dotsMost         = 12 // drawn; of more, the number tells
	turnWide float32 = 140
	nameWide float32 = 180
	sureFor          = 5 * time.Second
	oneTap           = time.Second // or it was one finger that tapped twice
)

func (d *Desk) newBallot() *ballot {
	w := d.words
	s := &ballot{left: canvas.NewText("", nil), hint: kit.NewText("", kit.SizeText, kit.ColorQuiet, 1)}
	s.chip = d.tool(d.strip, "vote", w.T("vote"), func(bool) { d.openRounds() })
	begin := d.button("turn", w.T("vote.turn"), d.once(&s.last, oneTap, d.beginTurn))
	s.end = kit.NewTwice(w.T("no"), w.T("vote.show"), w.T("vote.show.sure"), func() { s.end.Disarm(); d.tellResult() }).Leftward()
	s.end.Asked = func() { s.sure = d.now().Add(sureFor) }
	d.names = append(d.names, named{"result", s.end.First})
	s.acts = container.New(layout.NewCustomPaddedHBoxLayout(kit.Unit), s.end.Object, container.New(width(turnWide), begin))
	d.strip.tools.Add(s.acts)
	done := d.button("done", w.T("sheet.done"), d.once(&s.last, oneTap, func() { d.endTurn("vote.thanks") }))
	begin.Importance, done.Importance = widget.HighImportance, widget.HighImportance
	s.all = kit.NewChip(w.T("filter.all"), func(bool) { d.showAll() })
	s.dots = container.New(layout.NewCustomPaddedHBoxLayout(kit.Unit))
	yours := canvas.NewText(w.T("vote.yours"), kit.Color(kit.ColorInk))
	yours.TextStyle.Bold = true
	for _, text := range []*canvas.Text{yours, s.left} {
		text.TextSize = kit.Size(kit.SizeTitle)
	}
	row := container.New(layout.NewCustomPaddedHBoxLayout(2*kit.Unit), yours, container.NewCenter(s.dots), s.left, s.all)
	s.turn = container.NewBorder(nil, nil, row, container.New(width(turnWide), done), container.New(middle{2 * kit.Unit}, s.hint))
	return s
}

// show brings the strip up to date with the round that goes on, if one does.
func (s *ballot) show(d *Desk, round model.Round, on bool) {
	b, look := d.session.Board, tally{label: d.words.T("vote"), turn: d.turn != nil, filtered: !d.filter.Empty(), each: round.Dots, stage: round.Stage}
	if on {
		voters, dots := b.Turnout(round.ID)
		look.label = strings.Join([]string{kit.Fit(round.Name, nameWide, kit.Size(kit.SizeText), fyne.TextStyle{}),
			d.words.T("vote.voters", voters), d.words.T("vote.dots", dots)}, " · ")
	}
	if look.turn {
		look.left, look.limited = b.Left(round.ID, d.turn.voter)
		look.placed = len(b.Ballot(round.ID, d.turn.voter).Dots) > 0
	}
	if s.take(d.strip, look.turn); look == s.look {
		return
	}
	s.look = look
	s.chip.Set(look.label, on)
	if s.acts.Hidden = !on; !on {
		s.end.Disarm()
	}
	s.all.Hidden = !look.filtered
	s.count(d, look)
	d.strip.object.Refresh()
}

// take gives a turn the place of the strip, unless another mode has it, or gives the
// place back.
func (s *ballot) take(to *strip, turn bool) {
	switch now := to.object.Objects[0]; {
	case turn && now == to.usual:
		to.take(s.turn)
	case !turn && now == s.turn:
		to.take(nil)
	}
}

// count draws the dots that are left, and those that are placed as rings.
func (s *ballot) count(d *Desk, look tally) {
	s.left.Text, s.left.Color = d.words.T("vote.free"), kit.Color(kit.ColorInk)
	s.dots.Objects = nil
	if !look.limited {
		return
	}
	s.left.Text = d.words.T("vote.left", look.left)
	for i := 0; i < look.each && look.each <= dotsMost; i++ {
		dot := canvas.NewCircle(kit.Color(kit.ColorInk))
		if i >= look.left {
			dot.FillColor, dot.StrokeColor, dot.StrokeWidth = nil, kit.Color(kit.ColorQuiet), 1
		}
		s.dots.Add(container.NewGridWrap(fyne.NewSquareSize(dotSize), dot))
	}
}

// tick does what time alone does: a press that was not followed by another is
// forgotten, and so is a turn.
func (s *ballot) tick(d *Desk) {
	if d.now().After(s.sure) {
		s.end.Disarm()
	}
	if d.turn == nil {
		return
	}
	switch rest := turnIdle - d.idle(); {
	case rest <= 0:
		d.endTurn("vote.idle")
	case rest <= turnSoon:
		s.hint.Set(d.words.T("vote.soon", int(rest.Round(time.Second)/time.Second)), kit.ColorAlarm)
	case s.look.placed:
		s.hint.Set("", kit.ColorQuiet)
	case s.look.stage == "":
		s.hint.Set(d.words.T("vote.hint"), kit.ColorQuiet)
	default:
		s.hint.Set(d.words.T("vote.hint."+string(s.look.stage)), kit.ColorQuiet)
	}
}
