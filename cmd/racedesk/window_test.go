package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// A window is the real program in a real window on a virtual screen, driven by a
// real pointer.
type window struct {
	t       testing.TB
	display string
	dir     string
	race    string
	desk    *exec.Cmd
	log     said
}

// said keeps what a program complains of while it runs.
type said struct {
	mu   sync.Mutex
	text bytes.Buffer
}

// Write implements io.Writer.
func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// binary builds the program once for all tests of this file.
var binary = filepath.Join(os.TempDir(), fmt.Sprintf("racedesk-test-%d", os.Getpid()))

func TestMain(m *testing.M) {
	if os.Getenv(labelOnly) != "" {
		showLabel()
		return
	}
	if os.Getenv(secondsOnly) != "" {
		showSeconds()
		return
	}
	if n, err := strconv.Atoi(os.Getenv(rectanglesOnly)); err == nil {
		showRectangles(n)
		return
	}
	build := exec.Command("go", "build", "-tags", "x11,migrated_fynedo", "-o", binary, ".")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Printf("build racedesk: %v\n%s", err, out)
		os.Exit(1)
	}
	status := m.Run()
	_ = os.Remove(binary)
	os.Exit(status)
}

// newWindow starts a virtual screen with a window manager.
func newWindow(t testing.TB) *window {
	t.Helper()
	return newScreen(t, "Xvfb", "-screen", "0", "1920x1080x24")
}

// newScreen starts an X server and a window manager, and makes a sample race.
func newScreen(t testing.TB, server string, args ...string) *window {
	t.Helper()
	w := &window{t: t, dir: t.TempDir()}
	w.race = filepath.Join(w.dir, "lopp åäö.race")
	r, pipe, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	screen := exec.Command(server, append(args, "-displayfd", "3", "-nolisten", "tcp", "-noreset")...)
	screen.ExtraFiles = []*os.File{pipe}
	w.start(screen)
	number, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("the virtual screen named no display: %v", err)
	}
	w.display = ":" + strings.TrimSpace(number)
	w.start(exec.Command("openbox"))
	if _, err := w.tool("setxkbmap", "se"); err != nil {
		t.Fatalf("setxkbmap: %v", err)
	}
	w.until("windows are managed", func() bool {
		out, _ := w.tool("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")
		return strings.Contains(out, "window id")
	})
	w.cli("", "new", w.race, "--sample", "running")
	return w
}

// start runs a process until the end of the test.
func (w *window) start(c *exec.Cmd) {
	w.t.Helper()
	c.Env = w.env()
	if err := c.Start(); err != nil {
		w.t.Fatalf("start %s: %v", c.Path, err)
	}
	w.t.Cleanup(func() {
		_ = c.Process.Kill() // it may have ended by itself
		_ = c.Wait()
	})
}

// open opens the desk on the race and waits until its board is there.
func (w *window) open() {
	w.t.Helper()
	w.launch("--export-to", w.path("rapport.pdf"), w.race)
	w.untilBoard()
}

// launch starts the desk.
func (w *window) launch(args ...string) {
	w.t.Helper()
	_ = os.Remove(w.path("map"))
	w.desk = exec.Command(binary, append([]string{"--lang", "sv", "--geometry", "1600x900", "--screen-map", w.path("map")}, args...)...)
	w.desk.Stderr = &w.log
	w.start(w.desk)
}

func (w *window) untilBoard() {
	w.t.Helper()
	w.until("the board shows", func() bool { _, y, ok := w.spot("card", "problem", ""); return ok && y > 200 && w.id() != "" })
}

// env is the environment of a person who never used the program before.
func (w *window) env() []string {
	return append(os.Environ(), "DISPLAY="+w.display, "XDG_CONFIG_HOME="+w.dir, "XDG_DATA_HOME="+w.path("data"),
		"HOME="+w.dir, "LC_ALL=C.UTF-8")
}

func (w *window) path(name string) string { return filepath.Join(w.dir, name) }

// id finds the desk's window.
func (w *window) id() string {
	out, _ := w.tool("xdotool", "search", "--onlyvisible", "--name", "^RaceDesk")
	id, _, _ := strings.Cut(strings.TrimSpace(out), "\n")
	return id
}

func (w *window) tool(name string, args ...string) (string, error) {
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), "DISPLAY="+w.display, "LC_ALL=C.UTF-8")
	out, err := c.Output()
	return string(out), err
}

// until asks again until it is so, for 30 seconds at most.
func (w *window) until(what string, so func() bool) {
	w.t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); <-time.After(50 * time.Millisecond) {
		if so() {
			return
		}
	}
	w.fail(what + ": not so after 30 seconds")
}

// fail ends the test and leaves a picture of the screen.
func (w *window) fail(why string) {
	w.t.Helper()
	shot := filepath.Join(os.TempDir(), "racedesk-failed.png")
	_, _ = w.tool("import", "-window", "root", shot)
	w.t.Fatalf("%s; the screen is in %s; the desk said:\n%s", why, shot, w.log.String())
}

