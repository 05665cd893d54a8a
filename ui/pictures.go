package ui

import (
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/picture"
)

// large is how many pixels the longer side has of a picture that is looked at.
const large = 1000

// A source is a picture that somebody brings.
type source struct {
	name string
	open func() (io.ReadCloser, error)
}

// fileSource is a picture in a file.
func fileSource(path string) source {
	return source{filepath.Base(path), func() (io.ReadCloser, error) {
		info, err := os.Stat(path)
		if err == nil && !info.Mode().IsRegular() { // a pipe might never end
			return nil, fmt.Errorf("%s: %w", path, model.ErrNoPicture)
		}
		if err != nil {
			return nil, err
		}
		return os.Open(path) //nolint:gosec // the file that a person chose
	}}
}

// take reads the picture.
func (s source) take() (model.Picture, error) {
	file, err := s.open()
	if err != nil {
		return model.Picture{}, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	return picture.Take(file)
}

// bring puts pictures on a card, as one edit. They are read in the background, while
// a word says so; those that cannot be are named.
func (d *Desk) bring(card model.ID, sources ...source) {
	w, session := d.words, d.session
	if card == "" {
		d.foot.say(w.T("pictures.where"))
		return
	}
	if len(sources)+len(session.Board.Pictures(card)) > model.MaxPictures {
		d.noPicture(card, w.T("pictures.toomany", model.MaxPictures))
		return
	}
	d.noPicture(card, "")
	d.foot.say(w.T("pictures.busy", len(sources)))
	go func() {
		var taken []model.Picture
		var said []string
		for _, s := range sources {
			p, err := s.take()
			if err == nil {
				taken = append(taken, p)
			} else {
				said = append(said, s.name+": "+Explain(err, w))
			}
		}
		d.onMain(func() {
			if d.session != session {
				return // it was left in the meantime
			}
			if len(taken) > 0 {
				d.do(card, func(b *model.Board) (model.Edit, error) { return b.AddPictures(card, taken...) })
			}
			if len(said) > 0 {
				session.Do(nothing, func(error) { d.noPicture(card, strings.Join(said, " ")) })
			}
		})
	}()
}

// dropped takes in files that were dropped on the window: for the card under them,
// or the one whose sheet is open.
func (d *Desk) dropped(at fyne.Position, files []fyne.URI) {
	if d.session == nil {
		return
	}
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path())
	}
	card := d.view.CardAt(at)
	if sheet, open := d.sheet.(*form.Card); open && card == "" {
		card = sheet.ID()
	}
	d.bring(card, fileSources(paths)...)
}

// pastePictures takes in the files that the clipboard names, or the picture in it: for
// the card whose sheet is open, or that the keys are on. It returns false where the
// clipboard holds any other text.
func (d *Desk) pastePictures() bool {
	text := d.app.Clipboard().Content()
	sources := fileSources(pictureFiles(text))
	if len(sources) == 0 && text != "" {
		return false
	}
	if len(sources) == 0 {
		pasted, ok := clipboard(d.words.T("pictures.clipboard"))
		if !ok {
			d.noPicture(d.pasteTo(), d.words.T("pictures.asfile"))
			return true
		}
		sources = []source{pasted}
	}
	d.bring(d.pasteTo(), sources...)
	return true
}

// pasteTo is the card whose sheet is open, or that the keys are on.
func (d *Desk) pasteTo() model.ID {
	if sheet, open := d.sheet.(*form.Card); open {
		return sheet.ID()
	}
	return d.view.Cursor()
}

// noPicture says why a picture is not on a card, also on the card's sheet where that is
// open; nothing ends that.
func (d *Desk) noPicture(card model.ID, why string) {
	if why != "" {
		d.foot.say(why)
	}
	if sheet, open := d.sheet.(*form.Card); open && sheet.ID() == card {
		sheet.Picture(why)
	}
}

func fileSources(paths []string) (sources []source) {
	for _, p := range paths {
		sources = append(sources, fileSource(p))
	}
	return sources
}

// pictureFiles returns the files that lines of text name, by path or address, if
// all of them do.
func pictureFiles(text string) []string {
	var paths []string
	for line := range strings.Lines(strings.TrimSpace(text)) {
		path := strings.Trim(strings.TrimSpace(line), `"`)
		if u, err := url.Parse(path); err == nil && u.Scheme == "file" {
			path = filepath.FromSlash(u.Path)
		}
		if !filepath.IsAbs(path) || !isPicture(path) {
			return nil
		}
		paths = append(paths, path)
	}
	return paths
}

// lookAt shows a picture of a card large in the panel.
func (d *Desk) lookAt(card, id model.ID) {
	back := d.reopen(card)
	d.closePanel()
	c, ok1 := d.session.Board.Card(card)
	p, ok2 := d.session.Board.Get(model.Ref{Kind: model.KindPicture, ID: id}).(model.Picture)
	if !ok1 || !ok2 {
		return
	}
	acts := form.LookActs{Back: back, Remove: func(id model.ID) {
		back()
		d.do(card, func(b *model.Board) (model.Edit, error) { return b.RemovePicture(id) })
	}}
	if c.Stage == model.Product && d.session.Board.Pictures(card)[0].ID != id {
		acts.Lead = func(id model.ID) {
			back()
			d.do(card, func(b *model.Board) (model.Edit, error) { return b.LeadPicture(id) })
		}
	}
	page, frame := form.NewPicture(c, p, d.words, acts)
	d.refresh = func() {
		if d.session.Board.Get(p.Ref()) == nil { // taken away elsewhere
			back()
		}
	}
	d.panel(page)
	d.returns = back
	go func() {
		if img, err := picture.Fit(p, large); err == nil { // else the frame stays empty
			d.onMain(func() { frame.Fill(img) })
		}
	}()
}

// pictured shows what the album has by now.
func (d *Desk) pictured() {
	if d.session == nil {
		return
	}
	d.view.Pictured()
	if sheet, open := d.sheet.(*form.Card); open {
		sheet.Show(d.session.Board)
	}
}
