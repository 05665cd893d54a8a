package projector

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"racedesk/assets/words"
	"racedesk/model"
)

// Picture shows small what the room sees, in the shape of its screen.
type Picture struct {
	Object fyne.CanvasObject
	face   *Face
	shape  *shape
}

// NewPicture returns a picture in a place that is never smaller than least.
func NewPicture(w *words.Words, least fyne.Size) *Picture {
	p := &Picture{face: NewFace(w, fyne.Size{}), shape: &shape{least: least}}
	p.Object = container.New(p.shape, p.face)
	return p
}

// Tell sets what the picture shows, the race as it stands at an instant, and the size
// of the screen that it is a picture of.
func (p *Picture) Tell(b *model.Board, now time.Time, screen fyne.Size) {
	if p.shape.screen != screen {
		p.shape.screen = screen
		p.Object.Refresh()
	}
	p.face.Tell(b, now)
}

// A shape keeps the proportions of a screen, in the middle of its place.
type shape struct{ least, screen fyne.Size }

// Layout implements fyne.Layout.
func (s *shape) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	in := size
	if s.screen.Width > 0 && s.screen.Height > 0 {
		by := min(size.Width/s.screen.Width, size.Height/s.screen.Height)
		in = fyne.NewSize(s.screen.Width*by, s.screen.Height*by)
	}
	objects[0].Resize(in)
	objects[0].Move(fyne.NewPos((size.Width-in.Width)/2, (size.Height-in.Height)/2))
}

// MinSize implements fyne.Layout.
func (s *shape) MinSize([]fyne.CanvasObject) fyne.Size { return s.least }
