package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"racedesk/model"
	"racedesk/ui/kit"
)

// tellKin lists where the card came from, where it went and which cards say the
// same; a tap follows.
func (s *Card) tellKin(b *model.Board) {
	id, w := s.card.ID, s.words
	sources, onward, twins := b.Sources(id), b.Onward(id), b.Duplicates(id)
	s.kin.tell([][]model.Card{sources, onward, twins}, func() []fyne.CanvasObject {
		split := func(from model.Card) fyne.CanvasObject {
			return s.off(w.T("sheet.split", from.Title), w.T("sheet.split.sure"), func() { s.acts.Split(from.ID, id) })
		}
		apart := func(twin model.Card) fyne.CanvasObject {
			return s.off(w.T("same.apart", twin.Title), w.T("same.apart.sure"), func() { s.acts.Unmerge(twin.ID) })
		}
		none := func(model.Card) fyne.CanvasObject { return nil }
		parts := s.lines(nil, w.T("sheet.from", len(sources)), sources, split)
		parts = s.lines(parts, w.T("sheet.to", len(onward)), onward, none)
		return s.lines(parts, w.T("same.twins", len(twins)), twins, apart)
	})
}

// lines adds to the parts of a section the ways to cards, if there are any, each with
// what stands at its end.
func (s *Card) lines(parts []fyne.CanvasObject, name string, cards []model.Card, end func(model.Card) fyne.CanvasObject) []fyne.CanvasObject {
	if len(cards) == 0 {
		return parts
	}
	list := rows(0)
	for _, c := range cards {
		list.Add(container.NewBorder(nil, nil, nil, end(c), s.way(c)))
	}
	return append(parts, field(name, list))
}

// off is the cross at the end of a line, which takes that card off once that was asked: the
// next line's cross would slide beneath the finger.
func (s *Card) off(said, sure string, act func()) fyne.CanvasObject {
	return kit.NewTwiceSign(theme.CancelIcon(), said, s.words.T("no"), sure, func() { s.Save(); act() }).Object
}

// way is a line with a card's title and what sets it apart; a tap opens the card.
func (s *Card) way(c model.Card) fyne.CanvasObject {
	note := ""
	if c.Parked {
		note = s.words.T("sheet.parked")
	}
	return kit.NewRow(c.Title, note, func() { s.Save(); s.acts.Open(c.ID) })
}

// tellTags shows the card's tags, each dark where only cards with it are shown; a tap
// asks for that, or ends it.
func (s *Card) tellTags() {
	if s.acts.Seek == nil {
		return
	}
	sought := make([]bool, len(s.card.Tags))
	for i, tag := range s.card.Tags {
		sought[i] = s.acts.Sought(tag)
	}
	s.tagged.tell([]any{s.card.Tags, sought}, func() []fyne.CanvasObject {
		if len(sought) == 0 {
			return nil
		}
		box := wrapped()
		for i, tag := range s.card.Tags {
			shown := kit.Fit(tag, wayWidth, kit.Size(kit.SizeText), fyne.TextStyle{})
			chip := kit.NewChip(shown, func(bool) { s.acts.Seek(tag) })
			chip.Set(shown, sought[i])
			box.Add(chip)
		}
		return []fyne.CanvasObject{box}
	})
}
