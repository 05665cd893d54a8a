package ui

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// bar is the head of the desk: the race, the search, what can be done, the clock.
type bar struct {
	object     fyne.CanvasObject
	title      *kit.Text
	undo, redo *widget.Button
	parked     *widget.Button
	time       *canvas.Text
	ink        color.Color
}

func (d *Desk) newBar() *bar {
	w := d.words
	b := &bar{title: kit.NewText("", kit.SizeTitle, kit.ColorInk, 2).Bold(), time: canvas.NewText("", nil)}
	search := widget.NewEntry()
	search.SetPlaceHolder(w.T("search"))
	search.OnChanged = func(q string) { d.view.Search(q) }
	d.names = append(d.names, named{"search", search})
	b.undo = d.button("undo", w.T("undo"), func() { d.session.Undo() })
	b.redo = d.button("redo", w.T("redo"), func() { d.session.Redo() })
	b.parked = d.button("parked", "", d.openParked)
	gone := widget.NewCheck(w.T("gone"), func(on bool) { d.view.ShowGone(on) })
	race := d.button("race", w.T("race.button"), d.openRace)
	report := d.button("export", w.T("export.button"), d.export)
	beam := d.button("projector", w.T("projector.button"), d.openProjector)
	night := d.button("night", w.T("night"), d.toggleNight)
	language := d.button("language", otherLanguage(w).Name(), d.toggleLanguage)
	races := d.button("races", w.T("races"), d.leave)
	clock := d.button("clock", "", d.openClock)
	clock.Importance = widget.LowImportance
	b.time.TextSize, b.time.TextStyle = 40, fyne.TextStyle{Bold: true}
	time := container.NewStack(clock, container.NewCenter(b.time))
	row1 := container.NewBorder(nil, nil, container.New(width(330), b.title),
		container.New(width(230), time),
		container.NewHBox(b.undo, b.redo, b.parked, race, report, beam))
	row2 := container.NewBorder(nil, nil, container.New(width(330), search), container.NewHBox(races, night, language), container.NewHBox(gone))
	b.object = container.New(margins{24, 8}, container.NewVBox(container.New(tall(52), row1), row2))
	return b
}

// show brings the bar up to date with the board.
func (b *bar) show(d *Desk) {
	b.title.SetText(d.session.Board.Race().Title)
	name := func(button *widget.Button, key string, edit model.Edit, can bool) {
		label := d.words.T(key)
		if can {
			label = d.words.T(key+".what", d.words.T("edit."+edit.Label))
		}
		if can == button.Disabled() {
			if can {
				button.Enable()
			} else {
				button.Disable()
			}
		}
		if button.Text != label {
			button.SetText(label)
		}
	}
	undo, can := d.session.History.Undo()
	name(b.undo, "undo", undo, can)
	redo, can := d.session.History.Redo()
	name(b.redo, "redo", redo, can)
	if label := d.words.T("parked.button", len(d.session.Board.Parked())); b.parked.Text != label {
		b.parked.SetText(label)
	}
}

// tick shows the time left.
func (b *bar) tick(c model.Clock, now time.Time) {
	left := c.Left(now)
	if left > 0 {
		left = (left + time.Second - 1).Truncate(time.Second)
	}
	ink := kit.Color(kit.ColorInk)
	if !c.Running() {
		ink = kit.Color(kit.ColorQuiet)
	}
	if left <= 0 && c.Started() {
		ink = kit.Color(kit.ColorAlarm)
	}
	if text := words.Span(left); text != b.time.Text || ink != b.ink {
		b.time.Text, b.time.Color, b.ink = text, ink, ink
		b.time.Refresh()
	}
}

// tall gives what it holds this height.
type tall float32

func (t tall) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (t tall) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, float32(t))
}
