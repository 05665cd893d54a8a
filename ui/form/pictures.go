package form

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// PictureActs are what people ask of the pictures on a card's sheet.
type PictureActs struct {
	Small  func(model.Picture) image.Image // nil until it can be shown
	Look   func(card, picture model.ID)    // shows one large
	Choose func(card model.ID)             // shows files to choose one from
}

// The size of a picture that is one of several.
const (
	thumbWide float32 = 112
	thumbHigh float32 = 84
)

// pictures are those of a card, small, on its sheet.
type pictures struct {
	object fyne.CanvasObject
	box    *fyne.Container
	choose *kit.Button
	told   *kit.Text // what went wrong
	acts   PictureActs
	save   func()
	shown  []model.ID
	frames []*kit.Photo
}

func newPictures(b *model.Board, card model.ID, w *words.Words, save func(), acts PictureActs) *pictures {
	p := &pictures{acts: acts, save: save, box: container.New(layout.NewRowWrapLayoutWithCustomPadding(kit.Unit, kit.Unit))}
	p.choose = kit.NewButton(w.T("pictures.choose"), func() { save(); acts.Choose(card) })
	note := kit.NewText(w.T("pictures.drop"), kit.SizeNote, kit.ColorQuiet, 2)
	p.told = kit.NewText("", kit.SizeText, kit.ColorAlarm, 6).Bold()
	p.tell("")
	p.object = field(w.T("pictures"), rows(kit.Unit, p.box, container.NewHBox(p.choose), p.told, note))
	p.show(b, card)
	return p
}

// tell says what went wrong, or no longer.
func (p *pictures) tell(wrong string) {
	p.told.SetText(wrong)
	p.told.Hidden = wrong == ""
}

// Picture says at the card's pictures why one of those that were brought is not among
// them; nothing takes it back.
func (s *Card) Picture(wrong string) {
	s.pictures.tell(wrong)
	s.pictures.object.Refresh()
	if wrong != "" {
		s.roll.Bring(s.pictures.told)
	}
}

// show brings the pictures up to date with the board, and with what can be shown.
func (p *pictures) show(b *model.Board, card model.ID) {
	all := b.Pictures(card)
	ids := make([]model.ID, len(all))
	for i, one := range all {
		ids[i] = one.ID
	}
	if !slices.Equal(ids, p.shown) {
		p.shown, p.frames = ids, nil
		p.box.Objects = nil
		for _, id := range ids {
			f := kit.NewPhoto(fyne.NewSize(thumbWide, thumbHigh), func() { p.save(); p.acts.Look(card, id) })
			p.frames = append(p.frames, f)
			p.box.Add(f)
		}
		p.box.Hidden = len(ids) == 0
		p.object.Refresh()
	}
	if p.acts.Small != nil {
		for i, one := range all {
			p.frames[i].Fill(p.acts.Small(one))
		}
	}
	if full := len(all) >= model.MaxPictures; full != p.choose.Disabled() {
		if p.choose.Enable(); full {
			p.choose.Disable()
		}
	}
}

// LookActs are what people ask of a picture that is shown large.
type LookActs struct {
	Lead   func(picture model.ID) // makes it the one on the card; nil where that means nothing
	Remove func(picture model.ID)
	Back   func()
}

// The room for a picture that is shown large.
const (
	largeWide float32 = 372
	largeHigh float32 = 520
)

// NewPicture returns the page of one picture of a card, and the frame that it is to
// be put into.
func NewPicture(c model.Card, p model.Picture, w *words.Words, acts LookActs) (fyne.CanvasObject, *kit.Photo) {
	size := fyne.NewSize(largeWide, min(largeHigh, largeWide*float32(p.Height)/float32(max(1, p.Width))))
	frame := kit.NewPhoto(size, acts.Back)
	remove := twice(w.T("no"), w.T("picture.remove"), w.T("picture.remove.sure"), func() { acts.Remove(p.ID) })
	back := kit.NewButton(w.T("picture.back"), acts.Back)
	back.Importance = widget.HighImportance
	body := []fyne.CanvasObject{kit.NewText(c.Title, kit.SizeTitle, kit.ColorInk, 3), frame}
	if acts.Lead != nil {
		body = append(body, container.NewHBox(kit.NewButton(w.T("picture.lead"), func() { acts.Lead(p.ID) })))
	}
	return page{w.T("picture"), body, []fyne.CanvasObject{remove, layout.NewSpacer(), back}, acts.Back}.object(), frame
}
