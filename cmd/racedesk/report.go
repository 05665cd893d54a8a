package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"strings"

	"racedesk/model"
	"racedesk/persist"
	"racedesk/persist/pdf"
	"racedesk/report"
)

type reportCommand struct {
	File   string `arg:"" help:"The race: a file or a server's address."`
	Out    string `short:"o" help:"The file to write. HTML and text go to standard output where none is named."`
	Format string `enum:",pdf,html,text" default:"" help:"What to write: pdf, html or text; by the ending of --out unless given. --lang takes both, too."`
}

// format is what to write: as told, or by the ending of the file's name.
func (c *reportCommand) format() string {
	switch ending := strings.ToLower(filepath.Ext(c.Out)); {
	case c.Format != "":
		return c.Format
	case ending == ".html" || ending == ".htm":
		return "html"
	case ending == ".txt":
		return "text"
	}
	return "pdf"
}

// Validate says what is missing on the command line.
func (c *reportCommand) Validate() error {
	if c.format() == "pdf" && c.Out == "" {
		return errors.New("missing flags: --out=STRING")
	}
	return nil
}

// The collector of garbage in a process that only writes a report: it is not called
// before there is much, and keeps to a memory that every computer has.
const (
	garbage = 400       // percent of what is in use
	memory  = 140 << 20 // bytes
)

// Run writes the report.
func (c *reportCommand) Run(ctx context.Context, g *Globals, s streams) error {
	debug.SetGCPercent(garbage)
	debug.SetMemoryLimit(memory)
	if c.format() == "pdf" {
		go pdf.Ready(g.words.Lang)
	}
	board, past, now, err := persist.ReadPast(ctx, c.File)
	if err != nil {
		return err
	}
	src := report.Source{Board: board, History: past, Words: g.words, At: now.Local(), Language: model.Language(g.Lang)}
	s.warn(report.Unfilled(src)...)
	var data []byte
	switch c.format() {
	case "pdf":
		return c.print(ctx, src, s)
	case "html":
		if data, err = report.HTML(src); err != nil {
			return err
		}
	default:
		data = report.AsText(src)
	}
	if c.Out != "" {
		return pdf.Create(c.Out, data)
	}
	if _, err = s.out.Write(data); err != nil {
		return fmt.Errorf("print report: %w", err)
	}
	return nil
}

// print writes the report as a PDF, and says what it could not be given.
func (c *reportCommand) print(ctx context.Context, src report.Source, s streams) error {
	pages, err := pdf.Lay(ctx, src)
	if err != nil {
		return err
	}
	if lacking := report.Lacking(pages.Missing(), src.Words); lacking != "" {
		s.warn(lacking)
	}
	for _, r := range report.Remarks(src.Board, src.Words) {
		s.warn(r.What)
	}
	return pages.Write(ctx, c.Out)
}
