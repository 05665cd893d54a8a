package persist

import (
	"context"
	"database/sql"

	"github.com/jmoiron/sqlx"
)

// A dialect is what differs between the engines. All other SQL is taken by each.
type dialect struct {
	// snapshot begins a transaction that reads all tables as of one instant.
	snapshot *sql.TxOptions
	// mark returns what writes the schema's version where the engine itself
	// keeps one, so that it can be read before anything is written.
	mark func(version int) string
	// structured says that there is a file whose structure can be checked.
	structured bool
	// copyInto writes a whole copy of the race, as of one instant, to a new file.
	copyInto string
	// watch returns a function that rings whenever another process may have
	// committed, from the moment watch was called until ctx ends.
	watch func(ctx context.Context, db *sqlx.DB, ring func()) (run func(), err error)
}
