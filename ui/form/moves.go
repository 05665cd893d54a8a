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
	Join    func(problem, project model.ID)
	Close   func()
}

// NewMoves returns the panel of all places that a card can go to, for whoever does
// not drag.
func NewMoves(b *model.Board, c model.Card, w *words.Words, acts MoveActs) fyne.CanvasObject {
	list := rows(kit.Unit)
	way := func(label string, act func()) {
		one := widget.NewButton(kit.Fit(label, wayWidth, kit.Size(kit.SizeText), fyne.TextStyle{Bold: true}), act)
		one.Alignment = widget.ButtonAlignLeading
		list.Add(one)
	}
	if next := c.Stage.Next(); next != "" && (c.Stage == model.Problem || b.Open(c)) {
		way(w.T("moves.new."+string(next)), func() { acts.Promote(c.ID) })
	}
	if column := b.Column(c.Stage); len(column) > 1 {
		way(w.T("moves.first"), func() { acts.Move(c.ID, column[0].ID) })
		way(w.T("moves.last"), func() { acts.Move(c.ID, "") })
	}
	body := []fyne.CanvasObject{kit.NewText(c.Title, kit.SizeTitle, kit.ColorInk, 3), list}
	if c.Stage == model.Problem {
		body = append(body, joins(b, c, w, acts))
	}
	done := widget.NewButton(w.T("sheet.done"), acts.Close)
	return page{w.T("moves.sheet"), body, []fyne.CanvasObject{done}, acts.Close}.object()
}

// wayWidth is how wide the name of a place may be.
const wayWidth = 330

// joins lists the projects that a problem is not in yet.
func joins(b *model.Board, c model.Card, w *words.Words, acts MoveActs) fyne.CanvasObject {
	list := rows(kit.Unit)
	for _, project := range b.Column(model.Project) {
		if b.Get(model.NewLink(c.ID, project.ID).Ref()) != nil {
			continue
		}
		title := kit.Fit(project.Title, wayWidth, kit.Size(kit.SizeText), fyne.TextStyle{Bold: true})
		one := widget.NewButton(title, func() { acts.Join(c.ID, project.ID) })
		one.Alignment = widget.ButtonAlignLeading
		list.Add(one)
	}
	return field(w.T("moves.join"), list)
}
