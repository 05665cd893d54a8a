package board

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"racedesk/model"
	"racedesk/ui/kit"
)

// pile is what shows of several cards in the air beside the one that is held: the
// edges of those beneath it, and how many there are.
type pile struct {
	papers []*canvas.Rectangle // the lowest first
	disc   *canvas.Rectangle
	count  *canvas.Text
}

const (
	pileMost          = 3 // papers to be seen, with the one that is held
	pileStep  float32 = 5 // from one to the next
	pileDisc  float32 = 32
	pileAbove float32 = 10 // how much of the disc stands out over the paper
)

// newPile returns the pile of a number of cards; there is nothing to see of one.
func newPile(count int) *pile {
	p := &pile{disc: canvas.NewRectangle(kit.Color(kit.ColorInk)), count: canvas.NewText(strconv.Itoa(count), kit.Color(kit.ColorPaper))}
	for range min(count, pileMost) - 1 {
		paper := canvas.NewRectangle(kit.Color(kit.ColorPaper))
		paper.CornerRadius, paper.StrokeWidth, paper.StrokeColor = cardRadius, 1, kit.Color(kit.ColorLine)
		p.papers = append(p.papers, paper)
	}
	p.disc.CornerRadius = pileDisc / 2
	p.count.TextSize, p.count.TextStyle.Bold, p.count.Alignment = kit.Size(kit.SizeText), true, fyne.TextAlignCenter
	p.disc.Hidden, p.count.Hidden = count < 2, count < 2
	return p
}

// lay puts the pile around a card that is held at a place.
func (p *pile) lay(at fyne.Position, size fyne.Size) {
	for i, paper := range p.papers {
		by := pileStep * float32(len(p.papers)-i)
		paper.Move(at.AddXY(by, by))
		paper.Resize(size)
	}
	wide := max(pileDisc, p.count.MinSize().Width+2*kit.Unit)
	corner := at.AddXY(size.Width-wide+pileAbove, -pileAbove)
	p.disc.Move(corner)
	p.disc.Resize(fyne.NewSize(wide, pileDisc))
	p.count.Move(corner)
	p.count.Resize(p.disc.Size())
}

// hide leaves the card that is held alone.
func (p *pile) hide() {
	for _, paper := range p.papers {
		paper.Hide()
	}
	p.disc.Hide()
	p.count.Hide()
}

// objects are what is drawn of the ghost, the lowest first.
func (g *ghost) objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, paper := range g.pile.papers {
		all = append(all, paper)
	}
	return append(all, g.card, g.pile.disc, g.pile.count, g.says.ground, g.says.text)
}

// hint says what a drop would do, where that does not show by itself, or why
// nothing would come of it.
func (v *View) hint(d *drag) string {
	many, next := len(d.all), string(d.target.Stage)
	onto, _ := v.board.Card(d.target.Onto)
	switch {
	case (d.target.Act == Place || d.target.Act == Promote) && v.regroup(d.all, d.target.Band) != nil:
		return v.laneHint(d.card, d.target)
	case d.target.Act == Nothing:
		return v.words.T(d.target.Why)
	case d.target.Act == Place:
		return ""
	case d.target.Act == Join:
		return v.joinHint(d, onto)
	case many > 1:
		return v.words.T("drop.promote.many."+next, many)
	}
	return v.words.T("drop.promote." + next)
}

// joinHint says which card those that are carried would belong to, and what projects leave
// for it: they are in one product.
func (v *View) joinHint(d *drag, onto model.Card) string {
	var leave []string
	for _, id := range d.all {
		if was := v.board.Onward(id); onto.Stage == model.Product && len(was) > 0 && was[0].ID != onto.ID {
			leave = append(leave, was[0].Title)
		}
	}
	many := v.words.T("drop.join.many."+string(onto.Stage), len(d.all), onto.Title)
	switch {
	case len(d.all) > 1 && len(leave) > 0:
		return v.words.T("drop.join.leave", many, len(leave))
	case len(d.all) > 1:
		return many
	case len(leave) > 0:
		return v.words.T("drop.join.for", onto.Title, leave[0])
	}
	return v.words.T("drop.join", onto.Title)
}

// goesAlong says whether a card is carried by way of another one.
func (v *View) goesAlong(id model.ID) bool {
	h := v.carrying()
	if h == nil || h.drag.card.ID == id || !v.chosen.has[id] {
		return false
	}
	c, _ := v.board.Card(id)
	return len(h.drag.all) > 1 && c.Stage == h.drag.card.Stage
}

// anyOpen says whether one of the cards still waits to go on.
func (v *View) anyOpen(ids []model.ID) bool {
	for _, id := range ids {
		if c, ok := v.board.Card(id); ok && v.board.Open(c) {
			return true
		}
	}
	return false
}

// allIn says whether a card has all of some others in it already.
func (v *View) allIn(ids []model.ID, into model.ID) bool {
	for _, id := range ids {
		if v.board.Get(model.NewLink(id, into).Ref()) == nil {
			return false
		}
	}
	return true
}
