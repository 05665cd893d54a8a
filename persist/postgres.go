package persist

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/jmoiron/sqlx"

	"racedesk/model"
)

// patience is how long one step of the work with a server may take before the
// server counts as out of reach.
const patience = 10 * time.Second

// connect returns the store of a race on a server, which need not be there yet.
func (srv *server) connect() *Store {
	pool := func(size int) *sqlx.DB {
		db := sqlx.NewDb(stdlib.OpenDB(*srv.config), "pgx")
		db.SetMaxOpenConns(size) // many desks share what the server allows
		db.SetMaxIdleConns(1)
		return db
	}
	d := dialect{
		snapshot: &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true},
		now:      `CAST(FLOOR(EXTRACT(EPOCH FROM clock_timestamp()) * 1000) AS BIGINT)`,
		patience: patience,
		begin:    `CREATE SCHEMA ` + pgx.Identifier{srv.schema()}.Sanitize(),
		watch:    srv.watch,
	}
	s := newStore(d, srv.shown, pool(2), pool(1))
	s.clock = nil // the server's counts
	return s
}

// openServer opens a race on a server and brings it to the schema that the steps
// lead to.
func openServer(ctx context.Context, address string, steps []step) (*Store, error) {
	srv, err := parseServer(address)
	if err != nil {
		return nil, err
	}
	s := srv.connect()
	if err := srv.prepare(ctx, s, steps); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// prepare makes a race on a server ready for work.
func (srv *server) prepare(ctx context.Context, s *Store, steps []step) error {
	bound, end := s.bounded(ctx)
	defer end()
	version, err := srv.identify(bound, s.read, len(steps))
	if err != nil {
		return cause(bound, err)
	}
	s.version = len(steps)
	if version < len(steps) { // which takes as long as there is to read and write
		err := s.migrate(ctx, steps, func(context.Context, int) error { return nil })
		if err != nil {
			return err
		}
	}
	return srv.learn(ctx, s)
}

// learn finds out how a server tells of edits, and whether it takes any.
func (srv *server) learn(ctx context.Context, s *Store) error {
	ctx, end := s.bounded(ctx)
	defer end()
	if srv.listens {
		err := s.read.QueryRowContext(ctx, `SELECT count(*) > 0 FROM pg_proc WHERE proname = 'pg_notify'`).Scan(&srv.listens)
		if err != nil {
			return cause(ctx, err)
		}
	}
	if srv.listens {
		s.announce = ` RETURNING pg_notify('` + channel + `', current_schema())`
	}
	_, err := s.read.ExecContext(ctx, `UPDATE timeline SET seq = seq WHERE id = 0`) // leave to write
	return cause(ctx, err)
}

// identify returns the version of the schema, if it is one of a race.
func (srv *server) identify(ctx context.Context, db *sqlx.DB, newest int) (int, error) {
	var there int
	err := db.QueryRowContext(ctx, `SELECT count(*) FROM pg_namespace WHERE nspname = $1`, srv.schema()).Scan(&there)
	if err != nil {
		return 0, err
	}
	if there == 0 {
		return 0, fmt.Errorf("%w: no schema %q", model.ErrMissing, srv.schema())
	}
	var text string
	err = db.QueryRowContext(ctx, `SELECT value FROM meta WHERE key = 'schema'`).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) || sqlState(err) == "42P01" { // undefined_table
		return 0, fmt.Errorf("%w: schema %q", model.ErrNotRace, srv.schema())
	}
	if err != nil {
		return 0, err
	}
	version, err := strconv.Atoi(text)
	switch {
	case err != nil || version < 1:
		return 0, fmt.Errorf("%w: schema %q", model.ErrDamaged, text)
	case version > newest:
		return 0, fmt.Errorf("%w: schema %d, known %d", model.ErrNewer, version, newest)
	}
	return version, nil
}

// createServer makes a race on a server: all of it in one transaction.
func createServer(ctx context.Context, address string, edits []model.Edit, right proof) error {
	srv, err := parseServer(address)
	if err != nil {
		return err
	}
	s := srv.connect()
	err = s.fill(ctx, edits, right)
	if state := sqlState(err); state == "42P06" || state == "23505" { // duplicate_schema, and two at once
		err = fmt.Errorf("%w: schema %q: %w", model.ErrExists, srv.schema(), err)
	}
	return errors.Join(err, s.Close())
}

// A Listed is a race on a server, as a list of them shows it.
type Listed struct {
	Name    string
	Title   string
	Seq     int64
	At      time.Time // of the last edit; zero before the first
	Address string    // as it was asked for, with the race's name
}

// Races lists the races on a server that its user may read, by name.
//
// It returns model's ErrAddress, ErrOffline, ErrNotLetIn or ErrMissing where there
// is no such database.
func Races(ctx context.Context, address string) ([]Listed, error) {
	srv, err := parseServer(address)
	if err != nil {
		return nil, wrap("list races on", WithoutPassword(address), err)
	}
	s := srv.connect()
	bound, end := s.bounded(ctx)
	defer end()
	list, err := s.races(bound, address)
	return list, wrap("list races on", srv.shown, errors.Join(cause(bound, err), s.Close()))
}

func (s *Store) races(ctx context.Context, address string) ([]Listed, error) {
	var schemas []string
	err := s.read.SelectContext(ctx, &schemas, `
		SELECT nspname FROM pg_namespace
		WHERE nspname LIKE '`+prefix+`%' AND has_schema_privilege(oid, 'USAGE') ORDER BY nspname`)
	if err != nil {
		return nil, err
	}
	var all []Listed
	for _, schema := range schemas {
		race := Listed{Name: strings.TrimPrefix(schema, prefix)}
		race.Address = WithRace(address, race.Name)
		var at int64
		var title sql.NullString
		in := pgx.Identifier{schema}.Sanitize()
		err := s.read.QueryRowContext(ctx, `
			SELECT t.seq, t.at, CAST(e.body AS JSON) ->> 'title'
			FROM `+in+`.timeline t LEFT JOIN `+in+`.entities e ON e.kind = 'race'`).Scan(&race.Seq, &at, &title)
		switch sqlState(err) {
		case "42P01", "42501": // no race, or not for this user
			continue
		}
		if err != nil {
			return nil, err
		}
		if race.Title = title.String; race.Seq > 0 {
			race.At = time.UnixMilli(at).UTC()
		}
		all = append(all, race)
	}
	return all, nil
}
