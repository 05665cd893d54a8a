package pdf

import (
	"slices"
	"time"

	"racedesk/model"
	"racedesk/report"
)

// problems is the appendix of all problems with where each one went.
func (f *flow) problems() {
	f.part("problems", f.w.T("report.part.problems"), true)
	cards := report.Numbered(f.b)
	if len(cards) == 0 {
		f.absent("report.problems.none")
		return
	}
	const noW, votesW, toW, radius = 13.0, 34.0, 136.0, 2.8
	marksW := 0.0
	for _, c := range cards {
		_, end := f.marks(c, 0, 0, radius)
		marksW = max(marksW, end)
	}
	marksW = min(marksW, mostMarks*(2*radius+markGap))
	cols := []col{{"", noW, true}, {f.w.T("report.problem"), full - noW - votesW - toW - 3*cellGap, false},
		{f.w.T("report.votes"), votesW, true}, {f.w.T("report.went.product"), toW, false}}
	f.table(cols, len(cards), func(i int, _ bool) []cell {
		c := cards[i]
		shapes, _ := f.marks(c, 0, small.lead/2, radius)
		return []cell{{text: f.w.Number(i + 1), st: small}, {text: c.Title, st: small, marks: shapes[:min(len(shapes), mostMarks)], indent: marksW + 4},
			{text: f.w.Number(f.b.Votes(c)), st: small}, f.went(c)}
	})
}

// went says into which projects a problem went, beneath them what these became, or what
// keeps it. Of one that was merged it names the one that stands for it.
func (f *flow) went(c model.Card) cell {
	onward, stays := report.Went(f.b, f.w, c)
	if len(onward) > 0 {
		is := cell{text: report.Titles(onward, "\n"), st: small, under: report.Titles(report.Became(f.b, onward), "\n")}
		if first := report.Became(f.b, onward[:1]); len(first) > 0 {
			is.anchor = string(first[0].ID)
		}
		return is
	}
	left := small
	left.ink = quiet
	return cell{text: stays, st: left}
}

// agenda is the table of the race's segments, its phases as heads: as they were
// planned and, where somebody noted it, as they were held.
func (f *flow) agenda() {
	agenda := f.b.Programme(f.at)
	if len(agenda) == 0 {
		return
	}
	f.held(agenda)
	title := "report.agenda"
	if slices.ContainsFunc(agenda, func(s model.Placed) bool { return s.Begun }) {
		title = "report.agenda.both"
	}
	f.head(f.w.T(title))
	f.y += 4
	const dayW, timeW, phaseW = 34.0, 66.0, 84.0
	cols := []col{{f.w.T("report.agenda.day"), dayW, false}, {f.w.T("report.agenda.time"), timeW, false},
		{f.w.T("report.agenda.phase"), phaseW, false},
		{f.w.T("report.agenda.what"), full - dayW - timeW - phaseW - 3*cellGap, false}}
	f.table(cols, len(agenda), func(i int, first bool) []cell {
		s := agenda[i]
		cells := []cell{{st: noteBold}, {text: report.Between(s.Plan, s.Plan+s.Length), under: wasHeld(s), st: small},
			{st: noteBold}, {text: s.Title, under: s.Note, st: small}}
		if first || day(s.Plan) != day(agenda[i-1].Plan) {
			cells[0].text = f.w.Number(day(s.Plan))
		}
		if first || s.Phase != agenda[i-1].Phase {
			cells[2].text = s.Phase
		}
		return cells
	})
}

// wasHeld says when a segment was really held, where that was noted and is not the plan.
func wasHeld(s model.Placed) string {
	if was := report.Between(s.From, s.To); s.Begun && was != report.Between(s.Plan, s.Plan+s.Length) {
		return was
	}
	return ""
}

// day is the day of the race at a time from its start.
func day(at time.Duration) int { return int(at/(24*time.Hour)) + 1 }

// people lists who took part by what they did.
func (f *flow) people() {
	f.part("people", f.w.T("report.part.people"), false)
	found := false
	for _, role := range model.Roles {
		people := f.b.People(role)
		if len(people) == 0 {
			continue
		}
		found = true
		f.head(f.w.T("report.role." + string(role)))
		f.names(people)
	}
	if !found {
		f.absent("report.people.none")
	}
}

// names sets people in three columns, to be read downwards.
func (f *flow) names(people []model.Person) {
	const columns, w = 3, (full - 2*cellGap) / 3
	cols := []col{{w: w}, {w: w}, {w: w}}
	rows := (len(people) + columns - 1) / columns
	for r := range rows {
		var cells []cell
		for i := r; i < len(people); i += rows {
			cells = append(cells, cell{text: people[i].Name, st: body})
		}
		f.row(cols, f.cells(cols, cells))
		f.y -= rowGap - 2
	}
}
