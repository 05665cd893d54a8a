//go:build !windows

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"racedesk/assets/words"
)

// A disk that takes no more is played by the shell: no file may grow beyond 20 kB or
// so, and who tries is told, not ended. A library that keeps that to itself would say
// that all is well.
func TestAFullDiskLeavesTheOldReport(t *testing.T) {
	dir := t.TempDir()
	race, target := filepath.Join(dir, "a.race"), filepath.Join(dir, "out", "rapport.pdf")
	w := &window{t: t, race: race}
	w.cli("", "new", race, "--sample", "finished")
	const old = "%PDF-1.7 the old report"
	if err := os.Mkdir(filepath.Dir(target), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(target, []byte(old), 0o600); err != nil {
		t.Fatal(err)
	}
	report := func(limit string) (string, int) {
		cmd := exec.Command("bash", "-c", limit+`exec "$0" --lang sv report "$1" -o "$2"`, binary, race, target)
		said, _ := cmd.CombinedOutput()
		return string(said), cmd.ProcessState.ExitCode()
	}
	said, status := report(`trap "" XFSZ; ulimit -f 20; `)
	if status != 1 || said != "racedesk: "+words.For("sv").T("error.full")+"\n" {
		t.Errorf("ends with %d and says %q", status, said)
	}
	if got, err := os.ReadFile(target); string(got) != old || err != nil {
		t.Errorf("the old report is %d bytes now, %v", len(got), err)
	}
	if left, err := os.ReadDir(filepath.Dir(target)); len(left) != 1 || err != nil {
		t.Errorf("beside it lies %v, %v", left, err)
	}
	if said, status := report(""); status != 0 || said != "" {
		t.Errorf("with space again it ends with %d and says %q", status, said)
	}
	if got, err := os.ReadFile(target); err != nil || !strings.HasPrefix(string(got), "%PDF-1.7") || len(got) < 50_000 {
		t.Errorf("then the report is %d bytes, %v", len(got), err)
	}
}
