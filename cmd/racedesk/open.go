package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"racedesk/assets"
	"racedesk/persist/pdf"
	"racedesk/report"
	"racedesk/ui"
)

type openCommand struct {
	File      string `arg:"" optional:"" help:"The race: a file or a server's address. The last one, or a choice, where none is named."`
	Projector bool   `help:"Open the projector with it."`
	Geometry  string `hidden:"" help:"Size of the window, such as 1920x1080."`
	ScreenMap string `hidden:"" help:"A file to keep the places of everything on the screen in."`
	ExportTo  string `hidden:"" help:"The file that the report is exported to."`
	Once      bool   `hidden:"" help:"Say when the window is painted, and end: to measure the start."`
	Frames    string `hidden:"" help:"A file to write the microseconds of each frame to, at the end."`
}

// leisure is how much may gather, in percent of what is in use, before it is swept
// while the program starts: nearly all that is made then stays.
const leisure = 400

// Run opens the desk.
func (c *openCommand) Run(g *Globals) error {
	options := ui.Options{Address: c.File, Locale: g.Lang, System: locale(""), ScreenMap: c.ScreenMap,
		ExportTo: c.ExportTo, Projector: c.Projector, DataDir: dataDir(), Reports: reportDir(),
		Export: pdf.PrintTo, Preview: preview(pdf.NewViewer(cacheDir())), Inspect: pdf.InspectFile, Shelf: shelf{}, Closed: closed}
	if c.Geometry != "" {
		var w, h float32
		if _, err := fmt.Sscanf(c.Geometry, "%fx%f", &w, &h); err != nil {
			return fmt.Errorf("geometry %s: %w", c.Geometry, err)
		}
		options.Size = fyne.NewSize(w, h)
	}
	usual := debug.SetGCPercent(leisure)
	options.Painted = func(end func()) {
		debug.SetGCPercent(usual)
		if c.Once {
			fmt.Println("painted")
			end()
		}
	}
	frames := strings.Builder{}
	if c.Frames != "" {
		options.Frames = func(took time.Duration) { fmt.Fprintln(&frames, took.Microseconds()) }
	}
	err := ui.Run(newApp(), options)
	if c.Frames != "" {
		err = errors.Join(err, os.WriteFile(c.Frames, []byte(frames.String()), 0o600))
	}
	return err
}

// newApp is the program to the toolkit and to the desktop.
func newApp() fyne.App {
	a := app.NewWithID("se.innovationrace.racedesk")
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	return a
}

// patience is how long the program may take to end once its window is closed.
const patience = 10 * time.Second

// closed ends the program in a while, should it not have ended by itself: now and then
// (one time in 300 on a busy machine) the toolkit hands its last event to a loop that
// has just stopped, and waits for it for ever. Nothing is open by then.
func closed() { time.AfterFunc(patience, func() { os.Exit(0) }) }

// preview lays a report out to be looked at.
func preview(v *pdf.Viewer) func(ctx context.Context, src report.Source) (ui.Pages, error) {
	return func(ctx context.Context, src report.Source) (ui.Pages, error) {
		pages, err := v.Lay(ctx, src)
		if err != nil {
			return nil, err
		}
		return pages, nil
	}
}

// cacheDir is the folder of what may be lost; "" where the system names none.
func cacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "racedesk")
}

// dataDir is the folder of the user's races.
func dataDir() string {
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "racedesk")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "racedesk"
	}
	if dir, err := os.UserConfigDir(); err == nil && dir != filepath.Join(home, ".config") {
		return filepath.Join(dir, "RaceDesk") // macOS and Windows keep data there
	}
	return filepath.Join(home, ".local", "share", "racedesk")
}

// reportDir is the folder that reports go to: the user's documents, or home.
func reportDir() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	for _, name := range []string{"Documents", "Dokument"} {
		if info, err := os.Stat(filepath.Join(home, name)); err == nil && info.IsDir() {
			return filepath.Join(home, name)
		}
	}
	return home
}
