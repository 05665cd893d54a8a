package pdf

import (
	"strconv"

	"racedesk/model"
	"racedesk/report"
)

// The columns of the map, from the page's left margin.
const (
	mapNumberW  = 20.0
	mapProblemW = 188.0
	mapProblemX = margin + mapNumberW + mapProblemW + 8 // the dots of the problems
	mapProjectX = mapProblemX + 34
	mapProjectW = 92.0
	mapProductX = mapProjectX + 106
	mapEnd      = margin + full
	mapMark     = 2.8  // the radius of a mark
	mapGap      = 14.0 // between products
	mapRowGap   = 3.0  // and between problems
)

// The type of the map: it is read on paper.
var (
	mapText   = look(false, 8, 10, black)
	mapStrong = look(true, 8, 10, black)
	mapNote   = look(false, 7.5, 10, quiet)

	mapHeadHigh = noteBold.lead + 8 // of the names of the columns
)

// A route is a project with its problems, by their places in the list of all; it has
// no project where they went into none.
type route struct {
	project  model.Card
	problems []int
}

// A bundle is a product with the projects it came from; it has no product where they
// went into none.
type bundle struct {
	product model.Card
	routes  []route
}

// A lineageMap is all ways from problems to products. A problem has the number of its
// place, wherever it stands.
type lineageMap struct {
	problems []model.Card
	bundles  []bundle
}

// mapped says whether there are ways to draw.
func (p *press) mapped() bool {
	return p.b.Figures(model.Problem, "").Total > 0 && p.b.Figures(model.Project, "").Total > 0
}

// lineageMap draws every problem with the project and the product that it became, by
// products; then projects that became none, and problems that became no project. A
// problem of several projects stands at each of them, so that no line crosses another.
func (f *flow) lineageMap() {
	if !f.mapped() {
		return
	}
	m := f.ways()
	f.part("map", f.w.T("report.part.map"), false)
	f.text(f.w.T("report.map.note"), note.parted(), margin, column)
	f.y += 10
	f.mapHeads()
	f.onBreak = f.mapHeads
	defer func() { f.onBreak = nil }()
	for _, b := range m.bundles {
		if f.ctx.Err() != nil {
			return
		}
		f.bundle(m, b)
	}
}

// ways gathers all ways.
func (f *flow) ways() lineageMap {
	m := lineageMap{problems: report.Numbered(f.b)}
	numbers := map[model.ID]int{}
	for i, c := range m.problems {
		numbers[c.ID] = i
	}
	for _, of := range report.AllWays(f.b) {
		b := bundle{product: of.Product}
		for _, w := range of.Ways {
			way := route{project: w.Project}
			for _, c := range w.Problems {
				way.problems = append(way.problems, numbers[c.ID])
			}
			b.routes = append(b.routes, way)
		}
		m.bundles = append(m.bundles, b)
	}
	return m
}

// mapHeads names the columns, anew on each page.
func (f *flow) mapHeads() {
	for _, h := range []struct {
		stage model.Stage
		x     float64
	}{{model.Problem, margin + mapNumberW}, {model.Project, mapProjectX + 7}, {model.Product, mapProductX + 7}} {
		f.line(f.page(), f.w.T("column."+string(h.stage)), noteBold, h.x, f.y+baseline(noteBold), 110, false)
	}
	f.y += mapHeadHigh
}

// A stop is where a way meets the next column.
type stop struct {
	card model.Card
	y    float64
}

// bundle draws a product with all that it came from, parted where a page ends: what is
// on one page is whole there.
func (f *flow) bundle(m lineageMap, b bundle) {
	var here []stop
	for _, way := range b.routes {
		for rest, first := way.problems, true; first || len(rest) > 0; first = false {
			n, tall := f.fit(m, way, rest)
			if n < 0 {
				f.mapProduct(b.product, here)
				here = nil
				f.turn()
				n, tall = f.fit(m, way, rest)
			}
			n = max(n, min(1, len(rest)))
			here = append(here, stop{way.project, f.route(m, way, rest[:n], tall)})
			rest = rest[n:]
		}
	}
	f.mapProduct(b.product, here)
	f.y += mapGap
}

// fit is how many problems of a project go onto what is left of the page, and how high
// it stands with them; -1 where it is better begun on the next page.
func (f *flow) fit(m lineageMap, way route, rows []int) (n int, tall float64) {
	least := float64(len(f.wrap(shortly(way.project.Title), mapStrong, mapProjectW))) * mapStrong.lead
	for n < len(rows) {
		high := f.rowHigh(m.problems[rows[n]], way)
		if f.y+tall+high > floor {
			break
		}
		tall, n = tall+high, n+1
	}
	tall = max(tall, least+4)
	const few = 4 // stay together
	if !f.mapFresh() && (f.y+tall > floor || n < len(rows) && (n < few || len(rows)-n < few)) {
		return -1, 0
	}
	return n, tall
}

