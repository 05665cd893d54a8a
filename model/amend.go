package model

import (
	"fmt"
	"slices"
)

// Amend proposes what somebody made of a card that they saw as was: the fields
// they changed, on the card as it stands now. What others wrote meanwhile in
// other fields stays, votes are added up, and where a field was changed by both
// it returns ErrConflict.
func (b *Board) Amend(was, is Card) (Edit, error) {
	now, ok := b.Card(was.ID)
	if !ok {
		return Edit{}, fmt.Errorf("amend card: %w", ErrGone)
	}
	merged, ok := merge(now, was, is.clean())
	if !ok {
		return Edit{}, fmt.Errorf("amend card: %w", &Clash{Ref: now.Ref()})
	}
	return b.Write(merged.(Card))
}

// Overlay returns the entity as it stands with what somebody made of it who saw
// it as was, also where others changed the same: for them to look at once more.
func Overlay[E Entity](now, was, is E) E {
	merged, _ := merge(now, was, is)
	return merged.(E)
}

// A Description is what people say of a race as a whole: its particulars, the
// texts of its report and its target groups in their order.
type Description struct {
	Race   Race
	Report Report
	Groups []Group
}

// Description returns what is said of the race as it stands.
func (b *Board) Description() Description {
	return Description{Race: b.Race(), Report: b.Report(), Groups: b.Groups()}
}

// Overlay returns the description as it stands with what somebody made of it.
func (d Description) Overlay(was, is Description) Description {
	return Description{Race: Overlay(d.Race, was.Race, is.Race), Report: Overlay(d.Report, was.Report, is.Report),
		Groups: is.Groups}
}

// AmendRace proposes what somebody made of a description that they saw as was,
// as Amend does for a card.
func (b *Board) AmendRace(was, is Description) (Edit, error) {
	race, ok1 := merge(b.Race(), was.Race, is.Race)
	report, ok2 := merge(b.Report(), was.Report, is.Report)
	groups, ok3 := b.mergeGroups(was.Groups, is.Groups)
	switch {
	case !ok1 || !ok3:
		return Edit{}, fmt.Errorf("amend race: %w", &Clash{Ref: RaceRef})
	case !ok2:
		return Edit{}, fmt.Errorf("amend race: %w", &Clash{Ref: ReportRef})
	}
	return b.Describe(race.(Race), report.(Report), groups)
}

// AmendRules proposes what somebody made of rules that they saw as was, as Amend does
// for a card. Limits of target groups that are gone go with them.
func (b *Board) AmendRules(was, is Rules) (Edit, error) {
	now := b.Rules()
	merged, ok := merge(now, was, is)
	if !ok {
		return Edit{}, fmt.Errorf("amend rules: %w", &Clash{Ref: RulesRef})
	}
	rules := merged.(Rules)
	steps := []Step{func(b *Board) (Edit, error) { return b.SetChecks(rules.Checks) }}
	for _, l := range now.Limits {
		steps = append(steps, passing(ErrGone, func(b *Board) (Edit, error) { return b.SetLimit(l.Stage, l.Group, 0) }))
	}
	for _, l := range rules.Limits {
		steps = append(steps, passing(ErrGone, func(b *Board) (Edit, error) { return b.SetLimit(l.Stage, l.Group, l.Most) }))
	}
	return b.Together(LabelRules, steps...)
}

// mergeGroups returns the groups as somebody made them who saw them as was, with
// those that others made meanwhile; not ok where one was changed by both.
func (b *Board) mergeGroups(was, is []Group) ([]Group, bool) {
	find := func(groups []Group, id ID) (Group, bool) {
		i := slices.IndexFunc(groups, func(g Group) bool { return g.ID == id })
		if i < 0 {
			return Group{}, false
		}
		return groups[i], true
	}
	var out []Group
	for _, g := range is {
		old, known := find(was, g.ID)
		now, there := find(b.Groups(), g.ID)
		g.Rev, g.Order = old.Rev, old.Order // the order is that of the list
		switch {
		case g.ID == "" || !known:
			out = append(out, g)
		case !there && g != old:
			return nil, false
		case there:
			merged, ok := merge(now, old, g)
			if !ok {
				return nil, false
			}
			out = append(out, merged.(Group))
		}
	}
	for _, g := range b.Groups() {
		if _, known := find(was, g.ID); !known {
			out = append(out, g)
		}
	}
	return out, true
}
