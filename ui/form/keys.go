package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"racedesk/assets/words"
	"racedesk/ui/kit"
)

// keys are what the sheet of keys tells of, in its order. Each has its keys under
// the same name.
var keys = []string{
	"keys.walk", "keys.ends", "keys.open", "keys.vote", "keys.shift", "keys.onward", "keys.drop", "keys.escape",
	"keys.choose", "keys.choosethis", "keys.chooseall",
	"keys.write", "keys.paste", "keys.stages", "keys.search", "keys.undo", "keys.redo",
	"keys.export", "keys.projector", "keys.faces", "keys.pitch", "keys.segment", "keys.full", "keys.help", "keys.quit",
}

// keysWide is how much of the sheet the names of the keys take.
const keysWide = 150

// NewKeys returns the sheet of all that can be done from the keyboard, and with
// fingers.
func NewKeys(w *words.Words, closed func()) fyne.CanvasObject {
	list := []fyne.CanvasObject{kit.NewText(w.T("keys.fingers"), kit.SizeText, kit.ColorInk, 0),
		kit.NewText(w.T("keys.screen"), kit.SizeText, kit.ColorInk, 0)}
	for _, key := range keys {
		name := kit.NewText(w.T(key+".by"), kit.SizeText, kit.ColorInk, 2).Bold()
		list = append(list, container.New(beside{keysWide}, name, kit.NewText(w.T(key), kit.SizeText, kit.ColorInk, 0)))
	}
	done := kit.NewButton(w.T("sheet.done"), closed)
	return page{w.T("keys.sheet"), list, []fyne.CanvasObject{done}, closed}.object()
}

// NewList returns a sheet of rows.
func NewList(title string, rows []fyne.CanvasObject, closed func()) fyne.CanvasObject {
	return page{title: title, rows: rows, closed: closed}.object()
}

// beside puts a first object of this width before a second one.
type beside struct{ wide float32 }

func (b beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(b.wide, size.Height))
	objects[1].Move(fyne.NewPos(b.wide+kit.Unit, 0))
	objects[1].Resize(fyne.NewSize(size.Width-b.wide-kit.Unit, size.Height))
}

func (b beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	high := max(objects[0].MinSize().Height, objects[1].MinSize().Height)
	return fyne.NewSize(b.wide+kit.Unit+1, high)
}
