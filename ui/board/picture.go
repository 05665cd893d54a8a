package board

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"racedesk/model"
	"racedesk/ui/kit"
)

// A photo is the picture that a card shows: whether there is one, and it, as soon
// as it can be shown. Until then its place is kept.
type photo struct {
	there bool
	image image.Image
}

// photo returns a product's first picture.
func (v *View) photo(c model.Card) photo {
	if c.Stage != model.Product || v.intents.Small == nil {
		return photo{}
	}
	pictures := v.board.Pictures(c.ID)
	if len(pictures) == 0 {
		return photo{}
	}
	return photo{true, v.intents.Small(pictures[0])}
}

// Pictured shows the pictures that can be shown by now.
func (v *View) Pictured() {
	for _, c := range v.columns {
		for id, one := range c.deck.cards {
			c.deck.draw(one, id)
		}
	}
}

// CardAt is the card at a place of the window, if one lies there.
func (v *View) CardAt(at fyne.Position) model.ID {
	driver := fyne.CurrentApp().Driver()
	for _, c := range v.columns {
		corner := driver.AbsolutePositionForObject(c.deck)
		if !inside(at, corner, c.deck.Size()) {
			continue
		}
		if one := c.deck.at(at.Subtract(corner)); one != nil {
			return one.face.id
		}
	}
	return ""
}

// Cursor is the card that the keys are on, if they are on the board.
func (v *View) Cursor() model.ID {
	if c := v.focused(); c != nil {
		return c.deck.cursor
	}
	return ""
}

// A print is where a card's picture is seen, and the ground that keeps its place.
type print struct {
	ground *canvas.Rectangle
	image  *canvas.Image
}

func newPrint() print {
	return print{canvas.NewRectangle(nil), &canvas.Image{FillMode: canvas.ImageFillCover}}
}

// dress puts a photo into its place; it pales with a card that waits.
func (p print) dress(of photo, pale bool) {
	p.ground.FillColor = kit.Color(kit.ColorGap)
	p.ground.Hidden = !of.there || of.image != nil
	p.image.Hidden = of.image == nil
	p.image.Translucency = 0
	if pale {
		p.image.Translucency = 0.5
	}
	if p.image.Image != of.image {
		p.image.Image = of.image
		p.image.Refresh()
	}
}

// lay puts the picture at the left of a card, as high as it.
func (p print) lay(at fyne.Position, size fyne.Size) {
	for _, o := range []fyne.CanvasObject{p.ground, p.image} {
		o.Move(at)
		o.Resize(size)
	}
}

// The measures of a card with a picture.
const (
	photoShare  float32 = 0.38 // of the card's width, at most
	photoBeside float32 = 206  // what is written needs beside it
	photoLeast  float32 = 56   // narrower, it shows nothing
)

// left is where what is written on a card of this width begins: beside its picture,
// where there is room for both.
func (c *card) left(size fyne.Size) float32 {
	wide := min(size.Height*4/3, size.Width*photoShare, size.Width-cardEdge-photoBeside)
	if !c.face.photo.there || wide < photoLeast {
		c.print.lay(fyne.Position{}, fyne.Size{})
		return cardPad
	}
	c.print.lay(fyne.NewPos(cardEdge, 0), fyne.NewSize(wide, size.Height))
	return cardEdge + wide + cardPad
}
