package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// NewParked returns the drawer of parked cards, each of which can be opened to be read or
// brought back.
func NewParked(b *model.Board, w *words.Words, open, back func(model.ID), closed func()) fyne.CanvasObject {
	var list []fyne.CanvasObject
	for _, c := range b.Parked() {
		button := kit.NewButton(w.T("sheet.unpark"), func() { back(c.ID) })
		list = append(list, rows(4, kit.NewRow(c.Title, w.T("sheet."+string(c.Stage)), func() { open(c.ID) }),
			container.New(layout.NewCustomPaddedLayout(0, 0, kit.RowPad, 0), container.NewHBox(button))))
	}
	if len(list) == 0 {
		list = append(list, kit.NewText(w.T("parked.empty"), kit.SizeText, kit.ColorQuiet, 4))
	}
	done := kit.NewButton(w.T("sheet.done"), closed)
	return page{w.T("parked.sheet"), list, []fyne.CanvasObject{done}, closed}.object()
}
