package pdf

import (
	"racedesk/model"
	"racedesk/report"
)

// A tally is how many cards of each stage one row of the figures counts.
type tally [3]model.Figures

// The measures of the figures.
const (
	barGap  = 18.0 // between the bars of two stages
	numberW = 26.0 // of the number before a bar
	barHigh = 7.0
)

// figures are the results by target group: numbers with bars behind them, all to one
// measure, and what is not done beneath.
func (f *flow) figures() {
	f.part("figures", f.w.T("report.part.figures"), false)
	nameW := 96.0
	for _, g := range f.groups {
		nameW = max(nameW, min(f.breadth(g.Name, body)+18, 170))
	}
	panel := (full-nameW)/3 - barGap
	cols := []col{{f.w.T("report.group"), nameW + barGap - cellGap, false}}
	for _, s := range model.Stages {
		cols = append(cols, col{f.w.T("column." + string(s)), panel + barGap - cellGap, false})
	}
	rows := f.figureRows(panel - numberW)
	f.table(cols, len(rows), func(i int, _ bool) []cell { return rows[i] })
	if len(f.groups) > 1 {
		f.y += 4
		f.text(f.w.T("report.figures.note"), note, margin, full)
	}
}

// figureRows are a row for each target group, with bars of at most so many points, one
// for the cards without, where there are any, and one for all.
func (f *flow) figureRows(longest float64) [][]cell {
	var rows [][]cell
	most := 1
	for _, g := range f.groups {
		for _, c := range f.count(g.ID) {
			most = max(most, c.Total)
		}
	}
	for _, g := range f.groups {
		counts := f.count(g.ID)
		row := f.figureRow(g.Name, body, counts)
		row[0].marks, row[0].indent = []shape{mark(g.Style, 4, body.lead/2, 4)}, 16
		f.barred(row, g, counts, (longest-12)/float64(most))
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
		cells = append(cells, cell{text: f.w.Number(c.Total), st: st, under: report.Rest(c, model.Stages[i], f.w)})
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

// barred draws each number of a target group as a bar behind it: so many points for one
// card. The number stands before its bar, whose mark tells it without its colour.
func (f *flow) barred(row []cell, g model.Group, counts tally, point float64) {
	for i, c := range counts {
		if c.Total > 0 {
			x, w := numberW, float64(c.Total)*point
			row[i+1].marks = []shape{box(x, (body.lead-barHigh)/2, w, barHigh, groupInk(g.Style)), mark(g.Style, x+w+6, body.lead/2, 3.4)}
		}
	}
}
