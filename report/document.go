package report

import (
	"slices"
	"strings"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
)

// A Document is the whole report in one language, without pages.
type Document struct {
	Lang, Title, Lead string
	Note              string    // that the cards are examples, where they are
	Logo              []Picture // the race's own, if it has one
	Contents          string    // what a table of contents is called
	Facts             []Fact
	Parts             []Part
}

// A Part is one of a report's parts, or a product in one.
type Part struct {
	Name, Head string
	Lang       string // of its text, where that is not the document's
	Absent     string // said where there is nothing yet
	Note       string // said quietly at its end
	Prose      []Block
	Pictures   []Picture
	Facts      []Fact
	Tables     []Table
	Products   []Part
}

// A Fact is a value with what it is.
type Fact struct{ Label, Value string }

// A Picture is a JPEG or PNG file with what it shows.
type Picture struct {
	Alt  string
	Data []byte
}

// A Table is rows under heads. The first cell of a row names it.
type Table struct {
	Caption string
	Heads   []string
	Rows    [][]string
}

// A writer gathers a document.
type writer struct {
	b  *model.Board
	w  *words.Words
	at time.Time
}

// Documents returns the report in each of its languages.
func Documents(src Source) []Document {
	var out []Document
	for _, w := range src.Languages() {
		out = append(out, writer{src.Board, w, src.Instant()}.document())
	}
	return out
}

func (d writer) document() Document {
	race, w := d.b.Race(), d.w
	doc := Document{Lang: w.Lang, Title: Name(race, w) + " – " + w.T("report.title"), Contents: w.T("report.contents"), Lead: Sentence(d.b, w, d.at)}
	if race.Illustration {
		doc.Note = w.T("report.illustration")
	}
	if logo, has := d.b.Logo(); has {
		doc.Logo = []Picture{{w.T("logo.alt", race.Title), logo.Data}}
	}
	for _, f := range Particulars(d.b, w, d.at) {
		doc.Facts = append(doc.Facts, Fact{f.Label, orDash(f.Value)})
	}
	for _, s := range Sections(d.b, w, d.at) {
		p := d.prose(s.Name, s.Head, s.Text)
		p.Lang = d.lent(s.Text, d.b.Report().English.Named(s.Name))
		doc.Parts = append(doc.Parts, p)
	}
	doc.Parts[len(doc.Parts)-1].Note = w.T("report.remark")
	figures := Part{Name: "figures", Head: w.T("report.part.figures"), Tables: []Table{d.figures()}}
	if len(d.b.Groups()) > 1 {
		figures.Note = w.T("report.figures.note")
	}
	doc.Parts = append(doc.Parts, figures)
	doc.Parts = append(doc.Parts, d.lineage()...)
	doc.Parts = append(doc.Parts, d.products(), d.problems(), d.text("strategy"), d.process(), d.deviations())
	doc.Parts = append(append(doc.Parts, d.further()...), d.people())
	return doc
}

// Sentence says how much became of how many.
func Sentence(b *model.Board, w *words.Words, at time.Time) string {
	count := func(s model.Stage) int { return b.Figures(s, "").Total }
	problems, projects, products := count(model.Problem), count(model.Project), count(model.Product)
	if problems+projects+products == 0 {
		return w.T("report.sentence.none")
	}
	key := "report.sentence"
	if c := b.Clock(); c.Started() && c.Left(at) > 0 {
		key = "report.sentence.sofar"
	}
	return w.T(key, w.T("report.count.problems", problems), w.T("report.count.projects", projects),
		w.T("report.count.products", products), w.T("report.count.hours", Hours(b.Clock(), at)))
}

func orDash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

func (d writer) prose(name, head, text string) Part {
	p := Part{Name: name, Head: head, Prose: Parse(text)}
	if len(p.Prose) == 0 {
		p.Absent = d.w.T("report.unwritten")
	}
	return p
}

func (d writer) text(name string) Part {
	text := Text(d.b, name, d.w, d.at)
	p := d.prose(name, d.w.T("report.part."+name), text)
	p.Lang = d.lent(text, d.b.Report().English.Named(name))
	return p
}

