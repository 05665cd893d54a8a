package form

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"racedesk/model"
	"racedesk/ui/kit"
)

// timetable is the list of a programme's segments by phase, in which they are put in
// order, with what goes on now above it.
type timetable struct {
	*Programme
	object *fyne.Container
	head   *section // what goes on
	notice *section // what is to be known of the whole
	past   *section // the way to what is over
	all    bool     // what is over is shown
	list   *fyne.Container
	lines  map[model.ID]*tableLine
	names  []phaseName // that stand in the list
	order  []model.ID
	ghost  *kit.Slot         // of what is held
	mark   *canvas.Rectangle // the place where it would land
	ladder *ladder
	making *fyne.Animation // of room for it, if one goes on
	held   *held
}

// A tableLine is a segment in the list.
type tableLine struct {
	row  *fyne.Container
	slot *kit.Slot
	grip *kit.Grip
}

// A phaseName heads the segments that follow it, up to the next one: a phase, or a day
// of it.
type phaseName struct {
	phase, day string
	before     model.ID // the first segment beneath it, or the end
}

// A held segment is being dragged.
type held struct {
	id     model.ID
	rungs  []rung
	top    float32
	before model.ID
	phase  string
}

func newTimetable(s *Programme) *timetable {
	t := &timetable{Programme: s, head: newSection(), notice: newSection(), past: newSection(), lines: map[model.ID]*tableLine{},
		ghost: kit.NewSlot(nil, nil).Raise(), mark: canvas.NewRectangle(nil), ladder: &ladder{floating: 2}}
	t.ghost.Hide()
	t.mark.Hide()
	t.list = container.New(t.ladder, t.mark, t.ghost)
	t.object = rows(2*kit.Unit, t.head.box, t.notice.box, rows(0, t.past.box, t.list))
	return t
}

// show brings the list up to date, line by line.
func (t *timetable) show() {
	p, elapsed, started := t.board.Programme(t.now), t.board.Clock().Elapsed(t.now), t.board.Clock().Started()
	t.tellNow(p)
	t.tellAll(p)
	if t.held != nil {
		return
	}
	on, _ := p.At(elapsed)
	past := 0
	for i, x := range p {
		t.line(x.ID).slot.Say(t.says(x, i == on && started, elapsed))
		if started && i != on && x.To <= elapsed {
			past = i + 1
		}
	}
	t.tellPast(past)
	if !t.all {
		p = p[past:]
	}
	names, order := t.headings(p), make([]model.ID, len(p))
	for i, x := range p {
		order[i] = x.ID
	}
	if !slices.Equal(names, t.names) || !slices.Equal(order, t.order) {
		t.names, t.order = names, order
		t.fill()
	}
}

// tellPast offers to show the segments that are over, or to fold them away.
func (t *timetable) tellPast(past int) {
	t.past.tell([]any{past, t.all}, func() []fyne.CanvasObject {
		if past == 0 {
			return nil
		}
		label := t.words.T("programme.past", past)
		if t.all {
			label = t.words.T("programme.fold")
		}
		return []fyne.CanvasObject{container.NewHBox(kit.NewChip(label, func(bool) { t.all = !t.all; t.show() }))}
	})
}

// says is what the line of a segment tells.
func (t *timetable) says(x model.Placed, on bool, elapsed time.Duration) kit.Line {
	w := t.words
	line := kit.Line{Time: t.clock(x.From), Title: x.Title, Note: t.span(x.To - x.From), Now: on,
		Past: x.To <= elapsed && !on && t.board.Clock().Started()}
	switch {
	case x.Clash > 0:
		line.Note, line.Alarm = w.T("programme.clash", t.span(x.Clash)), true
	case x.Beyond > 0:
		line.Note, line.Alarm = w.T("programme.beyond", t.span(x.Beyond)), true
	case x.Begun && x.To == x.From && line.Past:
		line.Note = w.T("programme.skipped")
	case line.Past && x.To-x.From != x.Length:
		line.Note = w.T("programme.took", t.span(x.To-x.From), t.span(x.Length))
	case x.Fixed != "":
		line.Note = w.T("programme.fixed.note", line.Note)
	}
	return line
}

