package persist

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"

	"github.com/jmoiron/sqlx"
	"modernc.org/sqlite"

	"racedesk/model"
)

// errFault is what the call says that is made to fail.
var errFault = errors.New("fault")

// A fault lets one call to the database fail, without carrying it out.
type fault struct {
	mu   sync.Mutex
	left int // calls until it fails; it never does once this is below
}

func (f *fault) call() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.left--; f.left == 0 {
		return errFault
	}
	return nil
}

// set lets the n-th call from now fail, none where n is 0.
func (f *fault) set(n int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.left = n
}

// spent says whether a call failed since set.
func (f *fault) spent() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.left <= 0
}

// faultyStore is a store of a race's file whose calls can be made to fail.
func faultyStore(t *testing.T, path string) (*Store, *fault) {
	t.Helper()
	f := &fault{}
	pool := func(size int) *sqlx.DB {
		db := sqlx.NewDb(sql.OpenDB(&faultyConnector{dsn(path, "rwc", asksAll), f}), "sqlite")
		db.SetMaxOpenConns(size)
		return db
	}
	s := newStore(sqliteDialect, path, pool(2), pool(1))
	t.Cleanup(func() {
		f.set(0)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s, f
}

type faultyConnector struct {
	name string
	*fault
}

func (c *faultyConnector) Driver() driver.Driver { return &sqlite.Driver{} }

func (c *faultyConnector) Connect(context.Context) (driver.Conn, error) {
	if err := c.call(); err != nil {
		return nil, err
	}
	conn, err := c.Driver().Open(c.name)
	if err != nil {
		return nil, err
	}
	return &faultyConn{conn.(liteConn), c.fault}, nil
}

// liteConn is what package sql asks of SQLite's connections.
type liteConn interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.SessionResetter
	driver.Validator
}

type faultyConn struct {
	liteConn
	*fault
}

func (c *faultyConn) BeginTx(ctx context.Context, how driver.TxOptions) (driver.Tx, error) {
	if err := c.call(); err != nil {
		return nil, err
	}
	tx, err := c.liteConn.BeginTx(ctx, how)
	return &faultyTx{tx, c.fault}, err
}

func (c *faultyConn) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	if err := c.call(); err != nil {
		return nil, err
	}
	st, err := c.liteConn.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	return &faultyStmt{st.(liteStmt), c.fault}, nil
}

func (c *faultyConn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	if err := c.call(); err != nil {
		return nil, err
	}
	return c.liteConn.ExecContext(ctx, query, args)
}

func (c *faultyConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	if err := c.call(); err != nil {
		return nil, err
	}
	rows, err := c.liteConn.QueryContext(ctx, query, args)
	return &faultyRows{rows, c.fault}, err
}

type liteStmt interface {
	driver.Stmt
	driver.StmtExecContext
	driver.StmtQueryContext
}

type faultyStmt struct {
	liteStmt
	*fault
}

func (s *faultyStmt) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	if err := s.call(); err != nil {
		return nil, err
	}
	return s.liteStmt.ExecContext(ctx, args)
}

func (s *faultyStmt) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	if err := s.call(); err != nil {
		return nil, err
	}
	rows, err := s.liteStmt.QueryContext(ctx, args)
	return &faultyRows{rows, s.fault}, err
}

type faultyRows struct {
	driver.Rows
	*fault
}

func (r *faultyRows) Next(dest []driver.Value) error {
	if err := r.call(); err != nil {
		return err
	}
	return r.Rows.Next(dest)
}

type faultyTx struct {
	driver.Tx
	*fault
}

func (tx *faultyTx) Commit() error {
	if err := tx.call(); err != nil {
		return err
	}
	return tx.Tx.Commit()
}

func (tx *faultyTx) Rollback() error {
	if err := tx.call(); err != nil {
		return err
	}
	return tx.Tx.Rollback()
}

// TestEachCallFailing lets the first call of each operation fail, then the second,
// and so on until the operation is through. What failed left nothing, and the next
// try works.
func TestEachCallFailing(t *testing.T) {
	add := func(ctx context.Context, s *Store) error {
		b, err := s.Load(ctx)
		if err != nil {
			return err
		}
		e := model.Edit{Changes: made(card(1000 + b.Seq))}
		was, _ := b.Card("c1")
		voted := was
		voted.Votes++
		gone, _ := b.Card(model.ID(fmt.Sprintf("c%d", 30+b.Seq)))
		e.Changes = append(e.Changes, model.Change{Before: was, After: voted}, model.Change{Before: gone})
		_, err = s.Commit(ctx, e)
		return err
	}
	for name, op := range map[string]func(context.Context, *Store) error{
		"load":    func(ctx context.Context, s *Store) error { _, err := s.Load(ctx); return err },
		"edits":   func(ctx context.Context, s *Store) error { _, err := s.Edits(ctx, 0); return err },
		"check":   func(ctx context.Context, s *Store) error { return s.Check(ctx) },
		"commit":  add,
		"prepare": func(ctx context.Context, s *Store) error { return s.prepare(ctx, 0, migrations) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, f := faultyStore(t, sample(t))
			for n := 1; ; n++ {
				before := load(t, s)
				f.set(n)
				err := op(t.Context(), s)
				failed := f.spent()
				f.set(0)
				if failed && !errors.Is(err, errFault) {
					t.Fatalf("call %d failed, and all is well: %v", n, err)
				}
				after := load(t, s)
				if err != nil && (after.Seq != before.Seq || !reflect.DeepEqual(content(after), content(before))) {
					t.Fatalf("call %d failed, and something is stored", n)
				}
				if err := s.Check(t.Context()); err != nil {
					t.Fatalf("call %d: %v", n, err)
				}
				if !failed {
					if err != nil {
						t.Error(err)
					}
					t.Logf("%d calls", n-1)
					return
				}
			}
		})
	}
}

// TestEachCallOfANewRaceFailing does so where a race is made, and upgraded.
func TestEachCallOfANewRaceFailing(t *testing.T) {
	t.Parallel()
	for n := 1; ; n++ {
		s, f := faultyStore(t, t.TempDir()+"/race")
		f.set(n)
		err := s.fill(t.Context(), []model.Edit{{Changes: made(full(1)...)}}, nil)
		failed := f.spent()
		f.set(0)
		if failed && err == nil {
			t.Fatalf("call %d failed, and all is well", n)
		}
		var tables int
		if err := s.read.Get(&tables, `SELECT count(*) FROM sqlite_master`); err != nil || failed != (tables == 0) {
			t.Errorf("call %d: %d tables, %v", n, tables, err)
		}
		if !failed {
			return
		}
		if err := s.fill(t.Context(), nil, nil); err != nil {
			t.Errorf("after call %d: %v", n, err)
		}
	}
}

func TestEachCallOfAnUpgradeFailing(t *testing.T) {
	t.Parallel()
	for n := 1; ; n++ {
		s, f := faultyStore(t, old(t, fixtures(t)[0]))
		f.set(n)
		err := s.prepare(t.Context(), 0, migrations)
		failed := f.spent()
		f.set(0)
		var version int
		if err := s.read.Get(&version, `PRAGMA user_version`); err != nil {
			t.Error(err)
		}
		if failed != (err != nil) || failed != (version == 1) {
			t.Errorf("call %d failed, and the schema is %d: %v", n, version, err)
		}
		if err := s.prepare(t.Context(), 0, migrations); err != nil {
			t.Errorf("after call %d: %v", n, err)
		}
		if err := s.Check(t.Context()); err != nil {
			t.Errorf("after call %d: %v", n, err)
		}
		if !failed {
			return
		}
	}
}
