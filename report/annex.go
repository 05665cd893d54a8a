package report

import (
	"strings"

	"racedesk/model"
)

func (d writer) process() Part {
	p := d.text("process")
	t := Table{Caption: d.w.T("report.agenda"), Heads: []string{d.w.T("report.agenda.time"), d.w.T("report.agenda.phase"), d.w.T("report.agenda.what")}}
	for _, s := range d.b.Programme(d.at).Agenda() {
		t.Rows = append(t.Rows, []string{Between(s.Start, s.Start+s.Length), s.Phase, s.Title})
	}
	if len(t.Rows) > 0 {
		p.Tables = []Table{t}
	}
	return p
}

func (d writer) deviations() Part {
	p := d.text("deviations")
	t := Table{Heads: []string{d.w.T("report.agenda.time"), d.w.T("deviations.what"), d.w.T("deviations.measure")}}
	for _, one := range d.b.Deviations() {
		t.Rows = append(t.Rows, []string{HourMinute(one.Elapsed), one.What, one.Measure})
	}
	if len(t.Rows) > 0 {
		p.Tables, p.Absent = []Table{t}, ""
	}
	return p
}

// further are the appendices that the coordinator added: texts whole, files by name.
func (d writer) further() []Part {
	var out []Part
	written := d.b.Appendices()
	for i, a := range Appendices(d.b, d.w, d.at) {
		if a.File == "" {
			p := d.prose(a.Name, a.Head, a.Text)
			p.Lang = d.lent(a.Text, written[i].EnglishText)
			out = append(out, p)
			continue
		}
		out = append(out, Part{Name: a.Name, Head: a.Head, Absent: d.w.T("report.attached.apart", len(a.Pages), a.File)})
	}
	return out
}

func (d writer) people() Part {
	p := Part{Name: "people", Head: d.w.T("report.part.people")}
	for _, role := range model.Roles {
		var names []string
		for _, person := range d.b.People(role) {
			names = append(names, person.Name)
		}
		if len(names) > 0 {
			p.Facts = append(p.Facts, Fact{d.w.T("report.role." + string(role)), strings.Join(names, ", ")})
		}
	}
	if len(p.Facts) == 0 {
		p.Absent = d.w.T("report.people.none")
	}
	return p
}
