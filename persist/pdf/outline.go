package pdf

import (
	"math"

	ot "github.com/go-text/typesetting/font/opentype"
)

// A knot is a point of an outline, on it or beside it to bend it.
type knot struct {
	x, y int16
	on   bool
}

// trueType writes an outline as a glyph of a TrueType font, with no parts and no
// hints. It also returns where the glyph begins, which the font's widths repeat: by
// the difference the glyph would be moved.
func trueType(outline []ot.Segment) (glyph []byte, left int16) {
	contours := contours(outline)
	if len(contours) == 0 {
		return nil, 0
	}
	var flags, xs, ys, ends []byte
	var x, y int16
	low, high := knot{x: math.MaxInt16, y: math.MaxInt16}, knot{x: math.MinInt16, y: math.MinInt16}
	count := 0
	for _, c := range contours {
		for _, k := range c {
			flag := byte(0)
			if k.on {
				flag = 1
			}
			flags = append(flags, flag)
			xs, ys = be.AppendUint16(xs, uint16(k.x-x)), be.AppendUint16(ys, uint16(k.y-y))
			x, y = k.x, k.y
			low, high = knot{x: min(low.x, x), y: min(low.y, y)}, knot{x: max(high.x, x), y: max(high.y, y)}
		}
		count += len(c)
		ends = be.AppendUint16(ends, uint16(count-1))
	}
	var out []byte
	for _, v := range []int16{int16(len(contours)), low.x, low.y, high.x, high.y} {
		out = be.AppendUint16(out, uint16(v))
	}
	out = append(append(out, ends...), 0, 0) // no hints
	return append(append(append(out, flags...), xs...), ys...), low.x
}

// contours are the closed lines of an outline. A bend of third degree becomes
// four of second degree, which no eye tells from it at the sizes of a page.
func contours(outline []ot.Segment) [][]knot {
	var out [][]knot
	var at ot.SegmentPoint
	add := func(p ot.SegmentPoint, on bool) {
		if len(out) > 0 {
			out[len(out)-1] = append(out[len(out)-1], knot{whole(p.X), whole(p.Y), on})
		}
	}
	for _, s := range outline {
		a := s.Args
		switch s.Op {
		case ot.SegmentOpMoveTo:
			out = append(out, nil)
			add(a[0], true)
			at = a[0]
		case ot.SegmentOpLineTo:
			add(a[0], true)
			at = a[0]
		case ot.SegmentOpQuadTo:
			add(a[0], false)
			add(a[1], true)
			at = a[1]
		case ot.SegmentOpCubeTo:
			for i := range 4 {
				bend, end := quarter([4]ot.SegmentPoint{at, a[0], a[1], a[2]}, float32(i)/4)
				add(bend, false)
				add(end, true)
			}
			at = a[2]
		}
	}
	kept := out[:0]
	for _, c := range out {
		if n := len(c); n > 1 && c[0] == c[n-1] {
			c = c[:n-1] // it closes by itself
		}
		if len(c) > 2 {
			kept = append(kept, c)
		}
	}
	return kept
}

// quarter is the bend of second degree, by its control point and end, that lies
// nearest to a quarter of one of third degree from a share of it on.
func quarter(b [4]ot.SegmentPoint, from float32) (bend, end ot.SegmentPoint) {
	at := func(t float32) (p, slope ot.SegmentPoint) {
		u := 1 - t
		mix := func(a, b, c, d float32) (float32, float32) {
			return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d, 3 * (u*u*(b-a) + 2*u*t*(c-b) + t*t*(d-c))
		}
		p.X, slope.X = mix(b[0].X, b[1].X, b[2].X, b[3].X)
		p.Y, slope.Y = mix(b[0].Y, b[1].Y, b[2].Y, b[3].Y)
		return p, slope
	}
	p, ps := at(from)
	q, qs := at(from + 0.25)
	return ot.SegmentPoint{X: (p.X+q.X)/2 + (ps.X-qs.X)/16, Y: (p.Y+q.Y)/2 + (ps.Y-qs.Y)/16}, q
}

func whole(v float32) int16 {
	return int16(math.Round(float64(max(math.MinInt16/2, min(math.MaxInt16/2, v)))))
}
