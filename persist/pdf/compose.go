package pdf

import (
	"context"
	"fmt"
	"slices"
	"strings"

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
	var titles, langs []string
	for _, w := range p.langs {
		titles, langs = append(titles, w.T("report.title")), append(langs, w.Lang)
	}
	im := imprint{title: plain(p.name() + " – " + strings.Join(titles, " / ")), author: plain(p.b.Race().Coordinator),
		langs: langs, at: p.at, progress: src.Progress}
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
		p.langs, p.history = langs, src.Past()
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
		if len(langs) > 1 {
			p.edition(volume)
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

// edition puts all bookmarks of a language beneath the one of its cover, which names it.
func (p *press) edition(sheets []*sheet) {
	for n, s := range sheets {
		for i := range s.anchors {
			if n == 0 && s.anchors[i].name == report.Cover {
				s.anchors[i].title += " – " + p.w.T("report.edition")
				continue
			}
			s.anchors[i].depth++
		}
	}
}

// apartFrom gives the places of a second language names of their own.
func apartFrom(sheets []*sheet, lang string) {
	for _, s := range sheets {
		for i := range s.anchors {
			s.anchors[i].name += "." + lang
		}
		for i := range s.links {
			if s.links[i].url == "" && s.links[i].anchor != "" && !s.links[i].across {
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
	f.people()
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
func (p *press) name() string { return report.Name(p.b.Race(), p.w) }

// furniture is the running head and foot.
func (p *press) furniture(s *sheet, n, of int, cover bool) {
	if !cover {
		used := p.line(s, p.w.T("report.title"), note, margin, headY, full, true)
		p.line(s, p.name(), note, margin, headY, full-used-24, false)
	}
	p.line(s, p.w.Date(p.b.Clock().Wall(p.at)), note, margin, footY, full/2, false)
	p.line(s, p.w.T("report.page", n, of), note, margin, footY, full, true)
}
