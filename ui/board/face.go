package board

import (
	"strings"

	"racedesk/model"
	"racedesk/ui/kit"
)

// face says what a card shows.
func (v *View) face(id model.ID) face {
	c, _ := v.board.Card(id)
	f := face{id: c.ID, stage: c.Stage, title: c.Title, kin: v.family[c.ID], news: v.light.on[c.ID], place: v.places[c.ID],
		dimmed: v.waiting[c.ID] > 0 || v.goesAlong(c.ID), choice: v.choice(c.ID), photo: v.photo(c), ready: v.ready(c)}
	f.votes, f.whose = v.count(c)
	var names []string
	for _, g := range v.groups {
		if c.In(g.ID) {
			names = append(names, g.Name)
			f.styles[((g.Style%kit.Styles)+kit.Styles)%kit.Styles] = true
		}
	}
	f.group = strings.Join(names, ", ")
	if len(names) == 0 && len(v.groups) > 0 {
		f.group = v.words.T("group.none")
	}
	v.lineage(c, &f)
	if found := v.found(c, f.title+" "+f.group); found != "" {
		f.foot = found
	}
	f.lit = hits(v.filter.Query, f.title, f.group, f.foot)
	return f
}

// lineage puts into a face what the card carries, who it is with and where it went.
func (v *View) lineage(c model.Card, f *face) {
	var load, foot []string
	switch c.Stage {
	case model.Project:
		load = append(load, v.words.T("card.problems", len(v.board.Sources(c.ID))))
	case model.Product:
		load = append(load, v.words.T("card.problems", len(v.board.Problems(c.ID))))
	}
	if twins := len(v.board.Duplicates(c.ID)); twins > 0 {
		f.pile = true
		if said := v.words.T("card.pile."+string(c.Stage), twins+1); c.Stage == model.Problem {
			foot = append(foot, said)
		} else {
			load = append(load, said)
		}
	}
	if people := c.People(); len(people) > 0 {
		foot = append(foot, strings.Join(people, ", "))
	}
	if onward := v.board.Onward(c.ID); len(onward) > 0 {
		f.quiet = c.Stage == model.Problem
		to := "» " + onward[0].Title
		if more := len(onward) - 1; more > 0 {
			to += " +" + v.words.Number(more)
		}
		foot = append(foot, to)
	}
	f.load, f.foot = strings.Join(load, ", "), strings.Join(foot, "  ")
}
