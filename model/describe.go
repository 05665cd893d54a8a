package model

import "fmt"

// Describe proposes other particulars, other texts for the report and other
// target groups. A group that is left out, or has no name, goes; cards that
// carried it keep nothing of it.
func (b *Board) Describe(race Race, report Report, groups []Group) (Edit, error) {
	for _, f := range []*string{&race.Title, &race.Funder, &race.Reference, &race.Coordinator,
		&race.Grant, &race.Period, &race.Status, &race.Place} {
		if *f = CleanLine(*f); len(*f) > MaxTitle {
			return Edit{}, fmt.Errorf("describe race: %w", ErrTooLong)
		}
	}
	report, fits := report.clean()
	if !fits {
		return Edit{}, fmt.Errorf("describe race: %w", ErrTooLong)
	}
	if err := few(len(groups), MaxList); err != nil {
		return Edit{}, fmt.Errorf("describe race: %w", err)
	}
	for _, g := range groups {
		if len(g.Name) > MaxTitle {
			return Edit{}, fmt.Errorf("describe race: %w", ErrTooLong)
		}
	}
	edit := b.replace(LabelRace, race)
	edit.Changes = append(edit.Changes, b.replace(LabelRace, report).Changes...)
	edit.Changes = append(edit.Changes, b.regroup(groups)...)
	return edit, nil
}

// regroup returns the changes that make these the race's target groups.
func (b *Board) regroup(groups []Group) []Change {
	var changes []Change
	kept := map[ID]bool{}
	for i, g := range groups {
		g.Name, g.Order = CleanLine(g.Name), i
		if g.Name == "" {
			continue
		}
		if g.ID == "" {
			g.ID = NewID()
		}
		kept[g.ID] = true
		changes = append(changes, b.replace(LabelRace, g).Changes...)
	}
	for _, g := range b.Groups() {
		if !kept[g.ID] {
			changes = append(changes, Change{Before: g})
		}
	}
	return append(changes, b.ungroup(kept)...)
}

// ungroup returns the changes that leave the cards no other groups than these.
func (b *Board) ungroup(kept map[ID]bool) []Change {
	var changes []Change
	for _, stage := range Stages {
		for _, c := range b.all(stage) {
			var groups []ID
			for _, id := range c.Groups {
				if kept[id] {
					groups = append(groups, id)
				}
			}
			if len(groups) < len(c.Groups) {
				after := c
				after.Groups = groups
				changes = append(changes, Change{Before: c, After: after})
			}
		}
	}
	return changes
}

// NewRace returns the Edit that begins an empty race.
func NewRace(title string) Edit {
	return Edit{Label: LabelRace, Changes: []Change{
		{After: Race{Title: CleanLine(title)}}, {After: Clock{Length: DefaultLength}}}}
}
