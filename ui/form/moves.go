package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// MoveActs are what people ask of the panel of moves.
type MoveActs struct {
	Move    func(id, before model.ID) // within its column; at the end where before is empty
	Promote func(id model.ID)
	Join    func(id, into model.ID)
	Close   func()
}

// NewMoves returns the panel of all places that a card can go to, for whoever does
// not drag.
func NewMoves(b *model.Board, c model.Card, w *words.Words, acts MoveActs) fyne.CanvasObject {
	list := rows(kit.Unit)
	way := func(label string, act func()) {
		one := kit.NewButton(kit.Fit(label, wayWidth, kit.Size(kit.SizeText), fyne.TextStyle{Bold: true}), act)
		one.Alignment = widget.ButtonAlignLeading
		list.Add(one)
	}
	next := c.Stage.Next()
	if next != "" && (c.Stage == model.Problem || b.Open(c)) { // a project is one product at a time
		way(w.T("moves.new."+string(next)), func() { acts.Promote(c.ID) })
	}
	if column := b.Column(c.Stage); len(column) > 1 {
		way(w.T("moves.first"), func() { acts.Move(c.ID, column[0].ID) })
		way(w.T("moves.last"), func() { acts.Move(c.ID, "") })
	}
	body := []fyne.CanvasObject{kit.NewText(c.Title, kit.SizeTitle, kit.ColorInk, 3), list}
	if next != "" && len(b.Column(next)) > 0 {
		body = append(body, intos(b, []model.Card{c}, tapped(b, c, w), func(into model.ID) { acts.Join(c.ID, into) }))
	}
	done := kit.NewButton(w.T("sheet.done"), acts.Close)
	return page{w.T("moves.sheet"), body, []fyne.CanvasObject{done}, acts.Close}.object()
}

// tapped says where the cards are tapped that one can go into, and what it leaves then.
func tapped(b *model.Board, c model.Card, w *words.Words) string {
	if c.Stage == model.Project && !b.Open(c) {
		return w.T("moves.tap.other", b.Onward(c.ID)[0].Title)
	}
	return w.T("moves.tap." + string(c.Stage.Next()))
}

// wayWidth is how wide the name of a place may be.
const wayWidth = 330
