package pdf

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/report"
)

// Compose returns the final report as a PDF file. The same board, wordings and
// time give the same bytes on the same machine.
func Compose(ctx context.Context, b *model.Board, w *words.Words, at time.Time) ([]byte, error) {
	p, err := newPress(b, w, at)
	if err != nil {
		return nil, fmt.Errorf("compose report: %w", err)
	}
	sheets, err := p.layout(ctx)
	if err != nil {
		return nil, fmt.Errorf("compose report: %w", err)
	}
	data, err := paint(ctx, sheets, imprint{plain(p.name() + " – " + w.T("report.title")), plain(b.Race().Coordinator), w.Lang, at})
	if err != nil {
		return nil, fmt.Errorf("compose report: %w", err)
	}
	return data, nil
}

// layout sets the whole report as sheets.
func (p *press) layout(ctx context.Context) ([]*sheet, error) {
	f := p.flow(ctx)
	f.cover()
	f.turn()
	tocSheet, tocY := f.reserve()
	f.sections()
	f.together(f.figures)
	f.products()
	f.problems()
	f.bilagor()
	f.people()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	f.contents(f.sheets[tocSheet], tocY)
	for i, s := range f.sheets {
		p.furniture(s, i+1, len(f.sheets))
	}
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
const apart = 7

// reserve leaves room for the table of contents and returns where.
func (f *flow) reserve() (at int, y float64) {
	at, y = len(f.sheets)-1, f.y
	f.y += title1.lead + 10 + float64(len(report.Sections(f.b, f.w, f.at))+apart)*tocLead + 16
	return at, y
}

// contents fills in the table of contents when the page numbers are known.
func (f *flow) contents(s *sheet, y float64) {
	f.line(s, f.w.T("report.contents"), title1, margin, y+baseline(title1), full, false)
	y += title1.lead + 10
	for _, e := range f.toc {
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
func (p *press) furniture(s *sheet, n, of int) {
	if n > 1 {
		used := p.line(s, p.w.T("report.title"), note, margin, headY, full, true)
		p.line(s, p.name(), note, margin, headY, full-used-24, false)
	}
	p.line(s, p.w.Date(p.at), note, margin, footY, full/2, false)
	p.line(s, p.w.T("report.page", n, of), note, margin, footY, full, true)
}
