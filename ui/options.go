package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"racedesk/model"
	"racedesk/report"
	"racedesk/ui/gong"
)

// Options say what a desk is opened on and with.
type Options struct {
	Address string // the race to open; the last one, or a choice, where it is empty
	Locale  string // the language asked for on the command line
	System  string // the language of the system
	DataDir string // where new races are made
	Reports string // the folder that reports are written to

	Shelf   Shelf
	Export  func(ctx context.Context, path string, src report.Source) error
	Preview func(ctx context.Context, src report.Source) (Pages, error)

	// Inspect reads a PDF that is to be attached, and tells the sizes of its pages.
	Inspect func(path string) ([]byte, []model.Paper, error)

	Now       func() time.Time // of this computer; the usual where it is nil
	Timepiece Timepiece        // by which the race's time is kept
	OnMain    func(func())     // hands a function to the goroutine that draws; the toolkit's own where it is nil
	Size      fyne.Size        // of the window; the usual where it is zero
	ScreenMap string           // a file to keep the places of everything in, for scripts
	ExportTo  string           // the file that the report goes to
	Painted   func(end func()) // called when the window is painted for the first time, with what ends the program
	Closed    func()           // called when the race is closed, and the window too
	Projector bool             // open it with the race

	Frames func(took time.Duration) // hears how long each frame took, if any

	// Ring plays a sound, and tells where it cannot be heard, on any goroutine; it is the
	// computer's loudspeakers where it is nil.
	Ring func(s gong.Sound, failed func(error))

	// After calls a function later, on any goroutine; time.AfterFunc where it is nil.
	After func(time.Duration, func()) (stop func() bool)
}
