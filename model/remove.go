package model

import "fmt"

// Remove proposes that cards are gone for good, with all their links, their
// pictures and the cards that were merged into them: nothing but undo and the history
// knows them then. A card that is out of the race for now is parked instead.
func (b *Board) Remove(ids ...ID) (Edit, error) {
	cards, err := b.chosen(ids)
	if err != nil {
		return Edit{}, fmt.Errorf("remove cards: %w", err)
	}
	gone := map[ID]bool{}
	for _, c := range cards {
		for _, x := range append(b.Duplicates(c.ID), c) {
			gone[x.ID] = true
		}
	}
	edit := Edit{Label: LabelRemove}
	for _, l := range b.Links() {
		if (gone[l.From] || gone[l.To]) && !b.loose(edit, l) {
			edit.Changes = append(edit.Changes, Change{Before: l})
		}
	}
	for _, stage := range Stages {
		for _, c := range b.all(stage) {
			if !gone[c.ID] {
				continue
			}
			edit.Changes = append(edit.Changes, Change{Before: c})
			for _, p := range b.own(c.ID) {
				edit.Changes = append(edit.Changes, Change{Before: p})
			}
		}
	}
	return edit, nil
}

// TakeApart proposes that a project is none any more: each of its problems is back
// where it came from, open unless it is in another project, too. The project's card
// goes, since without its problems nothing of it is left that stands on the board;
// undo brings it back with its text. One that became a product stays.
func (b *Board) TakeApart(project ID) (Edit, error) {
	c, ok := b.Card(project)
	if !ok {
		return Edit{}, fmt.Errorf("take project apart: %w", ErrGone)
	}
	if c.Stage != Project || len(b.Onward(project)) > 0 {
		return Edit{}, fmt.Errorf("take %s apart: %w", c.Stage, ErrNoMeaning)
	}
	edit, err := b.Remove(project)
	edit.Label = LabelApart
	return edit, err
}
