package persist

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/jmoiron/sqlx"

	"racedesk/model"
)

var _ model.Store = (*Store)(nil)

// Store is a race in a database. All methods may be called from any goroutine.
type Store struct {
	dialect
	name  string   // what it is called in errors
	read  *sqlx.DB // looks, and never holds up a commit
	write *sqlx.DB // one connection, so that the commits of this process queue
	clock func() time.Time
	bell  bell

	preparing  sync.Mutex
	statements *statements // nil until the first edit

	life       context.Context // of what goes on beside the work
	stop       context.CancelFunc
	background sync.WaitGroup
	attending  sync.Mutex // guards the next two
	attended   bool
	failure    error
	closing    sync.Once
}

// Open opens the race at an address: the path of a file. It never makes one,
// and a file that it refuses stays as it was, byte for byte. An older race is
// brought up to date after a backup beside it.
//
// It returns model's ErrMissing, ErrNotRace, ErrDamaged, ErrNewer, ErrReadOnly,
// ErrFull, ErrBusy or, for a server, ErrNotOffered.
func Open(ctx context.Context, address string) (*Store, error) {
	if server(address) {
		return nil, fmt.Errorf("open race: %w", model.ErrNotOffered)
	}
	s, err := openFile(ctx, address, migrations)
	return s, wrap("open", address, err)
}

// Create makes a new race at an address and commits the edits to it, in their
// order and without the empty ones. An edit that was committed elsewhere keeps
// its time, so that a race can be carried over with its history. What is there
// already is never overwritten, and a failure leaves nothing behind.
//
// It returns model's ErrExists, ErrReadOnly, ErrFull, ErrConflict where an edit
// does not follow from those before it or, for a server, ErrNotOffered.
func Create(ctx context.Context, address string, edits ...model.Edit) error {
	if server(address) {
		return fmt.Errorf("create race: %w", model.ErrNotOffered)
	}
	return wrap("create", address, createFile(ctx, address, edits))
}

// server says whether an address names a server and not a file. It does not
// repeat the address in errors: there may be a password in it.
func server(address string) bool {
	return strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://")
}

// newStore returns the store of two pools of connections to the same database.
func newStore(d dialect, name string, read, write *sqlx.DB) *Store {
	life, stop := context.WithCancel(context.Background())
	return &Store{dialect: d, name: name, read: read, write: write, clock: time.Now,
		bell: newBell(), life: life, stop: stop}
}

// Close ends the use of the race and every Follow of it. A second Close does
// nothing.
func (s *Store) Close() (err error) {
	s.closing.Do(func() {
		s.attending.Lock()
		s.stop() // nothing is begun in the background after this
		s.attending.Unlock()
		s.background.Wait()
		err = wrap("close", s.name, errors.Join(s.read.Close(), s.write.Close()))
	})
	return err
}

// Now implements model.Store: a file's clock is this computer's.
func (s *Store) Now(ctx context.Context) (time.Time, error) {
	return s.clock().UTC(), wrap("read clock of", s.name, ctx.Err())
}

// Follow implements model.Store. The bell only wakes: what happened is read
// anew behind the last Seq, so that a missed or a needless ring does no harm.
// It returns an error of os.ErrClosed when the store was closed.
func (s *Store) Follow(ctx context.Context, after int64, deliver func([]model.Edit)) error {
	if err := s.attend(); err != nil {
		return wrap("follow", s.name, err)
	}
	for {
		more := s.bell.next()
		edits, err := s.Edits(ctx, after)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case s.isClosed():
			return wrap("follow", s.name, os.ErrClosed)
		case s.failed() != nil:
			return s.failed()
		case err != nil:
			return err
		case len(edits) > 0:
			deliver(edits)
			after = edits[len(edits)-1].Seq
			continue
		}
		select {
		case <-ctx.Done():
		case <-s.life.Done():
		case <-more:
		}
	}
}

func (s *Store) isClosed() bool { return s.life.Err() != nil }

// transact runs f in a transaction: all of it is stored, or none.
func transact(ctx context.Context, db *sqlx.DB, how *sql.TxOptions, f func(*sqlx.Tx) error) error {
	tx, err := db.BeginTxx(ctx, how)
	if err != nil {
		return err
	}
	if err = f(tx); err == nil {
		if err = tx.Commit(); err == nil {
			return nil
		}
	}
	if undo := tx.Rollback(); undo != nil && !errors.Is(undo, sql.ErrTxDone) {
		err = errors.Join(err, undo)
	}
	if ctx.Err() != nil { // the cause of whatever the driver said
		return ctx.Err()
	}
	return err
}
