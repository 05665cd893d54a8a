package persist

import (
	"context"
	"database/sql"
)

// statements are those of which an edit is made. They stay prepared, since to
// understand them takes longer than to run them.
type statements struct {
	advance *sql.Stmt // the timeline by one edit, at its time or later
	create  *sql.Stmt // an entity
	replace *sql.Stmt // an entity of a revision
	remove  *sql.Stmt // an entity of a revision
	note    *sql.Stmt // the edit in the history
}

// prepared returns the statements, and prepares them the first time.
func (s *Store) prepared(ctx context.Context) (*statements, error) {
	s.preparing.Lock()
	defer s.preparing.Unlock()
	if s.statements != nil {
		return s.statements, nil
	}
	var all statements
	for _, of := range []struct {
		into  **sql.Stmt
		query string
	}{
		{&all.advance, `
			UPDATE timeline SET seq = seq + 1, at = CASE WHEN at > ? THEN at ELSE ? END
			RETURNING seq, at`}, // a clock set back does not turn time around
		{&all.create, `
			INSERT INTO entities (kind, id, rev, body, sum) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (kind, id) DO NOTHING`},
		{&all.replace, `
			UPDATE entities SET rev = ?, body = ?, sum = ? WHERE kind = ? AND id = ? AND rev = ?`},
		{&all.remove, `
			DELETE FROM entities WHERE kind = ? AND id = ? AND rev = ?`},
		{&all.note, `
			INSERT INTO edits (seq, at, desk, label, undoes, body, mark, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`},
	} {
		var err error
		if *of.into, err = s.write.PrepareContext(ctx, s.write.Rebind(of.query)); err != nil {
			return nil, err // closing the store ends those that are
		}
	}
	s.statements = &all
	return s.statements, nil
}
