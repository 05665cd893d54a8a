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
	chosen *fyne.Container // a chip for each target group, and for what else is shown
	flow   *flow
	all    *kit.Chip // ends the filter
	lacks  *kit.Chip // shows what is not ready
	tools  *fyne.Container
	votes  *kit.Chip
	lanes  *kit.Chip
	taken  func() // hears that its place was taken, or given back

	groups  []model.Group // that have chips
	chips   []*kit.Chip
	parts   []part // of the filter that have chips, and those that are proposed
	parting []*kit.Chip
}

func (d *Desk) newStrip() *strip {
	w := d.words
	s := &strip{taken: d.toBoard, tools: container.New(layout.NewCustomPaddedHBoxLayout(kit.Unit)),
		all: kit.NewChip(w.T("filter.all"), func(bool) { d.showAll() })}
	s.lacks = kit.NewChip(w.T("filter.lacks"), func(on bool) { d.filter.Lacking = on; d.searched(); d.show() })
	s.flow = &flow{keep: func(o fyne.CanvasObject) bool { return s.active(o) }}
	s.flow.more = kit.NewChip("", func(on bool) { s.flow.open = on; d.window.Content().Refresh(); d.mapScreen() })
	s.flow.word = func(left int) string {
		if s.flow.open {
			return w.T("filter.fewer")
		}
		return w.T("filter.more", left)
	}
	s.chosen = container.New(s.flow, s.flow.more)
	d.names = append(d.names, named{"all", s.all}, named{"lacks", s.lacks}, named{"more", s.flow.more})
	s.votes = d.tool(s, "votes", w.T("order.votes"), func(on bool) { d.byVotes = on; d.show() })
	s.lanes = d.tool(s, "lanes", w.T("lanes"), func(on bool) { d.lanes = on; d.show() })
	s.usual = container.NewBorder(nil, nil, nil, container.New(margins{kit.Unit, 0}, container.NewVBox(s.tools)), s.chosen)
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
	s.taken()
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
	w := d.words
	if groups := d.session.Board.Groups(); !slices.Equal(groups, s.groups) {
		s.groups, s.chips = groups, nil
		for _, g := range groups {
			s.chips = append(s.chips, kit.NewChip(g.Name, func(on bool) { d.narrow(g.ID, on) }).Mark(g.Style))
		}
		s.parts = nil
	}
	for i, g := range s.groups {
		s.chips[i].Set(g.Name, slices.Contains(d.filter.Groups, g.ID))
	}
	s.lacks.Set(w.T("filter.lacks"), d.filter.Lacking)
	_, voting := d.session.Board.Voting() // then no order tells of votes
	s.votes.Set(w.T("order.votes"), d.byVotes)
	s.lanes.Set(w.T("lanes"), d.lanes)
	if bare := len(s.groups) == 0; s.lanes.Hidden != bare || s.votes.Hidden != voting { // without groups there is one lane
		s.lanes.Hidden, s.votes.Hidden = bare, voting
		s.object.Refresh()
	}
	if parts := d.parts(); s.parts == nil || !slices.Equal(parts, s.parts) {
		s.parts, s.parting = parts, nil
		for _, p := range parts {
			s.parting = append(s.parting, p.chip(d))
		}
	}
	s.fill(!d.filter.Empty())
}

// fill puts the chips in their order, with one that ends the filter if there is one.
func (s *strip) fill(filtered bool) {
	var objects []fyne.CanvasObject
	for _, chips := range [][]*kit.Chip{s.chips, {s.lacks}, s.parting} {
		for _, c := range chips {
			objects = append(objects, c)
		}
	}
	if filtered {
		objects = append(objects, s.all)
	}
	if objects = append(objects, s.flow.more); !slices.Equal(objects, s.chosen.Objects) {
		s.chosen.Objects = objects
		s.chosen.Refresh()
	}
}

// active says whether a chip belongs to what is shown or proposed, so that it has to
// be in sight.
func (s *strip) active(o fyne.CanvasObject) bool {
	chip := o.(*kit.Chip)
	return chip.On() || chip != s.lacks && !slices.Contains(s.chips, chip)
}
