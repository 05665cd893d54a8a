package pdf

import (
	"strings"

	"racedesk/model"
)

// A tally is how many cards of each stage one row of the figures counts.
type tally [3]model.Figures

// figures are the results by target group, as a table and as bars.
func (f *flow) figures() {
	f.part("figures", f.w.T("report.part.figures"), false)
	const countW = 92.0
	cols := []col{{f.w.T("report.group"), full - 3*(countW+cellGap), false}}
	for _, s := range model.Stages {
		cols = append(cols, col{f.w.T("column." + string(s)), countW, true})
	}
	rows := f.figureRows()
	f.table(cols, len(rows), func(i int, _ bool) []cell { return rows[i] })
	if len(f.groups) > 1 {
		f.y += 4
		f.text(f.w.T("report.figures.note"), note, margin, column)
	}
	f.bars()
}

// figureRows are a row for each target group, one for the cards without, where
// there are any, and one for all.
func (f *flow) figureRows() [][]cell {
	var rows [][]cell
	for _, g := range f.groups {
		row := f.figureRow(g.Name, body, f.count(g.ID))
		row[0].marks, row[0].indent = []shape{mark(g.Style, 4, body.lead/2, 4)}, 16
		rows = append(rows, row)
	}
	if loose := f.loose(); loose != (tally{}) && len(f.groups) > 0 {
		row := f.figureRow(f.w.T("report.nogroup"), body, loose)
		row[0].indent = 16
		rows = append(rows, row)
	}
	return append(rows, f.figureRow(f.w.T("report.all"), strong, f.count("")))
}

// figureRow says beneath each number how many of them are open, parked or
// duplicates.
func (f *flow) figureRow(name string, st style, counts tally) []cell {
	cells := []cell{{text: name, st: st}}
	for i, c := range counts {
		var rest []string
		if c.Open > 0 && model.Stages[i] != model.Product { // a product is at its goal
			rest = append(rest, f.w.T("report.count.open", c.Open))
		}
		if c.Parked > 0 {
			rest = append(rest, f.w.T("report.count.parked", c.Parked))
		}
		if c.Merged > 0 {
			rest = append(rest, f.w.T("report.count.merged", c.Merged))
		}
		cells = append(cells, cell{text: f.w.Number(c.Total), st: st, under: strings.Join(rest, ", ")})
	}
	return cells
}

// count counts a target group, or all cards where it is empty.
func (p *press) count(group model.ID) tally {
	var t tally
	for i, s := range model.Stages {
		t[i] = p.b.Figures(s, group)
	}
	return t
}

// loose counts the cards that carry no target group.
func (p *press) loose() tally {
	var t tally
	for i, s := range model.Stages {
		t[i] = p.b.Ungrouped(s)
	}
	return t
}

// bars draws the same figures: the stages beside each other, all to one
// measure, every bar with its mark and its number where it ends.
func (f *flow) bars() {
	most := 0
	for _, g := range f.groups {
		for _, c := range f.count(g.ID) {
			most = max(most, c.Total)
		}
	}
	if most == 0 {
		return
	}
	const between, tall = 16.0, 19.0
	nameW := 104.0
	for _, g := range f.groups {
		nameW = max(nameW, min(f.breadth(g.Name, small)+10, 170))
	}
	panel := (full - nameW - 2*between) / 3
	at := func(i int) float64 { return margin + nameW + float64(i)*(panel+between) }
	f.skip(16)
	f.need(note.lead + 8 + tall*min(float64(len(f.groups)), 20))
	key := func() {
		for i, s := range model.Stages {
			f.line(f.page(), f.w.T("column."+string(s)), note, at(i), f.y+baseline(note), panel, false)
		}
		f.y += note.lead + 6
	}
	key()
	f.onBreak = key
	defer func() { f.onBreak = nil }()
	for _, g := range f.groups {
		f.need(tall)
		f.line(f.page(), g.Name, small, margin, f.y+baseline(small), nameW-10, false)
		for i, c := range f.count(g.ID) {
			f.bar(g, at(i), (panel-32)*float64(c.Total)/float64(most), c.Total)
		}
		f.y += tall
	}
}

func (f *flow) bar(g model.Group, x, w float64, n int) {
	s, middle := f.page(), f.y+small.lead/2
	s.shapes = append(s.shapes, box(x, middle-3.5, w, 7, groupInk(g.Style)), mark(g.Style, x+w+7, middle, 3.4))
	f.line(s, f.w.Number(n), small, x+w+14, f.y+baseline(small), 40, false)
}
