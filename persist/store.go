package persist

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/jmoiron/sqlx"

	"racedesk/model"
)

var _ model.Store = (*Store)(nil)

// Store is a race in a database.
type Store struct {
	db   *sqlx.DB
	path string

	mu   sync.Mutex
	more chan struct{} // closed and replaced at each commit of this process
}

// Open opens the race at an address: the path of a file. It never makes one.
func Open(ctx context.Context, address string) (*Store, error) {
	if remote(address) {
		return nil, fmt.Errorf("open race: %w", model.ErrNotOffered)
	}
	return openFile(ctx, address)
}

// Create makes a new race at an address and commits the edits to it. What is
// there already is never overwritten, and a failure leaves nothing behind.
func Create(ctx context.Context, address string, edits ...model.Edit) (*Store, error) {
	if remote(address) {
		return nil, fmt.Errorf("create race: %w", model.ErrNotOffered)
	}
	return createFile(ctx, address, edits)
}

// remote says whether an address names a server and not a file.
func remote(address string) bool {
	return strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://")
}

// Close ends the use of the race.
func (s *Store) Close() error {
	if err := s.db.Close(); err != nil {
		return fmt.Errorf("close %s: %w", s.path, meaning(err))
	}
	return nil
}

// Commit implements model.Store. The timeline's row is written first: it puts
// the writers in line, so that the order of Seq is the order of commits.
func (s *Store) Commit(ctx context.Context, e model.Edit) (model.Edit, error) {
	if e.Empty() {
		return model.Edit{}, fmt.Errorf("commit %s: edit without changes", e.Label)
	}
	var stored model.Edit
	err := s.transact(ctx, func(tx *sqlx.Tx) (err error) {
		stored, err = commit(ctx, tx, e)
		return err
	})
	if err != nil {
		return model.Edit{}, fmt.Errorf("commit %s: %w", e.Label, meaning(err))
	}
	s.ring()
	return stored, nil
}

func commit(ctx context.Context, tx *sqlx.Tx, e model.Edit) (model.Edit, error) {
	var line struct {
		Seq int64 `db:"seq"`
		At  int64 `db:"at"`
	}
	now := time.Now().UnixMilli()
	err := tx.GetContext(ctx, &line, tx.Rebind(`
		UPDATE timeline SET seq = seq + 1, at = CASE WHEN at > ? THEN at ELSE ? END
		RETURNING seq, at`), now, now)
	if err != nil {
		return e, err
	}
	e = e.Stamped(line.Seq, time.UnixMilli(line.At))
	for _, c := range e.Changes {
		if err := write(ctx, tx, c, e.Seq); err != nil {
			return e, err
		}
	}
	body, err := json.Marshal(e.Changes)
	if err != nil {
		return e, err
	}
	_, err = tx.ExecContext(ctx, tx.Rebind(`
		INSERT INTO edits (seq, at, desk, label, undoes, body) VALUES (?, ?, ?, ?, ?, ?)`),
		e.Seq, line.At, e.Desk, e.Label, e.Undoes, string(body))
	return e, err
}

// write stores one change, or returns model.ErrConflict where its Before is not
// what is there.
func write(ctx context.Context, tx *sqlx.Tx, c model.Change, seq int64) error {
	ref := c.Ref()
	body, err := json.Marshal(c.After)
	if err != nil {
		return err
	}
	var done sql.Result
	switch {
	case c.Before == nil:
		done, err = tx.ExecContext(ctx, tx.Rebind(`
			INSERT INTO entities (kind, id, rev, body) VALUES (?, ?, ?, ?)
			ON CONFLICT (kind, id) DO NOTHING`), ref.Kind, ref.ID, seq, string(body))
	case c.After == nil:
		done, err = tx.ExecContext(ctx, tx.Rebind(`
			DELETE FROM entities WHERE kind = ? AND id = ? AND rev = ?`),
			ref.Kind, ref.ID, c.Before.Revision())
	default:
		done, err = tx.ExecContext(ctx, tx.Rebind(`
			UPDATE entities SET rev = ?, body = ? WHERE kind = ? AND id = ? AND rev = ?`),
			seq, string(body), ref.Kind, ref.ID, c.Before.Revision())
	}
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); err != nil || n != 1 {
		return errors.Join(model.ErrConflict, err)
	}
	return nil
}

// Load implements model.Store.
func (s *Store) Load(ctx context.Context) (*model.Board, error) {
	var rows []struct {
		Kind model.Kind `db:"kind"`
		ID   model.ID   `db:"id"`
		Rev  int64      `db:"rev"`
		Body []byte     `db:"body"`
	}
	var seq int64
	err := s.transact(ctx, func(tx *sqlx.Tx) error {
		if err := tx.GetContext(ctx, &seq, `SELECT seq FROM timeline`); err != nil {
			return err
		}
		return tx.SelectContext(ctx, &rows, `SELECT kind, id, rev, body FROM entities`)
	})
	if err != nil {
		return nil, fmt.Errorf("load %s: %w", s.path, meaning(err))
	}
	entities := make([]model.Entity, len(rows))
	for i, r := range rows {
		e, err := model.DecodeEntity(r.Kind, r.Body)
		if err != nil {
			return nil, fmt.Errorf("load %s: %w: %w", s.path, model.ErrDamaged, err)
		}
		entities[i] = e.At(r.Rev)
	}
	return model.NewBoard(seq, entities), nil
}

// Edits implements model.Store.
func (s *Store) Edits(ctx context.Context, after int64) ([]model.Edit, error) {
	var rows []struct {
		Seq    int64        `db:"seq"`
		At     int64        `db:"at"`
		Desk   model.DeskID `db:"desk"`
		Label  string       `db:"label"`
		Undoes int64        `db:"undoes"`
		Body   []byte       `db:"body"`
	}
	err := s.db.SelectContext(ctx, &rows, s.db.Rebind(`
		SELECT seq, at, desk, label, undoes, body FROM edits WHERE seq > ? ORDER BY seq`), after)
	if err != nil {
		return nil, fmt.Errorf("read history of %s: %w", s.path, meaning(err))
	}
	edits := make([]model.Edit, len(rows))
	for i, r := range rows {
		e := model.Edit{Desk: r.Desk, Label: r.Label, Undoes: r.Undoes}
		if err := json.Unmarshal(r.Body, &e.Changes); err != nil {
			return nil, fmt.Errorf("read history of %s: %w: %w", s.path, model.ErrDamaged, err)
		}
		edits[i] = e.Stamped(r.Seq, time.UnixMilli(r.At))
	}
	return edits, nil
}

// Now implements model.Store: a file's clock is this computer's.
func (s *Store) Now(context.Context) (time.Time, error) { return time.Now(), nil }

// transact runs f in a transaction: all of it, or none.
func (s *Store) transact(ctx context.Context, f func(*sqlx.Tx) error) error {
	tx, err := s.db.BeginTxx(ctx, nil)
	if err != nil {
		return err
	}
	if err := f(tx); err != nil {
		return errors.Join(err, ignoreDone(tx.Rollback()))
	}
	return tx.Commit()
}

// ignoreDone passes over the word that a transaction had already ended, as it
// has when the context or the engine ended it.
func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}