// mapFresh says whether nothing but the heads stands on the page.
func (f *flow) mapFresh() bool { return f.y <= ceiling+mapHeadHigh }

// moreMarks is what a problem's marks take beyond the first.
func (f *flow) moreMarks(c model.Card) float64 {
	shapes, _ := f.marks(c, 0, 0, mapMark)
	return float64(min(len(shapes), mostMarks)-1) * (2*mapMark + markGap)
}

// rowHigh is how high a problem stands.
func (f *flow) rowHigh(c model.Card, way route) float64 {
	lines := len(f.wrap(shortly(c.Title), mapText, mapProblemW-f.moreMarks(c)))
	if way.project.ID == "" {
		lines = max(lines, len(f.wrap(shortly(f.went(c).text), mapNote, mapEnd-mapProjectX)))
	}
	return float64(lines)*mapText.lead + mapRowGap
}

// route draws problems with the project that they went into, as high as told, and
// returns where that stands.
func (f *flow) route(m lineageMap, way route, rows []int, tall float64) float64 {
	top, y := f.y, f.y
	var dots []point
	for _, row := range rows {
		c := m.problems[row]
		high := f.rowHigh(c, way)
		f.line(f.page(), strconv.Itoa(row+1), mapNote, margin, y+baseline(mapText), mapNumberW-5, true)
		f.several(c.Title, mapText, margin+mapNumberW, y, mapProblemW-f.moreMarks(c))
		at := point{mapProblemX, y + mapText.lead/2}
		shapes, _ := f.marks(c, at.x-mapMark-f.moreMarks(c), at.y, mapMark)
		shapes = shapes[:min(len(shapes), mostMarks)]
		if way.project.ID == "" {
			for i := range shapes {
				shapes[i] = hollow(shapes[i])
			}
			f.several(f.went(c).text, mapNote, mapProjectX+7, y, mapEnd-mapProjectX-7)
		}
		f.page().shapes = append(f.page().shapes, shapes...)
		dots = append(dots, at)
		y += high
	}
	f.y = top + tall
	if way.project.ID == "" {
		return 0
	}
	lines := len(f.wrap(shortly(way.project.Title), mapStrong, mapProjectW))
	at := point{mapProjectX, top + mapText.lead/2}
	if n := len(dots); n > 0 { // in the middle of its problems, with room for its words
		at.y = min((dots[0].y+dots[n-1].y)/2, f.y-float64(lines)*mapText.lead+mapText.lead/2)
	}
	for i, from := range dots {
		s := flowing(point{from.x + 4, from.y}, point{at.x - 4, at.y}, f.thread(m.problems[rows[i]]), 0.8)
		f.page().shapes = append(f.page().shapes, s)
	}
	f.mapCard(way.project, mapStrong, at, mapProjectW)
	return at.y
}

// mapProduct draws what projects became beside the middle of them; it leads to it.
func (f *flow) mapProduct(c model.Card, from []stop) {
	if c.ID == "" || len(from) == 0 {
		return
	}
	at := point{mapProductX, (from[0].y + from[len(from)-1].y) / 2}
	for _, p := range from {
		first := 0.0
		if lines := f.wrap(shortly(p.card.Title), mapStrong, mapProjectW); len(lines) > 0 {
			first = lines[0].width
		}
		f.page().shapes = append(f.page().shapes,
			flowing(point{mapProjectX + 10 + first, p.y}, point{at.x - 5, at.y}, f.thread(p.card), 0.8))
	}
	f.mapCard(c, mapText, at, mapEnd-mapProductX-7)
	f.page().links = append(f.page().links, link{x: at.x - 4, y: at.y - 6, w: mapEnd - at.x, h: 12, anchor: string(c.ID)})
}

// mapCard names a card behind its mark, from its first line on.
func (f *flow) mapCard(c model.Card, st style, at point, w float64) {
	shapes, _ := f.marks(c, at.x-mapMark, at.y, mapMark)
	f.page().shapes = append(f.page().shapes, shapes[0])
	f.several(c.Title, st, at.x+7, at.y-st.lead/2, w)
}

// several sets a text of a few lines that stay together.
func (f *flow) several(text string, st style, x, y, w float64) {
	for i, l := range f.wrap(shortly(text), st, w) {
		f.put(f.page(), l, st, x, y+baseline(st)+float64(i)*st.lead, w, false)
	}
}

// shortly is a title as it stands on the map: whole, unless it is longer than titles are.
func shortly(title string) string {
	const most = 160
	if rs := []rune(title); len(rs) > most {
		return string(rs[:most]) + "…"
	}
	return title
}

// thread is the colour of a card's way.
func (f *flow) thread(c model.Card) ink {
	if g := f.groupOf(c); g < len(f.groups) {
		return groupInk(f.groups[g].Style).deeper().tint(0.7)
	}
	return quiet.tint(0.6)
}
