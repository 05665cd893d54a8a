package form

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/ui/kit"
)

// Preview shows a page of the report as it will be, leads to the others, and writes
// the file.
type Preview struct {
	object   fyne.CanvasObject
	words    *words.Words
	acts     ReportActs
	picture  *canvas.Image
	lacks    *kit.Text       // letters that no font has
	file     *fyne.Container // ways to the file, once it is written
	at       *kit.Text
	page, of int
	back, on *kit.Button
	foot     *fyne.Container // the export: its button, or how far it is
	far      *kit.Text       // while it goes on
}

func newPreview(w *words.Words, acts ReportActs) *Preview {
	p := &Preview{words: w, acts: acts, picture: &canvas.Image{FillMode: canvas.ImageFillContain},
		lacks: kit.NewText("", kit.SizeNote, kit.ColorAlarm, 3), at: kit.NewText("", kit.SizeText, kit.ColorQuiet, 1), foot: container.NewStack(), file: container.NewHBox()}
	p.back = kit.NewButtonWithIcon("", theme.NavigateBackIcon(), func() { acts.Turn(p.page - 1) })
	p.on = kit.NewButtonWithIcon("", theme.NavigateNextIcon(), func() { acts.Turn(p.page + 1) })
	ground := canvas.NewRectangle(kit.Color(kit.ColorTable))
	ground.CornerRadius = kit.Unit
	turn := container.NewHBox(p.back, container.New(layout.NewCustomPaddedLayout(12, 0, kit.Unit, kit.Unit), container.New(pageNumber{}, p.at)), p.on)
	p.Idle()
	p.lacks.Hide()
	p.file.Hide()
	p.object = container.NewBorder(nil, container.New(layout.NewCustomPaddedLayout(kit.Unit, 0, 0, 0),
		rows(kit.Unit, p.lacks, p.file, container.NewBorder(nil, nil, turn, nil, p.foot))), nil, nil,
		container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(kit.Unit, kit.Unit, kit.Unit, kit.Unit), p.picture)))
	p.Show(nil, 0, 0)
	return p
}

// pageNumber keeps its place while the number changes.
type pageNumber struct{}

const pageNumberWide = 120

// Layout implements fyne.Layout.
func (pageNumber) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// MinSize implements fyne.Layout.
func (pageNumber) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(pageNumberWide, objects[0].MinSize().Height)
}

// Size is the room that a page has.
func (p *Preview) Size() fyne.Size { return p.picture.Size() }

// Show shows a page, counted from 0, of so many. Without a picture the one that is
// there stays.
func (p *Preview) Show(img image.Image, page, of int) {
	p.page, p.of = page, of
	if of > 0 {
		p.at.SetText(p.words.T("report.page", page+1, of))
	}
	for b, can := range map[*kit.Button]bool{p.back: page > 0, p.on: page+1 < of} {
		if can {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	if img != nil {
		p.picture.Image = img
		p.picture.Refresh()
	}
}

// Lacks tells of letters that the pages show a mark for, since no font has them; an
// empty text takes it back.
func (p *Preview) Lacks(text string) {
	if p.lacks.Content() != text {
		p.lacks.SetText(text)
		p.lacks.Hidden = text == ""
		p.object.Refresh()
	}
}

// Idle offers the export.
func (p *Preview) Idle() {
	export := kit.NewButtonWithIcon(p.words.T("export.pdf"), theme.DocumentSaveIcon(), p.acts.Export)
	export.Importance = widget.HighImportance
	p.put(container.NewHBox(layout.NewSpacer(), export))
	p.lead()
}

// Busy says how far the export is, and offers to end it.
func (p *Preview) Busy(done, of int) {
	if text := p.words.T("export.progress", done, of); p.far != nil {
		p.far.SetText(text)
		return
	}
	far := kit.NewText(p.words.T("export.progress", done, of), kit.SizeText, kit.ColorQuiet, 1)
	p.put(container.NewHBox(layout.NewSpacer(), container.New(layout.NewCustomPaddedLayout(12, 0, 0, 0), container.New(pageNumber{}, far)),
		kit.NewButton(p.words.T("cancel"), p.acts.Cancel)))
	p.far = far
	p.lead()
}

// Done offers to open the file that was written, and to write it once more.
func (p *Preview) Done(path string) {
	p.Idle()
	p.lead(layout.NewSpacer(), kit.NewButton(p.words.T("export.folder"), func() { p.acts.Folder(path) }),
		kit.NewButton(p.words.T("export.open"), func() { p.acts.Open(path) }))
}

// lead shows ways to the file, above the rest so that the export stays in its place; none
// take the row away.
func (p *Preview) lead(ways ...fyne.CanvasObject) {
	p.file.Objects, p.file.Hidden = ways, len(ways) == 0
	if p.object != nil {
		p.object.Refresh()
	}
}

func (p *Preview) put(o fyne.CanvasObject) {
	p.far, p.foot.Objects = nil, []fyne.CanvasObject{o}
	p.foot.Refresh()
}
