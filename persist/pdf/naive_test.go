package pdf

import (
	"bytes"
	"errors"
	"os"
	"testing"

	"racedesk/assets/words"
	"racedesk/report"
)

var errStick = errors.New("the stick was pulled out")

// A stick is a file of which one step fails: write, chmod, sync or close.
type stick struct{ fails string }

func (s stick) step(name string) error {
	if s.fails == name {
		return errStick
	}
	return nil
}

func (s stick) Write(p []byte) (int, error) {
	if err := s.step("write"); err != nil {
		return len(p) / 2, err
	}
	return len(p), nil
}

func (s stick) Chmod(os.FileMode) error { return s.step("chmod") }
func (s stick) Sync() error             { return s.step("sync") }
func (s stick) Close() error            { return s.step("close") }

// The library tells of no write that fails; the report does, at each step.
func TestNoFailedWriteIsSwallowed(t *testing.T) {
	for _, step := range []string{"write", "chmod", "sync", "close"} {
		if err := fill(stick{step}, []byte("%PDF-")); !errors.Is(err, errStick) {
			t.Errorf("%s fails: %v", step, err)
		}
	}
	if err := fill(stick{}, []byte("%PDF-")); err != nil {
		t.Error(err)
	}
}

// The library's second compile damages the file; a report that is written twice is the
// same both times, and whole.
func TestASecondCompileIsTheSameFile(t *testing.T) {
	pages, err := Lay(t.Context(), report.Source{Board: few(t), Words: words.For("sv"), At: written})
	if err != nil {
		t.Fatal(err)
	}
	var files [2][]byte
	for i := range files {
		if files[i], err = pages.Bytes(t.Context()); err != nil {
			t.Fatal(err)
		}
		parse(t, files[i]).fonts()
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("the second file is another one")
	}
}
