package persist

import (
	"context"
	"fmt"

	"github.com/jmoiron/sqlx"

	"racedesk/model"
)

// migrations are the steps to today's schema, in their order. A step that was
// ever released is never changed. Entities keep their content as JSON: the model
// alone says what is in it, and both engines store it the same.
var migrations = []string{`
	CREATE TABLE timeline (seq BIGINT NOT NULL, at BIGINT NOT NULL);
	INSERT INTO timeline (seq, at) VALUES (0, 0);
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
		undoes BIGINT NOT NULL,
		body   TEXT   NOT NULL  -- the changes, each with before and after
	);`,
}

// migrate brings a file to today's schema in one transaction with the record of
// it. The transaction takes the write lock at once, so that of many processes
// one migrates and the others find it done.
func migrate(ctx context.Context, db *sqlx.DB) error {
	var version int
	if err := db.GetContext(ctx, &version, `PRAGMA user_version`); err != nil {
		return err
	}
	if version == len(migrations) {
		return nil
	}
	tx, err := db.BeginTxx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after Commit there is nothing to roll back
	if err := tx.GetContext(ctx, &version, `PRAGMA user_version`); err != nil {
		return err
	}
	if version > len(migrations) {
		return fmt.Errorf("%w: schema %d, known %d", model.ErrNewer, version, len(migrations))
	}
	for _, step := range migrations[version:] {
		if _, err := tx.ExecContext(ctx, step); err != nil {
			return err
		}
	}
	record := fmt.Sprintf(`PRAGMA user_version = %d; PRAGMA application_id = %d`, len(migrations), applicationID)
	if _, err := tx.ExecContext(ctx, record); err != nil {
		return err
	}
	return tx.Commit()
}
