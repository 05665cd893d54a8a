package pdf

import (
	"strings"

	"racedesk/report"
)

// The measures of a text.
const (
	itemIndent = 15.0 // of each depth of a list
	paraGap    = 6.0  // between paragraphs
	itemGap    = 2.0  // between the items of a list
)

// prose is a text that only a person can write, or a line that it is not
// written yet.
func (f *flow) prose(text string) {
	if strings.TrimSpace(text) == "" {
		f.absent("report.unwritten")
		return
	}
	for i, b := range report.Parse(text) {
		if f.ctx.Err() != nil {
			return
		}
		switch {
		case i == 0:
		case b.Marker != "":
			f.skip(itemGap)
		default:
			f.skip(paraGap)
		}
		f.block(b)
	}
}

// block sets a paragraph or an item, behind its mark.
func (f *flow) block(b report.Block) {
	f.spans(b.Spans, body, margin+itemIndent*float64(b.Depth), b.Marker)
}

// spans sets a paragraph from x on to the end of the column, behind its mark if it has
// one.
func (f *flow) spans(all []report.Span, st style, x float64, marker string) {
	var rows []rich
	for _, spans := range broken(all) {
		rows = append(rows, f.rich(spans, st.parted(), column-(x-margin))...)
	}
	for i, r := range rows {
		n := len(rows)
		if n > 1 && (i == 0 || i == n-2) {
			f.need(2 * st.lead)
		} else {
			f.need(st.lead)
		}
		if i == 0 && marker != "" {
			f.line(f.page(), marker, st, x-itemIndent, f.y+baseline(st), itemIndent-3, marker != "•")
		}
		f.putRich(f.page(), r, st, x, f.y+baseline(st), column-(x-margin))
		f.y += st.lead
	}
}

// broken parts spans where a line is to end.
func broken(spans []report.Span) [][]report.Span {
	out := [][]report.Span{nil}
	for _, s := range spans {
		for i, piece := range strings.Split(s.Text, "\n") {
			if i > 0 {
				out = append(out, nil)
			}
			if s.Text = piece; piece != "" {
				out[len(out)-1] = append(out[len(out)-1], s)
			}
		}
	}
	return out
}
