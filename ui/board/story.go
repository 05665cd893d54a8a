package board

import "racedesk/model"

// story says what a column's head tells. The line of progress is full where all
// of a column has gone on, and the last one's where every project has a product. While
// only some cards are shown, the figure is of those.
func (v *View) story(stage model.Stage, shown int) story {
	f := v.board.Figures(stage, "")
	s := story{total: v.words.Number(f.Total), open: v.words.T("column.open", f.Open)}
	if load := v.board.Load(stage, ""); load.Most > 0 {
		s.open, s.over = v.words.T("column.limit", load.Count, load.Most), load.Over()
	}
	goal, reached := f.Total-f.Parked-f.Merged, f.Total-f.Parked-f.Merged-f.Open
	s.none = v.words.T("column.empty." + string(stage))
	switch {
	case !v.filter.Empty():
		s.none, s.over = v.words.T("column.nomatch"), false
		s.total, s.open = v.words.Number(shown), v.words.T("column.some", goal)
	case reached > 0:
		s.none = v.words.T("column.allgone")
	}
	s.whole = s.open
	if f.Parked > 0 {
		s.whole += ", " + v.words.T("column.parked", f.Parked)
	}
	if f.Merged > 0 {
		s.whole += ", " + v.words.T("column.merged", f.Merged)
	}
	switch stage {
	case model.Problem:
		if reached > 0 && v.filter.Empty() { // which shows those, too
			s.gone, s.shown = v.words.T("column.gone", reached), v.gone
		}
		if kin := v.hidden(); v.only != nil {
			s.kin, s.shown = v.words.T("column.gone.only"), true
		} else if kin > 0 {
			s.kin = v.words.T("column.gone.kin", reached, kin)
		}
	case model.Product:
		projects := v.board.Figures(model.Project, "")
		goal, reached = max(f.Open, projects.Total-projects.Parked), f.Open
	}
	if goal > 0 {
		s.share = float32(reached) / float32(goal)
	}
	return s
}

func (v *View) shows(c model.Card) bool {
	switch {
	case v.only != nil && c.Stage == model.Problem:
		return v.only[c.ID]
	case !v.filter.Empty():
		return v.filter.Matches(v.board, c)
	}
	return c.Stage != model.Problem || v.gone || c.ID == v.brought || v.board.Open(c)
}
