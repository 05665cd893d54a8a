package pdf

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"
	"sync"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// Pages are a report that is laid out, to be looked at: the second painter draws the
// same sheets as the first one, with the same fonts at the same places. They may be
// used from any goroutine.
type Pages struct {
	mu     sync.Mutex // the fonts remember what they were asked
	sheets []*sheet
	im     imprint
	shaper *shaper
	viewer *Viewer // of attached pages; nil where they stay frames
}

// Count is how many pages there are.
func (p *Pages) Count() int { return len(p.sheets) }

// Find returns the page that an anchor is on, counted from 0, or -1: a part of the
// report by its name, or a product by its id.
func (p *Pages) Find(name string) int {
	return slices.IndexFunc(p.sheets, func(s *sheet) bool {
		return slices.ContainsFunc(s.anchors, func(a anchor) bool { return a.name == name })
	})
}

// Draw draws a page, counted from 0, so many pixels wide. Of attached pages it draws
// what is at hand, else a frame that says which page it is.
func (p *Pages) Draw(n, wide int) *image.RGBA {
	p.mu.Lock()
	defer p.mu.Unlock()
	c := canvas{zoom: float64(wide) / paperW}
	c.img = image.NewRGBA(image.Rect(0, 0, wide, int(math.Round(paperH*c.zoom))))
	draw.Draw(c.img, c.img.Bounds(), image.White, image.Point{}, draw.Src)
	s := p.sheets[n]
	for _, b := range s.brought {
		c.brought(b, p.viewer)
	}
	for _, sh := range s.shapes {
		c.shape(sh)
	}
	for _, i := range s.images {
		c.image(i)
	}
	for _, r := range s.runs {
		c.run(r)
	}
	return c.img
}

// Complete draws a page with the attached pages that Draw had only frames for, which may
// take seconds. It returns nil where there are none.
func (p *Pages) Complete(ctx context.Context, n, wide int) (*image.RGBA, error) {
	c, more := canvas{zoom: float64(wide) / paperW}, false
	if p.viewer == nil {
		return nil, nil
	}
	for _, b := range p.sheets[n].brought {
		of := c.viewed(b)
		if _, has := p.viewer.find(of); has {
			continue
		}
		if err := p.viewer.draw(ctx, b.data, of); err != nil {
			return nil, err
		}
		more = true
	}
	if !more {
		return nil, nil
	}
	return p.Draw(n, wide), nil
}

// A canvas is a page as pixels.
type canvas struct {
	img  *image.RGBA
	zoom float64 // pixels for each point
}

// A contour is a closed line in pixels.
type contour []point

// fill fills contours with a colour. Parts where they lie on each other are filled
// where they turn the same way.
func (c *canvas) fill(contours []contour, colour ink) {
	box := bounds(contours).Intersect(c.img.Bounds())
	if box.Empty() {
		return
	}
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	at := func(p point) (x, y float32) {
		return float32(p.x - float64(box.Min.X)), float32(p.y - float64(box.Min.Y))
	}
	for _, line := range contours {
		r.MoveTo(at(line[0]))
		for _, p := range line[1:] {
			r.LineTo(at(p))
		}
		r.ClosePath()
	}
	r.Draw(c.img, box, image.NewUniform(colour.color()), image.Point{})
}

// bounds is the least rectangle of pixels around contours.
func bounds(contours []contour) image.Rectangle {
	least, most := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, line := range contours {
		for _, p := range line {
			least = point{min(least.x, p.x), min(least.y, p.y)}
			most = point{max(most.x, p.x), max(most.y, p.y)}
		}
	}
	if least.x > most.x {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(least.x)), int(math.Floor(least.y)), int(math.Ceil(most.x)), int(math.Ceil(most.y)))
}

func (c ink) color() color.RGBA {
	r, g, b := c.rgb()
	return color.RGBA{r, g, b, 0xFF}
}

// shape draws a polygon or a curve.
func (c *canvas) shape(s shape) {
	pts := s.pts
	if s.curve {
		pts = bent(pts)
	}
	line := make(contour, len(pts))
	for i, p := range pts {
		line[i] = point{p.x * c.zoom, p.y * c.zoom}
	}
	if s.fill != none {
		c.fill([]contour{line}, s.fill)
	}
	if s.line != none {
		c.fill(stroke(line, s.width*c.zoom, !s.curve), s.line)
	}
}

// bent returns points along the curve of four control points.
func bent(q []point) []point {
	const steps = 24
	out := make([]point, steps+1)
	for i := range out {
		t := float64(i) / steps
		u := 1 - t
		a, b, d, e := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		out[i] = point{a*q[0].x + b*q[1].x + d*q[2].x + e*q[3].x, a*q[0].y + b*q[1].y + d*q[2].y + e*q[3].y}
	}
	return out
}

