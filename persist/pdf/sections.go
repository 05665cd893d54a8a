package pdf

import (
	"strings"

	"racedesk/model"
)

// sections are the four that every published report has, in their order.
func (f *flow) sections() {
	r := f.b.Report()
	for _, s := range [][2]string{{"purpose", r.Purpose}, {"results", r.Results},
		{"execution", r.Execution}, {"links", r.Links}} {
		f.part(s[0], f.w.T("report.part."+s[0]), false)
		f.prose(s[1])
	}
	f.skip(18)
	f.text(f.w.T("report.remark"), note, margin, column)
}

// prose is a text that only a person can write, or a line that it is not
// written yet.
func (f *flow) prose(text string) {
	if strings.TrimSpace(text) == "" {
		f.absent("report.unwritten")
		return
	}
	f.text(text, body, margin, column)
}

// absent says quietly what is not there yet.
func (f *flow) absent(key string) {
	st := body
	st.ink = quiet
	f.text(f.w.T(key), st, margin, column)
}

// people lists who took part by what they did.
func (f *flow) people() {
	f.part("people", f.w.T("report.part.people"), true)
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
