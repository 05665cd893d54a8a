package form

import (
	"reflect"
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

// Race is the sheet of what the race is called, its grant and its target groups.
type Race struct {
	Object fyne.CanvasObject
	was    model.Description
	race   model.Race
	groups []model.Group // in their order; then one without a name for each style not used
	inputs []input
	write  func(was, is model.Description)
}

// An input is one entry and where its text goes.
type input struct {
	entry *kit.Entry
	text  *string
}

// NewRace returns the sheet of a race as it stands, filled in with what is
// written of it: the same, or what could not be stored. write is asked to store
// what was written, rules to open the sheet of what the race advises, log to open the
// log of deviations.
func NewRace(was, is model.Description, w *words.Words, write func(was, is model.Description), rules, log, closed func()) *Race {
	s := &Race{was: was, race: is.Race, groups: slices.Clone(is.Groups), write: write}
	for style := range kit.Styles {
		if !slices.ContainsFunc(is.Groups, func(g model.Group) bool { return kit.GroupColor(g.Style) == kit.GroupColor(style) }) {
			s.groups = append(s.groups, model.Group{Style: style})
		}
	}
	done := widget.NewButton(w.T("sheet.done"), func() { s.Save(); closed() })
	done.Importance = widget.HighImportance
	deviations := widget.NewButtonWithIcon(w.T("deviations.sheet"), theme.ListIcon(), log)
	fields := append(s.particulars(w), s.targets(w))
	s.Object = page{w.T("race.sheet"), fields, []fyne.CanvasObject{deviations, widget.NewButton(w.T("rules.open"), rules),
		layout.NewSpacer(), done}, done.OnTapped}.object()
	return s
}

// Save asks for what was written since the last Save to be stored, if anything
// was.
func (s *Race) Save() {
	for _, in := range s.inputs {
		*in.text = in.entry.Text
	}
	is := model.Description{Race: s.race, Report: s.was.Report}
	for _, g := range s.groups {
		if model.CleanLine(g.Name) != "" {
			is.Groups = append(is.Groups, g)
		}
	}
	was := s.was
	if !reflect.DeepEqual(is, was) {
		s.was = is
		s.write(was, is)
	}
}

func (s *Race) particulars(w *words.Words) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, f := range []struct {
		key  string
		text *string
	}{
		{"race.title", &s.race.Title}, {"race.reference", &s.race.Reference}, {"race.coordinator", &s.race.Coordinator},
		{"race.funder", &s.race.Funder}, {"race.grant", &s.race.Grant}, {"race.period", &s.race.Period},
		{"race.status", &s.race.Status}, {"race.place", &s.race.Place},
	} {
		rows = append(rows, s.input(w.T(f.key), line(*f.text), f.text))
	}
	return rows
}

func (s *Race) targets(w *words.Words) fyne.CanvasObject {
	list := rows(kit.Unit)
	for i := range s.groups {
		entry := line(s.groups[i].Name)
		s.inputs = append(s.inputs, input{entry, &s.groups[i].Name})
		mark := container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(2*kit.Unit), kit.NewMark(s.groups[i].Style)))
		list.Add(container.NewBorder(nil, nil, mark, nil, entry))
	}
	return field(w.T("sheet.groups"), list)
}

func (s *Race) input(name string, entry *kit.Entry, text *string) fyne.CanvasObject {
	s.inputs = append(s.inputs, input{entry, text})
	return field(name, entry)
}
