package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"racedesk/ui/kit"
)

// A plate says beside a card in the air what a drop would do, in full.
type plate struct {
	ground *canvas.Rectangle
	text   *kit.Text
	widest float32 // of the text so far, so that it breaks as seldom as can be
}

const (
	plateWide  float32 = 320 // at most
	platePad           = kit.Unit
	plateApart         = pileAbove + 2 // from the card
)

func newPlate() *plate {
	p := &plate{ground: canvas.NewRectangle(nil), text: kit.NewText("", kit.SizeText, kit.ColorPaper, 0).Bold()}
	p.ground.CornerRadius = cardRadius
	p.hide()
	return p
}

// say shows what a drop would do or, quietly, why nothing; an empty word hides the plate.
func (p *plate) say(hint string, takes bool) {
	ground, ink := kit.ColorInk, kit.ColorPaper
	if !takes {
		ground, ink = kit.ColorPaper, kit.ColorQuiet
	}
	p.ground.Hidden, p.text.Hidden = hint == "", hint == ""
	p.ground.FillColor = kit.Color(ground)
	p.ground.StrokeColor, p.ground.StrokeWidth = kit.Color(kit.ColorLine), 1
	p.text.Set(hint, ink)
	p.widest = fyne.MeasureText(hint, kit.Size(kit.SizeText), fyne.TextStyle{Bold: true}).Width + 1
}

func (p *plate) hide() { p.ground.Hidden, p.text.Hidden = true, true }

// lay puts the plate above a card that is held at a place or, where the view of this size
// ends there, beneath what points.
func (p *plate) lay(at fyne.Position, size fyne.Size, points fyne.Position, view fyne.Size) {
	if p.text.Hidden {
		return
	}
	wide := min(p.widest, max(plateWide, size.Width)-2*platePad)
	p.text.Resize(fyne.NewSize(wide, 1))
	inner := fyne.NewSize(wide, p.text.MinSize().Height)
	outer := inner.AddWidthHeight(2*platePad, 2*platePad)
	to := fyne.NewPos(min(max(0, at.X), max(0, view.Width-outer.Width)), at.Y-plateApart-outer.Height)
	if to.Y < 0 {
		to.Y = max(points.Y+2*fingerRoom, at.Y+size.Height+plateApart)
	}
	p.ground.Move(to)
	p.ground.Resize(outer)
	p.text.Move(to.AddXY(platePad, platePad))
	p.text.Resize(inner)
	p.ground.Refresh()
}
