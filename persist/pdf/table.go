package pdf

// A col is a column of a table.
type col struct {
	head  string
	w     float64
	right bool // figures, set to the right
}

// A cell is a text in a table, with marks before it and a place to lead to.
type cell struct {
	text   string
	under  string // said more quietly beneath the text
	st     style
	marks  []shape // about the cell's own corner
	indent float64 // what the marks take
	anchor string
}

const (
	cellGap = 15.0
	rowGap  = 5.0
)

// table sets rows under a head that stands again on every page.
func (f *flow) table(cols []col, rows int, row func(i int) []cell) {
	head := func() {
		x := margin
		tall := 0.0
		for _, c := range cols {
			y := f.y
			for _, l := range f.wrap(c.head, note, c.w) {
				f.put(f.page(), l, note, x, y+baseline(note), c.w, c.right)
				y += note.lead
			}
			tall, x = max(tall, y-f.y), x+c.w+cellGap
		}
		f.y += tall + 3
		f.page().shapes = append(f.page().shapes, box(margin, f.y, full, 0.6, faint))
		f.y += rowGap
	}
	f.need(60)
	head()
	f.onBreak = head
	defer func() { f.onBreak = nil }()
	for i := range rows {
		if f.ctx.Err() != nil {
			return
		}
		f.row(cols, row(i))
	}
}

// row keeps a row on one page where it fits on one, and otherwise goes on from
// page to page line by line.
func (f *flow) row(cols []col, cells []cell) {
	set := make([][]styled, len(cells))
	count, lead := 0, 0.0
	for i, c := range cells {
		set[i] = f.cell(c, cols[i].w-c.indent)
		count, lead = max(count, len(set[i])), max(lead, c.st.lead)
	}
	if tall := float64(count) * lead; tall < (floor-ceiling)*0.6 {
		f.need(tall)
	}
	for n := range count {
		f.need(lead)
		x := margin
		for i, c := range cells {
			if n == 0 {
				f.page().add(sheet{shapes: c.marks}, x, f.y)
			}
			if n < len(set[i]) {
				l := set[i][n]
				f.put(f.page(), l.line, l.st, x+c.indent, f.y+baseline(c.st), cols[i].w-c.indent, cols[i].right)
				f.lead(c, x+c.indent, cols[i].w-c.indent, lead)
			}
			x += cols[i].w + cellGap
		}
		f.y += lead
	}
	f.y += rowGap
}

// A styled is a line with how it is set.
type styled struct {
	line
	st style
}

// cell breaks a cell's texts into lines.
func (f *flow) cell(c cell, w float64) []styled {
	var out []styled
	add := func(text string, st style) {
		if text == "" {
			return
		}
		for _, l := range f.wrap(text, st, w) {
			out = append(out, styled{l, st})
		}
	}
	add(c.text, c.st)
	add(c.under, note)
	return out
}

// lead makes a line of a cell lead to its anchor.
func (f *flow) lead(c cell, x, w, h float64) {
	if c.anchor != "" {
		f.page().links = append(f.page().links, link{x: x, y: f.y, w: w, h: h, anchor: c.anchor})
	}
}