// spot returns the middle of a thing on the screen, by kind, name and id.
func (w *window) spot(kind, name, id string) (x, y int, ok bool) {
	data, _ := os.ReadFile(w.path("map"))
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 7 || f[0] != kind || f[1] != name || (id != "" && f[2] != id) {
			continue
		}
		n := make([]int, 4)
		for i := range n {
			n[i], _ = strconv.Atoi(f[3+i])
		}
		return n[0] + n[2]/2, n[1] + n[3]/2, true
	}
	return 0, 0, false
}

// point moves the pointer onto a thing.
func (w *window) point(kind, name, id string) {
	w.t.Helper()
	asked := time.Now()
	w.until(kind+" "+name+" "+id+" is on the screen", func() bool {
		info, err := os.Stat(w.path("map")) // written anew each second, when all has found its place
		_, _, ok := w.spot(kind, name, id)
		return ok && err == nil && info.ModTime().After(asked.Add(200*time.Millisecond))
	})
	x, y, _ := w.spot(kind, name, id)
	w.act("mousemove", "--window", w.id(), strconv.Itoa(x), strconv.Itoa(y))
}

func (w *window) act(args ...string) {
	w.t.Helper()
	if out, err := w.tool("xdotool", args...); err != nil {
		w.t.Fatalf("xdotool %v: %v %s", args, err, out)
	}
}

func (w *window) tap(name string) {
	w.t.Helper()
	w.press("button", name, "")
}

// press clicks on a thing.
func (w *window) press(kind, name, id string) {
	w.t.Helper()
	w.point(kind, name, id)
	w.act("click", "1")
}

// write types a line into a thing, as a Swedish keyboard does, and ends it with
// Enter.
func (w *window) write(text, kind, name, id string) {
	w.t.Helper()
	w.press(kind, name, id)
	w.act("type", "--delay", "20", text)
	w.act("key", "Return")
}

// drag carries a card to a thing with the pointer.
func (w *window) drag(stage, card, kind, name, id string) {
	w.t.Helper()
	w.point("card", stage, card)
	w.act("mousedown", "1")
	for range 6 {
		w.act("mousemove_relative", "--", "9", "1", "sleep", "0.03")
	}
	w.point(kind, name, id)
	w.act("mousemove_relative", "3", "3", "sleep", "0.2", "mouseup", "1")
}

// cli runs a command without a window and returns what it printed.
func (w *window) cli(in string, args ...string) string {
	w.t.Helper()
	c := exec.Command(binary, args...)
	c.Stdin = strings.NewReader(in)
	var complaint bytes.Buffer
	c.Stderr = &complaint
	out, err := c.Output()
	if err != nil {
		w.t.Fatalf("racedesk %v: %v\n%s", args, err, complaint.String())
	}
	return string(out)
}

// shown reads the race file back.
func (w *window) shown() raceJSON {
	w.t.Helper()
	var r raceJSON
	if err := json.Unmarshal([]byte(w.cli("", "show", w.race, "--json")), &r); err != nil {
		w.t.Fatal(err)
	}
	return r
}

func (r raceJSON) card(id string) cardJSON {
	for _, c := range r.Cards {
		if string(c.ID) == id {
			return c
		}
	}
	return cardJSON{}
}

// open lists the ids of a stage's cards that wait to go on, in their order.
func (r raceJSON) open(stage string) []string {
	var out []string
	for _, c := range r.Cards {
		if string(c.Stage) == stage && c.Open {
			out = append(out, string(c.ID))
		}
	}
	return out
}

// gone lists the ids of a stage's cards that went on.
func (r raceJSON) gone(stage string) []string {
	var out []string
	for _, c := range r.Cards {
		if string(c.Stage) == stage && !c.Open && !c.Parked {
			out = append(out, string(c.ID))
		}
	}
	return out
}

// close clicks on the close button of the desk's window and waits for its end.
func (w *window) close() {
	w.t.Helper()
	at := w.place(w.id())
	w.act("mousemove", strconv.Itoa(at.x+at.width-10), strconv.Itoa(at.y-11), "click", "1")
	done := make(chan error, 1)
	go func() { done <- w.desk.Wait() }()
	select {
	case <-done:
	case <-time.After(30 * time.Second):
		w.fail("the desk did not end when its window was closed")
	}
}

// A place is where a window's content is on the screen.
type place struct{ x, y, width, height int }

// place asks where a window is; a window that went meanwhile is nowhere.
func (w *window) place(id string) (p place) {
	out, _ := w.tool("xwininfo", "-id", id)
	for line := range strings.Lines(out) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		n, _ := strconv.Atoi(strings.TrimSpace(value))
		switch name {
		case "Absolute upper-left X":
			p.x = n
		case "Absolute upper-left Y":
			p.y = n
		case "Width":
			p.width = n
		case "Height":
			p.height = n
		}
	}
	return p
}
