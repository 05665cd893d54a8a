package persist

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"sync"
	"testing"

	"racedesk/model"
)

// tomorrow are the steps of a version to come.
var tomorrow = append(slices.Clone(migrations),
	step{sql: `ALTER TABLE edits ADD COLUMN note TEXT NOT NULL DEFAULT ''; CREATE TABLE extra (id TEXT)`})

// today is the version that the files of the tests have.
var today = len(migrations)

func TestUpgrade(t *testing.T) {
	path := sample(t)
	old := open(t, path)
	want, edits := content(load(t, old)), history(t, old, 0)
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := openFile(t.Context(), path, tomorrow)
	if err != nil {
		t.Fatal(err)
	}
	if got := content(load(t, s)); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	commitTo(t, s, vote(t, load(t, s), 1))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	kept := open(t, fmt.Sprint(path, ".v", today, ".bak"))
	if got := content(load(t, kept)); !reflect.DeepEqual(got, want) {
		t.Errorf("kept %v, want %v", got, want)
	}
	if got := history(t, kept, 0); !reflect.DeepEqual(got, edits) {
		t.Errorf("kept %v, want %v", got, edits)
	}
}

func TestUpgradeIsRefusedByTheOldVersion(t *testing.T) {
	path := sample(t)
	s, err := openFile(t.Context(), path, tomorrow)
	if err != nil {
		t.Fatal(err)
	}
	// The upgrade is in the log still, and a desk of tomorrow at work.
	if _, err := Open(t.Context(), path); !errors.Is(err, model.ErrNewer) {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	before := readFile(t, path)
	if _, err := Open(t.Context(), path); !errors.Is(err, model.ErrNewer) {
		t.Error(err)
	}
	if !bytes.Equal(readFile(t, path), before) {
		t.Error("altered")
	}
}

func TestUpgradeThatFails(t *testing.T) {
	path := sample(t)
	broken := append(slices.Clone(tomorrow), step{sql: `CREATE TABLE extra (id TEXT)`})
	if s, err := openFile(t.Context(), path, broken); err == nil {
		t.Fatal(s.Close())
	}
	s := open(t, path)
	if b := load(t, s); b.Seq != 2 {
		t.Errorf("race is at %d", b.Seq)
	}
	var extra int
	if err := s.read.Get(&extra, `SELECT count(*) FROM sqlite_master WHERE name = 'extra'`); err != nil || extra != 0 {
		t.Errorf("half of it stays: %d, %v", extra, err)
	}
}

func TestUpgradeKeepsEarlierBackups(t *testing.T) {
	path := sample(t)
	writeFile(t, fmt.Sprint(path, ".v", today, ".bak"), []byte("mine"))
	s, err := openFile(t.Context(), path, tomorrow)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if got := string(readFile(t, fmt.Sprint(path, ".v", today, ".bak"))); got != "mine" {
		t.Errorf("%q", got)
	}
	if b := load(t, open(t, fmt.Sprint(path, ".v", today, "-2.bak"))); b.Seq != 2 {
		t.Errorf("kept is at %d", b.Seq)
	}
}

func TestUpgradeAtOnce(t *testing.T) {
	path := sample(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			s, err := openFile(t.Context(), path, tomorrow)
			if err != nil {
				t.Error(err)
				return
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	kept, err := filepath.Glob(path + ".*.bak")
	if err != nil || len(kept) != 1 {
		t.Errorf("%v, %v", kept, err)
	}
}

func TestVersionIsWrittenTwice(t *testing.T) {
	s := open(t, sample(t))
	var meta string
	if err := s.read.Get(&meta, `SELECT value FROM meta WHERE key = 'schema'`); err != nil || meta != strconv.Itoa(today) {
		t.Error(meta, err)
	}
	if version, err := s.identify(t.Context(), today); err != nil || version != today {
		t.Error(version, err)
	}
}

// TestUpgradeUnderADeskOfToday lets a program of tomorrow upgrade a race that a
// desk of today is at. What that desk would write is not of the new schema.
func TestUpgradeUnderADeskOfToday(t *testing.T) {
	file, server := sample(t), newRaceOn(t, sharedServer(t))
	for address, upgrade := range map[string]func() (*Store, error){
		file:   func() (*Store, error) { return openFile(t.Context(), file, tomorrow) },
		server: func() (*Store, error) { return openServer(t.Context(), server, tomorrow) },
	} {
		desk := open(t, address)
		commitTo(t, desk, model.Edit{Changes: made(card(100))})
		newer, err := upgrade()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := desk.Commit(t.Context(), model.Edit{Changes: made(card(101))}); !errors.Is(err, model.ErrNewer) {
			t.Errorf("%s: %v", address, err)
		}
		commitTo(t, newer, model.Edit{Changes: made(card(102))})
		if err := newer.Close(); err != nil {
			t.Error(err)
		}
	}
}
