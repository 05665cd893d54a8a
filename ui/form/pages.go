package form

import (
	"fyne.io/fyne/v2"

	"racedesk/model"
	"racedesk/ui/kit"
)

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
