package ui

import (
	"bufio"
	"cmp"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/picture"
)

// mostFiles is how many files of a folder are shown: nobody looks for one in more.
const mostFiles = 60

// A wish is a file that somebody wants to choose. It is chosen in the panel: the
// toolkit's own dialog would take the whole window from everybody at the wall.
type wish struct {
	kind   string // of form.Shelf
	is     func(name string) bool
	usual  []string // the folders where such files are, see userFolders
	pref   string   // remembers the folder that one was last taken from
	take   func(file string)
	back   func()
	folder string // that is looked into
}

// pictureFor is a wish for a picture.
func pictureFor(take func(file string), back func()) wish {
	return wish{kind: "picture", is: isPicture, usual: []string{"pictures", "downloads", "desktop"}, pref: prefPictures, take: take, back: back}
}

// choosePicture shows files, and puts the one that is chosen on a card.
func (d *Desk) choosePicture(card model.ID) {
	d.pickFile(pictureFor(func(file string) { d.bring(card, fileSource(file)) }, d.reopen(card)))
}

// pickFile shows files until one is chosen.
func (d *Desk) pickFile(f wish) {
	f.folder = d.app.Preferences().String(f.pref)
	d.browse(f)
}

// browse shows what is in a folder. It is read in the background: it may lie on a
// stick, or on a network.
func (d *Desk) browse(f wish) {
	w, session := d.words, d.session
	go func() {
		shelf := shelve(f, w)
		d.onMain(func() {
			if d.session == session {
				d.showShelf(f, shelf)
			}
		})
	}()
}

func (d *Desk) showShelf(f wish, shelf form.Shelf) {
	d.closePanel()
	panel := form.NewChoose(shelf, d.words, form.ChooseActs{
		Go: func(folder string) { f.folder = folder; d.browse(f) },
		Take: func(file string) {
			d.app.Preferences().SetString(f.pref, filepath.Dir(file))
			f.back()
			f.take(file)
		},
		Close: f.back,
	})
	d.panel(panel.Object)
	d.returns = f.back
	if f.kind != "picture" {
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	d.leaving = stop
	go d.glance(ctx, shelf.Files, panel)
}

// glance shows small what can be chosen, one after the other, until the panel is left.
func (d *Desk) glance(ctx context.Context, files []form.Place, panel *form.Choose) {
	for _, f := range files {
		if ctx.Err() != nil {
			return
		}
		file, err := fileSource(f.Path).open()
		if err != nil {
			continue
		}
		img, err := picture.Glance(file, small)
		_ = file.Close() // it was only read
		if err == nil {
			d.onMain(func() { panel.Show(f.Path, img) })
		}
	}
}

// isPicture says whether a file is called like a picture that can be read.
func isPicture(name string) bool {
	return slices.Contains([]string{".jpg", ".jpeg", ".png", ".gif", ".webp"}, strings.ToLower(filepath.Ext(name)))
}

// isPDF says whether a file is called like a PDF.
func isPDF(name string) bool { return strings.EqualFold(filepath.Ext(name), ".pdf") }

// shelve lists a folder, or the first usual one where it is not there any more.
func shelve(f wish, w *words.Words) form.Shelf {
	s, folder := form.Shelf{Kind: f.kind, Usual: usual(f.usual, w)}, f.folder
	entries, err := os.ReadDir(folder)
	if err != nil || folder == "" {
		folder = s.Usual[0].Path
		entries, _ = os.ReadDir(folder) // then it is empty
	}
	s.Here = form.Place{Name: filepath.Base(folder), Path: folder}
	if up := filepath.Dir(folder); up != folder {
		s.Folders = append(s.Folders, form.Place{Name: w.T("choose.up", filepath.Base(up)), Path: up})
	}
	type dated struct {
		form.Place
		at time.Time
	}
	var files []dated
	for _, e := range entries {
		place := form.Place{Name: e.Name(), Path: filepath.Join(folder, e.Name())}
		info, err := os.Stat(place.Path) // of what a link points at
		switch {
		case err != nil || strings.HasPrefix(e.Name(), "."):
		case info.IsDir():
			s.Folders = append(s.Folders, place)
		case info.Mode().IsRegular() && f.is(e.Name()):
			files = append(files, dated{place, info.ModTime()})
		}
	}
	slices.SortStableFunc(files, func(x, y dated) int { return y.at.Compare(x.at) })
	s.More = max(0, len(files)-mostFiles)
	for _, f := range files[:len(files)-s.More] {
		s.Files = append(s.Files, f.Place)
	}
	return s
}

// usual are the folders where files usually are: some of the user's own, and what is
// plugged in.
func usual(keys []string, w *words.Words) []form.Place {
	home, _ := os.UserHomeDir() // where there is none, nothing is in it
	named := userFolders(home)
	var out []form.Place
	add := func(name, path string) {
		if info, err := os.Stat(path); err == nil && info.IsDir() && !slices.ContainsFunc(out, func(p form.Place) bool { return p.Path == path }) {
			out = append(out, form.Place{Name: name, Path: path})
		}
	}
	for _, key := range keys {
		add(w.T("choose."+key), named[key])
	}
	for _, pattern := range plugged() {
		places, _ := filepath.Glob(pattern) // the pattern is right
		for _, p := range places {
			add(cmp.Or(strings.Trim(filepath.Base(p), `\/`), p), p)
		}
	}
	add(w.T("choose.home"), home)
	if len(out) == 0 {
		out = append(out, form.Place{Name: w.T("choose.home"), Path: string(filepath.Separator)})
	}
	return out
}

// userFolders finds the user's folders, which Linux names in the user's language
// and writes down.
func userFolders(home string) map[string]string {
	folders := map[string]string{}
	for key, name := range map[string]string{"pictures": "Pictures", "documents": "Documents", "downloads": "Downloads", "desktop": "Desktop"} {
		folders[key] = filepath.Join(home, name)
	}
	config, err := os.UserConfigDir()
	if err != nil {
		return folders
	}
	file, err := os.Open(filepath.Join(config, "user-dirs.dirs")) //nolint:gosec // the system's name for it
	if err != nil {
		return folders
	}
	defer file.Close() //nolint:errcheck // it was only read
	for lines := bufio.NewScanner(file); lines.Scan(); {
		for key, name := range map[string]string{"pictures": "XDG_PICTURES_DIR=", "documents": "XDG_DOCUMENTS_DIR=", "downloads": "XDG_DOWNLOAD_DIR=", "desktop": "XDG_DESKTOP_DIR="} {
			if path, found := strings.CutPrefix(lines.Text(), name); found {
				folders[key] = filepath.Clean(strings.Replace(strings.Trim(path, `"`), "$HOME", home, 1))
			}
		}
	}
	return folders
}

// plugged are patterns of where sticks and cameras are found.
func plugged() []string {
	switch runtime.GOOS {
	case "windows":
		var drives []string
		for letter := 'D'; letter <= 'Z'; letter++ {
			drives = append(drives, string(letter)+`:\`)
		}
		return drives
	case "darwin":
		return []string{"/Volumes/*"}
	}
	user := filepath.Base(os.Getenv("HOME"))
	return []string{filepath.Join("/media", user, "*"), filepath.Join("/run/media", user, "*")}
}
