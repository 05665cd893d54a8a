package persist

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"racedesk/model"
)

// A cable is what lies between a desk and the server. It can be cut where a commit
// passes, and it can go dead without a word.
type cable struct {
	net.Listener
	server string
	mu     sync.Mutex
	cut    string        // "", "before" or "after" the next commit passes
	dead   chan struct{} // closed while everything passes
	ends   []net.Conn
}

// newCable returns a cable and the address of a race at its other end.
func newCable(t *testing.T) (*cable, string) {
	t.Helper()
	server := sharedServer(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c := &cable{Listener: l, server: fmt.Sprint("127.0.0.1:", server.port), dead: make(chan struct{})}
	close(c.dead)
	go c.serve()
	t.Cleanup(func() {
		c.mend()
		c.Close() //nolint:errcheck // nobody comes any more
		c.mu.Lock()
		defer c.mu.Unlock()
		for _, end := range c.ends {
			end.Close() //nolint:errcheck // it may have ended
		}
	})
	return c, strings.Replace(newRaceOn(t, server), c.server, l.Addr().String(), 1)
}

func (c *cable) serve() {
	for {
		desk, err := c.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", c.server)
		if err != nil {
			desk.Close() //nolint:errcheck // as the server did
			continue
		}
		c.mu.Lock()
		c.ends = append(c.ends, desk, server)
		c.mu.Unlock()
		go c.pass(desk, server, true)
		go c.pass(server, desk, false)
	}
}

// pass carries what comes from one end to the other.
func (c *cable) pass(from, to net.Conn, asks bool) {
	defer from.Close() //nolint:errcheck // the other end may have
	defer to.Close()   //nolint:errcheck // the other end may have
	buffer := make([]byte, 64<<10)
	for {
		n, err := from.Read(buffer)
		if err != nil {
			return
		}
		c.mu.Lock()
		open, cut := c.dead, c.cut
		c.mu.Unlock()
		<-open
		if asks && cut != "" && bytes.Contains(buffer[:n], []byte("commit")) {
			c.set("")
			from.Close() //nolint:errcheck // no answer gets through
			if cut == "after" {
				_, _ = to.Write(buffer[:n]) // or it was cut before
			}
			return
		}
		if _, err := to.Write(buffer[:n]); err != nil {
			return
		}
	}
}

func (c *cable) set(cut string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cut = cut
}

// kill lets nothing pass, and nobody know.
func (c *cable) kill() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.dead = make(chan struct{})
}

// mend lets everything pass that has waited.
func (c *cable) mend() {
	c.mu.Lock()
	defer c.mu.Unlock()
	select {
	case <-c.dead:
	default:
		close(c.dead)
	}
}

// TestCutWhileCommitting loses the answer to a commit, or the commit. Which of
// them it was is found out.
func TestCutWhileCommitting(t *testing.T) {
	c, address := newCable(t)
	s := open(t, address)
	for n := range int64(10) {
		commitTo(t, s, model.Edit{Changes: made(card(10 * n))})
		c.set("after")
		if e := commitTo(t, s, model.Edit{Changes: made(card(10*n + 1))}); e.Seq != 2*n+2 {
			t.Errorf("stored as %d", e.Seq)
		}
		c.set("before")
		if _, err := s.Commit(t.Context(), model.Edit{Changes: made(card(10*n + 2))}); !errors.Is(err, model.ErrOffline) {
			t.Errorf("not stored: %v", err)
		}
		if b := load(t, s); b.Seq != 2*n+2 || len(b.Entities()) != int(b.Seq) {
			t.Errorf("race is at %d with %d cards", b.Seq, len(b.Entities()))
		}
	}
}

// TestDeadCable is about a connection that is gone without a word: the desk says
// so when its patience is over, and goes on when it is back.
func TestDeadCable(t *testing.T) {
	c, address := newCable(t)
	s := open(t, address)
	s.patience = 300 * time.Millisecond
	heard := newListener(t, s)
	commitTo(t, s, model.Edit{Changes: made(card(1))})
	heard.until(t, 1)
	c.kill()
	if _, err := s.Commit(t.Context(), model.Edit{Changes: made(card(2))}); !errors.Is(err, model.ErrOffline) {
		t.Errorf("commit: %v", err)
	}
	if _, err := s.Load(t.Context()); !errors.Is(err, model.ErrOffline) {
		t.Errorf("load: %v", err)
	}
	ctx, end := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer end()
	if _, err := s.Now(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("clock, with less patience: %v", err)
	}
	heard.await(t, false)
	c.mend()
	heard.await(t, true)
	other := open(t, address)
	e := commitTo(t, other, model.Edit{Changes: made(card(3))})
	heard.until(t, e.Seq)
}

// TestUnsure gives up on an edit while nobody can say what became of it.
func TestUnsure(t *testing.T) {
	c, address := newCable(t)
	s := open(t, address)
	commitTo(t, s, model.Edit{Changes: made(card(1))})
	ctx, end := context.WithCancel(t.Context())
	s.patience = 200 * time.Millisecond
	c.set("after")
	c.Close() //nolint:errcheck // nobody gets in any more
	time.AfterFunc(s.patience, end)
	if _, err := s.Commit(ctx, model.Edit{Changes: made(card(2))}); !errors.Is(err, model.ErrUnsure) {
		t.Errorf("got %v", err)
	}
}
