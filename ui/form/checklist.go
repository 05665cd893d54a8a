package form

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// checklist is what a card of one stage should have, to be written and put in order.
type checklist struct {
	object *fyne.Container
	words  *words.Words
	stage  model.Stage
	lines  []*check
	list   *fyne.Container
	known  *fyne.Container // chips of those that can be added by a tap
}

// A check is one line: worded by the program, or by people in its entry.
type check struct {
	model.Check
	entry *kit.Entry
}

func newChecklist(stage model.Stage, checks []model.Check, w *words.Words) *checklist {
	l := &checklist{words: w, stage: stage, list: rows(0), known: wrapped()}
	own := kit.NewEntry()
	own.SetPlaceHolder(w.T("rules.own"))
	add := func(name string) {
		if model.CleanLine(name) != "" {
			own.SetText("")
			l.add(model.Check{Stage: stage, Name: name})
			l.show()
		}
	}
	own.OnSubmitted = add
	plus := kit.NewButtonWithIcon("", theme.ContentAddIcon(), func() { add(own.Text) })
	plus.Importance = widget.LowImportance
	own.ActionItem = plus
	l.object = rows(kit.Unit/2, l.list, own, l.known)
	l.fill(checks)
	return l
}

// fill puts the checks of the list's stage into it, in the place of all others.
func (l *checklist) fill(checks []model.Check) {
	l.lines = nil
	for _, c := range checks {
		if c.Stage == l.stage {
			l.add(c)
		}
	}
	l.show()
}

func (l *checklist) add(c model.Check) {
	one := &check{Check: c}
	if c.Name != "" {
		one.entry = line(c.Name)
	}
	l.lines = append(l.lines, one)
}

// written are the checks as the list says they should be.
func (l *checklist) written() (out []model.Check) {
	for _, one := range l.lines {
		c := one.Check
		if one.entry != nil {
			if c.Name = one.entry.Text; model.CleanLine(c.Name) == "" {
				continue
			}
		}
		out = append(out, c)
	}
	return out
}

// show lays the lines out anew, and what can be added to them.
func (l *checklist) show() {
	l.list.Objects, l.known.Objects = nil, nil
	for i := range l.lines {
		l.list.Add(l.line(i))
	}
	for _, c := range offered(l.stage) {
		if !slices.ContainsFunc(l.lines, func(one *check) bool { return one.ID == c.ID }) {
			l.known.Add(kit.NewChip("+ "+l.words.T(c.Key()), func(bool) { l.add(c); l.show() }))
		}
	}
	l.object.Refresh()
}

// line is one check with what moves it up and down, and takes it away.
func (l *checklist) line(i int) fyne.CanvasObject {
	one := l.lines[i]
	small := func(icon fyne.Resource, can bool, act func()) fyne.CanvasObject {
		b := kit.NewButtonWithIcon("", icon, func() { act(); l.show() })
		if b.Importance = widget.LowImportance; !can {
			b.Disable()
		}
		return container.NewGridWrap(fyne.NewSquareSize(kit.Touch), b)
	}
	swap := func(j int) func() { return func() { l.lines[i], l.lines[j] = l.lines[j], l.lines[i] } }
	acts := container.New(layout.NewCustomPaddedHBoxLayout(0), small(theme.MoveUpIcon(), i > 0, swap(i-1)),
		small(theme.MoveDownIcon(), i < len(l.lines)-1, swap(i+1)),
		small(theme.CancelIcon(), true, func() { l.lines = slices.Delete(l.lines, i, i+1) }))
	if one.entry != nil {
		return container.NewBorder(nil, nil, nil, acts, one.entry)
	}
	text := kit.NewText(l.words.T(one.Key()), kit.SizeText, kit.ColorInk, 2)
	return container.NewBorder(nil, nil, nil, acts, container.New(layout.NewCustomPaddedLayout(kit.Unit+4, 0, 0, 0), text))
}

// offered are the checks that the program words and that fit a stage: its usual ones,
// and those of what every card has.
func offered(stage model.Stage) (out []model.Check) {
	for _, c := range model.DefaultRules().Checks {
		if c.Stage == stage {
			out = append(out, c)
		}
	}
	for _, id := range []model.ID{"group", "leader", "text", "nextStep"} {
		if !slices.ContainsFunc(out, func(c model.Check) bool { return c.ID == id }) {
			out = append(out, model.Check{Stage: stage, ID: id})
		}
	}
	return out
}
