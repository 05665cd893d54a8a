package form

import (
	"cmp"
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// Rules is the sheet of what the race advises: the checklist of each stage, and how
// many cards are enough.
type Rules struct {
	Object fyne.CanvasObject
	was    model.Rules
	words  *words.Words
	groups []model.Group
	lists  []*checklist
	limits []limit
	write  func(was, is model.Rules)
}

// A limit is a number of open cards, and what it is of.
type limit struct {
	model.Limit
	most *stepper
}

// limitMost is how high a limit may be.
const limitMost = 999

// NewRules returns the sheet of the rules as they stand, filled in with what is
// written of them: the same, or what could not be stored. write is asked to store
// what was written.
func NewRules(was, is model.Rules, groups []model.Group, w *words.Words, write func(was, is model.Rules), closed func()) *Rules {
	s := &Rules{was: was, words: w, groups: groups, write: write}
	body := []fyne.CanvasObject{kit.NewText(w.T("rules.note"), kit.SizeText, kit.ColorQuiet, 0)}
	for _, stage := range model.Stages {
		list := newChecklist(stage, is.Checks, w)
		s.lists = append(s.lists, list)
		body = append(body, rows(kit.Unit, kit.NewText(w.T("column."+string(stage)), kit.SizeTitle, kit.ColorInk, 1).Bold(),
			list.object, s.enough(stage, is.Limits)))
	}
	usual := kit.NewButton(w.T("rules.usual"), s.reset)
	done := kit.NewButton(w.T("sheet.done"), func() { s.Save(); closed() })
	done.Importance = widget.HighImportance
	s.Object = page{w.T("rules.sheet"), body, []fyne.CanvasObject{usual, done}, done.OnTapped}.object()
	return s
}

// Save asks for what was written since the last Save to be stored, if anything was.
func (s *Rules) Save() {
	is := model.Rules{Rev: s.was.Rev}
	for _, list := range s.lists {
		is.Checks = append(is.Checks, list.written()...)
	}
	for _, l := range s.limits {
		if l.Most = l.most.value(); l.Most > 0 {
			is.Limits = append(is.Limits, l.Limit)
		}
	}
	if was := s.was; !reflect.DeepEqual(s.tidy(is), s.tidy(was)) {
		s.was = is
		s.write(was, is)
	}
}

// tidy puts rules into the order of the sheet, so that equal ones can be told.
func (s *Rules) tidy(r model.Rules) model.Rules {
	var out model.Rules
	for _, stage := range model.Stages {
		for _, c := range r.Checks {
			if c.Stage == stage {
				out.Checks = append(out.Checks, c)
			}
		}
	}
	for _, l := range r.Limits {
		if l.Group == "" || slices.ContainsFunc(s.groups, func(g model.Group) bool { return g.ID == l.Group }) {
			out.Limits = append(out.Limits, l)
		}
	}
	slices.SortFunc(out.Limits, func(x, y model.Limit) int {
		return cmp.Or(cmp.Compare(x.Stage, y.Stage), cmp.Compare(x.Group, y.Group))
	})
	return out
}

// reset puts the checks that a race usually has in the place of all others.
func (s *Rules) reset() {
	for _, list := range s.lists {
		list.fill(model.DefaultRules().Checks)
	}
}

// enough are the limits of a stage: of all its cards, and of each target group.
func (s *Rules) enough(stage model.Stage, limits []model.Limit) fyne.CanvasObject {
	list := rows(kit.Unit / 2)
	add := func(group model.ID, name string, mark fyne.CanvasObject) {
		l := limit{Limit: model.Limit{Stage: stage, Group: group}}
		for _, x := range limits {
			if x.Stage == stage && x.Group == group {
				l.Most = x.Most
			}
		}
		l.most = newStepper(l.Most, 0, max(l.Most, limitMost))
		s.limits = append(s.limits, l)
		from := float32(4) // the mark
		if mark == nil {
			from = 0
		}
		label := container.New(layout.NewCustomPaddedLayout(kit.Unit+4, 0, from, 0), kit.NewText(name, kit.SizeText, kit.ColorInk, 1))
		list.Add(container.NewBorder(nil, nil, mark, l.most.object, label))
	}
	add("", s.words.T("rules.all"), nil)
	for _, g := range s.groups {
		add(g.ID, g.Name, container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(2*kit.Unit), kit.NewMark(g.Style))))
	}
	return field(s.words.T("rules.enough"), list)
}
