package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"racedesk/model"
	"racedesk/ui/kit"
)

// A choice is what a card tells of being chosen.
type choice int

// The choices of a card.
const (
	noChoice choice = iota // a tap opens the card
	canChoose
	isChosen
)

// choice says whether a card is chosen, or could be.
func (v *View) choice(id model.ID) choice {
	switch {
	case v.chosen.has[id]:
		return isChosen
	case v.chosen.on:
		return canChoose
	}
	return noChoice
}

// tick is the sign at a card's upper right corner, in the place of its grip, that
// a tap chooses it: a ring, filled and with a hook in it where it is chosen. The
// whole card is where a finger hits it.
type tick struct {
	disc *canvas.Circle
	hook [2]*canvas.Line
}

const (
	tickWide  float32 = 24
	tickThick float32 = 2
)

func newTick() tick {
	return tick{canvas.NewCircle(nil), [2]*canvas.Line{canvas.NewLine(nil), canvas.NewLine(nil)}}
}

// dress gives the sign the colours of the moment.
func (t tick) dress(c choice) {
	t.disc.StrokeWidth, t.disc.StrokeColor, t.disc.FillColor = tickThick, kit.Color(kit.ColorQuiet), kit.Color(kit.ColorPaper)
	if c == isChosen {
		t.disc.StrokeColor, t.disc.FillColor = kit.Color(kit.ColorInk), kit.Color(kit.ColorInk)
	}
	for _, stroke := range t.hook {
		stroke.StrokeWidth, stroke.StrokeColor, stroke.Hidden = tickThick+.5, kit.Color(kit.ColorPaper), c != isChosen
	}
}

// lay puts the sign on a card of this width.
func (t tick) lay(width float32) {
	at := fyne.NewPos(width-cardPad+4-tickWide, cardPad-8)
	t.disc.Move(at)
	t.disc.Resize(fyne.NewSquareSize(tickWide))
	left, low, right := at.AddXY(6.5, 12.5), at.AddXY(10.5, 16.5), at.AddXY(17.5, 8)
	t.hook[0].Position1, t.hook[0].Position2 = left, low
	t.hook[1].Position1, t.hook[1].Position2 = low, right
}

// objects are what the sign is drawn with.
func (t tick) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{t.disc, t.hook[0], t.hook[1]}
}
