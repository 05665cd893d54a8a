package projector

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"racedesk/ui/kit"
)

// The line of time limits beneath the large digits, in shares of the screen.
const (
	limitInk   = 0.056 // of its digits
	limitSpace = 0.02  // of the width, between name and digits
	limitHigh  = 0.085 // from one to the next where they stand above each other
)

// limitLine shows time limits beside each other: each with its name, and the shape
// that warns.
type limitLine struct{ parts []*limitPart }

// A limitPart is one of them.
type limitPart struct {
	name   *canvas.Text
	digits digits
}

// lay gives each limit as wide a place, in which it stands in the middle; on a screen
// that stands, a line of its own, of which the last has its middle there.
func (l *limitLine) lay(limits []limit, s *scene, size fyne.Size, middle float32) {
	for len(l.parts) < len(limits) {
		l.parts = append(l.parts, &limitPart{name: canvas.NewText("", black)})
	}
	l.parts = l.parts[:len(limits)]
	left, all := size.Width*(1-lineWide)/2, size.Width*lineWide
	each := all / float32(max(1, len(limits)))
	for i, part := range l.parts {
		at, room := fyne.NewPos(left+each*float32(i), size.Height*middle), each
		if stands(size) {
			at, room = fyne.NewPos(left, at.Y-size.Height*limitHigh*float32(len(limits)-1-i)), all
		}
		part.lay(limits[i], s, size, at, room)
	}
}

// alerts stand before the name of a limit that comes near, as in the words for it: what a
// colour says has a shape, too.
var alerts = map[urgency]string{soon: "! ", urgent: "!! "}

// lay puts the name and the digits into the middle of a place that begins at a point
// in the middle of its height.
func (p *limitPart) lay(is limit, s *scene, size fyne.Size, at fyne.Position, room float32) {
	gap := size.Width * limitSpace
	room -= gap // from the next one
	large := fit(is.text, room*0.6, size.Height*limitInk)
	digits := wide(is.text, large)
	name := is.name
	if is.rest != "" {
		name += ", " + is.rest
	}
	name = alerts[is.urgency] + name
	p.name.TextSize, p.name.Color = min(size.Height*lineSize, large), s.colors().quiet
	p.name.Text = kit.Fit(name, max(0, room-gap-digits), p.name.TextSize, p.name.TextStyle)
	width := p.name.MinSize().Width
	at.X += (room - width - gap - digits) / 2
	place(p.name, at.X, at.Y, width)
	p.digits.lay(is.text, s.colors().urgent[is.urgency], large, at.X+width+gap, at.Y)
}

func (l *limitLine) objects() (objects []fyne.CanvasObject) {
	for _, part := range l.parts {
		objects = append(append(objects, part.name), part.digits.objects()...)
	}
	return objects
}
