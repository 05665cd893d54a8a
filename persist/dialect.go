package persist

import (
	"context"
	"database/sql"
	"time"

	"github.com/jmoiron/sqlx"
)

// A dialect is what differs between the engines. All other SQL is taken by each.
type dialect struct {
	// snapshot begins a transaction that reads all tables as of one instant.
	snapshot *sql.TxOptions
	// begin makes the place for a new race in the transaction that fills it, or is
	// empty.
	begin string
	// mark returns what writes the schema's version where the engine itself keeps
	// one, so that it can be read before anything is written; or it is nil.
	mark func(version int) string
	// structured says that there is a file whose structure can be checked.
	structured bool
	// copyInto writes a whole copy of the race, as of one instant, to a new file;
	// empty where there is no file.
	copyInto string
	// now is the engine's clock in Unix milliseconds, where it has one that counts.
	now string
	// patience is how long one step of the work may take before the engine counts
	// as out of reach; without limit where it is 0.
	patience time.Duration
	// announce tells other desks of an edit, added to the statement that stores it.
	announce string
	// watch returns a function that rings whenever another process may have
	// committed, from the moment watch was called until ctx ends.
	watch func(ctx context.Context, db *sqlx.DB, ring func()) (run func(), err error)
}
