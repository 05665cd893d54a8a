package pdf

import (
	"racedesk/model"
	"racedesk/report"
)

// sections are those that every published report has, in their order.
func (f *flow) sections() {
	for _, s := range report.Sections(f.b, f.w, f.at) {
		f.part(s.Name, s.Head, false)
		f.prose(s.Text)
	}
	f.skip(18)
	f.text(f.w.T("report.remark"), note.parted(), margin, column)
}

// bilagor are the appendices that people write: strategy, process, deviations.
func (f *flow) bilagor() {
	written := func(name string) string { return report.Text(f.b, name, f.w, f.at) }
	f.part("strategy", f.w.T("report.part.strategy"), false)
	f.prose(written("strategy"))
	f.part("process", f.w.T("report.part.process"), false)
	f.prose(written("process"))
	f.agenda()
	f.part("deviations", f.w.T("report.part.deviations"), false)
	log := f.b.Deviations()
	if text := written("deviations"); text != "" || len(log) == 0 {
		f.prose(text)
	}
	f.deviations(log)
}

// absent says quietly what is not there yet.
func (f *flow) absent(key string) {
	st := body.parted()
	st.ink = quiet
	f.text(f.w.T(key), st, margin, column)
}

// deviations is the log of what did not go as planned, with what was done about it.
func (f *flow) deviations(log []model.Deviation) {
	if len(log) == 0 {
		return
	}
	f.skip(10)
	const timeW = 66.0
	whatW := (full - timeW - 2*cellGap) / 2
	cols := []col{{f.w.T("report.agenda.time"), timeW, false}, {f.w.T("deviations.what"), whatW, false}, {f.w.T("deviations.measure"), whatW, false}}
	f.table(cols, len(log), func(i int, _ bool) []cell {
		d := log[i]
		return []cell{{text: report.HourMinute(d.Elapsed), st: small}, {text: d.What, st: small.parted()}, {text: d.Measure, st: small.parted()}}
	})
}
