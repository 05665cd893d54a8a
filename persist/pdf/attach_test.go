package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/report"
)

// brief makes a PDF of pages that each say their number, by an option of a page.
func brief(pages int, option string) []byte {
	var out bytes.Buffer
	var at []int
	object := func(body string) {
		at = append(at, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(at), body)
	}
	out.WriteString("%PDF-1.4\n")
	object("<</Type /Catalog /Pages 2 0 R>>")
	kids := ""
	for n := range pages {
		kids += fmt.Sprintf("%d 0 R ", 4+2*n)
	}
	object(fmt.Sprintf("<</Type /Pages /Kids [%s] /Count %d /MediaBox [0 0 300 400]>>", kids, pages))
	object("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>")
	for n := range pages {
		object(fmt.Sprintf("<</Type /Page /Parent 2 0 R /Contents %d 0 R /Resources <</Font <</F1 3 0 R>>>> %s>>", 5+2*n, option))
		draws := fmt.Sprintf("BT /F1 24 Tf 40 300 Td (Avtal blad %d) Tj ET", n+1)
		object(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(draws), draws))
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, a := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, table)
	return out.Bytes()
}

// appended is a race with a text and a PDF as further appendices.
func appended(t *testing.T, data []byte) *model.Board {
	t.Helper()
	_, pages, err := Inspect(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	b := few(t)
	for i, a := range []model.Appendix{{ID: "text", Title: "Budget", Text: "Det kostade **{timmar}** kronor.", EnglishTitle: "Costs"},
		{ID: "file", Title: "Avtal", File: "avtal.pdf", Pages: pages}} {
		e, err := b.Append(a, [][]byte{nil, data}[i])
		if err != nil {
			t.Fatal(err)
		}
		b.Apply(e.Stamped(b.Seq+1, written))
	}
	return b
}

func TestAppendicesStandInTheReport(t *testing.T) {
	sheets := layout(t, appended(t, brief(3, "")), "sv")
	text := dump(sheets)
	for _, want := range []string{`"Bilaga 5. Budget"`, `"Bilaga 6. Avtal"`, `anchor appendix-text "Bilaga 5. Budget"`, `anchor appendix-file "Bilaga 6. Avtal"`,
		`"48"`, `"Sida 2 av 3 i avtal.pdf"`, "brought 147.6 104.9 300.0 400.0 page 3 of avtal.pdf"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s", want)
		}
	}
	if english := dump(layout(t, appended(t, brief(1, "")), "en")); !strings.Contains(english, `"Appendix 5. Costs"`) {
		t.Error("the title is not in English")
	}
}

func TestAttachedPagesAreInTheFile(t *testing.T) {
	for name, option := range map[string]string{"plain": "", "turned": "/Rotate 90", "cropped": "/CropBox [20 200 280 380]", "upside down": "/Rotate 180"} {
		t.Run(name, func(t *testing.T) {
			b := appended(t, brief(2, option))
			data, err := Compose(t.Context(), b, words.For("sv"), written)
			if err != nil {
				t.Fatal(err)
			}
			path := file(t, data)
			tool(t, "qpdf", "--check", path)
			text := tool(t, "pdftotext", path, "-")
			for _, want := range []string{"Avtal blad 1", "Avtal blad 2"} {
				if strings.Count(text, want) != 1 {
					t.Errorf("%s is there %d times", want, strings.Count(text, want))
				}
			}
			if again, err := Compose(t.Context(), b, words.For("sv"), written); err != nil || !bytes.Equal(again, data) {
				t.Errorf("the same race made other bytes, %v", err)
			}
		})
	}
}

// In a report of two languages the pages are there once, and the second says so.
func TestAttachedPagesAreThereOnce(t *testing.T) {
	b := appended(t, brief(2, ""))
	r := b.Report()
	r.Language = model.Both
	b.Apply(model.Edit{Changes: []model.Change{{After: r}}}.Stamped(b.Seq+1, written))
	data, err := Compose(t.Context(), b, words.For("sv"), written)
	if err != nil {
		t.Fatal(err)
	}
	text := tool(t, "pdftotext", file(t, data), "-")
	for want, times := range map[string]int{"Avtal blad 2": 1, "The pages of avtal.pdf are in the first part of this file.": 1, "Bilaga 6. Avtal": 2, "Appendix 6. Avtal": 2} {
		if n := strings.Count(text, want); n != times {
			t.Errorf("%s is there %d times", want, n)
		}
	}
}

// A file is what it says of itself: with pages of others in it, it says less.
func TestWithAttachedPagesNothingIsClaimed(t *testing.T) {
	for claims, b := range map[bool]*model.Board{true: few(t), false: appended(t, brief(1, ""))} {
		data, err := Compose(t.Context(), b, words.For("sv"), written)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte("pdfaid:part")) != claims {
			t.Errorf("claims PDF/A, which is %t", !claims)
		}
		parse(t, data).metadataOf("sv", claims)
	}
	told := report.Lacks(appended(t, brief(1, "")), words.For("sv"), written)
	if all := fmt.Sprint(told); !strings.Contains(all, "Med avtal.pdf kan rapporten inte följa PDF/A") {
		t.Errorf("%s", all)
	}
}

