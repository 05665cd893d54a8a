package report

import (
	_ "embed" // the page beside this file
	"encoding/base64"
	"fmt"
	"html/template"
	"net/http"
	"strings"
)

//go:embed page.html
var pageText string

// page is the whole file; what people wrote is escaped by it.
var page = template.Must(template.New("page").Parse(pageText))

// HTML returns the report as one file that needs no other: for readers and scripts
// that a PDF serves badly.
func HTML(src Source) ([]byte, error) {
	var out strings.Builder
	if err := page.Execute(&out, Documents(src)); err != nil {
		return nil, fmt.Errorf("write report as HTML: %w", err)
	}
	return []byte(unsteered(out.String())), nil
}

// Inline is the picture within the address of itself.
func (p Picture) Inline() template.URL {
	kind := http.DetectContentType(p.Data)
	if kind != "image/jpeg" && kind != "image/png" {
		kind = "application/octet-stream" // never what a browser would run
	}
	return template.URL("data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(p.Data)) //nolint:gosec // only what was just encoded
}

// Safe is the address of a span: it was looked at when it was read.
func (s Span) Safe() template.URL { return template.URL(s.URL) } //nolint:gosec // see webPage

// Lines are the span's lines.
func (s Span) Lines() []string { return strings.Split(s.Text, "\n") }

// In is how deep a block stands, for its style.
func (b Block) In() template.CSS { return template.CSS(fmt.Sprintf("margin-left:%dem", 2*b.Depth)) } //nolint:gosec // a number
