package pdf

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"racedesk/assets/words"
	"racedesk/report"
)

// Lay lays the final report of a source out.
func Lay(ctx context.Context, src report.Source) (*Pages, error) {
	p, err := pressOf(src)
	if err != nil {
		return nil, fmt.Errorf("compose report: %w", err)
	}
	sheets, err := p.layout(ctx)
	if err != nil {
		return nil, fmt.Errorf("compose report: %w", err)
	}
	im := imprint{title: plain(p.name() + " – " + p.w.T("report.title")), author: plain(p.b.Race().Coordinator),
		lang: p.w.Lang, at: p.at, progress: src.Progress}
	return &Pages{sheets: sheets, im: im, shaper: p.shaper}, nil
}

// Missing lists the letters of the report that no font at hand has, to be told
// before it is exported: a mark stands for each.
func (p *Pages) Missing() []string { return p.shaper.missed() }

// Bytes returns the report as a PDF file.
func (p *Pages) Bytes(ctx context.Context) ([]byte, error) {
	data, err := paint(ctx, p.sheets, p.im, p.shaper.forge)
	if err != nil {
		return nil, fmt.Errorf("compose report: %w", err)
	}
	return data, nil
}

// PrintTo writes the final report of a source to a file, as Pages.Write does.
func PrintTo(ctx context.Context, path string, src report.Source) error {
	p, err := Lay(ctx, src)
	if err != nil {
		return fmt.Errorf("write report %s: %w", path, err)
	}
	return p.Write(ctx, path)
}

// pressOf returns the press of a source.
func pressOf(src report.Source) (*press, error) {
	langs := src.Languages()
	p, err := newPress(src.Board, langs[0], src.Instant())
	if err == nil {
		p.langs, p.history = langs, src.History
	}
	return p, err
}

// layout sets the whole report as sheets, in each of its languages.
func (p *press) layout(ctx context.Context) ([]*sheet, error) {
	own := p.w
	defer func() { p.w, p.again = own, false }()
	langs := p.langs
	if langs == nil {
		langs = []*words.Words{own}
	}
	var sheets []*sheet
	begins := make([]int, len(langs))
	for i, w := range langs {
		p.w, p.again, begins[i] = w, i > 0, len(sheets)
		volume, err := p.volume(ctx, len(sheets))
		if err != nil {
			return nil, err
		}
		if i > 0 {
			apartFrom(volume, w.Lang)
		}
		sheets = append(sheets, volume...)
	}
	for i, s := range sheets {
		for at, w := range langs {
			if i >= begins[at] {
				p.w = w
			}
		}
		first := slices.Contains(begins, i)
		p.furniture(s, i+1, len(sheets), first)
	}
	return sheets, nil
}

// apartFrom gives the places of a second language names of their own.
func apartFrom(sheets []*sheet, lang string) {
	for _, s := range sheets {
		for i := range s.anchors {
			s.anchors[i].name += "." + lang
		}
		for i := range s.links {
			if s.links[i].url == "" && s.links[i].anchor != "" {
				s.links[i].anchor += "." + lang
			}
		}
	}
}

// volume sets the report in one language, behind so many pages.
func (p *press) volume(ctx context.Context, behind int) ([]*sheet, error) {
	f := p.flow(ctx)
	f.cover()
	f.turn()
	tocSheet, tocY := f.reserve()
	f.sections()
	f.together(f.figures)
	f.together(f.timeline)
	f.lineageMap()
	f.products()
	f.problems()
	f.bilagor()
	f.further()
	f.together(f.people)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for i := range f.toc {
		f.toc[i].page += behind
	}
	f.contents(tocSheet, tocY)
	return f.sheets, nil
}

// name is what the race is called.
func (p *press) name() string {
	if t := p.b.Race().Title; t != "" {
		return t
	}
	return p.w.T("report.untitled")
}

const tocLead = 19.0

// apart is how many parts there are beside the sections.
func (p *press) apart() int {
	const always = 7
	return always + bit(p.mapped()) + len(p.b.Appendices())
}

// reserve leaves room for the table of contents and returns where.
func (f *flow) reserve() (at int, y float64) {
	at, y = len(f.sheets)-1, f.y
	f.y += title1.lead + 10
	for range len(report.Sections(f.b, f.w, f.at)) + f.apart() {
		f.need(tocLead)
		f.y += tocLead
	}
	f.y += 16
	return at, y
}

// contents fills in the table of contents when the page numbers are known, from a
// page on.
func (f *flow) contents(at int, y float64) {
	s := f.sheets[at]
	f.line(s, f.w.T("report.contents"), title1, margin, y+baseline(title1), full, false)
	y += title1.lead + 10
	for _, e := range f.toc {
		if y+tocLead > floor {
			at++
			s, y = f.sheets[at], ceiling
		}
		base := y + baseline(body)
		used := f.line(s, e.title, body, margin, base, full-40, false)
		num := strconv.Itoa(e.page)
		f.line(s, num, body, margin, base, full, true)
		from, to := margin+used+8, margin+full-f.breadth(num, body)-8
		s.shapes = append(s.shapes, box(from, base-0.6, max(0, to-from), 0.5, faint))
		s.links = append(s.links, link{x: margin, y: y, w: full, h: body.lead, anchor: e.anchor})
		y += tocLead
	}
}

// furniture is the running head and foot.
func (p *press) furniture(s *sheet, n, of int, cover bool) {
	if !cover {
		used := p.line(s, p.w.T("report.title"), note, margin, headY, full, true)
		p.line(s, p.name(), note, margin, headY, full-used-24, false)
	}
	p.line(s, p.w.Date(p.b.Clock().Wall(p.at)), note, margin, footY, full/2, false)
	p.line(s, p.w.T("report.page", n, of), note, margin, footY, full, true)
}
