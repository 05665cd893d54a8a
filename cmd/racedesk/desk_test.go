package main

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

func TestARaceInAWindow(t *testing.T) {
	w := newWindow(t)
	w.open()
	start := w.shown()
	problems, project := start.open("problem"), start.open("project")[0]
	carried := len(start.card(project).From)

	w.drag("problem", problems[0], "card", "project", project)
	w.until("a problem joins a project", func() bool { return len(w.shown().card(project).From) == carried+1 })
	w.drag("problem", problems[1], "card", "project", project)
	w.until("a second one joins it", func() bool { return len(w.shown().card(project).From) == carried+2 })

	products := len(w.shown().open("product"))
	w.drag("project", project, "writer", "product", "") // on no other product
	w.until("the project becomes a product", func() bool { return len(w.shown().card(project).To) == 1 })
	if now := w.shown(); len(now.open("product")) != products+1 || now.card(string(now.card(project).To[0])).Title == "" {
		t.Error("the product does not carry its project's title")
	}

	w.tap("undo")
	w.until("undo takes the product back", func() bool { return len(w.shown().card(project).To) == 0 })
	w.tap("redo")
	w.until("redo makes it again", func() bool { return len(w.shown().card(project).To) == 1 })

	w.tap("clock")
	w.press("panel", "Fortsätt", "")
	w.until("the clock runs", func() bool { return w.shown().Clock.Running })

	w.tap("report")
	w.press("panel", "Exportera", "")
	w.until("the report is there", func() bool { _, err := os.Stat(w.path("rapport.pdf")); return err == nil })
	checkReport(t, w)

	before := w.shown()
	w.close()
	w.open()
	after := w.shown()
	if after.LastSeq != before.LastSeq || !after.Clock.Running || after.Clock.Left > before.Clock.Left {
		t.Errorf("after a restart: seq %d and %v s left, before: %d and %v s", after.LastSeq, after.Clock.Left,
			before.LastSeq, before.Clock.Left)
	}
	w.tap("undo")
	w.until("undo works across a restart", func() bool { return !w.shown().Clock.Running })
	w.act("key", "ctrl+z")
	w.until("so does the one before", func() bool { return len(w.shown().card(project).To) == 0 })
}

// checkReport reads the exported PDF with other people's tools.
func checkReport(t *testing.T, w *window) {
	t.Helper()
	if out, err := exec.Command("qpdf", "--check", w.path("rapport.pdf")).CombinedOutput(); err != nil {
		t.Errorf("qpdf: %v\n%s", err, out)
	}
	out, err := exec.Command("pdftotext", "-layout", w.path("rapport.pdf"), "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	text := strings.Join(strings.Fields(string(out)), " ")
	race := w.shown()
	wanted := []string{race.Race.Reference, "NÄTVERK", "Syfte och mål", "Upplägg och genomförande"}
	for _, c := range race.Cards {
		if c.Stage == "product" {
			wanted = append(wanted, c.Title)
		}
	}
	for _, want := range wanted {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
}

func TestExitStatus(t *testing.T) {
	dir := t.TempDir()
	race := dir + "/a.race"
	other := dir + "/brev.txt"
	if err := os.WriteFile(other, []byte("hej"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args string
		want int
	}{
		{"new " + race, 0}, {"new " + race, 1}, {"show " + race + " --json", 0}, {"show " + dir + "/none.race", 1},
		{"show " + other, 1}, {"report " + race + " -o " + dir + "/r.pdf", 0},
		{"report " + race + " -o " + dir + "/none/r.pdf", 1}, {"show", 2}, {"new " + race + " --sample odd", 2},
		{"report " + race, 2}, {"--nonsense", 2}, {"--help", 0}, {"help", 0}, {"help clock add", 0},
	} {
		cmd := exec.Command(binary, strings.Fields(c.args)...)
		out, _ := cmd.CombinedOutput()
		if got := cmd.ProcessState.ExitCode(); got != c.want {
			t.Errorf("racedesk %s ends with %d, want %d: %s", c.args, got, c.want, out)
		}
		if c.want == 1 && (!strings.HasPrefix(string(out), "racedesk: ") || strings.Contains(string(out), "sqlite")) {
			t.Errorf("racedesk %s says %q, not a sentence", c.args, out)
		}
	}
}

func TestAddPrintsTheIDsOfWhatIsStored(t *testing.T) {
	race := t.TempDir() + "/a.race"
	w := &window{t: t, race: race}
	w.cli("", "new", race)
	ids := strings.Fields(w.cli("Räntan är för hög\n\n  Ingen bank i byn  \r\nשלום 🌍", "add", race))
	var titles []string
	for _, id := range ids {
		titles = append(titles, w.shown().card(id).Title)
	}
	if want := []string{"Räntan är för hög", "Ingen bank i byn", "שלום 🌍"}; !slices.Equal(titles, want) {
		t.Errorf("stored %q, want %q", titles, want)
	}
}
