package form

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// A past is what happened to a card, folded until somebody asks for it.
type past struct {
	*section
	open   bool
	read   bool // the events are there
	events []model.Event
	now    time.Time // when they were read
	most   int       // how many are listed
	rev    int64     // of the card when they were asked for
	secret bool      // nobody is told of the votes at the moment
}

// pastMost is how many events are listed at a time.
const pastMost = 100

// Past shows what happened to the card, oldest first, as it was read at now.
func (s *Card) Past(events []model.Event, now time.Time) {
	s.past.read, s.past.events, s.past.now = true, events, now
	s.tellPast()
}

// stale says whether something happened to the card since, while it is looked at.
func (p *past) stale(c model.Card) bool { return p.open && p.rev != c.Rev }

// askPast asks for what happened to the card.
func (s *Card) askPast() {
	s.past.rev = s.card.Rev
	s.acts.Past(s.card.ID)
}

// tellPast lists what happened, newest first, or only the way to it.
func (s *Card) tellPast() {
	p, w := s.past, s.words
	if p.stale(s.card) {
		s.askPast()
	}
	p.tell([]any{p.open, p.read, p.events, p.most, p.secret}, func() []fyne.CanvasObject {
		icon := theme.MenuExpandIcon()
		if p.open {
			icon = theme.MenuDropDownIcon()
		}
		fold := kit.NewButtonWithIcon(w.T("history.name"), icon, s.foldPast)
		fold.Alignment, fold.Importance = widget.ButtonAlignLeading, widget.LowImportance
		parts := []fyne.CanvasObject{hung(fold)}
		switch {
		case p.open && !p.read:
			parts = append(parts, kit.NewText(w.T("history.busy"), kit.SizeText, kit.ColorQuiet, 1))
		case p.open:
			parts = append(append(parts, s.nameless()...), s.events()...)
		}
		return parts
	})
}

// foldPast opens what happened, or puts it away.
func (s *Card) foldPast() {
	p := s.past
	p.open, p.most = !p.open, pastMost
	if p.open {
		p.read = false
		s.askPast()
	}
	s.tellPast()
}

// events are the lines of what happened, newest first, and a way to more.
func (s *Card) events() []fyne.CanvasObject {
	p, w := s.past, s.words
	redo := map[int64]bool{} // what an edit that takes these back does again
	for _, e := range p.events {
		redo[e.Edit.Seq] = e.Edit.Undoes != 0
	}
	var lines []fyne.CanvasObject
	for _, e := range slices.Backward(p.events) {
		if p.hides(e) {
			continue
		}
		if len(lines) == p.most {
			more := kit.NewButton(w.T("history.more"), func() {
				p.most += pastMost
				s.tellPast()
			})
			return append(lines, container.NewHBox(more))
		}
		lines = append(lines, rows(0, kit.NewText(happened(e, redo[e.Edit.Undoes], w), kit.SizeText, kit.ColorInk, 4),
			kit.NewText(s.when(e.Edit), kit.SizeNote, kit.ColorQuiet, 2)))
	}
	return lines
}

// nameless leads to where this desk is given a name, if it has none and the history
// tells of others.
func (s *Card) nameless() []fyne.CanvasObject {
	here := s.acts.Here
	others := slices.ContainsFunc(s.past.events, func(e model.Event) bool { return e.Edit.Desk.Computer() != "" && !e.Edit.Desk.Same(here) })
	if here.Given() != "" || !others {
		return nil
	}
	name := kit.NewButton(s.words.T("history.name.desk"), s.acts.Name)
	return []fyne.CanvasObject{container.NewHBox(name)}
}

// hides says whether nobody is told of an event at the moment: it is about votes alone.
func (p *past) hides(e model.Event) bool {
	return p.secret && slices.Equal(e.Fields, []string{"votes"})
}

// when says at what time an edit was made, and at which desk.
func (s *Card) when(e model.Edit) string {
	w, now := s.words, s.past.now
	at, desk := e.At.In(now.Location()), Where(e.Desk, s.acts.Here, w)
	if at.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return w.T("history.today", w.Time(at), desk)
	}
	return w.T("history.day", w.Date(at), w.Time(at), desk)
}

// Where names a desk to those who stand at another, or at the same: as people call it,
// or by its computer.
func Where(desk, here model.DeskID, w *words.Words) string {
	name := desk.Given()
	if desk.Same(here) {
		name = cmp.Or(here.Given(), name, w.T("clash.here"))
	}
	switch {
	case name != "":
		return name
	case desk.Computer() == "":
		return w.T("history.somewhere")
	}
	return w.T("history.computer", desk.Computer())
}

// happened says what an edit did to a card, again where it takes back an undo.
func happened(e model.Event, again bool, w *words.Words) string {
	label := e.Edit.Label
	was, _ := e.Card.Before.(model.Card)
	is, _ := e.Card.After.(model.Card)
	made, gone := was.ID == "" && is.ID != "", was.ID != "" && is.ID == ""
	switch {
	case e.Edit.Undoes != 0 && again:
		return w.T("history.redo", w.T("edit."+label))
	case e.Edit.Undoes != 0:
		return w.T("history.undo", w.T("edit."+label))
	case made && (label == model.LabelAdd || label == model.LabelAdds):
		return w.T("history.wrote", is.Title)
	case made:
		return w.T("history.made")
	case gone:
		return w.T("history.gone")
	case label == model.LabelVote:
		return w.T("history.votes", was.Votes, is.Votes)
	case label == model.LabelWrite || label == model.LabelTick || !w.Has("done."+label):
		return w.T("history.changed", changed(e, w))
	}
	return w.T("done." + label)
}

// changed names what an edit changed of a card.
func changed(e model.Event, w *words.Words) string {
	var names []string
	for _, f := range e.Fields {
		if key := "history.of." + f; w.Has(key) {
			names = append(names, w.T(key))
		}
	}
	if len(names) == 0 {
		return w.T("edit." + e.Edit.Label)
	}
	return strings.Join(names, listed)
}
