package pdf

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"racedesk/assets/words"
	"racedesk/model"
)

func TestMeaning(t *testing.T) {
	for errno, want := range map[syscall.Errno]error{
		syscall.ENOSPC: model.ErrFull, syscall.EACCES: model.ErrReadOnly, syscall.EROFS: model.ErrReadOnly,
		syscall.EPERM: model.ErrReadOnly, syscall.ENOTDIR: model.ErrNoFolder, syscall.ENOENT: model.ErrNoFolder,
	} {
		err := meaning(&os.PathError{Op: "open", Path: "x", Err: errno})
		if !errors.Is(err, want) || !errors.Is(err, errno) {
			t.Errorf("meaning(%v) = %v, want %v", errno, err, want)
		}
	}
}

func TestReplaceKeepsLinksAndLeavesNothingHalf(t *testing.T) {
	dir := t.TempDir()
	target, link, folder := filepath.Join(dir, "real.pdf"), filepath.Join(dir, "link.pdf"), filepath.Join(dir, "folder")
	if err := errors.Join(os.WriteFile(target, []byte("%PDF-old"), 0o600), os.Symlink(target, link), os.Mkdir(folder, 0o700),
		os.WriteFile(filepath.Join(folder, "x"), nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	if err := replace(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(target); string(got) != "new" || err != nil {
		t.Errorf("behind the link stands %q, %v", got, err)
	}
	other := filepath.Join(dir, "a.race")
	if err := os.WriteFile(other, []byte("SQLite"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := replace(other, []byte("new")); !errors.Is(err, model.ErrExists) {
		t.Errorf("a file that is no report: %v", err)
	}
	if got, _ := os.ReadFile(other); string(got) != "SQLite" {
		t.Errorf("a file that is no report became %q", got)
	}
	if err := replace(folder, []byte("new")); !errors.Is(err, model.ErrNotFile) {
		t.Error("a folder was replaced by a report")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

func TestWriteFails(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]error{
		filepath.Join(dir, "nowhere", "r.pdf"): model.ErrNoFolder,
		filepath.Join(file, "r.pdf"):           model.ErrNoFolder,
		dir:                                    model.ErrNotFile,
		os.DevNull:                             model.ErrNotFile,
	} {
		if err := Write(t.Context(), path, few(t), words.For("sv"), written); !errors.Is(err, want) {
			t.Errorf("Write(%s) = %v, want %v", path, err, want)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Write(ctx, filepath.Join(dir, "r.pdf"), few(t), words.For("sv"), written); !errors.Is(err, context.Canceled) {
		t.Errorf("Write after the end = %v", err)
	}
}
