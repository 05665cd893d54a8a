package pdf

import (
	"fmt"
	"strings"
	"time"

	"racedesk/model"
)

// problems is the appendix of all problems with where each one went.
func (f *flow) problems() {
	f.part("problems", f.w.T("report.part.problems"), true)
	cards := f.stage(model.Problem)
	if len(cards) == 0 {
		f.text(f.w.T("report.problems.none"), style{false, 10.5, 15, quiet}, margin, column)
		return
	}
	const marksW, votesW, toW = 22.0, 34.0, 136.0
	cols := []col{{"", marksW, false}, {f.w.T("report.problem"), full - marksW - votesW - toW - 3*cellGap, false},
		{f.w.T("report.votes"), votesW, true}, {f.w.T("report.went"), toW, false}}
	f.table(cols, len(cards), func(i int) []cell {
		c := cards[i]
		shapes, _ := f.marks(c, 0, small.lead/2, 2.8)
		return []cell{{marks: shapes[:min(len(shapes), 4)], st: small}, {text: c.Title, st: small},
			{text: f.w.Number(c.Votes), st: small}, f.went(c)}
	})
}

// went says into which projects a problem went, or what keeps it.
func (f *flow) went(c model.Card) cell {
	onward := f.b.Onward(c.ID)
	left := small
	left.ink = quiet
	switch {
	case len(onward) > 0:
		titles := make([]string, len(onward))
		for i, o := range onward {
			titles[i] = o.Title
		}
		return cell{text: strings.Join(titles, "\n"), st: small, anchor: f.productOf(onward[0])}
	case c.Parked:
		return cell{text: f.w.T("report.parked"), st: left}
	}
	return cell{text: f.w.T("report.open"), st: left}
}

// productOf is the anchor of the product that a card became.
func (f *flow) productOf(c model.Card) string {
	for _, to := range f.b.Onward(c.ID) {
		if to.Stage == model.Product {
			return string(to.ID)
		}
	}
	return ""
}

// bilagor are the appendices that people write: strategy, process, deviations.
func (f *flow) bilagor() {
	r := f.b.Report()
	f.part("strategy", f.w.T("report.part.strategy"), true)
	f.prose(r.Strategy)
	f.part("process", f.w.T("report.part.process"), false)
	f.prose(r.Process)
	f.agenda()
	f.part("deviations", f.w.T("report.part.deviations"), false)
	f.prose(r.Deviations)
}

// agenda is the table of the race's segments, its phases as heads.
func (f *flow) agenda() {
	agenda := f.b.Agenda()
	if len(agenda) == 0 {
		return
	}
	f.head(f.w.T("report.agenda"))
	f.y += 4
	const dayW, timeW, phaseW = 34.0, 66.0, 84.0
	cols := []col{{f.w.T("report.agenda.day"), dayW, false}, {f.w.T("report.agenda.time"), timeW, false},
		{f.w.T("report.agenda.phase"), phaseW, false},
		{f.w.T("report.agenda.what"), full - dayW - timeW - phaseW - 3*cellGap, false}}
	day, phase := 0, ""
	f.table(cols, len(agenda), func(i int) []cell {
		s := agenda[i]
		cells := []cell{{st: noteBold}, {text: hourMinute(s.Start) + "–" + hourMinute(s.Start+s.Length), st: small},
			{st: noteBold}, {text: s.Title, under: s.Note, st: small}}
		if d := int(s.Start/(24*time.Hour)) + 1; d != day {
			day, cells[0].text = d, f.w.Number(d)
		}
		if s.Phase != phase {
			phase, cells[2].text = s.Phase, s.Phase
		}
		return cells
	})
}

// hourMinute writes a length of time as hours and minutes.
func hourMinute(d time.Duration) string {
	m := int(d.Round(time.Minute) / time.Minute)
	return fmt.Sprintf("%02d:%02d", m/60, m%60)
}
