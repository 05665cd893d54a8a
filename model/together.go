package model

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
)

// A Step proposes a part of an Edit on a board where the parts before it are done.
type Step func(*Board) (Edit, error)

// Together proposes many steps as one Edit, which is all done or not at all and is
// taken back by one undo.
func (b *Board) Together(label string, steps ...Step) (Edit, error) {
	scratch, at := b.Clone(), map[Ref]int{}
	edit := Edit{Label: label}
	for _, step := range steps {
		part, err := step(scratch)
		if err != nil {
			return Edit{}, err
		}
		for _, c := range part.Changes {
			if i, known := at[c.Ref()]; known {
				edit.Changes[i].After = c.After
				continue
			}
			at[c.Ref()] = len(edit.Changes)
			edit.Changes = append(edit.Changes, c)
		}
		part.Seq = scratch.Seq + 1
		scratch.Apply(part)
	}
	for i, c := range edit.Changes {
		switch {
		case c.After == nil:
		case c.Before == nil:
			edit.Changes[i].After = c.After.At(0)
		default:
			edit.Changes[i].After = c.After.At(c.Before.Revision())
		}
	}
	edit.Changes = slices.DeleteFunc(edit.Changes, func(c Change) bool { return reflect.DeepEqual(c.Before, c.After) })
	return edit, nil
}

// AddAll proposes a card for each title that says something, in their order,
// before another card or at the end.
func (b *Board) AddAll(stage Stage, titles []string, before ID) (Edit, error) {
	var cards []Card
	for _, title := range titles {
		if title = CleanLine(title); title != "" {
			cards = append(cards, Card{ID: NewID(), Stage: stage, Title: title})
		}
	}
	if edit, room := b.addBetween(stage, cards, before); room {
		return edit, nil
	}
	return b.inOrder(LabelAdds, cards, before, (*Board).Add)
}

// addBetween proposes new cards before another one or at the end, where there is room
// for all of them: thousands are placed as quickly as one. It leaves to Add what is
// to be refused.
func (b *Board) addBetween(stage Stage, cards []Card, before ID) (Edit, bool) {
	others := b.others(stage, "")
	at := others.index(before)
	if at < 0 {
		at = others.len()
	}
	ranks, room := spread(others.rank(at-1), others.rank(at), len(cards))
	edit := Edit{Label: LabelAdds}
	for i, c := range cards {
		room = room && c.fits() == nil && slices.Contains(Stages, stage)
		c.Rank = ranks[i]
		edit.Changes = append(edit.Changes, Change{After: c})
	}
	return edit, room
}

// MoveAll proposes that cards of one stage stand together, in the order in which
// they stand now, before another card or at the end.
func (b *Board) MoveAll(ids []ID, before ID) (Edit, error) {
	cards, err := b.chosen(ids)
	if err != nil {
		return Edit{}, fmt.Errorf("move cards: %w", err)
	}
	stage := cards[0].Stage
	if slices.ContainsFunc(cards, func(c Card) bool { return c.Stage != stage }) {
		return Edit{}, fmt.Errorf("move cards of several stages: %w", ErrNoMeaning)
	}
	moves := func(id ID) bool { return slices.ContainsFunc(cards, func(c Card) bool { return c.ID == id }) }
	if column := b.all(stage); moves(before) {
		i := slices.IndexFunc(column, func(c Card) bool { return c.ID == before })
		for before = ""; i < len(column); i++ {
			if !moves(column[i].ID) {
				before = column[i].ID
				break
			}
		}
	}
	return b.inOrder(LabelMoves, cards, before, func(b *Board, c Card, before ID) (Edit, error) {
		return b.Move(c.ID, before)
	})
}

// PromoteAll proposes that each of the cards goes on to a card of its own in the
// next stage. A project that has a product, or a product, stays as it is.
func (b *Board) PromoteAll(ids []ID, before ID) (Edit, error) {
	cards, err := b.chosen(ids)
	if err != nil {
		return Edit{}, fmt.Errorf("promote cards: %w", err)
	}
	var steps []Step
	for _, c := range cards {
		steps = append(steps, passing(ErrNoMeaning, func(b *Board) (Edit, error) { return b.Promote(c.ID, before) }))
	}
	return b.Together(LabelPromotes, steps...)
}

