package persist

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"syscall"
	"testing"

	"racedesk/model"
)

func TestWrap(t *testing.T) {
	below := func(errno syscall.Errno) error { return &fs.PathError{Op: "open", Path: "race", Err: errno} }
	for _, c := range []struct {
		err, want error
		text      string
	}{
		{below(syscall.ENOSPC), model.ErrFull, "open race: no space left: open race: " + syscall.ENOSPC.Error()},
		{below(syscall.EDQUOT), model.ErrFull, ""},
		{below(syscall.EROFS), model.ErrReadOnly, ""},
		{below(syscall.EACCES), model.ErrReadOnly, ""},
		{below(syscall.EPERM), model.ErrReadOnly, ""},
		{below(syscall.ENOENT), model.ErrMissing, ""},
		{below(syscall.ENOTDIR), model.ErrMissing, ""},
		{below(syscall.EISDIR), model.ErrNotRace, ""},
		{below(syscall.EEXIST), model.ErrExists, ""},
		{sql.ErrNoRows, model.ErrDamaged, ""},
		{model.ErrConflict, model.ErrConflict, "open race: changed at another desk"},
		{context.Canceled, context.Canceled, "open race: context canceled"},
		{below(syscall.EMFILE), syscall.EMFILE, "open race: open race: " + syscall.EMFILE.Error()},
	} {
		err := wrap("open", "race", c.err)
		if !errors.Is(err, c.want) || !errors.Is(err, c.err) {
			t.Errorf("%v is not %v", err, c.want)
		}
		if c.text != "" && err.Error() != c.text {
			t.Errorf("says %q, want %q", err, c.text)
		}
	}
	if err := wrap("open", "race", nil); err != nil {
		t.Error(err)
	}
}
