package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"racedesk/ui/kit"
)

// sheet lays out a panel: a head, rows that scroll, buttons at the foot.
func sheet(title string, rows []fyne.CanvasObject, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	head := kit.NewText(title, kit.SizeColumn, kit.ColorInk, 2).Bold()
	body := container.NewVBox()
	for _, row := range rows {
		body.Add(row)
	}
	foot := container.NewHBox(layout.NewSpacer())
	for _, b := range buttons {
		foot.Add(b)
	}
	return container.NewBorder(container.NewPadded(head), container.NewPadded(foot), nil, nil,
		container.NewVScroll(container.NewPadded(body)))
}

// field is an input with its name above it.
func field(name string, input fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVBox(kit.NewText(name, kit.SizeNote, kit.ColorQuiet, 1), input)
}

func line(text string) *widget.Entry {
	e := widget.NewEntry()
	e.SetText(text)
	return e
}

func area(text string, rows int) *widget.Entry {
	e := widget.NewMultiLineEntry()
	e.Wrapping = fyne.TextWrapWord
	e.SetMinRowsVisible(rows)
	e.SetText(text)
	return e
}
