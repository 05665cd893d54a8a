package ui

import (
	"image"
	"log/slog"
	"slices"

	"racedesk/model"
	"racedesk/ui/picture"
)

// An album keeps pictures as small as they are shown on cards and sheets. They are
// made in the background, one at a time, those asked for last first: that is what
// is in view. Its methods belong to the drawing goroutine.
type album struct {
	onMain func(func())
	shown  func() // called when one more can be shown
	small  map[model.ID]image.Image
	wanted []model.Picture
	busy   bool
}

// small is how large a picture in an album is, in pixels.
var small = image.Pt(400, 300)

// albumRoom is how many pictures an album holds: more than are ever in view.
const albumRoom = 128

func newAlbum(onMain func(func()), shown func()) *album {
	return &album{onMain: onMain, shown: shown, small: map[model.ID]image.Image{}}
}

// of returns a picture, or nil until it is there.
func (a *album) of(p model.Picture) image.Image {
	if img, known := a.small[p.ID]; known {
		return img
	}
	a.wanted = append(slices.DeleteFunc(a.wanted, func(x model.Picture) bool { return x.ID == p.ID }), p)
	a.next()
	return nil
}

// next makes the picture that was asked for last.
func (a *album) next() {
	for !a.busy && len(a.wanted) > 0 {
		p := a.wanted[len(a.wanted)-1]
		a.wanted = a.wanted[:len(a.wanted)-1]
		if _, known := a.small[p.ID]; known {
			continue
		}
		a.busy = true
		go func() {
			img, err := picture.Cover(p, small)
			if err != nil {
				slog.Warn("show picture", "card", p.Card, "err", err)
				img = image.NewAlpha(image.Rectangle{Max: small}) // nothing, and not asked for again
			}
			a.onMain(func() { a.take(p.ID, img) })
		}()
	}
}

func (a *album) take(id model.ID, img image.Image) {
	for other := range a.small {
		if len(a.small) < albumRoom {
			break
		}
		delete(a.small, other)
	}
	a.small[id], a.busy = img, false
	a.shown()
	a.next()
}
