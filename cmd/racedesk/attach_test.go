package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"racedesk/model"
)

// onePage is a PDF of one empty page.
func onePage() []byte {
	var out strings.Builder
	var at []int
	out.WriteString("%PDF-1.4\n")
	for i, o := range []string{"<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 400]>>", "<</Type /Page /Parent 2 0 R>>"} {
		at = append(at, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := out.Len()
	out.WriteString("xref\n0 4\n0000000000 65535 f \n")
	for _, a := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&out, "trailer\n<</Size 4 /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", table)
	return []byte(out.String())
}

func TestAttach(t *testing.T) {
	do := scripted(t)
	dir := t.TempDir()
	put := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	paper, text := put("Avtal.pdf", onePage()), put("budget.md", []byte("\xEF\xBB\xBF**{hours}** hours\n"))
	for _, args := range [][]string{{paper}, {text, "--title", "What it cost"}} {
		if status, out, complaint := do(append([]string{"attach", "RACE"}, args...)...); status != exitDone || strings.TrimSpace(out) == "" {
			t.Fatalf("%v: %d, %q", args, status, complaint)
		}
	}
	_, out, _ := do("report", "RACE", "--format", "text")
	for _, want := range []string{"Appendix 5. Avtal\n", "Avtal.pdf, one page", "Appendix 6. What it cost\n", "48 hours\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in the report", want)
		}
	}
	if status, _, complaint := do("report", "RACE", "-o", filepath.Join(dir, "r.pdf")); status != exitDone {
		t.Error(complaint)
	}
}

func TestABadAttachmentIsASentence(t *testing.T) {
	do := scripted(t)
	dir := t.TempDir()
	put := func(name string, data []byte, size int64) {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, size); err != nil {
			t.Fatal(err)
		}
	}
	whole := onePage()
	put("whole.pdf", whole, int64(len(whole)))
	put("half.pdf", whole, int64(len(whole)/3))
	put("huge.pdf", whole, 2<<30)
	put("letter.docx", []byte("PK"), 2)
	put("long.md", nil, model.MaxText+1)
	put("latin.txt", []byte("sm\xF6rg\xE5s"), 7)
	locked := exec.Command("qpdf", "--encrypt", "u", "o", "256", "--", filepath.Join(dir, "whole.pdf"), filepath.Join(dir, "locked.pdf"))
	if out, err := locked.CombinedOutput(); err != nil {
		t.Fatalf("%v %s", err, out)
	}
	for file, says := range map[string]string{"half.pdf": "damaged", "huge.pdf": "20 MB at most", "letter.docx": "no PDF", "locked.pdf": "locked",
		"long.md": "too long", "latin.txt": "UTF-8", "none.pdf": "There is no file", "none.md": "There is no file", ".": "no PDF"} {
		status, out, complaint := do("attach", "RACE", filepath.Join(dir, file))
		if status != exitFailed || out != "" || !strings.Contains(complaint, says) || strings.Count(complaint, "\n") != 1 {
			t.Errorf("%s: %d %q %q, want %q", file, status, out, complaint, says)
		}
	}
	if status, _, _ := do("attach", "RACE"); status != exitUsage {
		t.Error("nothing to attach is no wrong use")
	}
	if _, out, _ := do("report", "RACE", "--format", "text"); strings.Contains(out, "Appendix 5") {
		t.Error("something was attached")
	}
}
