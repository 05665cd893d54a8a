package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"racedesk/model"
	"racedesk/ui/kit"
)

// strip is the line above the board: at the left what of the board is shown, at
// the right what can be done with it. A mode takes its place for as long as it lasts.
type strip struct {
	object *fyne.Container
	usual  fyne.CanvasObject
	chosen *fyne.Container // a chip for each target group, dark where it is chosen
	all    *kit.Chip       // ends the filter
	tools  *fyne.Container
	groups []model.Group // that have chips
	chips  []*kit.Chip
}

func (d *Desk) newStrip() *strip {
	row := func() *fyne.Container { return container.New(layout.NewCustomPaddedHBoxLayout(kit.Unit)) }
	s := &strip{chosen: row(), tools: row(), all: kit.NewChip(d.words.T("filter.all"), func(bool) { d.showAll() })}
	d.names = append(d.names, named{"all", s.all})
	s.usual = container.NewBorder(nil, nil, nil, s.tools, s.chosen)
	s.object = container.New(margins{footSide, 0}, s.usual)
	d.tool(s, "select", d.words.T("select"), func(on bool) { d.view.Select(on) })
	d.several = d.newSeveral()
	return s
}

// take gives the strip's place to a mode, or back with nil.
func (s *strip) take(mode fyne.CanvasObject) {
	s.object.Objects = []fyne.CanvasObject{s.usual}
	if mode != nil {
		s.object.Objects[0] = mode
	}
	s.object.Refresh()
}

// tool puts a chip at the right that turns something on and off.
func (d *Desk) tool(s *strip, name, label string, turn func(on bool)) *kit.Chip {
	chip := kit.NewChip(label, turn)
	d.names = append(d.names, named{name, chip})
	s.tools.Add(chip)
	return chip
}

// show brings the strip up to date with the board and what of it is shown.
func (s *strip) show(d *Desk) {
	if groups := d.session.Board.Groups(); !slices.Equal(groups, s.groups) {
		s.groups, s.chips, s.chosen.Objects = groups, nil, nil
		for _, g := range groups {
			chip := kit.NewChip(g.Name, func(on bool) { d.narrow(g.ID, on) }).Mark(g.Style)
			s.chips = append(s.chips, chip)
			s.chosen.Add(chip)
		}
		s.chosen.Add(s.all)
	}
	for i, g := range s.groups {
		s.chips[i].Set(g.Name, slices.Contains(d.filter.Groups, g.ID))
	}
	if hidden := d.filter.Empty(); s.all.Hidden != hidden {
		s.all.Hidden = hidden
		s.object.Refresh()
	}
}

// narrow shows the cards of a target group, beside those of others chosen, or no longer.
func (d *Desk) narrow(group model.ID, on bool) {
	d.filter.Groups = slices.DeleteFunc(d.filter.Groups, func(id model.ID) bool { return id == group })
	if on {
		d.filter.Groups = append(d.filter.Groups, group)
	}
	d.show()
}

// showAll ends the filter.
func (d *Desk) showAll() {
	d.filter = model.Filter{}
	d.bar.search.SetText("")
	d.show()
}

// show shows of the board what the filter chooses.
func (d *Desk) show() {
	d.view.Filter(d.filter)
	d.strip.show(d)
	d.mapScreen()
}
