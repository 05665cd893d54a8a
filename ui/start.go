package ui

import (
	"cmp"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets"
	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// choose shows the first screen: the sample race, an empty one, a file or a server. The
// room has nothing to see any more.
func (d *Desk) choose(complaint string) {
	d.beam.close()
	w := d.words
	d.names = nil
	sample := d.button("start-sample", w.T("start.sample"), d.beginSample)
	sample.Importance = widget.HighImportance
	language := d.quiet("language", words.Name(otherLanguage(w)), d.toggleLanguage)
	rows := []fyne.CanvasObject{
		kit.NewText("RaceDesk", kit.SizeFigure, kit.ColorInk, 1).Bold(),
		kit.NewText(w.T("start.lead"), kit.SizeTitle, kit.ColorQuiet, 3),
	}
	if complaint != "" {
		rows = append(rows, kit.NewText(complaint, kit.SizeText, kit.ColorAlarm, 6))
	}
	server := d.button("start-server", w.T("start.server"), func() {
		d.connect(d.app.Preferences().String(prefServer), "", false)
	})
	d.front(append(rows, d.choice(w.T("start.sample.note"), sample), d.choice(w.T("start.empty.note"), d.naming(d.beginEmpty)),
		d.choice(w.T("start.open.note"), d.returning()), d.choice(w.T("start.server.note"), server),
		container.NewHBox(layout.NewSpacer(), d.keyboardButton(), d.toneButton(), language))...)
}

// front shows a sheet of paper in the middle of the table.
func (d *Desk) front(rows ...fyne.CanvasObject) {
	paper := canvas.NewRectangle(kit.Color(kit.ColorPaper))
	paper.CornerRadius = panelRadius
	paper.StrokeColor, paper.StrokeWidth = kit.Edge()
	sheet := container.New(width(startWidth), paper, container.New(margins{5 * kit.Unit, 4 * kit.Unit},
		container.New(layout.NewCustomPaddedVBoxLayout(3*kit.Unit), rows...)))
	d.window.SetTitle("RaceDesk")
	d.setContent(d.overKeys(container.NewVScroll(container.NewCenter(sheet)), false))
}

// wait shows that something takes its time, and a way out.
func (d *Desk) wait(what string, cancel func()) {
	d.names = nil
	busy := widget.NewProgressBarInfinite()
	d.front(kit.NewText(what, kit.SizeTitle, kit.ColorInk, 3), container.New(tall(kit.Unit), busy),
		container.NewHBox(layout.NewSpacer(), d.button("cancel", d.words.T("cancel"), cancel)))
}

const startWidth = 640

// choice is one way to begin: what it is, and the button for it.
func (d *Desk) choice(note string, button fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedVBoxLayout(kit.Unit),
		kit.NewText(note, kit.SizeText, kit.ColorInk, 2), button)
}

// returning offers the races that were open lately, and any other file.
func (d *Desk) returning() fyne.CanvasObject {
	rows := container.New(layout.NewCustomPaddedVBoxLayout(kit.Unit))
	for i, address := range d.recent() {
		b := d.button("start-recent-"+strconv.Itoa(i+1), kit.Fit(title(address), startWidth/2, kit.Size(kit.SizeText), fyne.TextStyle{Bold: true}),
			func() { d.enter(address) })
		b.Alignment = widget.ButtonAlignLeading
		rows.Add(b)
	}
	rows.Add(d.button("start-open", d.words.T("start.open"), d.pick))
	return rows
}

// naming is the line on which an empty race is named.
func (d *Desk) naming(begin func(title string)) fyne.CanvasObject {
	name := kit.NewEntry()
	name.SetPlaceHolder(d.words.T("start.name"))
	name.OnSubmitted = begin
	d.names = append(d.names, named{"start-name", name})
	empty := d.button("start-empty", d.words.T("start.empty"), func() { begin(name.Text) })
	return container.NewBorder(nil, nil, nil, empty, name)
}

func (d *Desk) beginSample() {
	outline, err := model.ParseOutline(assets.Sample)
	if err != nil {
		d.choose(Explain(err, d.words))
		return
	}
	d.create(outline.Race.Title, outline.Lived(model.SampleRunning, time.Now())...)
}

func (d *Desk) beginEmpty(title string) {
	title = d.titled(title)
	d.create(title, model.NewRace(title))
}

// titled gives a race without a name one.
func (d *Desk) titled(title string) string {
	return cmp.Or(model.CleanLine(title), d.words.T("start.untitled"))
}

// create makes a race in the user's data folder and opens it.
func (d *Desk) create(title string, edits ...model.Edit) {
	place := func() (string, error) {
		return free(filepath.Join(d.options.DataDir, fileName(title)), ".race"), os.MkdirAll(d.options.DataDir, 0o750)
	}
	d.found(title, place, edits, func(err error) { d.choose(Explain(err, d.words)) })
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
			d.enter(path)
			return
		}
		d.choose(Explain(err, d.words))
	}, d.window)
	ask.SetView(dialog.ListView)
	if races, err := storage.ListerForURI(storage.NewFileURI(d.options.DataDir)); err == nil {
		ask.SetLocation(races)
	}
	ask.Show()
	ask.Resize(fyne.NewSize(900, 600)) // before it is shown this would panic
}

// leave closes the race and shows the choice of one, and what is not known to be stored.
func (d *Desk) leave() {
	d.part(func(err error) {
		d.app.Preferences().SetString(prefRace, "")
		if !errors.Is(err, model.ErrUnsure) {
			err = nil // it is in the log, and concerns no edit
		}
		d.choose(explained(err, d.words))
	})
}

// part stores what is written, closes the race and then calls after with what went
// wrong. It stays where a sheet comes back: what is written there is not stored.
func (d *Desk) part(after func(error)) {
	d.closePanel()
	d.session.Do(nothing, func(error) {
		d.onMain(func() { // after a sheet that was refused has come back
			if d.sheet == nil && d.session != nil {
				d.put(after)
			}
		})
	})
}

// put closes the race and then calls after, or what was asked for since. A server may
// take its time: the board stays until then, and what it refuses is kept.
func (d *Desk) put(after func(error)) {
	closing := d.parted != nil
	if d.parted = after; closing {
		return
	}
	session := d.session
	d.foot.stand(d.stands())
	d.drafts.save()
	go func() {
		err := session.Close()
		if err != nil {
			slog.Error("close race", "err", err)
		}
		d.onMain(func() {
			d.closePanel() // opened meanwhile
			d.onMain(func() { d.ended(err) })
		})
	}()
}

// ended goes on once the race is closed and everybody has heard of it.
func (d *Desk) ended(err error) {
	after := d.parted
	d.session, d.parted = nil, nil
	d.drafts.save()
	after(err)
}
