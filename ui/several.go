package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"racedesk/model"
	"racedesk/ui/kit"
)

// several is the line above the board while cards are chosen: how many, and what
// can be done with all of them at once.
type several struct {
	object fyne.CanvasObject
	count  *kit.Text
	acts   []*kit.Button
	stage  model.Stage // of all chosen cards, empty where they are of several
}

// selectCount is how wide the number of chosen cards may be.
const selectCount = 270

func (d *Desk) newSeveral() *several {
	w := d.words
	s := &several{count: kit.NewText("", kit.SizeText, kit.ColorInk, 1).Bold()}
	gather := d.button("select gather", w.T("select.gather"), func() {
		if s.stage != model.Problem {
			d.foot.say(w.T("select.gather.why"))
			return
		}
		d.together(func(b *model.Board, ids []model.ID) (model.Edit, error) { return b.Gather(ids, "") })
	})
	same := d.button("select same", w.T("select.same"), func() {
		if ids, _ := d.view.Selected(); s.stage == "" || len(ids) < 2 {
			d.foot.say(w.T("select.same.why"))
			return
		}
		d.together(func(b *model.Board, ids []model.ID) (model.Edit, error) { return b.Merge(ids[0], ids[1:]...) })
	})
	s.acts = []*kit.Button{gather, same, d.button("select move", w.T("select.move"), d.openSeveral),
		d.button("select tag", w.T("select.tag"), d.openTags),
		d.button("select park", w.T("sheet.park"), func() {
			d.together(func(b *model.Board, ids []model.ID) (model.Edit, error) { return b.ParkAll(ids, true) })
		})}
	acts := container.New(layout.NewCustomPaddedHBoxLayout(kit.Unit))
	for _, one := range s.acts {
		acts.Add(one)
	}
	done := d.button("select done", w.T("select.done"), func() { d.view.Select(false) })
	done.Importance = widget.HighImportance
	s.object = container.NewBorder(nil, nil, container.New(width(selectCount), container.New(middle{}, s.count)), done, acts)
	return s
}

// chose shows what is chosen now.
func (d *Desk) chose() {
	ids, on := d.view.Selected()
	if !on {
		d.strip.take(nil)
	} else {
		d.several.show(d, ids)
		d.strip.take(d.several.object)
	}
	if d.refresh != nil {
		d.refresh()
	}
	d.mapScreen()
}

// show says how many cards are chosen, and offers what can be done with cards. What cannot
// be done with just these says why when it is pressed.
func (s *several) show(d *Desk, ids []model.ID) {
	text := d.words.T("select.none")
	if len(ids) > 0 {
		text = d.words.T("select.count", len(ids))
	}
	s.count.SetText(text)
	s.stage = ""
	for i, id := range ids {
		c, _ := d.session.Board.Card(id)
		if i == 0 {
			s.stage = c.Stage
		} else if c.Stage != s.stage {
			s.stage = ""
			break
		}
	}
	for _, one := range s.acts {
		offer(one, len(ids) > 0)
	}
}

// together does something with all chosen cards, as one edit. With that stored,
// the choice has done its work.
func (d *Desk) together(propose func(*model.Board, []model.ID) (model.Edit, error)) {
	ids, _ := d.view.Selected()
	if len(ids) == 0 {
		return
	}
	d.closePanel()
	d.carryOut(ids, func(b *model.Board) (model.Edit, error) { return propose(b, ids) })
}

// carryOut stores an edit of cards. Where these were the chosen ones, the choice
// ends with that, unless others were chosen meanwhile.
func (d *Desk) carryOut(ids []model.ID, propose func(*model.Board) (model.Edit, error)) {
	if d.stay(ids) {
		return
	}
	before, _ := d.view.Selected()
	d.doAll(ids, propose, func(err error) {
		others := func(id model.ID) bool { return !slices.Contains(before, id) }
		if now, _ := d.view.Selected(); err == nil && slices.Contains(before, ids[0]) && !slices.ContainsFunc(now, others) {
			d.view.Select(false)
		}
	})
}
