package persist

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"racedesk/model"
)

// A testServer is a PostgreSQL of the test's own, in a folder that goes with it,
// on a port of this machine only.
type testServer struct {
	dir  string
	port int
	bin  string
	run  *exec.Cmd
}

// shared is the server of all tests that leave it running, begun by the first.
var (
	shared   = sync.OnceValues(func() (*testServer, error) { s, err := newServer(); toRemove = s; return s, err })
	toRemove *testServer
)

// sharedServer returns the shared server.
func sharedServer(t testing.TB) *testServer {
	t.Helper()
	s, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// ownServer returns a server that the test may stop and start.
func ownServer(t testing.TB) *testServer {
	t.Helper()
	s, err := newServer()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.remove(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func newServer() (*testServer, error) {
	bin, err := serverPrograms()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "racedesk-postgres-")
	if err != nil {
		return nil, err
	}
	s := &testServer{dir: dir, bin: bin}
	if err := giveAway(dir); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	made, err := s.command("initdb", "--auth=trust", "--username=racedesk", "--encoding=UTF8", "--locale=C",
		"--no-sync", "--pgdata="+s.data()).CombinedOutput()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("initdb: %w: %s", err, made), os.RemoveAll(dir))
	}
	if err = s.guard(); err == nil {
		s.port, err = freePort()
	}
	if err == nil {
		err = s.start()
	}
	if err != nil {
		return nil, errors.Join(err, s.remove())
	}
	return s, nil
}

// guard makes the server ask one user for a password: the one called locked.
func (s *testServer) guard() error {
	path := filepath.Join(s.data(), "pg_hba.conf")
	rules, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return os.WriteFile(path, append([]byte("host all locked 127.0.0.1/32 scram-sha-256\n"), rules...), 0o600)
}

// serverPrograms is the folder of PostgreSQL's newest programs.
func serverPrograms() (string, error) {
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if path, missing := exec.LookPath("initdb"); missing == nil {
		found = append(found, path)
	}
	if err != nil || len(found) == 0 {
		return "", fmt.Errorf("PostgreSQL is not installed: make setup installs it (%w)", errors.Join(err, exec.ErrNotFound))
	}
	return filepath.Dir(slices.Max(found)), nil
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	return l.Addr().(*net.TCPAddr).Port, l.Close()
}

func (s *testServer) data() string { return filepath.Join(s.dir, "data") }

// command is one of PostgreSQL's programs, run by a user that it accepts.
func (s *testServer) command(name string, args ...string) *exec.Cmd {
	c := exec.Command(filepath.Join(s.bin, name), args...)
	c.Dir = s.dir
	demote(c)
	return c
}

// start starts the server and waits until it answers.
func (s *testServer) start() error {
	log, err := os.OpenFile(filepath.Join(s.dir, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer log.Close() //nolint:errcheck // the server has it
	s.run = s.command("postgres", "-D", s.data(), "-p", fmt.Sprint(s.port), "-c", "listen_addresses=127.0.0.1",
		"-c", "unix_socket_directories=", "-c", "max_connections=300", "-c", "fsync=off") // the machine stays up
	s.run.Stdout, s.run.Stderr = log, log
	if err := s.run.Start(); err != nil {
		return err
	}
	ctx, end := context.WithTimeout(context.Background(), deadline)
	defer end()
	for wait := (pause{}); ; wait.sleep(ctx, nil) {
		conn, err := pgx.Connect(ctx, s.address("x"))
		if err == nil {
			return conn.Close(ctx)
		}
		if ctx.Err() != nil {
			said, _ := os.ReadFile(filepath.Join(s.dir, "log"))
			return fmt.Errorf("start PostgreSQL: %w: %s", err, said)
		}
	}
}

// stop ends the server as a power cut of its own would: at once.
func (s *testServer) stop() error {
	if s.run == nil || s.run.Process == nil {
		return nil
	}
	if err := s.run.Process.Signal(syscall.SIGQUIT); err != nil {
		return err
	}
	var exit *exec.ExitError
	if err := s.run.Wait(); err != nil && !errors.As(err, &exit) {
		return err
	}
	s.run = nil
	return nil
}

func (s *testServer) remove() error { return errors.Join(s.stop(), os.RemoveAll(s.dir)) }

// address is that of a race on the server, with more of its own.
func (s *testServer) address(race string, more ...string) string {
	a := fmt.Sprintf("postgres://racedesk@127.0.0.1:%d/postgres?sslmode=disable", s.port)
	if race != "x" {
		more = append(more, "race="+url.QueryEscape(race))
	}
	return strings.Join(append([]string{a}, more...), "&")
}

// raceCount tells the races of one server apart.
var raceCount atomic.Int64

// newRaceOn makes a race on the server and returns its address.
func newRaceOn(t testing.TB, s *testServer, more ...string) string {
	t.Helper()
	address := s.address(fmt.Sprintf("test-%d", raceCount.Add(1)), more...)
	if err := Create(t.Context(), address); err != nil {
		t.Fatal(err)
	}
	return address
}

// serverRace is the engine of races on a server.
func serverRace(more ...string) func(*testing.T, func() time.Time) func() model.Store {
	return func(t *testing.T, clock func() time.Time) func() model.Store {
		address := newRaceOn(t, sharedServer(t), more...)
		return func() model.Store {
			s := open(t, address)
			s.clock = clock
			return s
		}
	}
}
