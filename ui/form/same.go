package form

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// Same is the panel of the cards that may say the same as one, the likeliest first.
type Same struct {
	Object fyne.CanvasObject
	card   model.Card
	words  *words.Words
	merge  func(into model.ID)
	search *kit.Entry
	list   *section
}

// sameMost is how many cards are listed; those beyond are found by searching.
const sameMost = 40

// NewSame returns the panel of which card stands for this one from now on.
func NewSame(b *model.Board, c model.Card, w *words.Words, merge func(into model.ID), closed func()) *Same {
	s := &Same{card: c, words: w, merge: merge, search: kit.NewEntry(), list: newSection()}
	s.search.SetPlaceHolder(w.T("same.search"))
	s.search.OnChanged = func(string) { s.Show(b) }
	done := kit.NewButton(w.T("sheet.done"), closed)
	s.Object = page{w.T("same.sheet"), []fyne.CanvasObject{kit.NewText(c.Title, kit.SizeTitle, kit.ColorInk, 3),
		kit.NewText(w.T("same.lead"), kit.SizeText, kit.ColorQuiet, 4), s.search, s.list.box},
		[]fyne.CanvasObject{done}, closed}.object()
	s.Show(b)
	return s
}

// A twin is a card that may say the same, with its votes and where it went.
type twin struct {
	id    model.ID
	title string
	votes int
	to    []string
}

// Show lists the cards as they stand on the board, those that the search is for.
func (s *Same) Show(b *model.Board) {
	var found []twin
	left := 0
	secret := b.Secret(s.card) // as those of all in its column
	for _, c := range b.Alike(s.card.ID) {
		switch {
		case !b.Matches(c, s.search.Text):
		case len(found) == sameMost:
			left++
		default:
			x := twin{id: c.ID, title: c.Title, votes: b.Votes(c)}
			for _, to := range b.Onward(c.ID) {
				x.to = append(x.to, to.Title)
			}
			found = append(found, x)
		}
	}
	s.list.tell([]any{found, left, secret}, func() []fyne.CanvasObject {
		w, list := s.words, rows(0)
		for _, x := range found {
			note := ""
			if !secret {
				note = w.T("same.votes", x.votes)
			}
			if len(x.to) > 0 {
				note += " » " + strings.Join(x.to, listed)
			}
			list.Add(kit.NewRow(x.title, strings.TrimSpace(note), func() { s.merge(x.id) }))
		}
		switch {
		case left > 0:
			list.Add(kit.NewText(w.T("same.more", left), kit.SizeNote, kit.ColorQuiet, 2))
		case len(found) == 0 && strings.TrimSpace(s.search.Text) == "":
			list.Add(kit.NewText(w.T("same.none"), kit.SizeText, kit.ColorQuiet, 3))
		case len(found) == 0:
			list.Add(kit.NewText(w.T("column.nomatch"), kit.SizeText, kit.ColorQuiet, 3))
		}
		return []fyne.CanvasObject{container.NewStack(list)}
	})
}
