package pdf

import "strings"

// The paper: A4 in points, and the grid that everything stands on.
const (
	paperW  = 595.28
	paperH  = 841.89
	margin  = 70.87 // 25 mm
	full    = paperW - 2*margin
	column  = 352.0 // about 66 characters of body text
	gutter  = 16.0
	factsX  = margin + column + gutter
	factsW  = margin + full - factsX
	ceiling = margin
	floor   = paperH - margin
	middle  = (ceiling + floor) / 2
	headY   = 44.0
	footY   = paperH - 38.0
)

// A sheet is one page, or a piece of one, as data. Places are in points from
// the upper left corner; text stands on its baseline.
type sheet struct {
	shapes  []shape
	runs    []run
	images  []placed
	brought []broughtPage
	links   []link
	anchors []anchor
}

// A run is text in one font, in the order in which it is drawn.
type run struct {
	x, y float64
	text string
	face *face
	size float64
	ink  ink
}

// said is the run's text as letters, in the order in which it is drawn.
func (r run) said() string {
	var out strings.Builder
	for _, c := range r.text {
		if text, ok := r.face.text[c]; ok {
			out.WriteString(text)
		} else {
			out.WriteRune(c)
		}
	}
	return out.String()
}

type point struct{ x, y float64 }

// A shape is a filled polygon, or a stroked curve of four control points.
type shape struct {
	pts   []point
	fill  ink     // may be none
	line  ink     // may be none
	width float64 // of the line
	curve bool
}

// A placed image is a JPEG or PNG file, shown at a place in this size.
type placed struct {
	x, y, w, h float64
	data       []byte
}

// A broughtPage is a page of a PDF that somebody attached, shown at a place in this
// size.
type broughtPage struct {
	x, y, w, h float64
	page       int    // counted from 0
	name       string // of the file
	told       []run  // which page it is, where it is not drawn
	data       []byte
}

// A link is a place to press: it leads to an anchor or to an address.
type link struct {
	x, y, w, h float64
	anchor     string
	across     bool // the anchor is one of the other language
	url        string
}

// An anchor is a place that links and bookmarks lead to.
type anchor struct {
	name  string
	title string // of its bookmark; none where empty
	depth int    // of its bookmark beneath others
	y     float64
}

// add puts a piece on the sheet with its corner at x, y.
func (s *sheet) add(piece sheet, x, y float64) {
	for _, r := range piece.runs {
		r.x, r.y = r.x+x, r.y+y
		s.runs = append(s.runs, r)
	}
	for _, p := range piece.shapes {
		s.shapes = append(s.shapes, p.moved(x, y))
	}
	for _, i := range piece.images {
		i.x, i.y = i.x+x, i.y+y
		s.images = append(s.images, i)
	}
	for _, l := range piece.links {
		l.x, l.y = l.x+x, l.y+y
		s.links = append(s.links, l)
	}
	for _, a := range piece.anchors {
		a.y += y
		s.anchors = append(s.anchors, a)
	}
}

func (p shape) moved(x, y float64) shape {
	pts := make([]point, len(p.pts))
	for i, q := range p.pts {
		pts[i] = point{q.x + x, q.y + y}
	}
	p.pts = pts
	return p
}

// box is a filled rectangle; a rule is a very low one.
func box(x, y, w, h float64, fill ink) shape {
	return shape{fill: fill, line: none, pts: []point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}}
}

// flowing is a stroked curve that leaves one point and reaches another level.
func flowing(from, to point, line ink, width float64) shape {
	half := (to.x - from.x) / 2
	return shape{fill: none, line: line, width: width, curve: true, pts: []point{
		from, {from.x + half, from.y}, {to.x - half, to.y}, to}}
}
