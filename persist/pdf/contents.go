package pdf

import (
	"strconv"

	"racedesk/model"
	"racedesk/report"
)

// The height of a line of the contents, and of one of a product.
const (
	tocLead   = 19.0
	tocWithin = 14.0
)

// apart is how many parts there are beside the sections.
func (p *press) apart() int {
	const always = 7
	return always + bit(p.mapped()) + len(p.b.Appendices())
}

// reserve leaves room for the table of contents and returns where.
func (f *flow) reserve() (at int, y float64) {
	at, y = len(f.sheets)-1, f.y
	f.y += title1.lead + 10
	parts := len(report.Sections(f.b, f.w, f.at)) + f.apart()
	const behind = 5 // parts that always come after the products
	products := parts - behind - len(f.b.Appendices())
	all := len(report.Cards(f.b, model.Product))
	for n := range parts {
		f.need(tocLead)
		f.y += tocLead
		if n+1 == products && all <= mostListed {
			for range all {
				f.need(tocWithin)
				f.y += tocWithin
			}
		}
	}
	f.y += 16
	return at, y
}

// contents fills in the table of contents when the page numbers are known, from a
// page on.
func (f *flow) contents(at int, y float64) {
	s := f.sheets[at]
	f.line(s, f.w.T("report.contents"), title1, margin, y+baseline(title1), full, false)
	f.across(s, y)
	y += title1.lead + 10
	for _, e := range f.toc {
		st, lead, x := body, tocLead, margin
		if e.within {
			st, lead, x = small, tocWithin, margin+itemIndent
		}
		if y+lead > floor {
			at++
			s, y = f.sheets[at], ceiling
		}
		base := y + baseline(st)
		used := f.line(s, e.title, st, x, base, full-40-(x-margin), false)
		num := strconv.Itoa(e.page)
		f.line(s, num, st, margin, base, full, true)
		from, to := x+used+8, margin+full-f.breadth(num, st)-8
		s.shapes = append(s.shapes, box(from, base-0.6, max(0, to-from), 0.5, faint))
		s.links = append(s.links, link{x: margin, y: y, w: full, h: st.lead, anchor: e.anchor})
		y += lead
	}
}

// across leads from the contents to the cover in the other language, if there is one.
func (f *flow) across(s *sheet, y float64) {
	for i, w := range f.langs {
		if w == f.w {
			continue
		}
		anchor := report.Cover
		if i > 0 {
			anchor += "." + w.Lang
		}
		base := y + baseline(title1)
		wide := f.line(s, w.T("report.across"), note, margin, base, full, true)
		s.shapes = append(s.shapes, box(margin+full-wide, base+1.8, wide, 0.5, quiet))
		s.links = append(s.links, link{x: margin + full - wide, y: base - note.size, w: wide, h: note.lead, anchor: anchor, across: true})
	}
}
