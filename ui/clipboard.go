package ui

import (
	"context"
	"io"
	"os"
	"os/exec"
	"time"
)

// The toolkit's clipboard knows text only. Pictures in it are asked for with the small
// programs that Linux has for that, where one is installed; elsewhere there is none
// that comes with the system and answers quietly.
var pasters = []struct {
	session string // is set in the environment where the program is the right one
	command []string
}{
	{"WAYLAND_DISPLAY", []string{"wl-paste", "--no-newline", "--type", "image/png"}},
	{"DISPLAY", []string{"xclip", "-selection", "clipboard", "-target", "image/png", "-out"}},
}

// pasteTime is how long the program that has the picture may take to hand it over.
const pasteTime = 10 * time.Second

// clipboard is the picture in the system's clipboard; not ok where it cannot be asked
// for.
func clipboard(name string) (source, bool) {
	for _, p := range pasters {
		path, err := exec.LookPath(p.command[0])
		if err != nil || os.Getenv(p.session) == "" {
			continue
		}
		return source{name, func() (io.ReadCloser, error) { return output(path, p.command[1:]...) }}, true
	}
	return source{}, false
}

// output is what a program writes.
func output(path string, args ...string) (io.ReadCloser, error) {
	ctx, stop := context.WithTimeout(context.Background(), pasteTime)
	cmd := exec.CommandContext(ctx, path, args...) //nolint:gosec // one of the pasters
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		stop()
		return nil, err
	}
	return told{out, func() {
		stop()
		_ = cmd.Wait() // what it wrote says more
	}}, nil
}

// told is what a program writes, until it is not wanted any more.
type told struct {
	io.Reader
	end func()
}

// Close implements io.Closer.
func (t told) Close() error { t.end(); return nil }
