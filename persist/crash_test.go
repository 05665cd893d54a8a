package persist

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"racedesk/model"
)

func init() { childs["PERSIST_TEST_STREAM"] = stream }

// stream says where the race is and votes for two cards at once, over and over,
// until it is killed.
func stream(path string) error {
	s, err := Open(context.Background(), path)
	if err != nil {
		return err
	}
	b, err := s.Load(context.Background())
	if err != nil {
		return err
	}
	for fmt.Println(b.Seq); ; fmt.Println(b.Seq) {
		var e model.Edit
		for _, id := range []model.ID{"c1", "c2"} {
			voted, err := b.Vote(id, 1)
			if err != nil {
				return err
			}
			e.Changes = append(e.Changes, voted.Changes...)
		}
		if e, err = s.Commit(context.Background(), e); err != nil {
			return err
		}
		b.Apply(e)
	}
}

// TestKilledAThousandTimes kills processes at random moments of their work, on four
// races at a time. What one said was stored is there when the next one opens the
// race, and no half of an edit ever is.
func TestKilledAThousandTimes(t *testing.T) {
	for race := range 4 {
		t.Run(fmt.Sprint(race), func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "race")
			if err := Create(t.Context(), path, model.Edit{Changes: made(card(1), card(2))}); err != nil {
				t.Fatal(err)
			}
			last := int64(1)
			for n := range 250 {
				last = killedOnce(t, path, last)
				if t.Failed() || n%50 == 49 {
					checkStream(t, path, last)
				}
				if t.Failed() {
					t.Fatalf("after %d", n)
				}
			}
			t.Logf("%d edits", last)
		})
	}
}

// killedOnce runs a process until a moment after it first said something, and
// returns the last edit that it said was stored.
func killedOnce(t *testing.T, path string, last int64) int64 {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "PERSIST_TEST_STREAM="+path)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines, kill := bufio.NewScanner(out), func() { child.Process.Kill() } //nolint:errcheck // it may have ended
	for first := true; lines.Scan(); first = false {
		seq, err := strconv.ParseInt(lines.Text(), 10, 64)
		if err != nil {
			break // killed in the middle of a word
		}
		if seq < last || !first && seq != last+1 {
			t.Errorf("race is at %d, was at %d", seq, last)
		}
		if last = seq; first {
			time.AfterFunc(rand.N(3*time.Millisecond), kill)
		}
	}
	if err := child.Wait(); err == nil {
		t.Error("not killed")
	}
	return last
}

// checkStream opens the race and looks for halves.
func checkStream(t *testing.T, path string, last int64) {
	t.Helper()
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Check(t.Context()); err != nil {
		t.Error(err)
	}
	b := load(t, s)
	one, _ := b.Card("c1")
	other, _ := b.Card("c2")
	if b.Seq < last || one.Votes != other.Votes || int64(one.Votes) != b.Seq-1 {
		t.Errorf("race is at %d, was at %d: %d and %d votes", b.Seq, last, one.Votes, other.Votes)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
