package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"racedesk/model"
	"racedesk/ui/kit"
)

// tellNotice says at the top of the sheet what was not stored, or why its card is not
// to be seen on the board: it is gone, parked, or another one stands for it.
func (s *Card) tellNotice(b *model.Board) {
	home, merged := b.Card(s.home)
	w := s.words
	s.notice.tell([]any{s.gone, s.card.Parked, home, s.why}, func() []fyne.CanvasObject {
		switch {
		case s.gone:
			return []fyne.CanvasObject{framed(kit.NewText(w.T("gone.notice"), kit.SizeText, kit.ColorAlarm, 4).Bold())}
		case s.why != "":
			return []fyne.CanvasObject{framed(kit.NewText(s.why, kit.SizeText, kit.ColorAlarm, 5).Bold())}
		case merged:
			own := kit.NewButton(w.T("same.own"), func() { s.Save(); s.acts.Unmerge(s.card.ID) })
			return []fyne.CanvasObject{framed(rows(kit.Unit, field(w.T("same.home"), s.way(home)), container.NewHBox(own)))}
		case s.card.Parked:
			return []fyne.CanvasObject{framed(kit.NewText(w.T("sheet.parked.notice"), kit.SizeText, kit.ColorInk, 3))}
		}
		return nil
	})
}

// framed puts what is to be noticed on a ground of its own.
func framed(o fyne.CanvasObject) fyne.CanvasObject {
	const pad = 12
	ground := canvas.NewRectangle(kit.Color(kit.ColorGap))
	ground.CornerRadius = kit.Unit
	return container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(pad, pad, pad, pad), o))
}
