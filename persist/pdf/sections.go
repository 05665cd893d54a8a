package pdf

import "racedesk/report"

// sections are those that every published report has, in their order.
func (f *flow) sections() {
	for _, s := range report.Sections(f.b, f.w, f.at) {
		f.part(s.Name, s.Head, false)
		f.prose(s.Text)
	}
	f.skip(18)
	f.text(f.w.T("report.remark"), note, margin, column)
}

// bilagor are the appendices that people write: strategy, process, deviations.
func (f *flow) bilagor() {
	written := func(name string) string { return report.Text(f.b, name, f.w, f.at) }
	f.part("strategy", f.w.T("report.part.strategy"), true)
	f.prose(written("strategy"))
	f.part("process", f.w.T("report.part.process"), false)
	f.prose(written("process"))
	f.agenda()
	f.part("deviations", f.w.T("report.part.deviations"), false)
	f.prose(written("deviations"))
}

// absent says quietly what is not there yet.
func (f *flow) absent(key string) {
	st := body
	st.ink = quiet
	f.text(f.w.T(key), st, margin, column)
}
