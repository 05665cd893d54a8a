package pdf

import (
	"context"
	"strings"
)

// A flow fills sheets from top to bottom.
type flow struct {
	*press
	ctx     context.Context
	sheets  []*sheet
	y       float64
	toc     []entry
	few     bool   // products, so that the contents list each one
	onBreak func() // sets the head of a table again
}

// An entry is a line of the table of contents.
type entry struct {
	anchor, title string
	page          int
	within        bool // it lies within the one before
}

func (p *press) flow(ctx context.Context) *flow {
	return &flow{press: p, ctx: ctx, sheets: []*sheet{{}}, y: ceiling}
}

func (f *flow) page() *sheet { return f.sheets[len(f.sheets)-1] }

// fresh says whether nothing stands on the page yet.
func (f *flow) fresh() bool { return f.y <= ceiling }

// turn begins a new page.
func (f *flow) turn() {
	f.sheets, f.y = append(f.sheets, &sheet{}), ceiling
	if f.onBreak != nil {
		f.onBreak()
	}
}

// need begins a new page where less than h is left on this one.
func (f *flow) need(h float64) {
	if f.y+h > floor && !f.fresh() {
		f.turn()
	}
}

// skip leaves space, but not at the top of a page.
func (f *flow) skip(h float64) {
	if !f.fresh() {
		f.y += h
	}
}

// here returns what takes away all that is set from now on.
func (f *flow) here() (back func()) {
	count, y, page, listed := len(f.sheets), f.y, *f.page(), len(f.toc)
	return func() {
		f.sheets, f.y, f.toc = f.sheets[:count], y, f.toc[:listed]
		*f.page() = page
	}
}

// together sets what begins on this page on the next one where it would be
// parted by the page's end and fits on a page of its own.
func (f *flow) together(set func()) {
	count, fresh, back := len(f.sheets), f.fresh(), f.here()
	set()
	if len(f.sheets) != count+1 || fresh {
		return
	}
	back()
	f.turn()
	set()
}

// text sets paragraphs in a column. No page begins with a paragraph's last
// line or ends with its first.
func (f *flow) text(text string, st style, x, w float64) {
	if f.ctx.Err() != nil {
		return
	}
	for i, para := range strings.Split(text, "\n") {
		if strings.TrimSpace(para) == "" {
			continue
		}
		if i > 0 {
			f.skip(st.lead * 0.4)
		}
		f.lines(f.wrap(para, st, w), st, x, w)
	}
}

func (f *flow) lines(lines []line, st style, x, w float64) {
	for i, l := range lines {
		if n := len(lines); n > 1 && (i == 0 || i == n-2) {
			f.need(2 * st.lead)
		} else {
			f.need(st.lead)
		}
		f.put(f.page(), l, st, x, f.y+baseline(st), w, false)
		f.y += st.lead
	}
}

// baseline is how far below the top of its line a text stands.
func baseline(st style) float64 { return st.lead/2 + st.size*0.36 }

// part begins a part of the report: a head, a bookmark, a line in the contents.
// One that stands apart begins a page, unless half of this one is left.
func (f *flow) part(anchorName, text string, apart bool) {
	if apart && f.y > middle {
		f.turn()
	}
	f.skip(26)
	f.need(title1.lead + 5*body.lead)
	f.bookmark(anchorName, text)
	f.toc = append(f.toc, entry{anchorName, text, len(f.sheets), false})
	f.text(text, title1, margin, full)
	f.y += 8
}

// head sets a head within a part.
func (f *flow) head(text string) {
	f.skip(14)
	f.need(title2.lead + 3*body.lead)
	f.text(text, title2, margin, column)
	f.y += 3
}

// bookmark marks the place with a name that links lead to.
func (f *flow) bookmark(name, title string) {
	f.page().anchors = append(f.page().anchors, anchor{name: name, title: title, y: f.y})
}
