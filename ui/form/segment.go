package form

import (
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// segmentSheet edits one segment in the programme's panel.
type segmentSheet struct {
	*Programme
	object  fyne.CanvasObject
	was     model.Segment // as it stood when it was last stored or read
	written string        // the fixed time as it was typed
	title   *kit.Entry
	note    *kit.Entry
	length  *stepper
	amiss   *hint // says what is wrong with the length
	fixed   *kit.Entry
	fix     *kit.Chip
	hint    *hint
	phases  []*kit.Chip
	phase   string
	when    *kit.Text
}

func newSegmentSheet(p *Programme, now, is model.Segment) *segmentSheet {
	w := p.words
	s := &segmentSheet{Programme: p, was: now, title: line(is.Title), note: area(is.Note, 2),
		length: newStepper(int(is.Length/time.Minute), 1, int(model.LongestLength/time.Minute)),
		fixed:  kit.NewEntry(), hint: newHint(2), phase: is.Phase,
		amiss: newHint(2),
		when:  kit.NewText("", kit.SizeText, kit.ColorQuiet, 2)}
	s.length.by = 5
	s.fix = kit.NewChip(w.T("segment.fixed"), s.turnFixed)
	s.fill(is)
	for _, e := range []*kit.Entry{s.title, s.note, s.fixed} {
		e.OnChanged = func(string) { s.touched() }
	}
	s.length.entry.OnChanged = func(string) { s.touched() } // what cannot be is told, and stays
	remove := twice(w.T("no"), w.T("segment.remove"), w.T("segment.remove.sure"), s.remove)
	done := kit.NewButton(w.T("segment.back"), s.back)
	done.Importance = widget.HighImportance
	s.object = page{w.T("segment.sheet"), []fyne.CanvasObject{
		field(w.T("segment.title"), s.title), s.when,
		rows(4, field(w.T("segment.length"), container.NewHBox(s.length.object)), s.amiss.object),
		rows(4, container.NewBorder(nil, nil, s.fix, nil, s.fixed), s.hint.object),
		field(w.T("segment.note"), s.note),
		field(w.T("segment.phase"), s.choice()), s.moves(),
	}, []fyne.CanvasObject{remove, layout.NewSpacer(), done}, s.acts.Close}.object()
	s.show()
	return s
}

// fill puts a segment into the fields.
func (s *segmentSheet) fill(is model.Segment) {
	s.title.SetText(is.Title)
	s.note.SetText(is.Note)
	s.length.set(int(is.Length / time.Minute))
	s.phase = is.Phase
	s.written = ""
	if at, err := time.Parse("15:04", is.Fixed); err == nil {
		s.written = s.words.Time(at)
	}
	s.fixed.SetText(s.written)
	s.showFixed(is.Fixed != "")
}

// show follows the board: what nobody writes on shows the segment as it stands.
func (s *segmentSheet) show() {
	now := s.stored(s.was.ID)
	if now.ID == "" { // another desk took it away, or this one did
		s.segment = nil
		s.turn(s.Programme.open)
		return
	}
	if is, ok := s.read(); ok && is == s.was && now != s.was {
		s.was = now
		s.fill(now)
	}
	s.tellWhen()
	for _, c := range s.phases {
		c.Set(c.Text(), c.Text() == s.phase)
	}
}

// tellWhen says when the segment is held, as it is written.
func (s *segmentSheet) tellWhen() {
	is, ok := s.read()
	if !ok {
		is.Fixed = s.was.Fixed
	}
	board := s.board
	if is != s.was {
		if edit, err := board.ChangeSegment(s.was, s.located(is)); err == nil {
			edit.Seq = board.Seq + 1
			board = board.Clone()
			board.Apply(edit)
		}
	}
	for _, x := range board.Programme(s.now) {
		if x.ID == s.was.ID {
			from, to := s.wall(x.From), s.wall(x.To)
			s.when.SetText(s.words.T("segment.when", s.words.OnWeekday(from), s.end(from, to)))
		}
	}
}

// end writes when something ends that began at an instant, with the weekday where that
// is another, and its day where that is so far away that a weekday does not name it.
func (s *segmentSheet) end(from, to time.Time) string {
	switch {
	case to.Sub(from) > 6*24*time.Hour:
		return s.words.Day(to) + " " + s.words.T("at", s.words.Time(to))
	case from.YearDay() == to.YearDay():
		return s.words.Time(to)
	}
	return s.words.OnWeekday(to)
}

// located notes of a time that was fixed now where that lies, for when nobody knows
// what time of day it is.
func (s *segmentSheet) located(is model.Segment) model.Segment {
	if is.Fixed != "" && is.Fixed != s.was.Fixed {
		for _, x := range s.board.Programme(s.now) {
			if x.ID == is.ID {
				is.Start = x.From
			}
		}
	}
	return is
}

// read returns what is written, and whether its fixed time can be read.
func (s *segmentSheet) read() (model.Segment, bool) {
	is := s.was
	if is.Title = s.title.Text; model.CleanLine(is.Title) == model.CleanLine(s.was.Title) {
		is.Title = s.was.Title
	}
	if is.Note = s.note.Text; model.CleanText(is.Note) == model.CleanText(s.was.Note) {
		is.Note = s.was.Note
	}
	if n, ok := s.length.read(); ok && time.Duration(n)*time.Minute != s.was.Length.Truncate(time.Minute) {
		is.Length = time.Duration(n) * time.Minute
	}
	is.Phase, is.Fixed = s.phase, ""
	if !s.fix.On() {
		return is, true
	}
	hour, minute, ok := words.ReadTime(s.fixed.Text)
	if ok {
		is.Fixed = fmt.Sprintf("%02d:%02d", hour, minute)
	}
	return is, ok
}

// save asks for what was written to be stored, if anything was.
func (s *segmentSheet) save() {
	is, ok := s.read()
	amiss, hint := "", ""
	if _, can := s.length.read(); !can {
		amiss = s.words.T("segment.length.hint", s.length.most)
	}
	if !ok {
		hint = s.words.T("segment.fixed.hint")
		is.Fixed = s.was.Fixed
	}
	s.amiss.tell(amiss)
	s.hint.tell(hint)
	was := s.was
	if is == was {
		return
	}
	is = s.located(is)
	s.was = is
	change := func(b *model.Board) (model.Edit, error) { return b.ChangeSegment(was, is) }
	s.acts.Ask(change, func() {
		if now := s.stored(was.ID); now.ID != "" {
			s.edit(now, model.Overlay(now, was, is))
		}
	})
}

// touched tells that somebody wrote. What was wrong is forgotten as soon as it is right.
func (s *segmentSheet) touched() {
	s.tellWhen()
	if _, can := s.length.read(); can {
		s.amiss.tell("")
	}
	if _, ok := s.read(); ok {
		s.hint.tell("")
	}
	if s.acts.Touched != nil {
		s.acts.Touched()
	}
}

// turnFixed gives the segment a fixed time of day, the one that it has by the plan,
// or takes it.
func (s *segmentSheet) turnFixed(on bool) {
	if s.showFixed(on); on && s.fixed.Text == "" {
		for _, x := range s.board.Programme(s.now) {
			if x.ID == s.was.ID {
				s.fixed.SetText(s.clock(x.From))
			}
		}
	}
	s.Save()
}

func (s *segmentSheet) showFixed(on bool) {
	s.fix.Set(s.words.T("segment.fixed"), on)
	s.fixed.Hidden = !on
	s.fixed.Refresh()
}

// choice are the phases that the segment can be of.
func (s *segmentSheet) choice() fyne.CanvasObject {
	names := slices.Clone(model.Phases)
	for _, x := range s.board.Agenda() {
		if !slices.Contains(names, x.Phase) {
			names = append(names, x.Phase)
		}
	}
	box := wrapped()
	for _, name := range names {
		chip := kit.NewChip(name, func(bool) { s.phase = name; s.Save(); s.show() })
		s.phases = append(s.phases, chip)
		box.Add(chip)
	}
	return box
}

// moves are the ways to put the segment elsewhere, and to say that it begins.
func (s *segmentSheet) moves() fyne.CanvasObject {
	by := func(label string, by int) fyne.CanvasObject {
		return kit.NewButton(label, func() { s.Save(); s.move(by) })
	}
	w := s.words
	begin := kit.NewButton(w.T("segment.begin"), func() { s.Save(); s.begin(s.was.ID) })
	if !s.board.Clock().Started() {
		begin.Disable()
	}
	return rows(kit.Unit, container.NewGridWithColumns(2, by(w.T("segment.up"), -1), by(w.T("segment.down"), 1)), begin)
}

// move puts the segment before its neighbour or after it, in the phase of that one.
func (s *segmentSheet) move(by int) {
	id := s.was.ID
	s.ask(func(b *model.Board) (model.Edit, error) {
		agenda := b.Agenda()
		at := slices.IndexFunc(agenda, func(x model.Segment) bool { return x.ID == id })
		to := at + by
		if at < 0 || to < 0 || to >= len(agenda) {
			return model.Edit{}, nil
		}
		phase, before := agenda[to].Phase, model.ID("")
		if by > 0 {
			to++
		}
		if to < len(agenda) {
			before = agenda[to].ID
		}
		return b.MoveSegment(id, before, phase)
	})
}

func (s *segmentSheet) remove() {
	id := s.was.ID
	s.segment = nil
	s.turn(s.Programme.open)
	s.ask(func(b *model.Board) (model.Edit, error) { return b.RemoveSegment(id) })
}
