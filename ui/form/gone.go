package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"racedesk/model"
	"racedesk/ui/kit"
)

// goneNotice says that the card is no more, and what is left of it.
func (s *Card) goneNotice() []fyne.CanvasObject {
	if !s.gone {
		return nil
	}
	ground := canvas.NewRectangle(kit.Color(kit.ColorGap))
	ground.CornerRadius = kit.Unit
	const pad = 12
	text := kit.NewText(s.words.T("gone.notice"), kit.SizeText, kit.ColorAlarm, 4).Bold()
	return []fyne.CanvasObject{container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(pad, pad, pad, pad), text))}
}

// tellPages lists the pages that the links lead to; a tap opens one in the browser.
func (s *Card) tellPages() {
	s.pages.tell(s.card.Links, func() []fyne.CanvasObject {
		list := rows(0)
		for _, link := range s.card.Links {
			if address, ok := model.WebAddress(link); ok {
				list.Add(kit.NewRow(link, "", func() { s.acts.Browse(address) }))
			}
		}
		if len(list.Objects) == 0 {
			return nil
		}
		return []fyne.CanvasObject{list}
	})
}
