package ui

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"

	"racedesk/model"
)

// drafts are what people wrote at this desk that is not in the race: on the lines above
// the columns, and on cards where it cannot be stored as it is. They are kept in a file
// for each race, so that they outlive the program.
type drafts struct {
	Lines map[model.Stage]string `json:"lines,omitempty"`
	Cards map[model.ID]unsettled `json:"cards,omitempty"`

	path string // empty where nothing is kept
	kept []byte // as it is in the file
}

// An unsettled card is one as it was when somebody began to write on it, and as they wrote it.
type unsettled struct{ Was, Is model.Card }

// openDrafts reads the drafts of a race.
func (d *Desk) openDrafts(address string) *drafts {
	f := &drafts{Lines: map[model.Stage]string{}, Cards: map[model.ID]unsettled{}}
	if d.options.DataDir == "" {
		return f
	}
	if !d.options.Shelf.Remote(address) {
		if full, err := filepath.Abs(address); err == nil {
			address = full
		}
	}
	sum := sha256.Sum256([]byte(d.options.Shelf.Shown(address)))
	f.path = filepath.Join(d.options.DataDir, "drafts", hex.EncodeToString(sum[:8])+".json")
	data, err := os.ReadFile(f.path)
	if errors.Is(err, fs.ErrNotExist) {
		return f
	}
	if err == nil {
		err = json.Unmarshal(data, f)
	}
	if err != nil {
		slog.Warn("read drafts", "err", err) // they are lost, the race is not
	}
	f.kept = data
	return f
}

// save writes the drafts, where they are others than those in the file.
func (f *drafts) save() {
	if f.path == "" {
		return
	}
	data, err := json.Marshal(f)
	if err == nil && bytes.Equal(data, f.kept) {
		return
	}
	switch {
	case err == nil && len(f.Lines)+len(f.Cards) == 0:
		if err = os.Remove(f.path); errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
	case err == nil:
		err = f.write(data)
	}
	if err != nil {
		slog.Warn("keep drafts", "err", err)
		return
	}
	f.kept = data
}

// write puts the file in the place of the one before in one step.
func (f *drafts) write(data []byte) error {
	if err := os.MkdirAll(filepath.Dir(f.path), 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(f.path+".new", data, 0o600); err != nil {
		return err
	}
	return os.Rename(f.path+".new", f.path)
}

// drafted shows what is kept of the lines, and keeps what is written on them.
func (d *Desk) drafted() {
	for stage, text := range d.drafts.Lines {
		d.view.GiveBack(stage, text)
	}
	d.view.Lines(func(stage model.Stage, text string) {
		if text == "" { // it was added: it shall not come back
			delete(d.drafts.Lines, stage)
			d.drafts.save()
			return
		}
		d.drafts.Lines[stage] = text
		d.touched()
	})
}

// tellDrafts says on which cards something is written that is not stored. Where one was
// removed, its sheet comes back.
func (d *Desk) tellDrafts() {
	n, title := 0, ""
	var gone []unsettled
	for id, kept := range d.drafts.Cards {
		c, there := d.session.Board.Card(id)
		if !there {
			gone = append(gone, kept)
			continue
		}
		if n++; title == "" || c.Title < title { // the same at each start
			title = c.Title
		}
	}
	if len(gone) > 0 { // the others come the next time
		first := slices.MinFunc(gone, func(x, y unsettled) int { return cmp.Compare(x.Is.ID, y.Is.ID) })
		d.showCard(first.Was, first.Is)
		d.refresh()
	}
	if n > 0 {
		d.foot.say(d.words.T("unsettled.left", n, short(title)))
	}
}

// forget gives up what is kept of a card.
func (f *drafts) forget(id model.ID) {
	delete(f.Cards, id)
	f.save()
}
