package ui

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"racedesk/report"
)

// export writes the report beside the board's work, and says where.
func (d *Desk) export() {
	d.closePanel()
	d.foot.say(d.words.T("export.busy"))
	d.writeReport(context.Background(), nil, func(string, error) {})
}

// writeReport writes the report's file in the background. progress hears how far it
// is, then how it ended, both on the goroutine that draws.
func (d *Desk) writeReport(ctx context.Context, progress func(done, of int), then func(path string, err error)) {
	src := report.Source{Board: d.session.Board.Clone(), Words: d.words, At: d.here()}
	path := d.options.ExportTo
	if path == "" {
		name := src.Board.Race().Title + " – " + d.words.T("export.name")
		path = free(filepath.Join(d.options.Reports, fileName(name)), ".pdf")
	}
	if progress != nil {
		var told atomic.Bool // one at a time is on its way
		src.Progress = func(done, of int) {
			if told.CompareAndSwap(false, true) {
				d.onMain(func() { told.Store(false); progress(done, of) })
			}
		}
	}
	session, w := d.session, d.words
	go func() {
		history, err := session.Journal(0)
		if err != nil {
			slog.Warn("read history for report", "err", err) // the report goes without
		}
		src.History = history
		err = d.options.Export(ctx, path, src)
		d.onMain(func() {
			switch {
			case errors.Is(err, context.Canceled):
				d.foot.say(w.T("export.cancelled"))
			case err != nil:
				d.foot.say(Explain(err, w))
			default:
				d.foot.say(w.T("export.done", path))
			}
			then(path, err)
		})
	}()
}

// openFile opens a file or folder with what the system opens it with.
func (d *Desk) openFile(path string) {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // a drive of Windows
	}
	if err := d.app.OpenURL(&url.URL{Scheme: "file", Path: slashed}); err != nil {
		slog.Warn("open file", "err", err)
		d.foot.say(d.words.T("report.opens.failed", path))
	}
}

// free returns a path that nothing has yet: name.pdf, name 2.pdf, …
func free(base, ending string) string {
	path := base + ending
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = fmt.Sprintf("%s %d%s", base, n, ending)
	}
}

// fileName makes a title fit to name a file on every system.
func fileName(title string) string {
	out := []rune{}
	for _, r := range title {
		switch r {
		case '/', '\\', ':', '*', '?', '"', '<', '>', '|':
			r = '-'
		}
		if len(out) < 80 {
			out = append(out, r)
		}
	}
	return string(out)
}
