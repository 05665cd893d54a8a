package persist

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"racedesk/model"
)

// tell runs SQL on the server as its owner would.
func (s *testServer) tell(t testing.TB, statements ...string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), s.address("x"))
	if err != nil {
		t.Fatal(err)
	}
	for _, statement := range statements {
		if _, err := conn.Exec(t.Context(), statement); err != nil {
			t.Errorf("%s: %v", statement, err)
		}
	}
	if err := conn.Close(t.Context()); err != nil {
		t.Error(err)
	}
}

// A race is brought up to date for as long as it takes, whatever one answer may take.
func TestALongUpgradeOnAServer(t *testing.T) {
	srv, err := parseServer(newRaceOn(t, sharedServer(t)))
	if err != nil {
		t.Fatal(err)
	}
	s := srv.connect()
	s.patience = time.Second
	long := append(slices.Clone(migrations), step{sql: `SELECT pg_sleep(1.5)`})
	if err := errors.Join(srv.prepare(t.Context(), s, long), s.Close()); err != nil {
		t.Error(err)
	}
}

func TestServerRefuses(t *testing.T) {
	s := sharedServer(t)
	newer, none, half := newRaceOn(t, s), s.address("none"), s.address("half")
	in := func(address string) string { return pgx.Identifier{"race:" + raceOf(t, address)}.Sanitize() }
	s.tell(t, `UPDATE `+in(newer)+`.meta SET value = '99'`, `CREATE SCHEMA `+in(half),
		`CREATE USER locked PASSWORD 'right'`)
	port := fmt.Sprint(s.port)
	free, err := freePort()
	if err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string]error{
		newer: model.ErrNewer,
		none:  model.ErrMissing,
		half:  model.ErrNotRace,
		"postgres://racedesk@127.0.0.1:" + port + "/none?sslmode=disable":           model.ErrMissing,
		"postgres://locked:secret@127.0.0.1:" + port + "/postgres?sslmode=disable":  model.ErrNotLetIn,
		"postgres://locked@127.0.0.1:" + port + "/postgres?password=secret":         model.ErrNotLetIn,
		"postgresql://racedesk:secret@127.0.0.1:" + fmt.Sprint(free) + "/x":         model.ErrOffline,
		"postgres://racedesk:secret@no.such.host.invalid/x?connect_timeout=3":       model.ErrOffline,
		"postgres://racedesk:secret@127.0.0.1:" + port + "/x?sslmode=odd":           model.ErrAddress,
		"postgres://racedesk:sec%ret@127.0.0.1:" + port + "/x":                      model.ErrAddress,
		"postgres://racedesk:secret@127.0.0.1/x?race=" + strings.Repeat("long", 20): model.ErrAddress,
		"postgres://racedesk:secret@127.0.0.1:" + port + "/x?sslmode=verify-full":   model.ErrOffline,
	} {
		_, err := Open(t.Context(), address)
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", address, err, want)
		}
		if err != nil && (strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), "sec%")) {
			t.Errorf("says the password: %v", err)
		}
	}
}

func raceOf(t *testing.T, address string) string {
	t.Helper()
	srv, err := parseServer(address)
	if err != nil {
		t.Fatal(err)
	}
	return srv.race
}

func TestWithoutPassword(t *testing.T) {
	for address, want := range map[string]string{
		"/a/file?password=x":             "/a/file?password=x",
		"postgres://u@h/d?race=å":        "postgres://u@h/d?race=%C3%A5",
		"postgres://u:secret@h:5/d":      "postgres://u@h:5/d",
		"postgresql://h/d?password=x":    "postgresql://h/d",
		"postgres://h?sslpassword=x&a=b": "postgres://h?a=b",
		"postgres://u:sec%ret@h/d":       "postgres:",
	} {
		if got := WithoutPassword(address); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}

func TestCreateOnServer(t *testing.T) {
	s := sharedServer(t)
	address := s.address(`odd "name", å; --`)
	var wg sync.WaitGroup
	results := make(chan error, 8)
	for range cap(results) {
		wg.Go(func() {
			results <- Create(t.Context(), address, model.NewRace("Åre"), model.Edit{Changes: made(card(1))})
		})
	}
	wg.Wait()
	close(results)
	won := 0
	for err := range results {
		if err == nil {
			won++
		} else if !errors.Is(err, model.ErrExists) {
			t.Error(err)
		}
	}
	if b := load(t, open(t, address)); won != 1 || b.Seq != 2 {
		t.Errorf("%d made it, race is at %d", won, b.Seq)
	}
	twice := model.Edit{Changes: made(card(1))}
	if err := Create(t.Context(), s.address("left"), twice, twice); !errors.Is(err, model.ErrConflict) {
		t.Error(err)
	}
	listed, err := Races(t.Context(), s.address("x"))
	if err != nil {
		t.Fatal(err)
	}
	named := func(name string) int { return slices.IndexFunc(listed, func(r Listed) bool { return r.Name == name }) }
	if named("left") >= 0 {
		t.Error("a race that was not made is listed")
	}
	i := named(`odd "name", å; --`)
	if i < 0 || listed[i].Title != "Åre" || listed[i].Seq != 2 || time.Since(listed[i].At) > time.Hour {
		t.Fatalf("%d in %+v", i, listed)
	}
	if b := load(t, open(t, listed[i].Address)); b.Race().Title != "Åre" {
		t.Errorf("%+v", b.Race())
	}
}

// TestServerRoles works as users that may do little: one that moves cards and
// makes no tables, and one that only looks.
func TestServerRoles(t *testing.T) {
	s := sharedServer(t)
	address := newRaceOn(t, s)
	in := pgx.Identifier{"race:" + raceOf(t, address)}.Sanitize()
	s.tell(t, `CREATE USER desk`, `CREATE USER guest`, `GRANT USAGE ON SCHEMA `+in+` TO desk, guest`,
		`GRANT SELECT ON ALL TABLES IN SCHEMA `+in+` TO desk, guest`,
		`GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA `+in+` TO desk`)
	as := func(user string) string { return strings.Replace(address, "racedesk@", user+"@", 1) }
	desk := open(t, as("desk"))
	heard := follow(t, open(t, address), 0)
	e := commitTo(t, desk, model.Edit{Changes: made(card(1))})
	if got := next(t, heard); !reflect.DeepEqual(got, e) {
		t.Errorf("heard %+v", got)
	}
	if _, err := Open(t.Context(), as("guest")); !errors.Is(err, model.ErrReadOnly) {
		t.Error(err)
	}
	if err := Create(t.Context(), strings.Replace(s.address("no"), "racedesk@", "desk@", 1)); !errors.Is(err, model.ErrReadOnly) {
		t.Error(err)
	}
}

func TestServerClockCounts(t *testing.T) {
	s := open(t, newRaceOn(t, sharedServer(t)))
	before, err := s.Now(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	e := commitTo(t, s, model.Edit{Changes: made(card(1))})
	after, err := s.Now(t.Context())
	if err != nil || e.At.Before(before) || e.At.After(after) || after.Location() != time.UTC {
		t.Errorf("%v, %v, %v: %v", before, e.At, after, err)
	}
	if _, err := s.write.Exec(`UPDATE timeline SET at = at + 3600000`); err != nil {
		t.Fatal(err)
	}
	ahead := commitTo(t, s, model.Edit{Changes: made(card(2))})
	if got := ahead.At.Sub(e.At); got != time.Hour {
		t.Errorf("time ran back by %v", time.Hour-got)
	}
}
