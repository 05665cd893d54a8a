package pdf

import (
	"context"
	"fmt"
	"slices"

	"github.com/signintech/gopdf"
)

// outlineRoot is the number of the bookmarks' root in the file: the library
// gives its children a wrong one.
const outlineRoot = 3

// A painter draws sheets with the library that writes the file.
type painter struct {
	g      gopdf.GoPdf
	nested map[*face]*nested
	marks  []bookmark
	places map[string]bool // that links can lead to

	brought [][]broughtPage // of each page

	// What the page draws with at the moment, so that only changes are written.
	face       *face
	size       float64
	fill, line ink
	width      float64
}

// paint draws the sheets and returns the file's bytes.
func paint(ctx context.Context, sheets []*sheet, im imprint, shaped *forge) ([]byte, error) {
	p := painter{nested: map[*face]*nested{}, places: map[string]bool{}}
	p.g.Start(gopdf.Config{PageSize: gopdf.Rect{W: paperW, H: paperH}})
	p.g.SetCompressLevel(1) // a fifth of the whole time less than the usual 6, for a seventh more bytes
	if err := p.sheets(ctx, sheets, im.progress, shaped); err != nil {
		return nil, err
	}
	data, err := p.g.GetBytesPdfReturnErr() // once: a second time damages the file
	if err != nil {
		return nil, err
	}
	im.mixed = slices.ContainsFunc(p.brought, func(b []broughtPage) bool { return len(b) > 0 })
	return archived(data, im, p.marks, shaped.face.text, p.brought)
}

// sheets draws sheets, when their fonts are taken in. Behind it they can go: the
// library holds as much of its own.
func (p *painter) sheets(ctx context.Context, sheets []*sheet, progress func(done, of int), shaped *forge) error {
	for _, s := range sheets {
		p.brought = append(p.brought, s.brought)
		for _, a := range s.anchors {
			p.places[a.name] = true
		}
		for _, r := range s.runs {
			if p.nested[r.face] != nil {
				continue
			}
			if r.face == shaped.face {
				r.face.data = shaped.font()
			}
			if err := p.embed(r.face); err != nil {
				return fmt.Errorf("take font %s: %w", r.face.name, err)
			}
		}
	}
	for i, s := range sheets {
		if err := ctx.Err(); err != nil {
			return err
		}
		if progress != nil {
			progress(i, len(sheets))
		}
		if err := p.sheet(s); err != nil {
			return err
		}
	}
	return nil
}

// embed takes a font into the file, with the kerning that the letters were
// measured with.
func (p *painter) embed(f *face) error {
	p.nested[f] = newNested(f)
	if err := p.g.AddTTFFontDataWithOption(f.name, f.data, gopdf.TtfOption{UseKerning: true}); err != nil {
		return err
	}
	return p.g.KernOverride(f.name, func(left, right rune, _, _ uint, _ int16) int16 {
		return int16(f.closer(left, right))
	})
}

func (p *painter) sheet(s *sheet) error {
	p.g.AddPage()
	p.face, p.fill, p.line, p.width = nil, none, none, 0 // a page begins anew
	for _, sh := range s.shapes {
		p.shape(sh)
	}
	for _, i := range s.images {
		if err := p.image(i); err != nil {
			return fmt.Errorf("place picture: %w", err)
		}
	}
	for _, r := range s.runs {
		if err := p.run(r); err != nil {
			return fmt.Errorf("set text: %w", err)
		}
	}
	for _, a := range s.anchors {
		p.g.SetXY(0, a.y)
		p.g.SetAnchor(a.name)
		if a.title != "" {
			p.marks = append(p.marks, bookmark{plain(a.title), a.depth})
			p.g.AddOutlineWithPosition("").SetParent(outlineRoot)
		}
	}
	for _, l := range s.links {
		switch {
		case l.url != "":
			p.g.AddExternalLink(l.url, l.x, l.y, l.w, l.h)
		case p.places[l.anchor]:
			p.g.AddInternalLink(l.anchor, l.x, l.y, l.w, l.h)
		}
	}
	return nil
}

func (p *painter) image(i placed) error {
	holder, err := gopdf.ImageHolderByBytes(i.data)
	if err != nil {
		return err
	}
	return p.g.ImageByHolder(holder, i.x, i.y, &gopdf.Rect{W: i.w, H: i.h})
}

func (p *painter) run(r run) error {
	if r.face != p.face || r.size != p.size {
		if err := p.g.SetFont(r.face.name, "", r.size); err != nil {
			return err
		}
		p.face, p.size = r.face, r.size
	}
	for _, part := range p.nested[r.face].parts(r.text) {
		if _, err := p.g.MeasureTextWidth(string(part)); err != nil { // it takes the letter in
			return err
		}
	}
	p.g.SetTextColor(r.ink.rgb())
	p.g.SetXY(r.x, r.y)
	return p.g.Text(r.text)
}

func (p *painter) shape(s shape) {
	style := ""
	if s.line != none {
		style = "D"
		if s.line != p.line {
			p.g.SetStrokeColor(s.line.rgb())
		}
		if s.width != p.width {
			p.g.SetLineWidth(s.width)
		}
		p.line, p.width = s.line, s.width
	}
	if s.fill != none {
		style = "F" + style
		if s.fill != p.fill {
			p.g.SetFillColor(s.fill.rgb())
		}
		p.fill = s.fill
	}
	if s.curve {
		q := s.pts
		p.g.Curve(q[0].x, q[0].y, q[1].x, q[1].y, q[2].x, q[2].y, q[3].x, q[3].y, style)
		return
	}
	pts := make([]gopdf.Point, len(s.pts))
	for i, q := range s.pts {
		pts[i] = gopdf.Point{X: q.x, Y: q.y}
	}
	p.g.Polygon(pts, style)
}

func (c ink) rgb() (r, g, b uint8) { return uint8(c >> 16), uint8(c >> 8), uint8(c) }
