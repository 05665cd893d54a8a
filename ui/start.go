package ui

import (
	"context"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets"
	"racedesk/model"
	"racedesk/ui/kit"
)

// choose shows the first screen: the sample race, an empty one, or a file.
func (d *Desk) choose(complaint string) {
	w := d.words
	d.names = nil
	name := widget.NewEntry()
	name.SetPlaceHolder(w.T("start.name"))
	d.names = append(d.names, named{"start-name", name})
	empty := d.button("start-empty", w.T("start.empty"), func() { d.beginEmpty(name.Text) })
	name.OnSubmitted = d.beginEmpty
	sample := d.button("start-sample", w.T("start.sample"), d.beginSample)
	sample.Importance = widget.HighImportance
	open := d.button("start-open", w.T("start.open"), d.pick)
	language := d.button("language", otherLanguage(w).Name(), d.toggleLanguage)
	gap := func() fyne.CanvasObject { return container.New(tall(16), canvas.NewRectangle(nil)) }
	rows := container.NewVBox(
		kit.NewText("RaceDesk", kit.SizeFigure, kit.ColorInk, 1).Bold(),
		kit.NewText(w.T("start.lead"), kit.SizeTitle, kit.ColorQuiet, 3), gap(),
		kit.NewText(complaint, kit.SizeText, kit.ColorAlarm, 4),
		sample, kit.NewText(w.T("start.sample.note"), kit.SizeNote, kit.ColorQuiet, 2), gap(),
		container.NewBorder(nil, nil, nil, empty, name), gap(), open, gap(), container.NewHBox(language))
	table := canvas.NewRectangle(kit.Color(kit.ColorTable))
	d.window.SetContent(container.NewStack(table, container.NewCenter(container.New(width(560), rows))))
	d.mapScreen()
}

func (d *Desk) beginSample() {
	outline, err := model.ParseOutline(assets.Sample)
	if err == nil {
		err = d.create(outline.Race.Title, outline.Edits(model.SampleRunning)...)
	}
	if err != nil {
		d.choose(Explain(err, d.words))
	}
}

func (d *Desk) beginEmpty(title string) {
	if title = model.CleanLine(title); title == "" {
		title = d.words.T("start.untitled")
	}
	if err := d.create(title, model.NewRace(title)); err != nil {
		d.choose(Explain(err, d.words))
	}
}

// create makes a race in the user's data folder and opens it.
func (d *Desk) create(title string, edits ...model.Edit) error {
	if err := os.MkdirAll(d.options.DataDir, 0o750); err != nil {
		return err
	}
	path := free(filepath.Join(d.options.DataDir, fileName(title)), ".race")
	if err := d.options.Create(context.Background(), path, edits...); err != nil {
		return err
	}
	return d.open(path)
}

// pick asks for a file and opens it.
func (d *Desk) pick() {
	ask := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err == nil && file == nil {
			return
		}
		if err == nil {
			path := file.URI().Path()
			_ = file.Close() // only its name is wanted
			err = d.open(path)
		}
		if err != nil {
			d.choose(Explain(err, d.words))
		}
	}, d.window)
	ask.Resize(fyne.NewSize(900, 600))
	ask.Show()
}

// leave closes the race and shows the choice of one.
func (d *Desk) leave() {
	d.closePanel()
	d.session.Do(func(*model.Board) (model.Edit, error) { return model.Edit{}, nil }, func(error) {
		if d.sheet != nil {
			return
		}
		session := d.session
		d.session = nil
		go func() { _ = session.Close() }() // it has stored everything already
		d.app.Preferences().SetString(prefRace, "")
		d.choose("")
	})
}
