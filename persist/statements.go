package persist

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/jmoiron/sqlx"
)

// statements are those of which an edit is made. They stay prepared, since to
// understand them takes longer than to run them.
type statements struct {
	advance   *sql.Stmt // the timeline by one edit, at the engine's time, if that counts
	advanceTo *sql.Stmt // the same, at a given time
	create    *sql.Stmt // an entity
	replace   *sql.Stmt // an entity of a revision
	remove    *sql.Stmt // an entity of a revision
	note      *sql.Stmt // the edit in the history
}

// prepared returns the statements, and prepares them the first time.
func (s *Store) prepared(ctx context.Context) (*statements, error) {
	s.preparing.Lock()
	defer s.preparing.Unlock()
	if s.statements == nil {
		all, err := s.prepareOn(ctx, s.write)
		if err != nil {
			return nil, err
		}
		s.statements = all
	}
	return s.statements, nil
}

// prepareOn prepares the statements on a pool or a transaction. Those that were
// when one fails end with it.
func (s *Store) prepareOn(ctx context.Context, on sqlx.PreparerContext) (*statements, error) {
	var all statements
	for _, of := range []struct {
		into  **sql.Stmt
		query string
	}{
		{&all.advance, s.advanceTo(s.now)},
		{&all.advanceTo, s.advanceTo(`?`)},
		{&all.create, `
			INSERT INTO entities (kind, id, rev, body, sum) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (kind, id) DO NOTHING`},
		{&all.replace, `
			UPDATE entities SET rev = ?, body = ?, sum = ? WHERE kind = ? AND id = ? AND rev = ?`},
		{&all.remove, `
			DELETE FROM entities WHERE kind = ? AND id = ? AND rev = ?`},
		{&all.note, `
			INSERT INTO edits (seq, at, desk, label, undoes, body, mark, sum)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)` + s.announce},
	} {
		if of.query == "" {
			continue
		}
		var err error
		if *of.into, err = on.PrepareContext(ctx, s.write.Rebind(of.query)); err != nil {
			return nil, err
		}
	}
	return &all, nil
}

// advanceTo advances the timeline at an instant, or at its own where a clock was
// set back: time does not turn around. Where a newer program has changed the schema
// meanwhile, there is no such row. Without an instant there is no statement.
func (s *Store) advanceTo(instant string) string {
	if instant == "" {
		return ""
	}
	return fmt.Sprintf(`
		UPDATE timeline SET seq = seq + 1, at = CASE WHEN at > %[1]s THEN at ELSE %[1]s END
		WHERE version = %[2]d RETURNING seq, at`, instant, s.version)
}
