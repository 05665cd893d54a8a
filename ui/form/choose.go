package form

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/ui/kit"
)

// A Place is a folder, and what people call it.
type Place struct{ Name, Path string }

// A Shelf is what there is to choose from: the files of a kind in a folder, the newest
// first, the folders in it, and the folders where such files usually are.
type Shelf struct {
	Kind    string // "picture" or "pdf": what is chosen
	Usual   []Place
	Here    Place
	Folders []Place
	Files   []Place
	More    int // files that are not listed
}

// ChooseActs are what people ask of the panel where a file is chosen.
type ChooseActs struct {
	Go    func(folder string)
	Take  func(file string)
	Close func()
}

// Choose is the panel where a file is chosen; pictures are seen.
type Choose struct {
	Object fyne.CanvasObject
	frames map[string]*kit.Photo
}

// NewChoose returns the panel of what is on a shelf.
func NewChoose(s Shelf, w *words.Words, acts ChooseActs) *Choose {
	c := &Choose{frames: map[string]*kit.Photo{}}
	usual := wrapped()
	for _, p := range s.Usual {
		chip := kit.NewChip("", func(bool) { acts.Go(p.Path) })
		chip.Set(p.Name, p.Path == s.Here.Path)
		usual.Add(chip)
	}
	body := []fyne.CanvasObject{usual}
	if len(s.Folders) > 0 {
		folders := rows(0)
		for _, f := range s.Folders {
			way := kit.NewButtonWithIcon(kit.Fit(f.Name, wayWidth, kit.Size(kit.SizeText), fyne.TextStyle{}), theme.FolderIcon(), func() { acts.Go(f.Path) })
			way.Alignment, way.Importance = widget.ButtonAlignLeading, widget.LowImportance
			folders.Add(way)
		}
		body = append(body, folders)
	}
	body = append(body, c.files(s, w, acts.Take)...)
	done := kit.NewButton(w.T("picture.back"), acts.Close)
	c.Object = page{w.T("choose." + s.Kind), body, []fyne.CanvasObject{done}, acts.Close}.object()
	return c
}

// files are those in the folder: pictures in frames, others by name.
func (c *Choose) files(s Shelf, w *words.Words, take func(string)) []fyne.CanvasObject {
	if len(s.Files) == 0 {
		return []fyne.CanvasObject{kit.NewText(w.T("choose.none."+s.Kind, s.Here.Name), kit.SizeText, kit.ColorQuiet, 3)}
	}
	grid := container.New(layout.NewRowWrapLayoutWithCustomPadding(kit.Unit, kit.Unit))
	if s.Kind == "pdf" {
		grid = rows(0)
	}
	for _, f := range s.Files {
		if s.Kind == "pdf" {
			grid.Add(kit.NewRow(f.Name, "", func() { take(f.Path) }))
			continue
		}
		frame := kit.NewPhoto(fyne.NewSize(thumbWide, thumbHigh), func() { take(f.Path) })
		c.frames[f.Path] = frame
		grid.Add(rows(2, frame, kit.NewText(kit.Fit(f.Name, thumbWide, kit.Size(kit.SizeNote), fyne.TextStyle{}), kit.SizeNote, kit.ColorQuiet, 1)))
	}
	out := []fyne.CanvasObject{grid}
	if s.More > 0 {
		out = append(out, kit.NewText(w.T("choose.more."+s.Kind, s.More), kit.SizeNote, kit.ColorQuiet, 2))
	}
	return out
}

// Show puts a picture into its frame.
func (c *Choose) Show(file string, img image.Image) {
	if f := c.frames[file]; f != nil {
		f.Fill(img)
	}
}
