package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"racedesk/model"
	"racedesk/ui/kit"
)

// tellKin lists where the card came from, where it went and which cards say the
// same; a tap follows.
func (s *Card) tellKin(b *model.Board) {
	id := s.card.ID
	var home []model.Card
	if c, there := b.Card(b.Home(id)); there && c.ID != id {
		home = []model.Card{c}
	}
	sources, onward, twins := b.Sources(id), b.Onward(id), b.Duplicates(id)
	s.kin.tell([][]model.Card{home, sources, onward, twins}, func() []fyne.CanvasObject {
		w := s.words
		split := func(from model.Card) fyne.CanvasObject {
			return s.off(w.T("sheet.split", from.Title), func() { s.acts.Split(from.ID, id) })
		}
		apart := func(twin model.Card) fyne.CanvasObject {
			return s.off(w.T("same.apart", twin.Title), func() { s.acts.Unmerge(twin.ID) })
		}
		var parts []fyne.CanvasObject
		part := func(name string, cards []model.Card, end func(model.Card) fyne.CanvasObject) {
			if len(cards) == 0 {
				return
			}
			list := rows(0)
			for _, c := range cards {
				var right fyne.CanvasObject
				if end != nil {
					right = end(c)
				}
				list.Add(container.NewBorder(nil, nil, nil, right, s.way(c)))
			}
			parts = append(parts, field(name, list))
		}
		part(w.T("same.home"), home, nil)
		if len(home) > 0 {
			parts = append(parts, container.NewHBox(widget.NewButton(w.T("same.own"), func() { s.Save(); s.acts.Unmerge(id) })))
		}
		part(w.T("sheet.from", len(sources)), sources, split)
		part(w.T("sheet.to", len(onward)), onward, nil)
		part(w.T("same.twins", len(twins)), twins, apart)
		return parts
	})
}

// off is the cross at the end of a line, which takes that card off; it says aloud
// what it does.
func (s *Card) off(said string, act func()) fyne.CanvasObject {
	return kit.NewSign(theme.CancelIcon(), said, func() { s.Save(); act() })
}

// way is a line with a card's title and what sets it apart; a tap opens the card.
func (s *Card) way(c model.Card) fyne.CanvasObject {
	note := ""
	if c.Parked {
		note = s.words.T("sheet.parked")
	}
	return kit.NewRow(c.Title, note, func() { s.Save(); s.acts.Open(c.ID) })
}
