package persist

import (
	"context"
	"fmt"
	"strconv"

	"github.com/jmoiron/sqlx"

	"racedesk/model"
)

// A step brings the schema from one version to the next.
type step struct {
	sql  string
	fill func(context.Context, *sqlx.Tx) error // what no SQL can, or nil
}

// migrations are the steps to today's schema, in their order. A step that was
// ever released is never changed. Entities keep their content as JSON: the model
// alone says what is in it, and every engine stores it the same.
var migrations = []step{{sql: `
	CREATE TABLE timeline (
		id  INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), -- one row
		seq BIGINT  NOT NULL, -- of the last edit
		at  BIGINT  NOT NULL  -- of the last edit, Unix milliseconds, UTC
	);
	INSERT INTO timeline (id, seq, at) VALUES (1, 0, 0);
	CREATE TABLE entities (
		kind TEXT   NOT NULL,
		id   TEXT   NOT NULL,
		rev  BIGINT NOT NULL, -- seq of the edit that last wrote it
		body TEXT   NOT NULL,
		PRIMARY KEY (kind, id)
	);
	CREATE TABLE edits (
		seq    BIGINT NOT NULL PRIMARY KEY,
		at     BIGINT NOT NULL, -- Unix milliseconds, UTC
		desk   TEXT   NOT NULL,
		label  TEXT   NOT NULL,
		undoes BIGINT NOT NULL, -- seq of the edit that it takes back, or 0
		body   TEXT   NOT NULL  -- the changes, each with before and after
	);`,
}, {sql: `
	ALTER TABLE timeline ADD COLUMN version INTEGER NOT NULL DEFAULT 0; -- of the schema, to which edits are made
	ALTER TABLE entities ADD COLUMN sum BIGINT NOT NULL DEFAULT 0; -- of the row
	ALTER TABLE edits RENAME TO edits1;
	CREATE TABLE edits (
		seq    INTEGER NOT NULL PRIMARY KEY, -- the very type that is SQLite's own row number
		at     BIGINT  NOT NULL, -- Unix milliseconds, UTC
		desk   TEXT    NOT NULL,
		label  TEXT    NOT NULL,
		undoes BIGINT  NOT NULL, -- seq of the edit that it takes back, or 0
		body   TEXT    NOT NULL, -- the changes, each with before and after
		mark   TEXT    NOT NULL, -- tells one try to commit from another
		sum    BIGINT  NOT NULL  -- of the row
	);
	INSERT INTO edits (seq, at, desk, label, undoes, body, mark, sum)
		SELECT seq, at, desk, label, undoes, body, '', 0 FROM edits1;
	DROP TABLE edits1;
	`, fill: sumUp}}

// migrate brings a database to the schema that the steps lead to, in one
// transaction with the record of it. Before any table is changed, before is
// called with the version there is, while nobody can write. Of many processes one
// migrates and the others find it done.
func (s *Store) migrate(ctx context.Context, steps []step, before func(context.Context, int) error) error {
	return transact(ctx, s.write, nil, func(tx *sqlx.Tx) error {
		// A file's transaction has the lock already; on a server this is where those
		// who write and those who migrate wait for each other.
		if _, err := tx.ExecContext(ctx, `UPDATE timeline SET seq = seq`); err != nil {
			return err
		}
		version, err := recorded(ctx, tx)
		if err != nil || version == len(steps) {
			return err
		}
		if version > len(steps) {
			return fmt.Errorf("%w: schema %d, known %d", model.ErrNewer, version, len(steps))
		}
		if err := before(ctx, version); err != nil {
			return err
		}
		return s.build(ctx, tx, steps, version)
	})
}

// build takes the steps after a version and records that they were taken.
func (s *Store) build(ctx context.Context, tx *sqlx.Tx, steps []step, version int) error {
	for _, step := range steps[version:] {
		if err := step.take(ctx, tx); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, tx.Rebind(`
		INSERT INTO meta (key, value) VALUES ('schema', ?)
		ON CONFLICT (key) DO UPDATE SET value = excluded.value`), strconv.Itoa(len(steps)))
	if err == nil {
		_, err = tx.ExecContext(ctx, tx.Rebind(`UPDATE timeline SET version = ?`), len(steps))
	}
	if err == nil && s.mark != nil {
		_, err = tx.ExecContext(ctx, s.mark(len(steps)))
	}
	return err
}

func (s step) take(ctx context.Context, tx *sqlx.Tx) error {
	_, err := tx.ExecContext(ctx, s.sql)
	if err == nil && s.fill != nil {
		err = s.fill(ctx, tx)
	}
	return err
}

// recorded returns the version of the schema.
func recorded(ctx context.Context, tx *sqlx.Tx) (version int, err error) {
	var text string
	if err = tx.GetContext(ctx, &text, `SELECT value FROM meta WHERE key = 'schema'`); err != nil {
		return 0, err
	}
	if version, err = strconv.Atoi(text); err != nil {
		return 0, fmt.Errorf("%w: %w", model.ErrDamaged, err)
	}
	return version, nil
}
