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
	acts   RaceActs
	desk   *kit.Entry // the name of this one
	roll   *kit.Roll
}

// RaceActs are what people ask of the race's sheet.
type RaceActs struct {
	Write func(was, is model.Description)
	Rules func() // opens the sheet of what the race advises
	Log   func() // opens the log of deviations
	Desk  string // what this desk is called, if it has a name
	Call  func(name string)
	Close func()
}

// An input is one entry and where its text goes.
type input struct {
	entry *kit.Entry
	text  *string
}

// NewRace returns the sheet of a race as it stands, filled in with what is
// written of it: the same, or what could not be stored.
func NewRace(was, is model.Description, w *words.Words, acts RaceActs) *Race {
	s := &Race{was: was, race: is.Race, groups: slices.Clone(is.Groups), acts: acts, desk: line(acts.Desk)}
	for style := range kit.Styles {
		if !slices.ContainsFunc(is.Groups, func(g model.Group) bool { return kit.GroupColor(g.Style) == kit.GroupColor(style) }) {
			s.groups = append(s.groups, model.Group{Style: style})
		}
	}
	done := kit.NewButton(w.T("sheet.done"), func() { s.Save(); acts.Close() })
	done.Importance = widget.HighImportance
	deviations := kit.NewButtonWithIcon(w.T("deviations.sheet"), theme.ListIcon(), acts.Log)
	desk := rows(4, field(w.T("race.desk"), s.desk), kit.NewText(w.T("race.desk.note"), kit.SizeNote, kit.ColorQuiet, 3))
	fields := append(newGrant(&s.race, w, func() {}).fields, s.input(w.T("race.place"), line(s.race.Place), &s.race.Place), s.targets(w), desk)
	s.Object, s.roll = page{w.T("race.sheet"), fields, []fyne.CanvasObject{deviations, kit.NewButton(w.T("rules.open"), acts.Rules),
		layout.NewSpacer(), done}, done.OnTapped}.rolled()
	return s
}

// Naming brings the name of this desk into sight.
func (s *Race) Naming() { s.roll.Bring(s.desk) }

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
		s.acts.Write(was, is)
	}
	if s.desk.Text != s.acts.Desk {
		s.acts.Desk = s.desk.Text
		s.acts.Call(s.desk.Text)
	}
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
