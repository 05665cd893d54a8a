package persist

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"reflect"
	"strconv"
	"testing"
	"time"

	"racedesk/model"
)

// childs are what the test's own binary does when it is started with one of
// these in its environment, as a process of its own.
var childs = map[string]func(string) error{"PERSIST_TEST_DESK": otherDesk}

func TestMain(m *testing.M) {
	for name, run := range childs {
		if arg := os.Getenv(name); arg != "" {
			if err := run(arg); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			return
		}
	}
	code := m.Run()
	if toRemove != nil {
		if err := toRemove.remove(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}

// otherDesk adds cards and prints each one's Seq once it is committed.
func otherDesk(path string) error {
	s, err := Open(context.Background(), path)
	if err != nil {
		return err
	}
	for n := range int64(30) {
		made := made(card(int64(os.Getpid())*1000 + n))
		e, err := s.Commit(context.Background(), model.Edit{Changes: made})
		if err != nil {
			return err
		}
		fmt.Println(e.Seq)
	}
	return s.Close()
}

// startDesk starts a process that works on the race.
func startDesk(t *testing.T, path string) (*exec.Cmd, *bufio.Scanner, *bytes.Buffer) {
	t.Helper()
	desk := exec.Command(os.Args[0])
	desk.Env = append(os.Environ(), "PERSIST_TEST_DESK="+path)
	var says bytes.Buffer
	desk.Stderr = &says
	out, err := desk.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := desk.Start(); err != nil {
		t.Fatal(err)
	}
	return desk, bufio.NewScanner(out), &says
}

func TestOtherProcess(t *testing.T) {
	path := sample(t)
	s := open(t, path)
	heard := follow(t, s, 2)
	desk, lines, says := startDesk(t, path)
	for n := range int64(30) {
		commitTo(t, s, model.Edit{Changes: made(card(100 + n))})
	}
	for lines.Scan() {
	}
	if err := desk.Wait(); err != nil {
		t.Fatal(err, says)
	}
	for want := int64(3); want <= 62; want++ {
		if got := next(t, heard); got.Seq != want {
			t.Fatalf("heard %d, want %d", got.Seq, want)
		}
	}
}

func TestKilledProcessLosesNothing(t *testing.T) {
	path := sample(t)
	desk, lines, _ := startDesk(t, path)
	var last int64
	for n := 0; n < 5 && lines.Scan(); n++ {
		seq, err := strconv.ParseInt(lines.Text(), 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		last = seq
	}
	if err := desk.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := desk.Wait(); err == nil {
		t.Fatal("not killed")
	}
	s := open(t, path)
	if b := load(t, s); b.Seq < last || last != 7 {
		t.Errorf("race is at %d, said %d", b.Seq, last)
	}
	commitTo(t, s, model.Edit{Changes: made(card(100))})
}

func TestBusy(t *testing.T) {
	path := sample(t)
	s, other := open(t, path), open(t, path)
	for _, statement := range []string{`PRAGMA busy_timeout = 1`, `BEGIN IMMEDIATE`} {
		db := s
		if statement == `BEGIN IMMEDIATE` {
			db = other
		}
		if _, err := db.write.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	e := model.Edit{Changes: made(card(100))}
	if _, err := s.Commit(t.Context(), e); !errors.Is(err, model.ErrBusy) {
		t.Errorf("commit: %v", err)
	}
	if b := load(t, s); b.Seq != 2 {
		t.Errorf("race is at %d", b.Seq)
	}
	if _, err := other.write.Exec(`ROLLBACK`); err != nil {
		t.Fatal(err)
	}
	commitTo(t, s, e)
}

func TestBusyEndsWithTheContext(t *testing.T) {
	path := sample(t)
	s, other := open(t, path), open(t, path)
	if _, err := other.write.Exec(`BEGIN IMMEDIATE`); err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer end()
	if _, err := s.Commit(ctx, model.Edit{Changes: made(card(100))}); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
	if _, err := other.write.Exec(`ROLLBACK`); err != nil {
		t.Fatal(err)
	}
}

func TestCloseEndsFollow(t *testing.T) {
	s := open(t, sample(t))
	begun, ended := make(chan struct{}), make(chan error, 1)
	go func() {
		ended <- s.Follow(context.Background(), 1, func([]model.Edit, error) { close(begun) })
	}()
	<-begun
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	select {
	case err := <-ended:
		if !errors.Is(err, os.ErrClosed) {
			t.Error(err)
		}
	case <-time.After(deadline):
		t.Fatal("still following")
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if _, err := s.Load(t.Context()); err == nil {
		t.Error("loaded from a closed store")
	}
}

// TestDeadDoorbell is about a watch that can no longer look: it rings blindly,
// and no commit of another desk is missed.
func TestDeadDoorbell(t *testing.T) {
	path := sample(t)
	s, other := open(t, path), open(t, path)
	ctx, end := context.WithCancel(t.Context())
	ask, err := s.read.PrepareContext(ctx, "PRAGMA data_version")
	if err != nil {
		t.Fatal(err)
	}
	if err := ask.Close(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	more := s.bell.next()
	go func() {
		defer close(ended)
		lookOut(ctx, ask, 0, s.bell.ring)
	}()
	select {
	case <-more:
	case <-time.After(deadline):
		t.Error("no ring")
	}
	end()
	<-ended
	heard := follow(t, s, 2)
	if e := commitTo(t, other, model.Edit{Changes: made(card(100))}); !reflect.DeepEqual(next(t, heard), e) {
		t.Error("heard another")
	}
}

func TestPragmas(t *testing.T) {
	s := open(t, sample(t))
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1",
		"busy_timeout": strconv.FormatInt(busy.Milliseconds(), 10)} {
		for _, db := range []interface {
			Get(dest any, query string, args ...any) error
		}{s.read, s.write} {
			var got string
			if err := db.Get(&got, "PRAGMA "+pragma); err != nil || got != want {
				t.Errorf("%s is %s, %v", pragma, got, err)
			}
		}
	}
}
