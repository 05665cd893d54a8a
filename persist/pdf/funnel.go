package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"racedesk/model"
	"racedesk/report"
)

// The columns of the funnel, from the page's left margin.
const (
	problemX = margin + 96
	projectX = margin + 224
	productX = margin + 308
	funnelW  = margin + full - productX
)

// Many cards stand by turns in lanes beside each other, so that their marks are
// large enough to be told apart and each one still has a height of its own.
const (
	laneW    = 9.0
	maxLanes = 4
)

// lanes says how many lanes cards need that stand so close.
func lanes(step float64) int { return max(1, min(maxLanes, int(math.Ceil(laneW/step)))) }

// A spot is a card's place in the funnel.
type spot struct {
	card  model.Card
	style int // of its first target group, -1 for none
	at    point
	leave float64 // where its lines leave its column
}

// funnel draws every card as its mark and every step that it took as a line.
func (f *flow) funnel() {
	most := 0
	for _, s := range model.Stages {
		most = max(most, len(report.Cards(f.b, s)))
	}
	if most == 0 {
		return
	}
	const heads, foot = 44.0, 20.0
	tall := min(356, 24*float64(most))
	f.need(heads + min(tall, 156) + foot)
	top := f.y + heads
	bottom := min(floor-foot, top+tall)
	spots := map[model.ID]spot{}
	problems := f.spread(f.byGroup(report.Cards(f.b, model.Problem)), problemX, top, bottom, spots)
	projects := f.spread(f.bySource(report.Cards(f.b, model.Project), spots), projectX, top, bottom, spots)
	products := f.spread(f.bySource(report.Cards(f.b, model.Product), spots), productX, top, bottom, spots)
	s := f.page()
	f.threads(s, spots, slices.Concat(projects, products))
	for _, column := range [][]spot{problems, projects, products} {
		f.dots(s, column, top, bottom)
	}
	f.funnelHeads(s, f.y)
	f.funnelGroups(s, problems)
	f.funnelProducts(s, products)
	f.y = bottom + 14
	if slices.ContainsFunc(slices.Concat(problems, projects), f.stayed) {
		f.line(s, f.w.T("report.hollow"), note, margin, f.y, full, false)
	}
}

// groupOf is the place of a card's first target group, or one past the last.
func (p *press) groupOf(c model.Card) int {
	i := slices.IndexFunc(p.groups, func(g model.Group) bool { return c.In(g.ID) })
	if i < 0 {
		return len(p.groups)
	}
	return i
}

func (p *press) byGroup(cards []model.Card) []model.Card {
	slices.SortStableFunc(cards, func(x, y model.Card) int { return cmp.Compare(p.groupOf(x), p.groupOf(y)) })
	return cards
}

// bySource orders cards by where they came from, so that few lines cross; those
// that came from nowhere stand last.
func (p *press) bySource(cards []model.Card, spots map[model.ID]spot) []model.Card {
	heights := make(map[model.ID]float64, len(cards))
	for _, c := range cards {
		sources, sum := p.b.Sources(c.ID), 0.0
		for _, from := range sources {
			sum += spots[from.ID].at.y
		}
		heights[c.ID] = paperH
		if len(sources) > 0 {
			heights[c.ID] = sum / float64(len(sources))
		}
	}
	slices.SortStableFunc(cards, func(x, y model.Card) int { return cmp.Compare(heights[x.ID], heights[y.ID]) })
	return cards
}

// spread places a column's cards evenly, few ones about the middle.
func (p *press) spread(cards []model.Card, x, top, bottom float64, spots map[model.ID]spot) []spot {
	step := min((bottom-top)/float64(max(1, len(cards))), 22)
	y := (top+bottom)/2 - step*float64(len(cards)-1)/2
	out := make([]spot, len(cards))
	for i, c := range cards {
		n := lanes(step)
		sp := spot{card: c, style: -1, at: point{x + laneW*float64(i%n), y + step*float64(i)},
			leave: x + laneW*float64(n-1)}
		if g := p.groupOf(c); g < len(p.groups) {
			sp.style = p.groups[g].Style
		}
		out[i], spots[c.ID] = sp, sp
	}
	return out
}

