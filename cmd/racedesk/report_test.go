package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"racedesk/model"
	"racedesk/persist"
)

// Where what happened in a race cannot be read, its report does not say that nothing did.
func TestNoReportOfADamagedHistory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.race")
	if err := persist.Create(t.Context(), path, model.NewRace("Winter")); err != nil {
		t.Fatal(err)
	}
	report := func() (status int, complaint string) {
		var out, complain bytes.Buffer
		return run(t.Context(), []string{"report", path, "--format", "text", "--lang", "en"}, strings.NewReader(""), &out, &complain), complain.String()
	}
	if status, complaint := report(); status != exitDone {
		t.Fatal(complaint)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const only = `"after"` // which an edit has, and no entity
	if !bytes.Contains(data, []byte(only)) {
		t.Fatal("no edit is found in the file")
	}
	if err := os.WriteFile(path, bytes.ReplaceAll(data, []byte(only), []byte(`"aftar"`)), 0o600); err != nil {
		t.Fatal(err)
	}
	if status, complaint := report(); status == exitDone || !strings.Contains(complaint, "damaged") {
		t.Errorf("it ends with %d, %q", status, complaint)
	}
}

// A figure that there is not is told where nobody reads the list of what is missing, and
// never stands in the report as it was written.
func TestAnUnknownFigureIsNamedByTheCommand(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.race")
	race := model.NewRace("Winter")
	race.Changes = append(race.Changes, model.Change{After: model.Report{Language: model.Both, Purpose: "Det blev {okänt} av {problem}.",
		English: model.Texts{Purpose: "It became {nothing}."}}})
	if err := persist.Create(t.Context(), path, race); err != nil {
		t.Fatal(err)
	}
	var out, complain bytes.Buffer
	if status := run(t.Context(), []string{"report", path, "--format", "text", "--lang", "both"}, strings.NewReader(""), &out, &complain); status != exitDone {
		t.Fatal(complain.String())
	}
	for _, want := range []string{"{okänt}", "{nothing}"} {
		if !strings.Contains(complain.String(), want) || strings.Contains(out.String(), want) {
			t.Errorf("of %s it says %q, and writes %q", want, complain.String(), out.String())
		}
	}
	if !strings.Contains(out.String(), "Det blev – av 0.") {
		t.Errorf("%s", out.String())
	}
}

// What the command line asks for is written, or refused before anything is.
func TestTheReportIsWrittenAsItIsCalled(t *testing.T) {
	dir := t.TempDir()
	race := filepath.Join(dir, "r.race")
	if err := persist.Create(t.Context(), race, model.NewRace("Winter")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args   []string
		status int
		begins string // the file, or what is said
	}{
		{[]string{"-o", filepath.Join(dir, "r.html")}, exitDone, "<!DOCTYPE html>"},
		{[]string{"-o", filepath.Join(dir, "r.txt")}, exitDone, "Winter"},
		{[]string{"-o", filepath.Join(dir, "r.pdf")}, exitDone, "%PDF-"},
		{[]string{"-o", filepath.Join(dir, "s.html"), "--format", "pdf"}, exitDone, "%PDF-"},
		{[]string{"-o", filepath.Join(dir, "t.pdf"), "--lang", "de"}, exitUsage, "--lang must be one of"},
		{[]string{"-o", dir}, exitFailed, "racedesk: What has that name is a folder"},
		{[]string{"-o", dir, "--format", "html"}, exitFailed, "racedesk: What has that name is a folder"},
		{[]string{"-o", os.DevNull}, exitFailed, "racedesk: What has that name is a folder or a device"},
		{[]string{"-o", filepath.Join(dir, "no", "r.pdf")}, exitFailed, "racedesk: That folder is not there"},
		{[]string{"-o", filepath.Join(dir, "no", "r.html")}, exitFailed, "racedesk: That folder is not there"},
	} {
		var out, complain bytes.Buffer
		status := run(t.Context(), append([]string{"--lang", "en", "report", race}, c.args...), strings.NewReader(""), &out, &complain)
		said := complain.String()
		if status == exitDone {
			data, err := os.ReadFile(c.args[1])
			if said = string(data); err != nil {
				t.Error(err)
			}
		}
		if status != c.status || !strings.Contains(said, c.begins) {
			t.Errorf("%v: %d, %.90q", c.args, status, said)
		}
	}
}
