package form

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	Join    func(into model.ID)   // those of the stage before it
	Remove  func()
	Close   func()
}

// NewSeveral returns the panel of all places that several cards can go to. What cannot
// be done with just these says why. To remove them stands last, and apart.
func NewSeveral(b *model.Board, cards []model.Card, w *words.Words, acts SeveralActs) fyne.CanvasObject {
	list, said := rows(kit.Unit), ""
	var note fyne.CanvasObject
	way := func(label, why string, act func()) {
		one := kit.NewButton(kit.Fit(label, wayWidth, kit.Size(kit.SizeText), fyne.TextStyle{Bold: true}), act)
		one.Alignment = widget.ButtonAlignLeading
		list.Add(one)
		if why == "" {
			return
		}
		one.Disable()
		if why == said { // once, beneath the last of them
			list.Remove(note)
		} else {
			said, note = why, container.New(layout.NewCustomPaddedLayout(0, kit.Unit/2, kit.Unit, 0),
				kit.NewText(w.T(why), kit.SizeNote, kit.ColorQuiet, 2))
		}
		list.Add(note)
	}
	stage, why := stageOf(cards), ""
	if stage == "" {
		why = "moves.why.stages"
		joinChosen(b, cards, w, acts.Join, way)
	}
	if of := model.OfStage(cards, model.Problem); len(of) > 0 {
		way(w.T("moves.gather"), why, acts.Gather)
	}
	if next := stage.Next(); next != "" && slices.ContainsFunc(cards, func(c model.Card) bool { return stage == model.Problem || b.Open(c) }) {
		way(w.T("moves.each."+string(next)), why, acts.Promote)
	}
	way(w.T("moves.first"), why, func() { acts.Move(b.Column(stage)[0].ID) })
	way(w.T("moves.last"), why, func() { acts.Move("") })
	body := []fyne.CanvasObject{titles(cards, w), list}
	if next := stage.Next(); next != "" && len(b.Column(next)) > 0 {
		body = append(body, intos(b, cards, w.T("moves.into."+string(next)), acts.Join))
	}
	remove := twice(w.T("no"), w.T("sheet.remove"), w.T("remove.many.sure", len(cards)), acts.Remove)
	body = append(body, container.New(layout.NewCustomPaddedLayout(4*kit.Unit, 0, 0, 0), remove))
	return page{w.T("moves.sheet.many", len(cards)), body, []fyne.CanvasObject{kit.NewButton(w.T("sheet.done"), acts.Close)}, acts.Close}.object()
}

// joinChosen offers to put the chosen cards of one stage into the only chosen one of
// the next.
func joinChosen(b *model.Board, cards []model.Card, w *words.Words, join func(model.ID), way func(label, why string, act func())) {
	for _, stage := range model.Stages[:len(model.Stages)-1] {
		some, into := model.OfStage(cards, stage), model.OfStage(cards, stage.Next())
		if len(some) == 0 || len(into) == 0 {
			continue
		}
		key, why := "moves.join."+string(stage.Next()), ""
		out := func(c model.Card) bool { return joins(b, c, into[0]) }
		switch {
		case len(into) > 1:
			why = "moves.why.one." + string(stage.Next())
		case !slices.ContainsFunc(some, out):
			why = "moves.why.in"
		}
		way(w.T(key, len(some), into[0].Title), why, func() { join(into[0].ID) })
	}
}

// joins says whether a card can still go into another.
func joins(b *model.Board, c, into model.Card) bool {
	return !slices.ContainsFunc(b.Onward(c.ID), func(to model.Card) bool { return to.ID == into.ID })
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

// intos lists under a name the projects that not all of the problems are in yet, or the
// products that not all of the projects are.
func intos(b *model.Board, cards []model.Card, name string, join func(model.ID)) fyne.CanvasObject {
	list, next := rows(kit.Unit), cards[0].Stage.Next()
	for _, into := range b.Column(next) {
		if !slices.ContainsFunc(cards, func(c model.Card) bool { return joins(b, c, into) }) {
			continue
		}
		title := kit.Fit(into.Title, wayWidth, kit.Size(kit.SizeText), fyne.TextStyle{Bold: true})
		one := kit.NewButton(title, func() { join(into.ID) })
		one.Alignment = widget.ButtonAlignLeading
		list.Add(one)
	}
	if len(list.Objects) == 0 {
		return list
	}
	return rows(4, kit.NewText(name, kit.SizeNote, kit.ColorQuiet, 3), list)
}
