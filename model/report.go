package model

import "cmp"

// A Report holds the texts of the final report that only a person can write, in
// the language that the race is held in, and how it is put together.
type Report struct {
	Rev        int64  `json:"-"`
	Purpose    string `json:"purpose,omitempty"`    // Syfte och mål
	Results    string `json:"results,omitempty"`    // Resultat och förväntade effekter
	Effects    string `json:"effects,omitempty"`    // Långsiktiga effekter som förväntas
	Execution  string `json:"execution,omitempty"`  // Upplägg och genomförande
	Links      string `json:"links,omitempty"`      // Externa länkar
	Strategy   string `json:"strategy,omitempty"`   // appendix 2
	Process    string `json:"process,omitempty"`    // appendix 3
	Deviations string `json:"deviations,omitempty"` // appendix 4

	// Heads that stand in place of the set's own.
	PurposeHead   string `json:"purposeHead,omitempty"`
	ResultsHead   string `json:"resultsHead,omitempty"`
	EffectsHead   string `json:"effectsHead,omitempty"`
	ExecutionHead string `json:"executionHead,omitempty"`
	LinksHead     string `json:"linksHead,omitempty"`

	English  Texts    `json:"english,omitzero"`   // the same in English
	Set      HeadSet  `json:"set,omitempty"`      // of heads
	Language Language `json:"language,omitempty"` // what it is written out in
	Accent   int      `json:"accent,omitempty"`   // the cover's colour: a Style of the palette and 1; 0: none
	Limit    int      `json:"limit,omitempty"`    // characters that a section should keep to; 0: DefaultLimit
}

// Texts are the texts of a report in one language, and the heads of its sections
// where they are not the set's own.
type Texts struct {
	Purpose       string `json:"purpose,omitempty"`
	Results       string `json:"results,omitempty"`
	Effects       string `json:"effects,omitempty"`
	Execution     string `json:"execution,omitempty"`
	Links         string `json:"links,omitempty"`
	Strategy      string `json:"strategy,omitempty"`
	Process       string `json:"process,omitempty"`
	Deviations    string `json:"deviations,omitempty"`
	PurposeHead   string `json:"purposeHead,omitempty"`
	ResultsHead   string `json:"resultsHead,omitempty"`
	EffectsHead   string `json:"effectsHead,omitempty"`
	ExecutionHead string `json:"executionHead,omitempty"`
	LinksHead     string `json:"linksHead,omitempty"`
}

// A HeadSet is the heads that a funder has asked for at some time. A text keeps its
// meaning: one that a set has no head for waits until another set is chosen.
type HeadSet string

// The sets of heads.
const (
	HeadsA HeadSet = ""  // purpose, results, execution, links
	HeadsB HeadSet = "b" // results, long-term effects, execution
)

// A Language says what a report is written out in.
type Language string

// The languages of a report.
const (
	AnyLanguage Language = "" // that of whoever asks for it
	Swedish     Language = "sv"
	English     Language = "en"
	Both        Language = "both" // one after the other
)

// DefaultLimit is how many characters the sections of published reports stay under.
const DefaultLimit = 600

// Most is how many characters a section should keep to.
func (r Report) Most() int { return cmp.Or(max(0, r.Limit), DefaultLimit) }

// Texts returns the texts in a language; those that are not written in English are
// the race's own, heads excepted.
func (r Report) Texts(lang Language) Texts {
	own := Texts{Purpose: r.Purpose, Results: r.Results, Effects: r.Effects, Execution: r.Execution, Links: r.Links,
		Strategy: r.Strategy, Process: r.Process, Deviations: r.Deviations, PurposeHead: r.PurposeHead,
		ResultsHead: r.ResultsHead, EffectsHead: r.EffectsHead, ExecutionHead: r.ExecutionHead, LinksHead: r.LinksHead}
	if lang != English {
		return own
	}
	t := r.English
	for _, f := range []struct{ text, other *string }{{&t.Purpose, &own.Purpose}, {&t.Results, &own.Results},
		{&t.Effects, &own.Effects}, {&t.Execution, &own.Execution}, {&t.Links, &own.Links}, {&t.Strategy, &own.Strategy},
		{&t.Process, &own.Process}, {&t.Deviations, &own.Deviations}} {
		*f.text = cmp.Or(*f.text, *f.other)
	}
	return t
}

// clean returns the report with its texts made fit to store, and whether all fit.
func (r Report) clean() (Report, bool) {
	e := &r.English
	fits := true
	for _, f := range []*string{&r.Purpose, &r.Results, &r.Effects, &r.Execution, &r.Links, &r.Strategy, &r.Process, &r.Deviations,
		&e.Purpose, &e.Results, &e.Effects, &e.Execution, &e.Links, &e.Strategy, &e.Process, &e.Deviations} {
		*f = CleanText(*f)
		fits = fits && len(*f) <= MaxText
	}
	for _, f := range []*string{&r.PurposeHead, &r.ResultsHead, &r.EffectsHead, &r.ExecutionHead, &r.LinksHead,
		&e.PurposeHead, &e.ResultsHead, &e.EffectsHead, &e.ExecutionHead, &e.LinksHead} {
		*f = CleanLine(*f)
		fits = fits && len(*f) <= MaxTitle
	}
	r.Limit, r.Accent = max(0, r.Limit), max(0, r.Accent)
	return r, fits
}

// ReportRef points at the one Report of a board.
var ReportRef = Ref{KindReport, "report"}

// Ref points at the report.
func (Report) Ref() Ref { return ReportRef }

// Revision is the Seq that last wrote the report.
func (r Report) Revision() int64 { return r.Rev }

// At returns the report as written by the Edit with this Seq.
func (r Report) At(rev int64) Entity { r.Rev = rev; return r }

// Named returns a text by its name in the file.
func (t Texts) Named(name string) string {
	return map[string]string{"purpose": t.Purpose, "results": t.Results, "effects": t.Effects, "execution": t.Execution,
		"links": t.Links, "strategy": t.Strategy, "process": t.Process, "deviations": t.Deviations}[name]
}

// NamedHead returns the head that was chosen for a text by its name, if one was.
func (t Texts) NamedHead(name string) string {
	return map[string]string{"purpose": t.PurposeHead, "results": t.ResultsHead, "effects": t.EffectsHead,
		"execution": t.ExecutionHead, "links": t.LinksHead}[name]
}
