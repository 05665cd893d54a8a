package pdf

import (
	"racedesk/report"
)

var sentenceStyle = look(true, 19, 27, black)

// cover is page one: what the race is called, the grant, one sentence, and the
// way from many problems to few products.
func (f *flow) cover() {
	race := f.b.Race()
	f.y = ceiling + 8
	f.bookmark(report.Cover, f.name())
	f.accent(margin, headY, full, 12)
	logo := f.logo()
	f.text(f.w.T("report.title"), look(false, 13, 18, quiet), margin, full-logoW)
	f.y = max(f.y+2, logo+8)
	f.text(f.name(), titleStyle(f.name()), margin, full)
	if race.Illustration {
		f.y += 6
		f.text(f.w.T("report.illustration"), note, margin, full)
	}
	f.y += 20
	f.particulars()
	f.y += 22
	f.text(f.sentence(), sentenceStyle, margin, full)
	f.y += 20
	f.funnel()
}

// accent is a bar of the race's own colour, if it has one. No text stands on it.
func (f *flow) accent(x, y, w, h float64) {
	if n := f.b.Report().Accent; n > 0 {
		f.page().shapes = append(f.page().shapes, box(x, y, w, h, groupInk(n-1)))
	}
}

// The room for the race's own picture: between the bar of its colour and its title.
const (
	logoW, logoH = 170.0, 40.0
	logoY        = headY + 19
)

// logo sets the race's own picture into the upper right corner, if it has one that can
// be read, and returns where that ends.
func (f *flow) logo() (foot float64) {
	p, has := f.b.Logo()
	if !has {
		return 0
	}
	if logo, ok := printable(p.Data); ok {
		scale := min(logoW/logo.w, logoH/logo.h)
		logo.w, logo.h = logo.w*scale, logo.h*scale
		logo.x, logo.y = margin+full-logo.w, logoY
		f.page().images = append(f.page().images, logo)
		return logo.y + logo.h
	}
	return 0
}

// particulars are the grant's, as the funder's own page lists them.
func (f *flow) particulars() {
	for _, one := range report.Particulars(f.b, f.w, f.at) {
		f.fact(one.Label, one.Value)
	}
}

// titleStyle is as large as a title's length leaves room for.
func titleStyle(title string) style {
	switch n := len([]rune(title)); {
	case n <= 48:
		return look(true, 34, 42, black)
	case n <= 160:
		return look(true, 22, 29, black)
	}
	return title2
}

// fact is one of the particulars: what it is, and it.
func (f *flow) fact(label, value string) {
	const labelW = 132.0
	if value == "" {
		value = "–"
	}
	lines := f.wrap(value, body, full-labelW)
	f.need(body.lead)
	for i, l := range f.wrap(label, note, labelW-12) {
		f.put(f.page(), l, note, margin, f.y+baseline(body)+float64(i)*note.lead, labelW-12, false)
	}
	f.lines(lines, body, margin+labelW, full-labelW)
	f.y += 3
}

// sentence says how much became of how many.
func (f *flow) sentence() string { return report.Sentence(f.b, f.w, f.at) }
