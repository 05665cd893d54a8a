package form

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"racedesk/assets/words"
	"racedesk/ui/kit"
)

// readable is how many bytes of text an entry takes without holding up the whole
// desk: what it lays out grows with the square of them.
const readable = 8000

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
	p.fill(text)
	return p
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
	if len(text) <= readable {
		p.entry.SetText(text)
		p.object.Refresh()
		return
	}
	p.kept = text
	w := p.words
	p.object.Objects = []fyne.CanvasObject{
		kit.NewText(strings.ToValidUTF8(text[:readable], ""), kit.SizeText, kit.ColorInk, lines),
		kit.NewText(w.T("sheet.long", len([]rune(text))), kit.SizeNote, kit.ColorQuiet, 3),
		container.NewHBox(twice(w.T("sheet.rewrite"), w.T("sheet.rewrite.sure"), func() { p.fill("") }))}
	p.object.Refresh()
}
