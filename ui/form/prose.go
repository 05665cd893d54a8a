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
	object fyne.CanvasObject
	entry  *kit.Entry
	kept   string // the text that is too long, until another one is written
}

func newProse(text string, w *words.Words) *prose {
	const high, lines = 5, 8
	p := &prose{entry: area("", high)}
	if len(text) <= readable {
		p.entry.SetText(text)
		p.object = p.entry
		return p
	}
	p.kept = text
	box := rows(kit.Unit, kit.NewText(strings.ToValidUTF8(text[:readable], ""), kit.SizeText, kit.ColorInk, lines),
		kit.NewText(w.T("sheet.long", len([]rune(text))), kit.SizeNote, kit.ColorQuiet, 3))
	box.Add(container.NewHBox(twice(w.T("sheet.rewrite"), w.T("sheet.rewrite.sure"), func() {
		p.kept = ""
		box.Objects = []fyne.CanvasObject{p.entry}
		box.Refresh()
	})))
	p.object = box
	return p
}

// text is what is written, or what is kept because it is too long.
func (p *prose) text() string {
	if p.kept != "" {
		return p.kept
	}
	return p.entry.Text
}
