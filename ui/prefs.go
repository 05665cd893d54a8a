package ui

import (
	"cmp"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/form"
)

// The preferences: only what may be lost.
const (
	prefLanguage  = "language"
	prefDark      = "dark" // of earlier versions, which had two tones
	prefTone      = "tone"
	prefSize      = "size"
	prefRace      = "race"
	prefRecent    = "recent"
	prefServer    = "server"
	prefPictures  = "pictures"  // the folder that a picture was last taken from
	prefAttached  = "attached"  // and a PDF
	prefSecond    = "backups"   // the second folder for backups
	prefProjector = "projector" // where it is shown
	prefDesk      = "desk"
	prefTries     = "tries."   // of a lock: PINs that were wrong
	prefGong      = "gong"     // it sounds at this computer
	prefKeyboard  = "keyboard" // it comes by itself
	prefLayout    = "layout"   // the language of the keyboard
)

// locale is the language chosen: on the command line, in the program, by the system.
func (d *Desk) locale() string {
	if d.options.Locale != "" {
		return d.options.Locale
	}
	return d.app.Preferences().StringWithFallback(prefLanguage, d.options.System)
}

// deskID names this desk. It is kept, so that undo works across a restart.
func (d *Desk) deskID() model.DeskID {
	id := d.app.Preferences().String(prefDesk)
	if id == "" {
		computer, _ := os.Hostname() // without one the desk has no name
		id = string(model.NewDeskID(computer))
		d.app.Preferences().SetString(prefDesk, id)
	}
	return model.DeskID(id)
}

// call gives this desk another name, which other desks are told.
func (d *Desk) call(name string) {
	d.id = d.id.Called(name)
	d.app.Preferences().SetString(prefDesk, string(d.id))
	if d.session != nil {
		d.session.History.Desk = d.id
	}
}

// otherLanguage is the one to change to; its words are read when it is.
func otherLanguage(w *words.Words) string {
	for _, lang := range words.Languages {
		if lang != w.Lang {
			return lang
		}
	}
	return w.Lang
}

// recentMost is how many races the first screen offers again.
const recentMost = 4

// remember keeps the race as the last one, and among the recent ones.
func (d *Desk) remember(address string) {
	p := d.app.Preferences()
	p.SetString(prefRace, address)
	recent := slices.DeleteFunc(slices.Clone(p.StringList(prefRecent)), func(a string) bool { return a == address })
	p.SetStringList(prefRecent, append([]string{address}, recent[:min(len(recent), recentMost-1)]...))
}

// recent lists the races that were open lately and are still there, the last
// one first.
func (d *Desk) recent() []string {
	return slices.DeleteFunc(slices.Clone(d.app.Preferences().StringList(prefRecent)), func(address string) bool {
		_, err := os.Stat(address)
		return err != nil && !d.options.Shelf.Remote(address)
	})
}

// title is what a race is called by its address.
func title(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return cmp.Or(u.Query().Get("race"), strings.TrimPrefix(u.Path, "/")) + " · " + u.Host
	}
	return strings.TrimSuffix(filepath.Base(address), filepath.Ext(address))
}

func (d *Desk) toggleLanguage() {
	d.words = words.For(otherLanguage(d.words))
	speak(d.words)
	d.options.Locale = ""
	d.app.Preferences().SetString(prefLanguage, d.words.Lang)
	d.again()
}

// again builds the window anew, keeping what is written, and the card that is open.
func (d *Desk) again() {
	if d.session == nil {
		d.choose("")
		return
	}
	open, is := d.sheet.(*form.Card)
	d.closePanel()
	d.lay()
	if is {
		d.openCard(open.ID())
	}
}
