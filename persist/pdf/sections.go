package pdf

import "strings"

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
