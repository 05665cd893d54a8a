package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// NewParked returns the drawer of parked cards.
func NewParked(b *model.Board, w *words.Words, back func(model.ID), closed func()) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, c := range b.Parked() {
		title := kit.NewText(c.Title, kit.SizeText, kit.ColorInk, 3)
		stage := kit.NewText(w.T("sheet."+string(c.Stage)), kit.SizeNote, kit.ColorQuiet, 1)
		button := widget.NewButton(w.T("sheet.unpark"), func() { back(c.ID) })
		rows = append(rows, container.NewVBox(stage, title, container.NewHBox(button)))
	}
	if len(rows) == 0 {
		rows = append(rows, kit.NewText(w.T("parked.empty"), kit.SizeText, kit.ColorQuiet, 4))
	}
	return sheet(w.T("parked.sheet"), rows, widget.NewButton(w.T("sheet.done"), closed))
}
