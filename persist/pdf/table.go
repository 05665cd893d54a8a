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

// table sets rows under a head that stands again on every page. The function
// that gives the rows is told which ones come first under a head.
func (f *flow) table(cols []col, rows int, row func(i int, first bool) []cell) {
	f.need(60)
	f.tableHead(cols)
	f.onBreak = func() { f.tableHead(cols) }
	defer func() { f.onBreak = nil }()
	for i := range rows {
		if f.ctx.Err() != nil {
			return
		}
		r := f.cells(cols, row(i, i == 0))
		tall := r.tall()
		if i > 0 && i == rows-2 { // the last row is not left alone
			tall += rowGap + f.cells(cols, row(i+1, false)).tall()
		}
		if tall < (floor-ceiling)*0.6 && f.y+tall > floor {
			f.turn()
			r = f.cells(cols, row(i, true))
		}
		f.row(cols, r)
	}
}

func (f *flow) tableHead(cols []col) {
	x, tall := margin, 0.0
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

// A row is a row's cells, and each one's lines.
type row struct {
	cells []cell
	lines [][]styled
}

// A styled is a line with how it is set.
type styled struct {
	line
	st style
}

// cells breaks the texts of a row into lines.
func (f *flow) cells(cols []col, cells []cell) row {
	r := row{cells, make([][]styled, len(cells))}
	for i, c := range cells {
		add := func(text string, st style) {
			if text == "" {
				return
			}
			for _, l := range f.wrap(text, st, cols[i].w-c.indent) {
				r.lines[i] = append(r.lines[i], styled{l, st})
			}
		}
		add(c.text, c.st)
		add(c.under, note)
	}
	return r
}

// tall is how high the row is.
func (r row) tall() float64 {
	sum := 0.0
	for n := 0; ; n++ {
		lead, _ := r.level(n)
		if lead == 0 {
			return sum
		}
		sum += lead
	}
}

// level is how high the nth line is and how deep its baseline lies: the same one
// for all cells. It is 0 behind the last line.
func (r row) level(n int) (lead, base float64) {
	for _, lines := range r.lines {
		if n < len(lines) {
			lead, base = max(lead, lines[n].st.lead), max(base, baseline(lines[n].st))
		}
	}
	return lead, base
}

// row sets a row line by line, so that one that is taller than a page goes on
// on the next.
func (f *flow) row(cols []col, r row) {
	for n := 0; ; n++ {
		lead, base := r.level(n)
		if lead == 0 {
			break
		}
		f.need(lead)
		x := margin
		for i, c := range r.cells {
			if n == 0 {
				f.page().add(sheet{shapes: c.marks}, x, f.y)
			}
			if n < len(r.lines[i]) {
				l, w := r.lines[i][n], cols[i].w-c.indent
				f.put(f.page(), l.line, l.st, x+c.indent, f.y+base, w, cols[i].right)
				if c.anchor != "" {
					f.page().links = append(f.page().links, link{x: x + c.indent, y: f.y, w: w, h: lead, anchor: c.anchor})
				}
			}
			x += cols[i].w + cellGap
		}
		f.y += lead
	}
	f.y += rowGap
}
