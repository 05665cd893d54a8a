package ui

import (
	"reflect"
	"slices"

	"racedesk/model"
	"racedesk/ui/form"
)

// chosen returns the chosen cards as they stand.
func (d *Desk) chosen() (cards []model.Card) {
	ids, _ := d.view.Selected()
	for _, id := range ids {
		if c, ok := d.session.Board.Card(id); ok {
			cards = append(cards, c)
		}
	}
	return cards
}

// ofChosen keeps a panel about the chosen cards up to date, until none is chosen.
func (d *Desk) ofChosen(show func([]model.Card)) {
	d.closePanel()
	d.refresh = func() {
		if cards := d.chosen(); len(cards) > 0 {
			show(cards)
		} else {
			d.closePanel()
		}
	}
	d.refresh()
}

// openSeveral opens the panel of where the chosen cards can go.
func (d *Desk) openSeveral() {
	var shown []model.Card
	d.ofChosen(func(cards []model.Card) {
		b := d.session.Board
		if now := slices.Concat(cards, b.Column(model.Project), b.Column(model.Product)); !reflect.DeepEqual(now, shown) {
			shown = now
			d.showSeveral(cards)
		}
	})
}

func (d *Desk) showSeveral(cards []model.Card) {
	d.panel(form.NewSeveral(d.session.Board, cards, d.words, form.SeveralActs{
		Move: func(before model.ID) {
			d.together(func(b *model.Board, ids []model.ID) (model.Edit, error) { return b.MoveAll(ids, before) })
		},
		Gather: func() {
			d.together(func(b *model.Board, ids []model.ID) (model.Edit, error) { return b.Gather(ids, "") })
		},
		Promote: func() {
			d.together(func(b *model.Board, ids []model.ID) (model.Edit, error) { return b.PromoteAll(ids, "") })
		},
		Join: func(into model.ID) {
			d.together(func(b *model.Board, ids []model.ID) (model.Edit, error) {
				return b.JoinAll(joining(b, ids, into), into)
			})
		},
		Remove: func() {
			d.guarded(func() {
				d.together(func(b *model.Board, ids []model.ID) (model.Edit, error) { return b.Remove(ids...) })
			})
		},
		Close: d.closePanel,
	}))
}

// joining are those of the cards that can go into one: of the stage before it.
func joining(b *model.Board, ids []model.ID, into model.ID) []model.ID {
	to, _ := b.Card(into)
	return slices.DeleteFunc(slices.Clone(ids), func(id model.ID) bool {
		c, there := b.Card(id)
		return there && c.Stage.Next() != to.Stage
	})
}

// openTags opens the panel of whom the chosen cards are for and what they are about.
func (d *Desk) openTags() {
	mark := func(propose func(*model.Board, []model.ID) (model.Edit, error)) {
		ids, _ := d.view.Selected()
		d.doAll(ids, func(b *model.Board) (model.Edit, error) { return propose(b, ids) }, func(error) {})
	}
	tags := form.NewTags(d.words, form.TagActs{
		Group: func(group model.ID, on bool) {
			mark(func(b *model.Board, ids []model.ID) (model.Edit, error) { return b.GroupAll(ids, group, on) })
		},
		Tag: func(tag string, on bool) {
			mark(func(b *model.Board, ids []model.ID) (model.Edit, error) { return b.TagAll(ids, tag, on) })
		},
		Close: d.closePanel,
	})
	d.ofChosen(func(cards []model.Card) { tags.Show(cards, d.session.Board.Groups()) })
	if d.refresh != nil {
		d.panel(tags.Object)
	}
}
