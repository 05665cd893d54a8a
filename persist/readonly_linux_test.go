package persist

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"syscall"
	"testing"

	"racedesk/model"
)

// asNobody runs f without the superuser's right to write everywhere. Only the
// calling thread loses it, so f must do its file work itself.
func asNobody(t *testing.T, f func()) {
	t.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	me := os.Geteuid()
	syscall.RawSyscall(syscall.SYS_SETFSUID, 65534, 0, 0)             //nolint:errcheck // it has no errors
	defer syscall.RawSyscall(syscall.SYS_SETFSUID, uintptr(me), 0, 0) //nolint:errcheck // it has no errors
	f()
}

func TestReadOnly(t *testing.T) {
	for _, c := range []struct {
		name         string
		folder, file os.FileMode
	}{
		{"file", 0o777, 0o444},
		{"folder", 0o555, 0o666},
		{"both", 0o555, 0o444},
		{"secret file", 0o777, 0},
		{"secret folder", 0, 0o666},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := sample(t)
			dir := filepath.Dir(path)
			before := folder(t, dir)
			chmod(t, filepath.Dir(dir), 0o755)
			chmod(t, path, c.file)
			chmod(t, dir, c.folder)
			var err error
			asNobody(t, func() {
				var s *Store
				if s, err = Open(t.Context(), path); err == nil {
					err = errors.Join(errors.New("opened"), s.Close())
				}
			})
			chmod(t, dir, 0o777)
			chmod(t, path, 0o666)
			if !errors.Is(err, model.ErrReadOnly) {
				t.Errorf("got %v", err)
			}
			if after := folder(t, dir); !reflect.DeepEqual(before, after) {
				t.Error("something changed")
			}
		})
	}
}

// What cannot be written can still be read, and nothing is left beside it.
func TestReadOfWhatCannotBeWritten(t *testing.T) {
	path := sample(t)
	want, _, err := Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(path)
	before := folder(t, dir)
	chmod(t, filepath.Dir(dir), 0o755)
	chmod(t, path, 0o444)
	chmod(t, dir, 0o555)
	var got *model.Board
	asNobody(t, func() { got, _, err = Read(t.Context(), path) })
	chmod(t, dir, 0o777)
	chmod(t, path, 0o666)
	if err != nil || got.Seq != want.Seq || len(got.Entities()) != len(want.Entities()) {
		t.Fatalf("read %v, %v", got, err)
	}
	if after := folder(t, dir); !reflect.DeepEqual(before, after) {
		t.Error("something changed")
	}
	if _, _, err := Read(t.Context(), path+"2"); !errors.Is(err, model.ErrMissing) {
		t.Errorf("nothing there: %v", err)
	}
}

func TestReadOnlyFolderForNewFiles(t *testing.T) {
	s := open(t, sample(t))
	dir := t.TempDir()
	chmod(t, filepath.Dir(dir), 0o755)
	chmod(t, dir, 0o555)
	path := filepath.Join(dir, "race")
	asNobody(t, func() {
		if err := Create(t.Context(), path); !errors.Is(err, model.ErrReadOnly) {
			t.Errorf("create: %v", err)
		}
		if err := s.Backup(t.Context(), path); !errors.Is(err, model.ErrReadOnly) {
			t.Errorf("backup: %v", err)
		}
	})
	chmod(t, dir, 0o777)
}

func chmod(t *testing.T, path string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}