// endless gives bytes without end, and counts them.
type endless struct{ given int }

// Read implements io.Reader.
func (e *endless) Read(p []byte) (int, error) { e.given += len(p); return len(p), nil }

func TestWhatCannotBeAttached(t *testing.T) {
	whole := brief(3, "")
	path := file(t, whole)
	made := func(args ...string) []byte {
		to := filepath.Join(t.TempDir(), "made.pdf")
		tool(t, "qpdf", append(args, path, to)...)
		data, err := os.ReadFile(to)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	for name, test := range map[string]struct {
		data []byte
		want error
	}{
		"whole":               {whole, nil},
		"packed":              {made("--object-streams=generate", "--compress-streams=y"), nil},
		"linear":              {made("--linearize"), nil},
		"behind other bytes":  {append([]byte("From: x\n\n"), whole...), nil},
		"a wrong table":       {bytes.Replace(whole, []byte("startxref\n"), []byte("startxref\n9"), 1), nil},
		"locked":              {made("--encrypt", "u", "o", "256", "--"), model.ErrEncrypted},
		"locked to change":    {made("--encrypt", "", "o", "256", "--"), model.ErrEncrypted},
		"nothing":             {nil, model.ErrNoPDF},
		"a text":              {[]byte("Dear all,\nplease find attached"), model.ErrNoPDF},
		"half":                {whole[:len(whole)/3], model.ErrNoPDF},
		"no pages":            {brief(0, ""), model.ErrNoPDF},
		"a page of no size":   {brief(1, "/MediaBox [0 0 0 0]"), model.ErrNoPDF},
		"too many pages":      {brief(model.MaxAttachedPages+1, ""), model.ErrNoPDF},
		"pages in a circle":   {bytes.Replace(whole, []byte("/Kids [4 0 R"), []byte("/Kids [2 0 R"), 1), model.ErrNoPDF},
		"200,000 deep":        {bytes.Replace(whole, []byte("/Type /Font "), []byte("/Type /Font /X "+strings.Repeat("[", 200_000)+strings.Repeat("]", 200_000)), 1), nil},
		"20 MB and a byte":    {append(whole, make([]byte, model.MaxAttached)...), model.ErrHeavy},
		"no contents":         {brief(1, "/Contents 99 0 R"), nil},
		"a picture of a page": {bytes.Replace(whole, []byte("/Contents 5 0 R"), []byte("/Contents 3 0 R"), 1), model.ErrNoPDF},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := Inspect(bytes.NewReader(test.data))
			if !errors.Is(err, test.want) || (err == nil) != (test.want == nil) {
				t.Errorf("%v, want %v", err, test.want)
			}
		})
	}
	var huge endless
	if _, _, err := Inspect(&huge); !errors.Is(err, model.ErrHeavy) || huge.given > 2*model.MaxAttached {
		t.Errorf("a file without end: %v after %d bytes", err, huge.given)
	}
	if _, _, err := Inspect(io.MultiReader(bytes.NewReader(whole), failing{})); err == nil {
		t.Error("a stick that was pulled out is a whole file")
	}
}

func TestOnlyAFileThatEndsIsRead(t *testing.T) {
	whole := file(t, brief(2, ""))
	if data, pages, err := InspectFile(whole); err != nil || len(pages) != 2 || !bytes.Equal(data, brief(2, "")) {
		t.Errorf("%d pages, %v", len(pages), err)
	}
	if err := os.Truncate(whole, 2<<30); err != nil {
		t.Fatal(err)
	}
	if _, _, err := InspectFile(whole); !errors.Is(err, model.ErrHeavy) {
		t.Errorf("2 GB: %v", err)
	}
	if _, _, err := InspectFile(t.TempDir()); !errors.Is(err, model.ErrNoPDF) {
		t.Errorf("a folder: %v", err)
	}
	if _, _, err := InspectFile(filepath.Join(t.TempDir(), "no.pdf")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
}

type failing struct{}

// Read implements io.Reader.
func (failing) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestManyAppendicesAreAllInTheContents(t *testing.T) {
	b := few(t)
	for n := range 60 {
		e, err := b.Append(model.Appendix{Title: fmt.Sprintf("Nummer %d", n)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		b.Apply(e.Stamped(b.Seq+1, written))
	}
	text := dump(layout(t, b, "sv"))
	if n := strings.Count(text, `. Nummer `); n != 3*60 { // in the contents, over the text, as a bookmark
		t.Errorf("they are named %d times", n)
	}
}

func TestThePreviewSaysWhichPageItIs(t *testing.T) {
	src := report.Source{Board: appended(t, brief(2, "")), Words: words.For("sv"), At: written}
	pages, err := Lay(t.Context(), src)
	if err != nil {
		t.Fatal(err)
	}
	img := pages.Draw(pages.Find("appendix-file"), 600)
	inked := 0
	for x := 200; x < 400; x++ {
		for y := 296; y < 316; y++ {
			if r, _, _, _ := img.At(x, y).RGBA(); r < 0x9000 {
				inked++
			}
		}
	}
	if inked < 50 {
		t.Errorf("%d pixels of ink in the middle of the page", inked)
	}
}
