package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// PasteActs are what people ask of the panel of what was pasted.
type PasteActs struct {
	Add   func(titles []string)
	One   func(model.Card) // all of it as one card
	Close func()
}

const (
	pasteShown = 50 // lines that are shown
	pasteOne   = 3  // lines that may as well be one card
)

// NewPaste returns the panel that asks whether the lines of a pasted text become
// cards of a stage, and shows which.
func NewPaste(b *model.Board, stage model.Stage, p model.Paste, w *words.Words, acts PasteActs) fyne.CanvasObject {
	body := []fyne.CanvasObject{kit.NewText(w.T("paste.note"), kit.SizeText, kit.ColorQuiet, 0)}
	for _, n := range []struct {
		key string
		n   int
	}{{"paste.twice", p.Twice}, {"paste.long", p.Long}, {"paste.there", there(b, stage, p.Titles)}} {
		if n.n > 0 {
			body = append(body, kit.NewText(w.T(n.key, n.n), kit.SizeText, kit.ColorInk, 0))
		}
	}
	list := rows(kit.Unit)
	for _, title := range p.Titles[:min(len(p.Titles), pasteShown)] {
		list.Add(kit.NewText(title, kit.SizeText, kit.ColorInk, 2))
	}
	if more := len(p.Titles) - pasteShown; more > 0 {
		list.Add(kit.NewText(w.T("paste.more", more), kit.SizeText, kit.ColorQuiet, 1))
	}
	cancel := kit.NewButton(w.T("cancel"), acts.Close)
	add := kit.NewButton(w.T("paste.add"), func() { acts.Add(p.Titles) })
	add.Importance = widget.HighImportance
	buttons := []fyne.CanvasObject{cancel, add}
	if len(p.Titles) <= pasteOne {
		one := kit.NewButton(w.T("paste.one"), func() { acts.One(p.Card) })
		buttons = []fyne.CanvasObject{cancel, one, add}
	}
	return page{w.T("paste."+string(stage), len(p.Titles)), append(body, list), buttons, acts.Close}.object()
}

// there counts the titles that a card of the stage has already.
func there(b *model.Board, stage model.Stage, titles []string) (n int) {
	known := map[string]bool{}
	for _, c := range b.Column(stage) {
		known[model.Fold(c.Title)] = true
	}
	for _, title := range titles {
		if known[model.Fold(title)] {
			n++
		}
	}
	return n
}