// line is the line of a segment, made where there is none yet.
func (t *timetable) line(id model.ID) *tableLine {
	if l := t.lines[id]; l != nil {
		return l
	}
	l := &tableLine{slot: kit.NewSlot(func() { t.edit(t.stored(id), t.stored(id)) }, func(by int) { t.shift(id, by) })}
	l.grip = kit.NewGrip(t.words.T("programme.grip"), func(by float32) { t.drag(id, by) }, t.drop)
	l.row = container.NewBorder(nil, nil, l.grip, nil, l.slot)
	t.lines[id] = l
	return l
}

// headings are the names of phases and days in the list, in their order. Phases that
// an Innovation Race has and that have no segments yet stand at the end.
func (t *timetable) headings(p model.Programme) []phaseName {
	var names []phaseName
	day := ""
	for i, x := range p {
		date := t.words.Day(t.board.Clock().Instant(x.From, t.now))
		if i == 0 || !x.Continues || date != day {
			name := phaseName{phase: x.Phase, before: x.ID}
			if date != day {
				name.day = date
			}
			names, day = append(names, name), date
		}
	}
	for _, phase := range model.Phases {
		if !slices.ContainsFunc(t.board.Agenda(), func(x model.Segment) bool { return x.Phase == phase }) {
			names = append(names, phaseName{phase: phase})
		}
	}
	return names
}

// fill puts names and lines into the list.
func (t *timetable) fill() {
	var objects []fyne.CanvasObject
	at, last := 0, "\n"
	for i, n := range t.names {
		objects = append(objects, t.heading(n, n.phase != last))
		last = n.phase
		var until model.ID
		if i+1 < len(t.names) {
			until = t.names[i+1].before
		}
		for ; n.before != "" && at < len(t.order) && t.order[at] != until; at++ {
			objects = append(objects, t.lines[t.order[at]].row)
		}
	}
	for id := range t.lines {
		if t.stored(id).ID == "" {
			delete(t.lines, id)
		}
	}
	t.list.Objects = append(objects, t.mark, t.ghost)
	t.list.Refresh()
}

// heading names a phase, with a way to add a segment at its end, and a day.
func (t *timetable) heading(n phaseName, phase bool) fyne.CanvasObject {
	day := kit.NewText(n.day, kit.SizeNote, kit.ColorQuiet, 1)
	if !phase {
		return day
	}
	name := kit.NewText(n.phase, kit.SizeTitle, kit.ColorInk, 1).Bold()
	plus := kit.NewRound("+", func() { t.addTo(n.phase) })
	box := rows(0, name)
	if n.day != "" {
		box.Add(day)
	}
	return container.NewBorder(nil, nil, nil, container.NewCenter(plus), box)
}

// addTo adds a segment at the end of a phase, and opens it.
func (t *timetable) addTo(phase string) {
	t.wanted = model.NewID()
	s := model.Segment{ID: t.wanted, Phase: phase, Title: t.words.T("programme.new"), Length: usualSegment}
	t.ask(func(b *model.Board) (model.Edit, error) {
		before, within := model.ID(""), false
		for _, x := range b.Agenda() {
			if within && x.Phase != phase {
				before = x.ID
				break
			}
			within = x.Phase == phase
		}
		return b.AddSegment(s, before)
	})
}

// usualSegment is how long a new segment is.
const usualSegment = 30 * time.Minute

// shift moves a segment up or down by one.
func (t *timetable) shift(id model.ID, by int) {
	if before, phase, ok := shifted(t.rungs(), id, by); ok {
		t.ask(func(b *model.Board) (model.Edit, error) { return b.MoveSegment(id, before, phase) })
	}
}

// tellAll tells what is to be known of the whole programme.
func (t *timetable) tellAll(p model.Programme) {
	w, started := t.words, t.board.Clock().Started()
	over := t.span(p.Over())
	t.notice.tell([]any{len(p) == 0, started, p.Over() > 0, over}, func() []fyne.CanvasObject {
		switch {
		case len(p) == 0:
			fill := kit.NewButton(w.T("programme.sample"), func() {
				t.ask(func(b *model.Board) (model.Edit, error) { return b.FillAgenda(t.acts.Sample) })
			})
			return []fyne.CanvasObject{kit.NewText(w.T("programme.empty"), kit.SizeText, kit.ColorQuiet, 4), fill}
		case p.Over() > 0:
			return []fyne.CanvasObject{kit.NewText(w.T("programme.over", over), kit.SizeText, kit.ColorAlarm, 3).Bold()}
		case !started:
			return []fyne.CanvasObject{kit.NewText(w.T("programme.waiting"), kit.SizeText, kit.ColorQuiet, 3)}
		}
		return nil
	})
}
