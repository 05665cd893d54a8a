package persist

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"
	"modernc.org/sqlite"
)

// applicationID marks a SQLite file as a race: "RDsk".
const applicationID = 0x5244736b

// poll is how often a file is looked at for commits of other processes. One look
// costs some tens of microseconds.
const poll = 100 * time.Millisecond

// busy is how long a connection waits for others that hold the file.
const busy = 5 * time.Second

// sqliteDialect is the dialect of a file.
var sqliteDialect = dialect{
	snapshot: &sql.TxOptions{ReadOnly: true},
	mark: func(version int) string {
		return fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = %d`, applicationID, version)
	},
	structured: true,
	copyInto:   `VACUUM INTO ?`,
	watch:      watchFile,
}

func init() {
	sqlx.BindDriver("sqlite", sqlx.QUESTION)
	// As durable as fsync and about twice as fast; where the system has none,
	// fsync stays and nothing is lost.
	_, _ = sqlite.Fdatasync(true)
}

// What a connection asks of SQLite, beside the file. A pragma sent later would
// reach one connection of the pool only. Whatever waits comes after the timeout.
// Only the connection that writes asks for a log: the others find it in the file.
const (
	asks     = "&_pragma=busy_timeout(%d)"
	asksRead = asks + "&_pragma=synchronous(FULL)&_pragma=foreign_keys(ON)&_txlock=immediate"
	asksAll  = asks + "&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=foreign_keys(ON)&_txlock=immediate"
)

// dsn names a file to the driver. The path is escaped, since a bare ?, # or %
// would open another file.
func dsn(path, mode, asks string) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/…
	}
	return "file://" + (&url.URL{Path: slashed}).EscapedPath() + "?mode=" + mode +
		fmt.Sprintf(asks, busy.Milliseconds())
}

// connect returns the store of a file, which need not be a race yet.
func connect(path, mode, asksRead, asksWrite string) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	write, err := sqlx.Open("sqlite", dsn(path, mode, asksWrite))
	if err != nil {
		return nil, err
	}
	write.SetMaxOpenConns(1)
	read, err := sqlx.Open("sqlite", dsn(path, mode, asksRead))
	if err != nil {
		return nil, err
	}
	read.SetMaxOpenConns(4) // one of them for the watch
	return newStore(sqliteDialect, path, read, write), nil
}

// watchFile looks at the file's version on a connection that it keeps: the
// number is that connection's own, and changes when any other one commits.
func watchFile(ctx context.Context, db *sqlx.DB, ring func()) (func(), error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	ask, err := conn.PrepareContext(ctx, `PRAGMA data_version`)
	var version int64
	if err == nil {
		version, err = dataVersion(ask)
	}
	if err != nil {
		conn.Close() //nolint:errcheck // it only read
		return nil, err
	}
	return func() {
		lookOut(ctx, ask, version, ring)
		ask.Close()  //nolint:errcheck // it only read
		conn.Close() //nolint:errcheck // the same
	}, nil
}

// lookOut rings at every version after the given one until ctx ends.
func lookOut(ctx context.Context, ask *sql.Stmt, version int64, ring func()) {
	tick := time.NewTicker(poll)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		now, err := dataVersion(ask)
		if err != nil || now != version {
			ring() // on an error too: whoever reads next finds out
		}
		version = now
	}
}

// dataVersion asks without a way to be stopped, for which two goroutines would begin and
// end with each look. It waits for nobody.
func dataVersion(ask *sql.Stmt) (v int64, err error) {
	err = ask.QueryRowContext(context.Background()).Scan(&v)
	return v, err
}
