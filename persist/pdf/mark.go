package pdf

import (
	"math"

	"racedesk/model"
)

// An ink is a colour as 0xRRGGBB, or none.
type ink uint32

const (
	none  ink = 1 << 24
	black ink = 0x1D2530
	quiet ink = 0x5B6673
	faint ink = 0xD9DDE1
)

// groupInks are the target groups' colours by Group.Style, safe for
// colour-blind eyes.
var groupInks = []ink{0xE69F00, 0x56B4E9, 0x009E73, 0xCC79A7, 0xF0E442, 0x0072B2, 0xD55E00}

// yellow is too light to stand on paper without a contour.
const yellow ink = 0xF0E442

func groupInk(style int) ink { return groupInks[wrapStyle(style)] }

func wrapStyle(style int) int {
	n := len(groupInks)
	return ((style % n) + n) % n
}

// tint mixes the colour with paper: 1 is the colour itself, 0 is paper.
func (c ink) tint(share float64) ink {
	mix := func(shift uint) ink {
		v := float64(c >> shift & 0xFF)
		return ink(math.Round(255-(255-v)*share)) << shift
	}
	return mix(16) | mix(8) | mix(0)
}

// deeper darkens a light colour enough for a thin line on paper.
func (c ink) deeper() ink {
	if c == yellow {
		return 0xB5A900
	}
	return c
}

// outlines are the marks' contours about the origin, in radii, by style.
var outlines = [][]point{
	regular(20, 0.92, 0.92), // a circle: the corners do not show at its size
	{{0, -1}, {1.04, 0.82}, {-1.04, 0.82}},
	{{-0.82, -0.82}, {0.82, -0.82}, {0.82, 0.82}, {-0.82, 0.82}},
	regular(4, 1.1, 1.1),
	regular(10, 1.14, 0.5),
	{{-.34, -1}, {.34, -1}, {.34, -.34}, {1, -.34}, {1, .34}, {.34, .34},
		{.34, 1}, {-.34, 1}, {-.34, .34}, {-1, .34}, {-1, -.34}, {-.34, -.34}},
	regular(6, 1, 1),
}

// regular is a polygon whose corners stand at two distances by turns: equal
// ones make a regular polygon, unequal ones a star.
func regular(n int, outer, inner float64) []point {
	pts := make([]point, n)
	for i := range pts {
		r := outer
		if i%2 == 1 {
			r = inner
		}
		a := 2*math.Pi*float64(i)/float64(n) - math.Pi/2
		pts[i] = point{r * math.Cos(a), r * math.Sin(a)}
	}
	return pts
}

// mark is a target group's mark about a point.
func mark(style int, x, y, r float64) shape {
	colour, outline := groupInk(style), outlines[wrapStyle(style)]
	s := shape{fill: colour, line: none, pts: make([]point, len(outline))}
	if colour == yellow {
		s.line, s.width = colour.deeper(), 0.5
	}
	for i, p := range outline {
		s.pts[i] = point{x + p.x*r, y + p.y*r}
	}
	return s
}

// hollow is the same mark as a contour only.
func hollow(s shape) shape {
	s.line, s.fill, s.width = s.fill.deeper(), 0xFFFFFF, 0.7
	return s
}

// dot stands for a card without a target group.
func dot(x, y, r float64) shape {
	s := mark(0, x, y, r*0.6)
	s.fill = quiet
	return s
}

// markGap is the space behind each mark of a row.
const markGap = 2.5

// mostMarks is how many target groups of a card in a list show.
const mostMarks = 4

// marks draws the marks of a card's target groups in a row from x on, the same
// way everywhere, and returns where the row ends.
func (p *press) marks(c model.Card, x, y, r float64) ([]shape, float64) {
	var out []shape
	for _, g := range p.groups {
		if c.In(g.ID) {
			out = append(out, mark(g.Style, x+r, y, r))
			x += 2*r + markGap
		}
	}
	if out == nil {
		return []shape{dot(x+r, y, r)}, x + 2*r + markGap
	}
	return out, x
}