// stroke is a line of some width as contours: one for each of its steps, all turning
// the same way.
func stroke(line contour, width float64, closed bool) []contour {
	var out []contour
	for i := range line {
		next := (i + 1) % len(line)
		if next == 0 && !closed {
			break
		}
		from, to := line[i], line[next]
		long := math.Hypot(to.x-from.x, to.y-from.y)
		if long == 0 {
			continue
		}
		dx, dy := (to.y-from.y)/long*width/2, (from.x-to.x)/long*width/2
		out = append(out, contour{{from.x + dx, from.y + dy}, {to.x + dx, to.y + dy}, {to.x - dx, to.y - dy}, {from.x - dx, from.y - dy}})
	}
	return out
}

// image draws a picture at its place; one that cannot be read is left out there as
// it is on paper.
func (c *canvas) image(i placed) {
	img, _, err := image.Decode(bytes.NewReader(i.data))
	if err != nil {
		return
	}
	at := image.Rect(int(i.x*c.zoom), int(i.y*c.zoom), int((i.x+i.w)*c.zoom), int((i.y+i.h)*c.zoom))
	xdraw.ApproxBiLinear.Scale(c.img, at, img, img.Bounds(), draw.Over, nil)
}

// brought draws an attached page as far as the viewer has it, else says which one it is.
func (c *canvas) brought(b broughtPage, v *Viewer) {
	if v != nil {
		if img, has := v.find(c.viewed(b)); has {
			at := image.Rect(0, 0, img.Rect.Dx(), img.Rect.Dy()).Add(image.Pt(int(b.x*c.zoom), int(b.y*c.zoom)))
			draw.Draw(c.img, at, img, image.Point{}, draw.Over)
			return
		}
	}
	for _, r := range b.told {
		c.run(r)
	}
}

// run draws text.
func (c *canvas) run(r run) {
	f := r.face
	var contours []contour
	x, scale, before := r.x, r.size/float64(f.upem), rune(0)
	for _, letter := range r.text {
		if before != 0 {
			x += float64(f.closer(before, letter)) * scale
		}
		contours = append(contours, f.contours(letter, func(p point) point {
			return point{(x + p.x*scale) * c.zoom, (r.y + p.y*scale) * c.zoom}
		})...)
		x += float64(max(0, f.advance(letter))) * r.size / 1000
		before = letter
	}
	if contours != nil {
		c.fill(contours, r.ink)
	}
}

// segments returns a letter's outline in units of its font, downwards.
func (f *face) segments(letter rune) (sfnt.Segments, error) {
	made, forged := f.outlines[letter]
	if !forged {
		return f.font.LoadGlyph(&f.buf, f.glyph(letter), fixed.Int26_6(f.upem), nil)
	}
	out := make(sfnt.Segments, len(made))
	for i, s := range made {
		out[i].Op = sfnt.SegmentOp(s.Op) // the two count them alike
		for k, a := range s.Args {
			out[i].Args[k] = fixed.Point26_6{X: fixed.Int26_6(a.X), Y: fixed.Int26_6(-a.Y)}
		}
	}
	return out, nil
}

// contours returns a letter's outline, put in its place.
func (f *face) contours(letter rune, put func(point) point) []contour {
	segments, err := f.segments(letter)
	if err != nil {
		return nil
	}
	var out []contour
	for _, s := range segments {
		var p [3]point
		for i, a := range s.Args {
			p[i] = put(point{float64(a.X), float64(a.Y)})
		}
		if s.Op == sfnt.SegmentOpMoveTo {
			out = append(out, contour{p[0]})
			continue
		}
		if len(out) == 0 {
			continue
		}
		line := &out[len(out)-1]
		from := (*line)[len(*line)-1]
		switch s.Op {
		case sfnt.SegmentOpLineTo:
			*line = append(*line, p[0])
		case sfnt.SegmentOpQuadTo: // the same curve with four control points
			a := point{from.x + 2*(p[0].x-from.x)/3, from.y + 2*(p[0].y-from.y)/3}
			b := point{p[1].x + 2*(p[0].x-p[1].x)/3, p[1].y + 2*(p[0].y-p[1].y)/3}
			*line = append(*line, arc(from, a, b, p[1])...)
		case sfnt.SegmentOpCubeTo:
			*line = append(*line, arc(from, p[0], p[1], p[2])...)
		}
	}
	return out
}

// arc returns points along a small curve, without its first.
func arc(a, b, c, d point) []point {
	whole := bent([]point{a, b, c, d})
	out := make([]point, 0, 4)
	for i := 6; i < len(whole); i += 6 {
		out = append(out, whole[i])
	}
	return out
}
