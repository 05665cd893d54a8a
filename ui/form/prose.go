package form

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"racedesk/assets/words"
	"racedesk/ui/kit"
)

// prose is a text that can be written on, or, where it is much too long for that,
// its beginning and a way to write another.
type prose struct {
	object *fyne.Container
	entry  *kit.Entry
	kept   string // the text that is too long, until another one is written
	words  *words.Words
}

func newProse(text string, w *words.Words) *prose {
	const high = 5
	p := &prose{object: rows(kit.Unit), entry: area("", high), words: w}
	p.entry.OnPaste = p.paste
	p.fill(text)
	return p
}

// paste keeps what is too long to be written on, after what is written or in its
// place; says whether it is.
func (p *prose) paste(text string) bool {
	if len(text) <= kit.Readable {
		return false
	}
	if written := p.entry.Text; written != p.entry.SelectedText() {
		text = written + text
	}
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(p.entry); canvas != nil {
		canvas.Unfocus() // it is not to be seen any more
	}
	p.fill(text)
	p.entry.OnChanged(text)
	return true
}

// written is what is written, or what is kept because it is too long.
func (p *prose) written() string {
	if p.kept != "" {
		return p.kept
	}
	return p.entry.Text
}

// fill shows a text.
func (p *prose) fill(text string) {
	const lines = 8
	p.kept = ""
	p.object.Objects = []fyne.CanvasObject{p.entry}
	if len(text) <= kit.Readable {
		p.entry.SetText(text)
		p.object.Refresh()
		return
	}
	p.kept = text
	w := p.words
	p.object.Objects = []fyne.CanvasObject{
		kit.NewText(strings.ToValidUTF8(text[:kit.Readable], ""), kit.SizeText, kit.ColorInk, lines),
		kit.NewText(w.T("sheet.long", len([]rune(text))), kit.SizeNote, kit.ColorQuiet, 3),
		container.NewHBox(twice(w.T("no"), w.T("sheet.rewrite"), w.T("sheet.rewrite.sure"), func() { p.fill("") }))}
	p.object.Refresh()
}
