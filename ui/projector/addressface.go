package projector

import (
	"image"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"rsc.io/qr"

	"racedesk/model"
)

// addressFace is a page to go to: as a code for telephones, and to be read.
type addressFace struct {
	code    *canvas.Image
	encoded string
	text    paragraph
	small   corner
}

func newAddressFace() *addressFace {
	return &addressFace{text: paragraph{tight: true}, code: &canvas.Image{ScaleMode: canvas.ImageScalePixels, FillMode: canvas.ImageFillContain}}
}

// lay puts the code beside the address, or above it on a screen that stands.
func (a *addressFace) lay(s *scene, size fyne.Size) {
	if a.encoded != s.screen.Address {
		a.encoded = s.screen.Address
		a.code.Image = code(a.encoded)
		a.code.Refresh()
	}
	a.small.lay(s, size)
	off, room := messageRoom(size)
	at := fyne.NewPos(off, off)
	a.code.Hidden = a.code.Image == nil // more than a code holds is read only
	if !a.code.Hidden {
		side := min(room.Height, room.Width/2)
		if stands(size) {
			side = min(room.Width, room.Height*2/3)
			a.code.Move(fyne.NewPos((size.Width-side)/2, off))
			at.Y += side + off
			room.Height -= side + off
		} else {
			a.code.Move(fyne.NewPos(off, off+(room.Height-side)/2))
			at.X += side + off
			room.Width -= side + off
		}
		a.code.Resize(fyne.NewSquareSize(side))
	}
	a.text.lay(parted(a.encoded), s, at, room, size.Height)
}

func (a *addressFace) objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{a.code}, a.text.objects()...), a.small.objects()...)
}

// pieceMost is how many letters of an address are kept on one line, but behind a slash.
const pieceMost = 20

// parted puts a space wherever a line of an address may end: behind a slash, in what is
// longer than a piece before a dot and what else begins a part, and within what is very
// long. No hyphen is put there, since it would be taken for one of the address.
func parted(address string) string {
	letters := []rune(address)
	begins := func(i int) bool {
		return i == len(letters) || strings.ContainsRune(".?&#", letters[i]) || letters[i-1] == '/' && letters[i] != '/'
	}
	var out strings.Builder
	line := 0 // letters of the piece so far
	for i, r := range letters {
		if i > 0 && begins(i) {
			ends := i + 1
			for !begins(ends) {
				ends++
			}
			if letters[i-1] == '/' || line+ends-i > pieceMost {
				line = pieceMost
			}
		}
		if line == pieceMost {
			out.WriteByte(' ')
			line = 0
		}
		out.WriteRune(r)
		line++
	}
	return out.String()
}

// quietZone is how many modules of nothing a code needs around it.
const quietZone = 4

// code draws an address as a QR code, a pixel for each module, or returns nil where
// it is too long for one. It is black on white on every ground: not every telephone
// reads it the other way round.
func code(address string) image.Image {
	if page, ok := model.WebAddress(address); ok {
		address = page
	}
	c, err := qr.Encode(address, qr.M)
	if err != nil {
		return nil
	}
	img := image.NewGray(image.Rect(0, 0, c.Size+2*quietZone, c.Size+2*quietZone))
	for i := range img.Pix {
		if x, y := i%img.Stride-quietZone, i/img.Stride-quietZone; !c.Black(x, y) {
			img.Pix[i] = 0xff
		}
	}
	return img
}
