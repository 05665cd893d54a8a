package persist

import (
	"cmp"
	"fmt"
	"net"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"racedesk/model"
)

// A server is where one race is to be found among others:
//
//	postgres://user@host:5432/database?race=name&sslmode=verify-full
//
// Each race is a schema of its own in the database. Without a name it is "race".
// What else stands in the address, in the environment and in the password file
// means what it means to PostgreSQL's own programs. listen=off is for engines
// that take LISTEN and do nothing; where it is refused, that is found out.
type server struct {
	config  *pgx.ConnConfig
	race    string
	shown   string // the address without the password
	listens bool
}

// prefix tells races from other schemas.
const prefix = "race:"

// longest is how long the name of a schema may be, in bytes.
const longest = 63

// How a connection is held, for as long as the address does not say otherwise.
const (
	reachIn     = 5 * time.Second // to connect
	idleBetween = 15000           // milliseconds that a desk may hold up others with half an edit
	idleParam   = "idle_in_transaction_session_timeout"
)

// IsServer says whether an address names a server and not a file.
func IsServer(address string) bool {
	return strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://")
}

// WithoutPassword returns a race's address as it may be shown, logged and
// remembered. A file's path is returned as it is.
func WithoutPassword(address string) string {
	if !IsServer(address) {
		return address
	}
	u, err := url.Parse(address)
	if err != nil {
		return "postgres:" // where the password stands in it nobody knows
	}
	if u.User != nil {
		u.User = url.User(u.User.Username())
	}
	values := u.Query()
	values.Del("password")
	values.Del("sslpassword")
	u.RawQuery = values.Encode()
	return u.String()
}

// parseServer reads an address. Its errors say nothing of what stands in it, since
// that may be a password.
func parseServer(address string) (*server, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, model.ErrAddress
	}
	values := u.Query()
	srv := &server{race: cmp.Or(values.Get("race"), "race"), shown: WithoutPassword(address),
		listens: values.Get("listen") != "off"}
	if len(prefix+srv.race) > longest || !utf8.ValidString(srv.race) || strings.ContainsRune(srv.race, 0) {
		return nil, fmt.Errorf("%w: the race's name", model.ErrAddress)
	}
	values.Del("race")
	values.Del("listen")
	u.RawQuery = values.Encode()
	if srv.config, err = pgx.ParseConfig(u.String()); err != nil {
		return nil, model.ErrAddress
	}
	srv.config.ConnectTimeout = cmp.Or(srv.config.ConnectTimeout, reachIn)
	dialer := net.Dialer{KeepAliveConfig: net.KeepAliveConfig{Enable: true,
		Idle: 2 * reachIn, Interval: reachIn, Count: 3}}
	srv.config.DialFunc = dialer.DialContext
	params := srv.config.RuntimeParams
	params["search_path"] = pgx.Identifier{srv.schema()}.Sanitize()
	params["application_name"] = cmp.Or(params["application_name"], "racedesk")
	params[idleParam] = cmp.Or(params[idleParam], fmt.Sprint(idleBetween))
	return srv, nil
}

// schema is the name of the race's schema.
func (srv *server) schema() string { return prefix + srv.race }

// WithRace returns the address of another race on the same server.
func WithRace(address, race string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	values := u.Query()
	values.Set("race", race)
	u.RawQuery = values.Encode()
	return u.String()
}
