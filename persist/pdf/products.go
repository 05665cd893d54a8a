package pdf

import (
	"strings"

	"racedesk/model"
	"racedesk/report"
)

// products tells each product: whom it is for, what it is, who made it, what
// comes next and where it came from.
func (f *flow) products() {
	cards := report.Cards(f.b, model.Product)
	f.few = len(cards) <= mostListed
	const enough = 300.0 // for the head and a product of common length
	head := func() { f.part("products", f.w.T("report.part.products"), floor-f.y < enough) }
	if len(cards) == 0 {
		head()
		f.absent("report.products.none")
	}
	for i, c := range cards {
		if f.ctx.Err() != nil {
			return
		}
		var o opening
		open := func() { o = f.open(c) }
		if i == 0 {
			open = func() { head(); o = f.open(c) }
		} else {
			f.skip(20)
			f.toMiddle(c)
		}
		if len(f.b.Pictures(c.ID)) > 0 { // with them it takes half a page, which would stay empty
			f.together(open)
			f.finish(c, o)
		} else {
			f.together(func() { open(); f.finish(c, o) })
		}
	}
}

// toMiddle goes on to the middle of the page where a product fits there, so that two on
// a page have half of it each.
func (f *flow) toMiddle(c model.Card) {
	if f.y > middle || f.y < ceiling+(middle-ceiling)/2 || len(f.b.Pictures(c.ID)) > 0 {
		return
	}
	count, back := len(f.sheets), f.here()
	f.y = middle
	f.finish(c, f.open(c))
	fits := len(f.sheets) == count
	if back(); fits {
		f.y = middle
	}
}

// mostListed is how many products the table of contents lists one by one.
const mostListed = 40

// listed gives a product its bookmark, and its line in the contents where they are few.
func (f *flow) listed(c model.Card) {
	at := &f.page().anchors[len(f.page().anchors)-1]
	at.title, at.depth = c.Title, 1
	if f.few {
		f.toc = append(f.toc, entry{at.name, c.Title, len(f.sheets), true})
	}
}

// An opening is what comes of a product's beginning.
type opening struct {
	inline [][2]string // facts to be set in the column
	page   int         // on which it stands
	foot   float64     // where what stands beside it ends
}

// open sets what a product is, down to its pictures.
func (f *flow) open(c model.Card) opening {
	facts, tall, inline := f.facts(c)
	titles := f.wrap(c.Title, title2, column)
	f.need(min(float64(len(titles)), 6)*title2.lead + max(tall, 5*body.lead))
	f.bookmark(string(c.ID), "")
	f.listed(c)
	f.groupNames(c)
	o := opening{inline, len(f.sheets), f.y + 3 + tall}
	f.page().add(facts, factsX, f.y+3)
	f.lines(titles, title2, margin, column)
	f.y += 3
	f.text(c.Text, body.parted(), margin, column)
	f.pictures(c)
	return o
}

// finish sets what there is to know of a product, and where it came from.
func (f *flow) finish(c model.Card, o opening) {
	for _, l := range o.inline {
		f.labelled(l[0], strings.ReplaceAll(l[1], "\n", ", "), body)
	}
	for _, l := range [][2]string{{"check.forWhom", c.ForWhom}, {"check.offer", c.Offer}, {"check.terms", c.Terms}} {
		if l[1] != "" {
			f.skip(3)
			f.need(2 * small.lead)
			f.spans([]report.Span{{Text: f.w.T(l[0]) + ":", Bold: true}, {Text: " " + l[1]}}, small, margin, "")
		}
	}
	if c.NextStep != "" {
		f.labelled(f.w.T("report.next"), c.NextStep, body.parted())
	}
	f.lineage(c)
	if len(f.sheets) == o.page {
		f.y = max(f.y, o.foot)
	}
}

// groupNames names the product's target groups, each behind its mark.
func (f *flow) groupNames(c model.Card) {
	const indent, between = 11.0, 12.0
	x, lead := margin, note.lead+2
	for _, g := range f.groups {
		if !c.In(g.ID) {
			continue
		}
		if x > margin && x+indent+f.breadth(g.Name, note) > margin+column {
			x, f.y = margin, f.y+lead
		}
		f.page().shapes = append(f.page().shapes, mark(g.Style, x+3.4, f.y+note.lead/2, 3.4))
		x += indent + f.line(f.page(), g.Name, note, x+indent, f.y+baseline(note), column-indent, false) + between
	}
	if x > margin {
		f.y += lead
	}
}

// projectsOf names the projects that a product was, one on a line.
func (f *flow) projectsOf(c model.Card) string {
	var titles []string
	for _, from := range f.b.Sources(c.ID) {
		if from.Stage == model.Project {
			titles = append(titles, from.Title)
		}
	}
	return strings.Join(titles, "\n")
}

// facts are the project, people and votes in the outer margin. Where they take
// too much room there they are returned as labels and texts to set in the column.
func (f *flow) facts(c model.Card) (s sheet, tall float64, inline [][2]string) {
	var facts [][2]string
	add := func(key, value string) {
		if value != "" {
			facts = append(facts, [2]string{f.w.T(key), value})
		}
	}
	add("report.from.project", f.projectsOf(c))
	add("report.leader", c.Leader)
	add("report.designers", strings.Join(c.Designers, "\n"))
	if c.Parked {
		add("report.state", f.w.T("report.parked"))
	}
	if votes := f.b.Votes(c); votes > 0 {
		add("report.votes", f.w.Number(votes))
	}
	for _, fact := range facts {
		for i, st := range []style{note, noteBold} { // the label, and what it labels
			for _, l := range f.wrap(fact[i], st, factsW) {
				f.put(&s, l, st, 0, tall+baseline(st), factsW, false)
				tall += st.lead
			}
		}
		tall += 6
	}
	if tall > 260 {
		return sheet{}, 0, facts
	}
	return s, tall, nil
}

// labelled is a short label above a text.
func (f *flow) labelled(label, text string, st style) {
	f.skip(6)
	f.need(note.lead + 2*body.lead)
	f.text(label, note, margin, column)
	f.text(text, st, margin, column)
}

// lineage says which problems the product grew out of.
func (f *flow) lineage(c model.Card) {
	problems := f.b.Problems(c.ID)
	if len(problems) == 0 {
		return
	}
	f.skip(6)
	f.need(note.lead + 2*small.lead)
	f.text(f.w.T("report.from.problems", len(problems)), note, margin, column)
	f.y += 1
	for _, p := range problems {
		f.problemLine(p)
	}
}

func (f *flow) problemLine(c model.Card) {
	const indent = 12.0
	shapes, _ := f.marks(c, 0, small.lead/2, 2.6)
	lines := f.wrap(c.Title, small, column-indent)
	f.need(small.lead * min(float64(len(lines)), 6))
	f.page().add(sheet{shapes: shapes[:1]}, margin, f.y)
	f.lines(lines, small, margin+indent, column-indent)
	f.y++
}
