package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"racedesk/model"
	"racedesk/persist"
)

// scripted runs a command line on a new race in its own language.
func scripted(t *testing.T) func(args ...string) (status int, out, complaint string) {
	t.Helper()
	race := filepath.Join(t.TempDir(), "r.race")
	do := func(args ...string) (int, string, string) {
		var out, complain bytes.Buffer
		for i := range args {
			args[i] = strings.ReplaceAll(args[i], "RACE", race)
		}
		status := run(context.Background(), append(args, "--lang", "en"), strings.NewReader(""), &out, &complain)
		return status, out.String(), complain.String()
	}
	if status, _, complaint := do("new", "RACE"); status != exitDone {
		t.Fatal(complaint)
	}
	return do
}

func TestTheClockFromAScript(t *testing.T) {
	do := scripted(t)
	for _, c := range []struct{ args, says string }{
		{"show", "48:00:00 left, not started"},
		{"start", "48:00:00 left, running"},
		{"add 5m", "48:05:00 left, running"},
		{"add 5", "48:10:00 left"},
		{"take 1h10m", "47:00:00 left"},
		{"add 10", "47:10:00 left"},
		{"add -10m", "47:00:00 left"},
		{"length 12:30", "12:30:00 left"},
		{"pause", "12:30:00 left, paused"},
		{"start", "12:30:00 left, running"},
		{"reset", "12:30:00 left, not started"},
		{"show", "12:30:00 left, not started"},
	} {
		status, out, complaint := do(append([]string{"clock", "RACE"}, strings.Fields(c.args)...)...)
		out = strings.NewReplacer("48:04:59", "48:05:00", "48:09:59", "48:10:00", "47:09:59", "47:10:00", "46:59:59", "47:00:00", "12:29:59", "12:30:00").Replace(out)
		if status != exitDone || !strings.HasPrefix(out, c.says) {
			t.Errorf("%s: %d %q %q, want %q", c.args, status, out, complaint, c.says)
		}
	}
	soon := time.Now().Add(90 * time.Minute)
	if _, out, _ := do("clock", "RACE", "end", soon.Format("15:04")); !strings.Contains(out, soon.Format("15:04")) || !strings.HasPrefix(out, "01:") {
		t.Errorf("the end at %s is %q", soon.Format("15:04"), out)
	}
}

// TestTheReportTellsTheRacesTime has the computer's clock set ahead by 60 hours in a
// race that is in its seventh hour.
func TestTheReportTellsTheRacesTime(t *testing.T) {
	race := filepath.Join(t.TempDir(), "r.race")
	if status := run(t.Context(), []string{"new", race, "--sample=finished"}, strings.NewReader(""), io.Discard, io.Discard); status != exitDone {
		t.Fatal(status)
	}
	store, err := persist.Open(t.Context(), race)
	if err != nil {
		t.Fatal(err)
	}
	board, err := store.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c := board.Clock()
	c.Used, c.Step, c.Since = 0, 60*time.Hour, time.Now().Add(-67*time.Hour)
	if _, err = store.Commit(t.Context(), model.Edit{Changes: []model.Change{{Before: board.Clock(), After: c}}}); err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	var out, complaint bytes.Buffer
	status := run(t.Context(), []string{"report", race, "--format", "text", "--lang", "en"}, strings.NewReader(""), &out, &complaint)
	if status != exitDone || !strings.Contains(out.String(), "after 7\u00a0hours") {
		t.Errorf("status %d, %s%s", status, complaint.String(), out.String())
	}
}

func TestABadClockIsASentence(t *testing.T) {
	do := scripted(t)
	for args, says := range map[string]string{
		"length 0": "a minute at least", "length 0:60": "no length of time", "length 2400": "30 days at most", "length x": "no length of time",
		"end 25:00": "no time of day", "add x": "no length of time", "take -5m": "no length of time", "take 48h": "a minute at least", "add 10000h": "30 days at most",
	} {
		status, _, complaint := do(append([]string{"clock", "RACE"}, strings.Fields(args)...)...)
		if status != exitFailed || !strings.Contains(complaint, says) || strings.Contains(complaint, "went wrong") {
			t.Errorf("%s: %d %q, want %q", args, status, complaint, says)
		}
	}
	if status, out, _ := do("clock", "RACE", "show"); status != exitDone || !strings.HasPrefix(out, "48:00:00") {
		t.Errorf("the clock is %q after all that was refused", out)
	}
	if status, _, _ := do("clock", "RACE"); status != exitUsage {
		t.Errorf("no command: status %d", status)
	}
}

func TestAForgottenPINIsTakenAway(t *testing.T) {
	race := filepath.Join(t.TempDir(), "r.race")
	lock := model.Lock{Salt: []byte("salt"), Hash: []byte("hash"), Rounds: 1}
	err := persist.Create(t.Context(), race, model.NewRace("Race"), model.Edit{Label: model.LabelLock, Changes: []model.Change{{After: lock}}})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // also where there is none any more
		var out, complain bytes.Buffer
		if status := run(t.Context(), []string{"unlock", race}, strings.NewReader(""), &out, &complain); status != exitDone || out.Len() == 0 {
			t.Errorf("status %d, %q", status, complain.String())
		}
	}
	if b, _, err := persist.Read(t.Context(), race); err != nil || b.Lock().Set() {
		t.Errorf("the lock is there still, %v", err)
	}
}

// left is what a new process reads, with the instant.
func left(t *testing.T, race string) (seconds float64, at time.Time) {
	t.Helper()
	out, err := exec.Command(binary, "show", race, "--json").Output()
	var r raceJSON
	if err == nil {
		err = json.Unmarshal(out, &r)
	}
	if err != nil {
		t.Fatal(err)
	}
	return r.Clock.Left, time.Now()
}

// The desk is killed in each state of the clock: what is left afterwards is what the
// time that passed in between left, to the second.
func TestTheClockAfterAKill(t *testing.T) {
	w := newWindow(t)
	w.cli("", "clock", w.race, "reset")
	for _, c := range []struct {
		state string
		runs  bool
	}{{"length 20", false}, {"start", true}, {"add 10", true}, {"pause", false}, {"start", true}, {"length 0:01", true}} {
		w.open()
		w.cli("", append([]string{"clock", w.race}, strings.Fields(c.state)...)...)
		before, at := left(t, w.race)
		if err := w.desk.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = w.desk.Wait() // it was killed
		w.open()
		after, then := left(t, w.race)
		want := before
		if c.runs {
			want -= then.Sub(at).Seconds()
		}
		if off := after - want; off < -1 || off > 1 {
			t.Errorf("%s: %.2f s left after the kill, want %.2f", c.state, after, want)
		}
		_ = w.desk.Process.Kill() // for the next one
		_ = w.desk.Wait()
	}
}
