package persist

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/jmoiron/sqlx"

	"racedesk/model"
)

var _ model.Store = (*Store)(nil)

// Store is a race in a database. All methods may be called from any goroutine.
type Store struct {
	dialect
	name    string           // what it is called in errors
	read    *sqlx.DB         // looks, and never holds up a commit
	write   *sqlx.DB         // one connection, so that the commits of this process queue
	clock   func() time.Time // nil where the engine's counts
	version int              // of the schema that edits are written in
	bell    bell

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

// Open opens the race at an address: the path of a file, or a server's
//
//	postgres://user@host:port/database?race=name
//
// It never makes one, and a file that it refuses stays as it was, byte for byte.
// An older file is brought up to date after a backup beside it.
//
// It returns model's ErrMissing, ErrNotRace, ErrDamaged, ErrNewer, ErrReadOnly,
// ErrFull, ErrBusy, ErrNetwork or, for a server, ErrAddress, ErrOffline or
// ErrNotLetIn.
func Open(ctx context.Context, address string) (*Store, error) {
	open := openFile
	if IsServer(address) {
		open = openServer
	}
	s, err := open(ctx, address, migrations)
	return s, wrap("open", WithoutPassword(address), err)
}

// Create makes a new race at an address and commits the edits to it, in their
// order and without the empty ones. An edit that was committed elsewhere keeps
// its time, so that a race can be carried over with its history. What is there
// already is never overwritten, and a failure leaves nothing behind.
//
// It returns model's ErrExists, ErrReadOnly, ErrFull, ErrNetwork, ErrConflict where an edit
// does not follow from those before it or, for a server, ErrAddress, ErrOffline,
// ErrNotLetIn, or ErrMissing where there is no such database.
func Create(ctx context.Context, address string, edits ...model.Edit) error {
	return create(ctx, address, edits, nil)
}

// create makes a race that stands the proof.
func create(ctx context.Context, address string, edits []model.Edit, right proof) error {
	create := createFile
	if IsServer(address) {
		create = createServer
	}
	return wrap("create", WithoutPassword(address), create(ctx, address, edits, right))
}

// newStore returns the store of two pools of connections to the same database.
func newStore(d dialect, name string, read, write *sqlx.DB) *Store {
	life, stop := context.WithCancel(context.Background())
	return &Store{dialect: d, name: name, read: read, write: write, clock: time.Now, version: len(migrations),
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

// Now implements model.Store: a file's clock is this computer's, a server's is its
// own.
func (s *Store) Now(ctx context.Context) (time.Time, error) {
	if s.clock != nil {
		return s.clock().UTC(), wrap("read clock of", s.name, ctx.Err())
	}
	ctx, end := s.bounded(ctx)
	defer end()
	var now int64
	err := s.read.QueryRowContext(ctx, `SELECT `+s.now).Scan(&now)
	return time.UnixMilli(now).UTC(), wrap("read clock of", s.name, cause(ctx, err))
}

func (s *Store) isClosed() bool { return s.life.Err() != nil }

// bounded is a context that ends when the engine has had its time.
func (s *Store) bounded(ctx context.Context) (context.Context, context.CancelFunc) {
	if s.patience == 0 {
		return ctx, func() {}
	}
	return context.WithTimeoutCause(ctx, s.patience, model.ErrOffline)
}

// cause is why a context ended, where that is why err came up.
func cause(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

// errUnsettled marks what came up instead of an answer to commit.
var errUnsettled = errors.New("end transaction")

// transact runs f in a transaction: all of it is stored, or none. A connection that
// could not end its transaction is given up: it may be in the middle of it still.
func transact(ctx context.Context, db *sqlx.DB, how *sql.TxOptions, f func(*sqlx.Tx) error) error {
	conn, err := db.Connx(ctx)
	if err != nil {
		return cause(ctx, err)
	}
	defer conn.Close() //nolint:errcheck // it goes back to the pool
	tx, err := conn.BeginTxx(ctx, how)
	if err != nil {
		return cause(ctx, err)
	}
	if err = f(tx); err == nil {
		if err = tx.Commit(); err == nil {
			return nil
		}
		giveUp(conn)
		return fmt.Errorf("%w: %w", errUnsettled, cause(ctx, err))
	}
	if undo := tx.Rollback(); undo != nil && !errors.Is(undo, sql.ErrTxDone) {
		giveUp(conn)
		err = errors.Join(err, undo)
	}
	return cause(ctx, err)
}

// giveUp closes a connection instead of leaving it to the pool.
func giveUp(conn *sqlx.Conn) {
	_ = conn.Raw(func(any) error { return driver.ErrBadConn })
}
