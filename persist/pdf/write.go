package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"racedesk/model"
)

// Write writes the report beside its place, where it takes the name when it is
// whole, so that an older report is never left half overwritten.
func (p *Pages) Write(ctx context.Context, path string) error {
	data, err := p.Bytes(ctx)
	if err != nil {
		return fmt.Errorf("write report %s: %w", path, err)
	}
	if err := replace(path, data); err != nil {
		return fmt.Errorf("write report %s: %w", path, meaning(err))
	}
	return nil
}

// Create writes a report of another format to a file where there is none: model.ErrExists
// where something has its path, model.ErrNotFile where that is no file.
func Create(path string, data []byte) error {
	if err := create(path, data); err != nil {
		return fmt.Errorf("write report %s: %w", path, meaning(err))
	}
	return nil
}

func create(path string, data []byte) error {
	if err := place(path); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // named by the user, to be read by all
	switch {
	case errors.Is(err, fs.ErrExist):
		return model.ErrExists
	case err != nil:
		return err
	}
	if err = fill(masked{f}, data); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// A masked file keeps the rights that it was made with: the user's mask took some away.
type masked struct{ *os.File }

func (masked) Chmod(os.FileMode) error { return nil }

func replace(path string, data []byte) error {
	if whole, err := filepath.EvalSymlinks(path); err == nil {
		path = whole // a link to the report stays a link
	}
	if err := isReport(path); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".racedesk-report-*")
	if err != nil {
		return err
	}
	if err = fill(f, data); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// A durable file says when what was written to it is safe.
type durable interface {
	io.WriteCloser
	Chmod(os.FileMode) error
	Sync() error
}

// fill writes a file and closes it. What goes wrong on the way is told, also by the
// last step: the painter's library keeps it to itself.
func fill(f durable, data []byte) error {
	_, err := f.Write(data)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// place returns model.ErrNotFile where something has a path that no file can take the
// place of: a folder, a device.
func place(path string) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s: %w", path, model.ErrNotFile)
	}
	return nil
}

// isReport lets a report take the place of another one and of nothing else: a
// slip of the hand must not cost a race.
func isReport(path string) error {
	if err := place(path); err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil // there is nothing, or what comes next says what is wrong
	}
	defer f.Close() //nolint:errcheck // it was only read
	begin := make([]byte, len(magic))
	if n, _ := io.ReadFull(f, begin); n > 0 && string(begin) != magic {
		return fmt.Errorf("%w: no PDF", model.ErrExists)
	}
	return nil
}

// magic is what every PDF begins with.
const magic = "%PDF-"

// What Windows calls a full disk.
const (
	windowsHandleDiskFull syscall.Errno = 39
	windowsDiskFull       syscall.Errno = 112
)

// noSpace says whether the disk is full, or takes no file of this size.
func noSpace(err error) bool {
	if runtime.GOOS == "windows" {
		return errors.Is(err, windowsDiskFull) || errors.Is(err, windowsHandleDiskFull)
	}
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

// meaning adds to the system's error the model's error that it amounts to.
func meaning(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return fmt.Errorf("%w: %w", model.ErrNoFolder, err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Errorf("%w: %w", model.ErrReadOnly, err)
	case noSpace(err):
		return fmt.Errorf("%w: %w", model.ErrFull, err)
	}
	return err
}