func (p *press) threads(s *sheet, spots map[model.ID]spot, to []spot) {
	for _, t := range to {
		for _, c := range p.b.Sources(t.card.ID) {
			from, ok := spots[c.ID]
			if !ok {
				continue
			}
			colour := quiet.tint(0.5)
			if from.style >= 0 {
				colour = groupInk(from.style).deeper().tint(0.6)
			}
			if from.leave > from.at.x { // past the marks of the other lanes
				s.shapes = append(s.shapes, box(from.at.x, from.at.y-0.4, from.leave-from.at.x, 0.8, colour))
			}
			s.shapes = append(s.shapes, flowing(point{from.leave, from.at.y}, t.at, colour, 0.8))
		}
	}
}

// dots draws a column's marks; a card that went nowhere is hollow.
func (p *press) dots(s *sheet, column []spot, top, bottom float64) {
	step := (bottom - top) / float64(max(1, len(column)))
	r := max(0.6, min(4.2, step*0.42))
	if lanes(step) > 1 {
		r = max(0.6, min(3, step*0.75)) // the next in its lane is further away
	}
	for _, sp := range column {
		m := dot(sp.at.x, sp.at.y, r)
		if sp.style >= 0 {
			m = mark(sp.style, sp.at.x, sp.at.y, r)
		}
		if p.stayed(sp) {
			m = hollow(m)
		}
		s.shapes = append(s.shapes, m)
	}
}

// stayed says whether a card went no further though it could.
func (p *press) stayed(sp spot) bool {
	return sp.card.Stage != model.Product && len(p.b.Onward(sp.card.ID)) == 0
}

func (p *press) funnelHeads(s *sheet, y float64) {
	for _, h := range []struct {
		stage model.Stage
		x     float64
	}{{model.Problem, problemX}, {model.Project, projectX}, {model.Product, productX}} {
		n := p.b.Figures(h.stage, "").Total
		p.line(s, p.w.Number(n), look(true, 17, 20, black), h.x-4, y+14, 90, false)
		p.line(s, p.w.T("report.stage."+string(h.stage), n), note, h.x-4, y+27, 90, false)
	}
}

// funnelGroups names the target groups beside the problems that are theirs.
func (p *press) funnelGroups(s *sheet, problems []spot) {
	const x, w, lead = margin + 13, problemX - margin - 27, 10.0
	last := 0.0 // how far down the names reach
	for i := 0; i < len(problems); {
		end, group := i, p.groupOf(problems[i].card)
		for end < len(problems) && p.groupOf(problems[end].card) == group {
			end++
		}
		name := p.w.T("report.nogroup")
		if group < len(p.groups) {
			name = p.groups[group].Name
		}
		lines := p.fewLines(name, noteBold, w)
		half := lead * float64(max(0, len(lines)-1)) / 2
		y := max((problems[i].at.y+problems[end-1].at.y)/2, last+12+half)
		if group < len(p.groups) {
			s.shapes = append(s.shapes, mark(p.groups[group].Style, margin+4.2, y, 4.2))
		}
		for n, l := range lines {
			p.put(s, l, noteBold, x, y+3-half+lead*float64(n), w, false)
		}
		if lines == nil {
			p.line(s, name, noteBold, x, y+3, w, false)
		}
		last, i = y+half, end
	}
}

// fewLines breaks a name into three lines at most, or returns none where that
// would cut a word or take more.
func (p *press) fewLines(name string, st style, w float64) []line {
	if slices.ContainsFunc(strings.Fields(name), func(word string) bool { return p.breadth(word, st) > w }) {
		return nil
	}
	if lines := p.wrap(name, st, w); len(lines) <= 3 {
		return lines
	}
	return nil
}

// funnelProducts names the products where there is room for names.
func (p *press) funnelProducts(s *sheet, products []spot) {
	if len(products) > 1 && products[1].at.y-products[0].at.y < tiny.lead {
		return
	}
	for _, sp := range products {
		st := tiny
		st.ink = black
		p.line(s, sp.card.Title, st, sp.at.x+10, sp.at.y+2.7, funnelW-10, false)
	}
}