// lent is the language of a text that stands in an English report because it is not
// written in English; none of any other.
func (d writer) lent(text, english string) string {
	if text == "" || d.w.Lang != string(model.English) || d.b.Report().Language == model.AnyLanguage || strings.TrimSpace(english) != "" {
		return ""
	}
	return string(model.Swedish)
}

func (d writer) figures() Table {
	t := Table{Heads: []string{d.w.T("report.group")}}
	for _, s := range model.Stages {
		t.Heads = append(t.Heads, d.w.T("column."+string(s)))
	}
	row := func(name string, count func(model.Stage) model.Figures) {
		cells := []string{name}
		for _, s := range model.Stages {
			f := count(s)
			cell := d.w.Number(f.Total)
			if rest := Rest(f, s, d.w); rest != "" {
				cell += " (" + rest + ")"
			}
			cells = append(cells, cell)
		}
		t.Rows = append(t.Rows, cells)
	}
	of := func(group model.ID) func(model.Stage) model.Figures {
		return func(s model.Stage) model.Figures { return d.b.Figures(s, group) }
	}
	groups := d.b.Groups()
	for _, g := range groups {
		row(g.Name, of(g.ID))
	}
	loose := func(s model.Stage) bool { return d.b.Ungrouped(s).Total > 0 }
	if len(groups) > 0 && slices.ContainsFunc(model.Stages[:], loose) {
		row(d.w.T("report.nogroup"), d.b.Ungrouped)
	}
	row(d.w.T("report.all"), of(""))
	return t
}

func (d writer) groups(c model.Card) string {
	var names []string
	for _, g := range d.b.Groups() {
		if c.In(g.ID) {
			names = append(names, g.Name)
		}
	}
	return strings.Join(names, ", ")
}

func (d writer) products() Part {
	p := Part{Name: "products", Head: d.w.T("report.part.products")}
	for _, c := range Cards(d.b, model.Product) {
		one := Part{Head: c.Title, Prose: plainBlocks(c.Text)}
		votes := ""
		if n := d.b.Votes(c); n > 0 {
			votes = d.w.Number(n)
		}
		for _, f := range []Fact{{d.w.T("report.group"), d.groups(c)}, {d.w.T("check.forWhom"), c.ForWhom}, {d.w.T("check.offer"), c.Offer},
			{d.w.T("check.terms"), c.Terms}, {d.w.T("report.next"), c.NextStep}, {d.w.T("report.from.project"), Titles(d.b.Sources(c.ID), "; ")},
			{d.w.T("report.problem"), Titles(d.b.Problems(c.ID), "; ")}, {d.w.T("report.leader"), c.Leader},
			{d.w.T("report.designers"), strings.Join(c.Designers, ", ")}, {d.w.T("report.votes"), votes}} {
			if f.Value != "" {
				one.Facts = append(one.Facts, f)
			}
		}
		for i, picture := range d.b.Pictures(c.ID) {
			one.Pictures = append(one.Pictures, Picture{d.w.T("report.picture", i+1, c.Title), picture.Data})
		}
		p.Products = append(p.Products, one)
	}
	if len(p.Products) == 0 {
		p.Absent = d.w.T("report.products.none")
	}
	return p
}

// plainBlocks are the paragraphs of a text that has no formatting.
func plainBlocks(text string) []Block {
	var out []Block
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) != "" {
			out = append(out, Block{Spans: []Span{{Text: line}}})
		}
	}
	return out
}

func (d writer) problems() Part {
	p := Part{Name: "problems", Head: d.w.T("report.part.problems")}
	t := Table{Heads: []string{d.w.T("report.number"), d.w.T("report.problem"), d.w.T("report.group"), d.w.T("report.votes"),
		d.w.T("report.went"), d.w.T("report.product")}}
	for i, c := range Numbered(d.b) {
		onward, went := Went(d.b, d.w, c)
		if len(onward) > 0 {
			went = Titles(onward, "; ")
		}
		t.Rows = append(t.Rows, []string{d.w.Number(i + 1), c.Title, d.groups(c), d.w.Number(d.b.Votes(c)), went,
			orDash(Titles(Became(d.b, onward), "; "))})
	}
	if p.Tables = []Table{t}; len(t.Rows) == 0 {
		p.Tables, p.Absent = nil, d.w.T("report.problems.none")
	}
	return p
}
