package report

import "racedesk/model"

// lineage is the way of every problem, to its projects and to what these became, a row
// for each project; none of a race without problems or projects.
func (d writer) lineage() []Part {
	t := Table{Heads: []string{d.w.T("report.number"), d.w.T("report.problem"), d.w.T("report.from.project"), d.w.T("report.product")}}
	for i, c := range Numbered(d.b) {
		onward, stays := Went(d.b, d.w, c)
		if len(onward) == 0 {
			t.Rows = append(t.Rows, []string{d.w.Number(i + 1), c.Title, stays, orDash("")})
		}
		for _, to := range onward {
			t.Rows = append(t.Rows, []string{d.w.Number(i + 1), c.Title, to.Title, orDash(Titles(d.b.Onward(to.ID), "; "))})
		}
	}
	if len(t.Rows) == 0 || d.b.Figures(model.Project, "").Total == 0 {
		return nil
	}
	return []Part{{Name: "map", Head: d.w.T("report.part.map"), Tables: []Table{t}}}
}
