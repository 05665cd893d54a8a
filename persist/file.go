package persist

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/jmoiron/sqlx"

	"racedesk/model"
)

// applicationID marks a SQLite file as a race: "RDsk".
const applicationID = 0x5244736b

func init() { sqlx.BindDriver("sqlite", sqlx.QUESTION) }

// dsn names a file to the driver. Every connection of the pool gets these
// pragmas; the path is escaped, since a bare ?, # or % would open another file.
func dsn(path, mode string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	slashed := filepath.ToSlash(abs)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	query := "mode=" + mode + "&_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)" +
		"&_pragma=synchronous(FULL)&_pragma=foreign_keys(ON)&_txlock=immediate"
	return "file://" + (&url.URL{Path: slashed}).EscapedPath() + "?" + query
}

// openFile opens a race's file, after a look that changes nothing in it.
func openFile(ctx context.Context, path string) (*Store, error) {
	if err := inspect(path); err != nil {
		return nil, fmt.Errorf("open %s: %w", path, meaning(err))
	}
	s, err := connect(path, "rw")
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, meaning(err))
	}
	if err := s.check(ctx); err != nil {
		return nil, fmt.Errorf("open %s: %w", path, errors.Join(meaning(err), s.db.Close()))
	}
	return s, nil
}

func connect(path, mode string) (*Store, error) {
	db, err := sqlx.Open("sqlite", dsn(path, mode))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(4)
	return &Store{db: db, path: path, more: make(chan struct{})}, nil
}

// check makes sure that the file is whole and of a version known here.
func (s *Store) check(ctx context.Context) error {
	if err := migrate(ctx, s.db); err != nil {
		return err
	}
	var verdict string
	if err := s.db.GetContext(ctx, &verdict, `PRAGMA quick_check(1)`); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("%w: %s", model.ErrDamaged, verdict)
	}
	return nil
}

// inspect reads a file's header (sqlite.org/fileformat2.html, section 1.3) and
// says what keeps it from being opened as a race. It changes nothing.
func inspect(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if info.IsDir() {
		return fmt.Errorf("%w: a folder", model.ErrNotRace)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // it was only read
	head := make([]byte, 100)
	if _, err := io.ReadFull(f, head); err != nil {
		return fmt.Errorf("%w: too short", model.ErrNotRace)
	}
	if string(head[:16]) != "SQLite format 3\x00" || binary.BigEndian.Uint32(head[68:72]) != applicationID {
		return model.ErrNotRace
	}
	if version := binary.BigEndian.Uint32(head[60:64]); version > uint32(len(migrations)) {
		return fmt.Errorf("%w: schema %d, known %d", model.ErrNewer, version, len(migrations))
	}
	return nil
}

// createFile makes a race beside its place and links it there when it is whole.
func createFile(ctx context.Context, path string, edits []model.Edit) (*Store, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, fmt.Errorf("create %s: %w", path, model.ErrExists)
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), ".racedesk-new-")
	if err != nil {
		return nil, fmt.Errorf("create %s: %w", path, meaning(err))
	}
	defer os.RemoveAll(dir) //nolint:errcheck // nothing of worth is left in it
	beside := filepath.Join(dir, "race")
	if err := fill(ctx, beside, edits); err != nil {
		return nil, fmt.Errorf("create %s: %w", path, meaning(err))
	}
	if err := place(beside, path); err != nil {
		return nil, fmt.Errorf("create %s: %w", path, meaning(err))
	}
	return openFile(ctx, path)
}

// fill makes a file with the schema and the edits, and closes it.
func fill(ctx context.Context, path string, edits []model.Edit) error {
	s, err := connect(path, "rwc")
	if err != nil {
		return err
	}
	err = migrate(ctx, s.db)
	for _, e := range edits {
		if err == nil && !e.Empty() {
			_, err = s.Commit(ctx, e)
		}
	}
	return errors.Join(err, s.db.Close())
}

// place gives a finished file its name without overwriting what has that name.
// Where the file system has no links, an exclusive claim on the name comes first.
func place(beside, path string) error {
	err := os.Link(beside, path)
	if err == nil || errors.Is(err, os.ErrExist) {
		return err
	}
	claim, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := claim.Close(); err != nil {
		return err
	}
	return os.Rename(beside, path)
}

// Backup writes a whole copy of the race as it stands; an existing file is never
// overwritten.
func (s *Store) Backup(ctx context.Context, to string) error {
	dir, err := os.MkdirTemp(filepath.Dir(to), ".racedesk-backup-")
	if err != nil {
		return fmt.Errorf("back up to %s: %w", to, meaning(err))
	}
	defer os.RemoveAll(dir) //nolint:errcheck // nothing of worth is left in it
	beside := filepath.Join(dir, "race")
	if _, err := s.db.ExecContext(ctx, `VACUUM INTO ?`, beside); err != nil {
		return fmt.Errorf("back up to %s: %w", to, meaning(err))
	}
	copied, err := openFile(ctx, beside)
	if err != nil {
		return fmt.Errorf("back up to %s: %w", to, err)
	}
	if err := errors.Join(copied.Close(), place(beside, to)); err != nil {
		return fmt.Errorf("back up to %s: %w", to, meaning(err))
	}
	return nil
}
