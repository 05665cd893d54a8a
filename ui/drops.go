package ui

import "racedesk/model"

func (d *Desk) move(ids []model.ID, before model.ID) {
	d.carryOut(ids, func(b *model.Board) (model.Edit, error) {
		if len(ids) == 1 {
			return b.Move(ids[0], before)
		}
		return b.MoveAll(ids, before)
	})
}

// promote takes a card to the next stage: several problems to one project, and
// each of several projects to a product of its own.
func (d *Desk) promote(ids []model.ID, before model.ID) {
	d.carryOut(ids, func(b *model.Board) (model.Edit, error) {
		c, _ := b.Card(ids[0])
		switch {
		case len(ids) == 1:
			return b.Promote(ids[0], before)
		case c.Stage == model.Problem:
			return b.Gather(ids, before)
		}
		return b.PromoteAll(ids, before)
	})
}

func (d *Desk) join(problems []model.ID, project model.ID) {
	d.carryOut(problems, func(b *model.Board) (model.Edit, error) {
		if len(problems) == 1 {
			return b.Join(problems[0], project)
		}
		return b.JoinAll(problems, project)
	})
}
