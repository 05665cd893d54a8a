package report_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/report"
)

// told writes blocks as text: depth, marker, and spans with B for bold.
func told(prose string) string {
	var out strings.Builder
	for _, b := range report.Parse(prose) {
		fmt.Fprintf(&out, "%d%s", b.Depth, b.Marker)
		for _, s := range b.Spans {
			bold := ""
			if s.Bold {
				bold = "B"
			}
			fmt.Fprintf(&out, " %s%q%s", bold, s.Text, s.URL)
		}
		out.WriteString("\n")
	}
	return out.String()
}

func TestParse(t *testing.T) {
	for _, x := range [][2]string{
		{"", ""},
		{"a\nb\n\nc", "0 \"a\\nb\"\n0 \"c\"\n"},
		{"**Viktigt:** spara *mer*.", "0 B\"Viktigt:\" \" spara \" B\"mer\" \".\"\n"},
		{"Se [rapporten](https://example.org/å b).", "0 \"Se [rapporten](https://example.org/å b).\"\n"},
		{"Se [rapporten](https://example.org/å).", "0 \"Se \" \"rapporten\"https://example.org/%C3%A5 \".\"\n"},
		{"[fil](file:///etc/passwd) [js](javascript:alert(1))", "0 \"fil js\"\n"},
		{"<https://example.org> och <b>fet</b>", "0 \"https://example.org\"https://example.org \" och <b>fet</b>\"\n"},
		{`\[a](https://example.org) [b`, "0 \"[a](https://example.org) [b\"\n"},
		{"- ett\n- två\n  - tre", "1• \"ett\"\n1• \"två\"\n2• \"tre\"\n"},
		{"3. c\n4. d", "13. \"c\"\n14. \"d\"\n"},
		{"# 1 > 2 ` \\*", "0 B\"1 > 2 ` *\"\n"},
		{"<script>alert(1)</script>\n\n<!-- x", "0 \"<script>alert(1)</script>\"\n0 \"<!-- x\"\n"},
		{"a\x00\x1bb\u200f", "0 \"ab\\u200f\"\n"},
	} {
		if got := told(x[0]); got != x[1] {
			t.Errorf("%q:\n%swant\n%s", x[0], got, x[1])
		}
	}
}

// What people paste is never a reason to wait.
func TestParseEndsSoon(t *testing.T) {
	nested := strings.Builder{}
	for i := range 1000 {
		nested.WriteString(strings.Repeat("  ", i) + "- x\n")
	}
	const many = 1 << 18
	for name, prose := range map[string]string{
		"lists in lines": nested.String(), "lists in one line": strings.Repeat("- ", many/2) + "x",
		"numbers": strings.Repeat("1. ", many/3) + "x", "brackets": strings.Repeat("[", many),
		"stars": strings.Repeat("*", many), "stars and words": strings.Repeat("*a **b ", many/7),
		"links": strings.Repeat("[a](", many/4), "one word": strings.Repeat("x", many), "quotes": strings.Repeat("> ", many/2),
		"angles": strings.Repeat("<", many), "closed brackets": strings.Repeat("[a]", many/3),
		"pages": strings.Repeat("[a](b.c)", many/8), "backslashes": strings.Repeat("\\", many), "angles and words": strings.Repeat("<a ", many/3),
		"addresses": strings.Repeat("<http://a", many/9),
	} {
		start := time.Now()
		blocks := report.Parse(prose)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
		if len(blocks) == 0 {
			t.Errorf("%s: nothing is left", name)
		}
	}
}

func TestFill(t *testing.T) {
	b := model.NewBoard(1, []model.Entity{model.Clock{Length: 48 * time.Hour},
		model.Card{ID: "a", Stage: model.Problem, Title: "a"}, model.Card{ID: "b", Stage: model.Problem, Title: "b"},
		model.Card{ID: "c", Stage: model.Project, Title: "c"}})
	got, unknown := report.Fill("{problems} {Problem} {projekt} {produkter} {timmar} {hours} {okänd} { x } {}", b, words.For("sv"), time.Now())
	if want := "2 2 1 0 48 48 {okänd} { x } {}"; got != want || fmt.Sprint(unknown) != "[{okänd}]" {
		t.Errorf("%q, unknown %v", got, unknown)
	}
	for _, lang := range words.Languages {
		for _, f := range report.Figures {
			if name := f.Name(words.For(lang)); !strings.HasPrefix(name, "{") || strings.Contains(name, ".") {
				t.Errorf("%s: %s is called %s", lang, f, name)
			} else if _, unknown := report.Fill(name, b, words.For(lang), time.Now()); unknown != nil {
				t.Errorf("%s: %s is not known", lang, name)
			}
		}
	}
}

// What somebody wrote elsewhere is read without the signs of its headings, quotations and
// tables.
func TestMarkdownFromElsewhere(t *testing.T) {
	blocks := report.Parse("# Budget #\nSå här:\n\n> sagt av\n> någon\n\n| Post | Kronor |\n|---|--:|\n| Hyra | 100 |\n\n#tagg")
	var got []string
	for _, b := range blocks {
		for _, s := range b.Spans {
			got = append(got, fmt.Sprint(s.Text, s.Bold))
		}
	}
	want := "[Budgettrue Så här:false sagt av\nnågonfalse Post · Kronor\nHyra · 100false #taggfalse]"
	if fmt.Sprint(got) != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestPlain(t *testing.T) {
	got := report.Plain("**Mål:** se [sidan](https://example.org/a).\n\n- ett\n- två\n  - tre\n\nSlut.")
	want := "Mål: se sidan (https://example.org/a).\n• ett\n• två\n  • tre\n\nSlut."
	if got != want {
		t.Errorf("%q", got)
	}
}
