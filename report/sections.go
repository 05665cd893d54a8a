package report

import (
	"cmp"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
)

// A Section is one of the texts that a person writes for the report.
type Section struct {
	Name string // purpose, results, effects, execution, links, strategy, process, deviations
	Head string
	Text string // with its formatting; figures filled in
}

// Names lists the texts of a report with a set of heads: its sections, then its
// appendices.
func Names(set model.HeadSet) []string {
	return append(sections(set), "strategy", "process", "deviations")
}

// sections lists those of the report itself.
func sections(set model.HeadSet) []string {
	if set == model.HeadsB {
		return []string{"results", "effects", "execution", "links"}
	}
	return []string{"purpose", "results", "execution", "links"}
}

// Sections returns the sections of the report itself in the language of the words.
// The last, the links, is there only where something is written or the set has it.
func Sections(b *model.Board, w *words.Words, at time.Time) []Section {
	r := b.Report()
	var out []Section
	for _, name := range sections(r.Set) {
		s := Section{name, Head(r, name, w), Text(b, name, w, at)}
		if name != "links" || r.Set == model.HeadsA && w.Lang == "sv" || s.Text != "" {
			out = append(out, s)
		}
	}
	return out
}

// Text returns a text of the report in the language of the words, with its figures
// filled in and a dash for one that there is not; empty where it is not written.
func Text(b *model.Board, name string, w *words.Words, at time.Time) string {
	t := b.Report().Texts(model.Language(w.Lang))
	return told(t.Named(name), b, w, at)
}

// Head is what stands above a text: the head that somebody chose for it, or the one
// of its set.
func Head(r model.Report, name string, w *words.Words) string {
	t := r.Texts(model.Language(w.Lang))
	return cmp.Or(t.NamedHead(name), SetHead(r.Set, name, w))
}

// SetHead is the head of a text in a set of heads.
func SetHead(set model.HeadSet, name string, w *words.Words) string {
	if set == model.HeadsB && w.Has("report.part.b."+name) {
		return w.T("report.part.b." + name)
	}
	return w.T("report.part." + name)
}
