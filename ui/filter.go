package ui

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/kit"
)

// A part is one tag, person or search of a filter, or one that is proposed for what
// is being typed.
type part struct {
	key  string // of its wording
	text string
	on   bool
}

const (
	partTag    = "filter.tag"
	partPerson = "filter.person"
	partQuery  = "filter.query"
)

// parts are those of the filter, and after them what the search may mean.
func (d *Desk) parts() []part {
	parts := []part{} // not nil: those were looked at
	for _, tag := range d.filter.Tags {
		parts = append(parts, part{partTag, tag, true})
	}
	for _, name := range d.filter.People {
		parts = append(parts, part{partPerson, name, true})
	}
	if query := strings.TrimSpace(d.filter.Query); query != "" {
		parts = append(parts, part{partQuery, query, true})
		parts = append(parts, proposals(d.session.Board, d.filter)...)
	}
	return parts
}

// proposalsMost is how many tags and people are proposed for a search.
const proposalsMost = 3

// proposals are the tags and people that a search may mean, those on the most cards
// first.
func proposals(b *model.Board, f model.Filter) []part {
	query := model.Fold(strings.TrimSpace(f.Query))
	cards := map[part]int{}
	count := func(key string, names, chosen []string) {
		for _, name := range names {
			if strings.Contains(model.Fold(name), query) && !slices.Contains(chosen, name) {
				cards[part{key, name, false}]++
			}
		}
	}
	for _, stage := range model.Stages {
		for _, c := range b.Column(stage) {
			count(partTag, c.Tags, f.Tags)
			count(partPerson, c.People(), f.People)
		}
	}
	found := slices.SortedFunc(maps.Keys(cards), func(x, y part) int {
		return cmp.Or(cmp.Compare(cards[y], cards[x]), cmp.Compare(x.text, y.text), cmp.Compare(x.key, y.key))
	})
	return found[:min(len(found), proposalsMost)]
}

// partWidth is how wide the text of a part is at most.
const partWidth = 180

// chip is the part as a chip: a tap ends it or, where it is proposed, chooses it.
func (p part) chip(d *Desk) *kit.Chip {
	label := d.words.T(p.key, kit.Fit(p.text, partWidth, kit.Size(kit.SizeText), fyne.TextStyle{}))
	if p.on {
		label = d.words.T("filter.ends", label)
	}
	chip := kit.NewChip(label, func(bool) { d.choosePart(p) })
	chip.Set(label, p.on)
	return chip
}

// choosePart takes a part out of the filter, or chooses it in the place of the search that
// it was proposed for.
func (d *Desk) choosePart(p part) {
	d.searched()
	is := func(text string) bool { return text == p.text }
	f := &d.filter
	f.Tags, f.People = slices.Clone(f.Tags), slices.Clone(f.People)
	switch {
	case p.key == partTag && p.on:
		f.Tags = slices.DeleteFunc(f.Tags, is)
	case p.key == partPerson && p.on:
		f.People = slices.DeleteFunc(f.People, is)
	case p.key == partTag:
		f.Tags = append(f.Tags, p.text)
	case p.key == partPerson:
		f.People = append(f.People, p.text)
	}
	if p.key == partQuery || !p.on {
		f.Query = ""
		d.bar.search.SetText("")
	}
	d.show()
}

// narrow shows the cards of a target group, beside those of others chosen, or no longer.
func (d *Desk) narrow(group model.ID, on bool) {
	d.searched()
	groups := slices.DeleteFunc(slices.Clone(d.filter.Groups), func(id model.ID) bool { return id == group })
	if on {
		groups = append(groups, group)
	}
	d.filter.Groups = groups
	d.show()
}

// showAll ends the filter.
func (d *Desk) showAll() {
	d.searched()
	d.filter = model.Filter{}
	d.bar.search.SetText("")
	d.show()
}

// show shows of the board what was chosen, as it was chosen.
func (d *Desk) show() {
	d.view.ByVotes(d.byVotes)
	d.view.Lanes(d.lanes)
	d.view.Filter(d.filter)
	d.strip.show(d)
	if sheet, open := d.sheet.(*form.Card); open {
		sheet.Show(d.session.Board) // its tags say what is looked for
	}
	d.poll()
	d.mapScreen()
}

// widen ends what of the filter might hide a new card, which gets the target groups
// and tags that are left of it.
func (d *Desk) widen() (groups []model.ID, tags []string) {
	d.filter = model.Filter{Groups: d.filter.Groups, Tags: d.filter.Tags}
	d.bar.search.SetText("")
	d.show()
	for _, g := range d.session.Board.Groups() {
		if slices.Contains(d.filter.Groups, g.ID) {
			groups = append(groups, g.ID)
		}
	}
	return groups, d.filter.Tags
}
