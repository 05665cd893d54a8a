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
