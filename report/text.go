package report

import (
	"strings"
	"unicode"
)

// AsText returns the whole report as plain text: a table's row is a line, its cells
// parted by tabs.
func AsText(src Source) []byte {
	var out strings.Builder
	for i, doc := range Documents(src) {
		if i > 0 {
			out.WriteString("\n\n")
		}
		out.WriteString(doc.Title + "\n" + strings.Repeat("=", len([]rune(doc.Title))) + "\n\n")
		if doc.Note != "" {
			out.WriteString(doc.Note + "\n\n")
		}
		facts(&out, doc.Facts)
		out.WriteString("\n" + doc.Lead + "\n")
		for _, p := range doc.Parts {
			out.WriteString("\n\n" + p.Head + "\n" + strings.Repeat("-", len([]rune(p.Head))) + "\n")
			content(&out, p)
			for _, product := range p.Products {
				out.WriteString("\n" + product.Head + "\n")
				content(&out, product)
			}
		}
	}
	return []byte(unsteered(out.String()))
}

// unsteered is a text without the signs that turn the direction of all that follows:
// each name would be trusted with the rest of the page.
func unsteered(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Bidi_Control, r) && r != '\u200E' && r != '\u200F' && r != '\u061C' {
			return -1
		}
		return r
	}, text)
}

func content(out *strings.Builder, p Part) {
	if p.Absent != "" {
		out.WriteString(p.Absent + "\n")
	}
	if text := plainOf(p.Prose); text != "" {
		out.WriteString(text + "\n")
	}
	facts(out, p.Facts)
	for _, t := range p.Tables {
		if t.Caption != "" {
			out.WriteString("\n" + t.Caption + "\n")
		}
		cells(out, t.Heads)
		for _, row := range t.Rows {
			cells(out, row)
		}
	}
	if p.Note != "" {
		out.WriteString("\n" + p.Note + "\n")
	}
}

func facts(out *strings.Builder, all []Fact) {
	for _, f := range all {
		out.WriteString(f.Label + ": " + f.Value + "\n")
	}
}

// cells writes a row; no cell breaks it.
func cells(out *strings.Builder, row []string) {
	fit := strings.NewReplacer("\n", " ", "\t", " ")
	for i, c := range row {
		if i > 0 {
			out.WriteByte('\t')
		}
		out.WriteString(fit.Replace(c))
	}
	out.WriteByte('\n')
}
