package report

import "strings"

// Plain returns a text without its formatting, as a form field takes it: a blank
// line between paragraphs, items behind their marks, an address behind its link.
func Plain(prose string) string { return plainOf(Parse(prose)) }

func plainOf(blocks []Block) string {
	var out strings.Builder
	for i, b := range blocks {
		if i > 0 {
			out.WriteString(between(b))
		}
		if b.Depth > 0 {
			out.WriteString(strings.Repeat("  ", b.Depth-1) + b.lead())
		}
		for _, s := range b.Spans {
			out.WriteString(s.Text)
			if s.URL != "" && !strings.Contains(s.URL, strings.TrimRight(s.Text, "/")) {
				out.WriteString(" (" + s.URL + ")")
			}
		}
	}
	return out.String()
}

// between is what parts a block from the one before.
func between(b Block) string {
	if b.Marker != "" {
		return "\n"
	}
	return "\n\n"
}

// lead is what stands before the text of an item.
func (b Block) lead() string {
	if b.Marker == "" {
		return "  "
	}
	return b.Marker + " "
}
