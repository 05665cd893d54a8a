package form

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"racedesk/model"
	"racedesk/ui/kit"
)

// tellNow tells above the list what goes on, how it stands to the plan, and offers to
// give it time or to go on to the next.
func (t *timetable) tellNow(p model.Programme) {
	clock, w := t.board.Clock(), t.words
	on, next := -1, -1
	if clock.Started() {
		on, next = p.At(clock.Elapsed(t.now))
	}
	var is, to model.Placed
	left := time.Duration(0)
	if next >= 0 {
		to = p[next]
	}
	if on >= 0 {
		is = p[on]
		left = (is.To - clock.Elapsed(t.now) + time.Minute - 1).Truncate(time.Minute)
	}
	t.head.tell([]any{is.ID, is.Title, is.To, is.Shift().Round(time.Minute), left, to.ID, to.Title, t.near(is.To)}, func() []fyne.CanvasObject {
		var parts []fyne.CanvasObject
		if on >= 0 {
			parts = append(parts, field(w.T("programme.now"), kit.NewText(is.Title, kit.SizeTitle, kit.ColorInk, 3).Bold()),
				kit.NewText(w.T("programme.until", t.near(is.To), t.span(left))+" · "+t.standing(is.Shift()), kit.SizeText, kit.ColorInk, 2),
				container.NewGridWithColumns(2, t.stretch(is.ID, -5), t.stretch(is.ID, 5)))
		}
		if next >= 0 {
			title := kit.Fit(w.T("programme.next", to.Title), wayWidth-2*kit.Unit, kit.Size(kit.SizeText), fyne.TextStyle{Bold: true})
			onward := kit.NewButton(title, func() { t.begin(to.ID) })
			onward.Importance = widget.HighImportance
			parts = append(parts, onward)
		}
		if parts == nil {
			return nil
		}
		return []fyne.CanvasObject{framed(rows(kit.Unit, parts...))}
	})
}

// standing says how what goes on stands to the plan.
func (t *timetable) standing(shift time.Duration) string {
	switch shift = shift.Round(time.Minute); {
	case shift > 0:
		return t.words.T("programme.late", t.span(shift))
	case shift < 0:
		return t.words.T("programme.early", t.span(-shift))
	}
	return t.words.T("programme.ontime")
}

// stretch is a button that gives a segment minutes, or takes them.
func (t *timetable) stretch(id model.ID, minutes int) fyne.CanvasObject {
	label := t.words.T("clock.less", -minutes)
	if minutes > 0 {
		label = t.words.T("clock.more", minutes)
	}
	return kit.NewButton(label, func() {
		t.ask(func(b *model.Board) (model.Edit, error) {
			return b.StretchSegment(id, time.Duration(minutes)*time.Minute)
		})
	})
}

// begin says that a segment begins now.
func (s *Programme) begin(id model.ID) {
	now := s.acts.Now()
	s.ask(func(b *model.Board) (model.Edit, error) { return b.BeginSegment(id, b.Clock().Elapsed(now), now) })
}

// rungs are the places in the list, as it is laid out.
func (t *timetable) rungs() []rung {
	var out []rung
	objects := t.list.Objects[:len(t.list.Objects)-2]
	ids := map[fyne.CanvasObject]model.ID{}
	for id, l := range t.lines {
		ids[l.row] = id
	}
	name, phase := 0, ""
	for _, o := range objects {
		id, is := ids[o]
		if !is {
			phase = t.names[name].phase
			name++
		}
		out = append(out, rung{top: o.Position().Y, high: o.Size().Height, id: id, phase: phase})
	}
	return out
}

// drag moves a segment that is held: the others make room where it would land.
func (t *timetable) drag(id model.ID, by float32) {
	l := t.lines[id]
	if l == nil {
		return
	}
	if t.held == nil {
		t.take(id, l)
	}
	h := t.held
	t.ghost.Move(fyne.NewPos(l.slot.Position().X, h.top+by))
	at, before, phase := landing(h.rungs, h.id, h.top+by+t.ghost.Size().Height/2)
	h.before, h.phase = before, phase
	if at != t.ladder.at {
		t.ladder.at = at
		t.makeRoom()
	}
}

// take begins to hold a segment: where it was is the place where it would land.
func (t *timetable) take(id model.ID, l *tableLine) {
	t.held = &held{id: id, rungs: t.rungs(), top: l.row.Position().Y}
	t.ghost.Say(l.slot.Line())
	t.ghost.Resize(l.slot.Size())
	t.ghost.Show()
	l.row.Hide()
	t.ladder.held, t.ladder.at = l.row, slices.Index(t.list.Objects, fyne.CanvasObject(l.row))
	t.mark.FillColor, t.mark.CornerRadius = kit.Color(kit.ColorGap), kit.Unit
	t.mark.Resize(l.row.Size())
	t.mark.Move(l.row.Position())
	t.mark.Show()
	t.mark.Refresh()
}

// makeRoom moves the others out of the way of what is held.
func (t *timetable) makeRoom() {
	t.settle()
	rows := t.list.Objects[:len(t.list.Objects)-t.ladder.floating]
	from, to := make([]fyne.Position, len(rows)), make([]fyne.Position, len(rows))
	for i, o := range rows {
		from[i] = o.Position()
	}
	t.ladder.Layout(t.list.Objects, t.list.Size())
	for i, o := range rows {
		to[i] = o.Position()
	}
	t.mark.Move(t.ladder.held.Position())
	t.making = kit.Animate(kit.MakeRoom, func(share float32) {
		for i, o := range rows {
			o.Move(kit.Between(from[i], to[i], share))
		}
	}, nil)
}

// settle ends a making of room that goes on.
func (t *timetable) settle() {
	if t.making != nil {
		t.making.Stop()
		t.making = nil
	}
}

// drop lets go of what is held: where it is, or where it was.
func (t *timetable) drop(there bool) {
	h := t.held
	if h == nil {
		return
	}
	t.held, t.ladder.held = nil, nil
	t.settle()
	t.ghost.Hide()
	t.mark.Hide()
	if l := t.lines[h.id]; l != nil {
		l.row.Show()
	}
	t.list.Refresh()
	if !there {
		t.show()
		return
	}
	t.ask(func(b *model.Board) (model.Edit, error) { return b.MoveSegment(h.id, h.before, h.phase) })
}

// cancel puts what is held back where it was, and says whether anything was.
func (t *timetable) cancel() bool {
	return t.held != nil && t.lines[t.held.id] != nil && t.lines[t.held.id].grip.Cancel()
}
