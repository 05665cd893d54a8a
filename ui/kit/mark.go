package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// marks are the outlines of the target groups' signs in a unit square; the first
// style's is a circle. They tell groups apart without colour.
var marks = [Styles][]fyne.Position{
	1: {{X: .5, Y: .06}, {X: 1, Y: .94}, {X: 0, Y: .94}},
	2: {{X: .08, Y: .08}, {X: .92, Y: .08}, {X: .92, Y: .92}, {X: .08, Y: .92}},
	3: {{X: .5, Y: 0}, {X: 1, Y: .5}, {X: .5, Y: 1}, {X: 0, Y: .5}},
	4: star(),
	5: {{X: .33, Y: .03}, {X: .67, Y: .03}, {X: .67, Y: .33}, {X: .97, Y: .33}, {X: .97, Y: .67}, {X: .67, Y: .67},
		{X: .67, Y: .97}, {X: .33, Y: .97}, {X: .33, Y: .67}, {X: .03, Y: .67}, {X: .03, Y: .33}, {X: .33, Y: .33}},
	6: {{X: .25, Y: .06}, {X: .75, Y: .06}, {X: 1, Y: .5}, {X: .75, Y: .94}, {X: .25, Y: .94}, {X: 0, Y: .5}},
}

func star() []fyne.Position {
	points := make([]fyne.Position, 10)
	for i := range points {
		angle := float64(i)*math.Pi/5 - math.Pi/2
		radius := 0.53
		if i%2 == 1 {
			radius = 0.23
		}
		points[i] = fyne.NewPos(float32(0.5+radius*math.Cos(angle)), float32(0.53+radius*math.Sin(angle)))
	}
	return points
}

// NewMark returns the sign of a target group's style, to be sized as a square.
func NewMark(style int) fyne.CanvasObject {
	color := Color(GroupColor(style))
	points := marks[((style%Styles)+Styles)%Styles]
	if points == nil {
		return canvas.NewCircle(color)
	}
	mark := canvas.NewArbitraryPolygon(points, color)
	mark.NormalizedPoints = true
	return mark
}
