package ui

import (
	"slices"

	"racedesk/model"
	"racedesk/ui/board"
)

// move puts cards elsewhere in their column, and into other target groups where they
// came into another lane.
func (d *Desk) move(ids []model.ID, before model.ID, groups board.Regroup) {
	d.carryOut(ids, regrouped(groups, model.LabelMove, func(b *model.Board) (model.Edit, error) {
		if len(ids) == 1 {
			return b.Move(ids[0], before)
		}
		return b.MoveAll(ids, before)
	}, ids...))
}

// promote takes a card to the next stage: several problems to one project, and
// each of several projects to a product of its own.
func (d *Desk) promote(ids []model.ID, before model.ID, groups board.Regroup) {
	d.carryOut(ids, regrouped(groups, model.LabelPromote, func(b *model.Board) (model.Edit, error) {
		c, _ := b.Card(ids[0])
		switch {
		case len(ids) == 1:
			return b.Promote(ids[0], before)
		case c.Stage == model.Problem:
			return b.Gather(ids, before)
		}
		return b.PromoteAll(ids, before)
	}))
}

// join puts problems into a project, or projects into a product.
func (d *Desk) join(ids []model.ID, into model.ID) {
	d.carryOut(ids, func(b *model.Board) (model.Edit, error) {
		if len(ids) == 1 {
			return b.Join(ids[0], into)
		}
		return b.JoinAll(ids, into)
	})
}

// stay says so where cards stay in their places: those that are voted on, for as long as
// somebody has the turn.
func (d *Desk) stay(ids []model.ID) bool {
	voted := func(id model.ID) bool {
		c, there := d.session.Board.Card(id)
		return there && d.session.Board.Secret(c)
	}
	if d.turn == nil || !slices.ContainsFunc(ids, voted) {
		return false
	}
	for _, waits := range []bool{true, false} { // so that it goes home from where it was put down
		d.view.Waiting(waits, ids...)
	}
	d.foot.say(d.words.T("vote.stay"))
	return true
}

// regrouped gives cards, and those that a step makes, other target groups after it.
// A nil groups leaves them theirs.
func regrouped(groups board.Regroup, label string, step model.Step, ids ...model.ID) model.Step {
	if groups == nil {
		return step
	}
	return func(b *model.Board) (model.Edit, error) {
		made, err := step(b)
		if err != nil {
			return made, err
		}
		steps := []model.Step{func(*model.Board) (model.Edit, error) { return made, nil }}
		all := slices.Clone(ids)
		for _, change := range made.Changes {
			if c, ok := change.After.(model.Card); ok && change.Before == nil {
				all = append(all, c.ID)
			}
		}
		for _, id := range all {
			steps = append(steps, func(b *model.Board) (model.Edit, error) {
				c, ok := b.Card(id)
				if !ok {
					return model.Edit{}, model.ErrGone
				}
				c.Groups = groups(c)
				return b.Write(c)
			})
		}
		if made.Label != "" {
			label = made.Label
		}
		return b.Together(label, steps...)
	}
}
