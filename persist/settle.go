package persist

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/jmoiron/sqlx"

	"racedesk/model"
)

// settle finds out what became of an edit that was to be committed and of which no
// answer came: it returns nil where it is stored, why where it is not. It goes on
// asking until the server is there again or ctx ends; who gives up gets one answer
// all the same, if there is any.
func (s *Store) settle(ctx context.Context, seq int64, mark string, why error) error {
	wait, patient := pause{}, context.WithoutCancel(ctx)
	for ; ; wait.sleep(ctx, s.life.Done()) {
		stored, err := s.marked(patient, seq, mark)
		patient = ctx
		switch {
		case err == nil && stored:
			return nil
		case err == nil && ctx.Err() != nil:
			return context.Cause(ctx)
		case err == nil:
			return fmt.Errorf("%w: not stored: %w", model.ErrOffline, why)
		case ctx.Err() != nil || s.isClosed() || !lost(err):
			return fmt.Errorf("%w: %w", model.ErrUnsure, err)
		}
	}
}

// marked says whether the edit with this Seq carries the mark. It stands in line
// first, behind a transaction that the server may be at still.
func (s *Store) marked(ctx context.Context, seq int64, mark string) (found bool, err error) {
	ctx, end := s.bounded(ctx)
	defer end()
	err = transact(ctx, s.write, nil, func(tx *sqlx.Tx) error {
		if _, err := tx.ExecContext(ctx, `UPDATE timeline SET seq = seq`); err != nil {
			return err
		}
		var there string
		err := tx.QueryRowContext(ctx, tx.Rebind(`SELECT mark FROM edits WHERE seq = ?`), seq).Scan(&there)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		found = there == mark
		return err
	})
	return found, err
}

// lost says whether err leaves open what happened at the other end.
func lost(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) ||
		errors.Is(wrap("", "", err), model.ErrOffline)
}

// again says whether an edit of which nothing is stored is worth another try: a
// connection that was left from before the server was away fails once, and some
// engines ask for it where two desks were at the same place.
func again(err error, try int) bool {
	if errors.Is(err, errUnsettled) || errors.Is(err, model.ErrUnsure) {
		return false
	}
	switch sqlState(err) {
	case "40001", "40P01": // serialization_failure, deadlock_detected
		return try < tries
	}
	return try == 1 && lost(err)
}