// Gather proposes one new project out of many problems, called after the first of
// them, before another project or at the end.
func (b *Board) Gather(problems []ID, before ID) (Edit, error) {
	cards, err := b.chosen(problems)
	if err != nil {
		return Edit{}, fmt.Errorf("gather problems: %w", err)
	}
	if slices.ContainsFunc(cards, func(c Card) bool { return c.Stage != Problem }) {
		return Edit{}, fmt.Errorf("gather cards that are no problems: %w", ErrNoMeaning)
	}
	made, err := b.Promote(cards[0].ID, before)
	if err != nil {
		return Edit{}, err
	}
	project := made.Changes[len(made.Changes)-1].After.(Link).To
	steps := []Step{func(*Board) (Edit, error) { return made, nil }}
	for _, c := range cards[1:] {
		steps = append(steps, passing(ErrExists, func(b *Board) (Edit, error) { return b.Join(c.ID, project) }))
	}
	return b.Together(LabelGather, steps...)
}

// JoinAll proposes that problems go into a project, or projects into a product; those
// in it already stay.
func (b *Board) JoinAll(ids []ID, into ID) (Edit, error) {
	return b.each(LabelJoins, ids, func(b *Board, id ID) (Edit, error) { return b.Join(id, into) })
}

// ParkAll proposes to put cards aside, or to bring them back.
func (b *Board) ParkAll(ids []ID, parked bool) (Edit, error) {
	label := LabelUnparks
	if parked {
		label = LabelParks
	}
	return b.each(label, ids, func(b *Board, id ID) (Edit, error) { return b.Park(id, parked) })
}

// TagAll proposes that cards carry a tag, or that they do not.
func (b *Board) TagAll(ids []ID, tag string, on bool) (Edit, error) {
	same := func(other string) bool { return Fold(other) == Fold(CleanLine(tag)) }
	return b.each(LabelTag, ids, func(b *Board, id ID) (Edit, error) {
		c, _ := b.Card(id)
		if has := slices.ContainsFunc(c.Tags, same); has == on {
			return Edit{}, nil
		}
		if c.Tags = slices.Clone(c.Tags); on {
			c.Tags = append(c.Tags, tag)
		} else {
			c.Tags = slices.DeleteFunc(c.Tags, same)
		}
		return b.Write(c)
	})
}

// GroupAll proposes that cards are for a target group, or that they are not.
func (b *Board) GroupAll(ids []ID, group ID, on bool) (Edit, error) {
	if _, ok := b.Get(Ref{KindGroup, group}).(Group); !ok {
		return Edit{}, fmt.Errorf("group cards: %w", ErrGone)
	}
	return b.each(LabelTag, ids, func(b *Board, id ID) (Edit, error) {
		c, _ := b.Card(id)
		if on {
			return b.widen(Edit{}, c, append(slices.Clone(c.Groups), group)), nil
		}
		c.Groups = slices.DeleteFunc(slices.Clone(c.Groups), func(g ID) bool { return g == group })
		return b.Write(c)
	})
}

// each proposes the same of every card; what is so already stays.
func (b *Board) each(label string, ids []ID, propose func(*Board, ID) (Edit, error)) (Edit, error) {
	cards, err := b.chosen(ids)
	if err != nil {
		return Edit{}, fmt.Errorf("%s: %w", label, err)
	}
	var steps []Step
	for _, c := range cards {
		steps = append(steps, passing(ErrExists, func(b *Board) (Edit, error) { return propose(b, c.ID) }))
	}
	return b.Together(label, steps...)
}

// passing passes over a step that fails in one way.
func passing(over error, step Step) Step {
	return func(b *Board) (Edit, error) {
		e, err := step(b)
		if errors.Is(err, over) {
			return Edit{}, nil
		}
		return e, err
	}
}

// inOrder proposes a place for each card before another or at the end, so that they
// stand in their order. Towards a card the last one goes first: the others find
// room above it that was not used up by those before them.
func (b *Board) inOrder(label string, cards []Card, before ID, propose func(*Board, Card, ID) (Edit, error)) (Edit, error) {
	var steps []Step
	for i, c := range cards {
		steps = append(steps, func(b *Board) (Edit, error) {
			if before != "" && i+1 < len(cards) {
				return propose(b, c, cards[i+1].ID)
			}
			return propose(b, c, before)
		})
	}
	if before != "" {
		slices.Reverse(steps)
	}
	return b.Together(label, steps...)
}

// chosen returns the cards that people chose, once each, in board order. Those
// that another desk took away meanwhile are left out; of none it is ErrGone.
func (b *Board) chosen(ids []ID) ([]Card, error) {
	want := map[ID]bool{}
	for _, id := range ids {
		want[id] = true
	}
	var out []Card
	for _, stage := range Stages {
		for _, c := range b.all(stage) {
			if want[c.ID] {
				out = append(out, c)
			}
		}
	}
	if len(out) == 0 {
		return nil, ErrGone
	}
	return out, nil
}
