package form

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// SeveralActs are what people ask of the panel that moves several cards.
type SeveralActs struct {
	Move    func(before model.ID) // within their column; at the end where before is empty
	Gather  func()                // into one new project
	Promote func()                // each by itself
	Join    func(project model.ID)
	Remove  func()
	Close   func()
}

// NewSeveral returns the panel of all places that several cards can go to.
func NewSeveral(b *model.Board, cards []model.Card, w *words.Words, acts SeveralActs) fyne.CanvasObject {
	list := rows(kit.Unit)
	way := func(label string, act func()) {
		one := widget.NewButton(label, act)
		one.Alignment = widget.ButtonAlignLeading
		list.Add(one)
	}
	stage := stageOf(cards)
	if stage == model.Problem {
		way(w.T("moves.gather"), acts.Gather)
	}
	if next := stage.Next(); next != "" && slices.ContainsFunc(cards, func(c model.Card) bool { return stage == model.Problem || b.Open(c) }) {
		way(w.T("moves.each."+string(next)), acts.Promote)
	}
	if stage != "" {
		way(w.T("moves.first"), func() { acts.Move(b.Column(stage)[0].ID) })
		way(w.T("moves.last"), func() { acts.Move("") })
	}
	body := []fyne.CanvasObject{titles(cards, w), list}
	if stage == model.Problem {
		body = append(body, intos(b, cards, w, acts.Join))
	}
	buttons := []fyne.CanvasObject{twice(w.T("no"), w.T("sheet.remove"), w.T("remove.many.sure", len(cards)), acts.Remove),
		layout.NewSpacer(), widget.NewButton(w.T("sheet.done"), acts.Close)}
	return page{w.T("moves.sheet.many", len(cards)), body, buttons, acts.Close}.object()
}

// stageOf is the stage that all the cards are of; empty where they are of several.
func stageOf(cards []model.Card) model.Stage {
	for _, c := range cards {
		if c.Stage != cards[0].Stage {
			return ""
		}
	}
	if len(cards) == 0 {
		return ""
	}
	return cards[0].Stage
}

// titlesMost is how many of several cards are named.
const titlesMost = 5

// titles names the cards that a panel is about, the first of them where they are many.
func titles(cards []model.Card, w *words.Words) fyne.CanvasObject {
	list := rows(4)
	for i, c := range cards {
		if i == titlesMost-1 && len(cards) > titlesMost {
			list.Add(kit.NewText(w.T("moves.more", len(cards)-i), kit.SizeText, kit.ColorQuiet, 1))
			break
		}
		list.Add(kit.NewText(c.Title, kit.SizeText, kit.ColorInk, 1))
	}
	return list
}

// intos lists the projects that not all of the problems are in yet.
func intos(b *model.Board, cards []model.Card, w *words.Words, join func(model.ID)) fyne.CanvasObject {
	list := rows(kit.Unit)
	for _, project := range b.Column(model.Project) {
		out := func(c model.Card) bool { return b.Get(model.NewLink(c.ID, project.ID).Ref()) == nil }
		if !slices.ContainsFunc(cards, out) {
			continue
		}
		title := kit.Fit(project.Title, wayWidth, kit.Size(kit.SizeText), fyne.TextStyle{Bold: true})
		one := widget.NewButton(title, func() { join(project.ID) })
		one.Alignment = widget.ButtonAlignLeading
		list.Add(one)
	}
	return field(w.T("moves.join"), list)
}
