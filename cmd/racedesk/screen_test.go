package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"racedesk/assets/words"
	"racedesk/persist"
)

// Where there is no screen, a window is refused in a sentence, and the race is whole.
func TestWithoutAScreenASentenceIsSaid(t *testing.T) {
	race := filepath.Join(t.TempDir(), "home.race")
	if err := persist.Create(t.Context(), race); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"--lang", "sv", race}, {"projector", "--lang", "sv", race}} {
		c := exec.CommandContext(t.Context(), binary, args...)
		c.Env = []string{"HOME=" + t.TempDir(), "PATH=" + os.Getenv("PATH"), "LC_ALL=C.UTF-8"}
		out, err := c.CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != exitFailed {
			t.Errorf("%v ended with %v", args, err)
		}
		if said := string(out); !strings.Contains(said, words.For("sv").T("error.noscreen")) || strings.Contains(said, "goroutine") {
			t.Errorf("%v said %s", args, said)
		}
	}
	store, err := persist.Open(t.Context(), race)
	if err == nil {
		err = errors.Join(store.Check(t.Context()), store.Close())
	}
	if err != nil {
		t.Errorf("the race: %v", err)
	}
}
