package ui

import (
	"context"
	"errors"
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"racedesk/model"
	"racedesk/ui/kit"
)

// connect shows the screen on which a server is named; with a line for the
// password where the server asked for one.
func (d *Desk) connect(address, complaint string, secret bool) {
	w := d.words
	d.names = nil
	at := kit.NewEntry()
	at.SetPlaceHolder(w.T("server.example"))
	at.SetText(d.options.Shelf.Shown(address))
	password := kit.NewEntry()
	password.Password = true
	password.SetPlaceHolder(w.T("server.password"))
	ask := func(string) { d.list(withPassword(at.Text, password.Text)) }
	at.OnSubmitted, password.OnSubmitted = ask, ask
	d.names = append(d.names, named{"server-address", at})
	rows := []fyne.CanvasObject{kit.NewText(w.T("server.title"), kit.SizeColumn, kit.ColorInk, 2).Bold(),
		kit.NewText(w.T("server.note"), kit.SizeText, kit.ColorQuiet, 6)}
	if complaint != "" {
		rows = append(rows, kit.NewText(complaint, kit.SizeText, kit.ColorAlarm, 6))
	}
	rows = append(rows, at)
	if secret {
		rows = append(rows, password)
		d.names = append(d.names, named{"server-password", password})
	}
	show := d.button("server-show", w.T("server.show"), func() { ask("") })
	show.Importance = widget.HighImportance
	d.front(append(rows, show, d.back())...)
}

// back is the way to the first screen.
func (d *Desk) back() fyne.CanvasObject {
	return container.NewHBox(layout.NewSpacer(), d.keyboardButton(), d.quiet("back", d.words.T("back"), func() { d.choose("") }))
}

// withPassword puts a password into an address for as long as it is in use.
func withPassword(address, password string) string {
	u, err := url.Parse(address)
	if err != nil || password == "" {
		return address
	}
	u.User = url.UserPassword(u.User.Username(), password)
	return u.String()
}

// list asks a server for its races and shows them.
func (d *Desk) list(server string) {
	shown := d.options.Shelf.Shown(server)
	work(d, d.words.T("server.asking", title(shown)),
		func(ctx context.Context) ([]Listed, error) { return d.options.Shelf.Races(ctx, server) },
		func(races []Listed, err error) {
			if err != nil {
				d.connect(server, Explain(err, d.words), errors.Is(err, model.ErrNotLetIn))
				return
			}
			d.app.Preferences().SetString(prefServer, shown)
			d.offer(server, races)
		}, func([]Listed) {})
}

// listMost is how high a list of races may be before it scrolls.
const listMost = 320

// offer shows the races of a server, and a line to begin another.
func (d *Desk) offer(server string, races []Listed) {
	w := d.words
	d.names = nil
	list := container.New(layout.NewCustomPaddedVBoxLayout(kit.Unit))
	for _, r := range races {
		label := kit.Fit(r.Title, startWidth*0.8, kit.Size(kit.SizeText), fyne.TextStyle{Bold: true})
		b := d.button("server-race-"+r.Title, label, func() { d.enter(r.Address) })
		b.Alignment = widget.ButtonAlignLeading
		list.Add(b)
	}
	note := w.T("server.races")
	if len(races) == 0 {
		note = w.T("server.none")
	}
	d.front(kit.NewText(title(d.options.Shelf.Shown(server)), kit.SizeColumn, kit.ColorInk, 1).Bold(),
		kit.NewText(note, kit.SizeText, kit.ColorQuiet, 3), container.New(tall(min(list.MinSize().Height, listMost)), container.NewVScroll(list)),
		d.choice(w.T("start.empty.note"), d.naming(func(title string) { d.beginOn(server, d.titled(title)) })), d.back())
}

// beginOn makes an empty race on a server and opens it.
func (d *Desk) beginOn(server, title string) {
	d.found(title, func() (string, error) { return d.options.Shelf.OnServer(server, title), nil }, []model.Edit{model.NewRace(title)},
		func(err error) { d.connect(server, Explain(err, d.words), errors.Is(err, model.ErrNotLetIn)) })
}
