package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"racedesk/model"
	"racedesk/persist"
	"racedesk/persist/pdf"
)

type attachCommand struct {
	File   string `arg:"" help:"The race: a file or a server's address."`
	Attach string `arg:"" name:"appendix" help:"What to attach: a PDF, or a text with simple Markdown (.md or .txt)."`
	Title  string `help:"The appendix's title. The file's name unless given." placeholder:"TITLE"`
}

// written are the endings of files that are read as texts.
var written = []string{".md", ".markdown", ".txt"}

// Run appends a file to the report, and prints the id of its appendix once it is stored.
func (c *attachCommand) Run(ctx context.Context, g *Globals, s streams) (err error) {
	a, data, err := c.read()
	if errors.Is(err, fs.ErrNotExist) {
		return &wordedError{"attach.nofile", c.Attach}
	}
	if err != nil {
		return err
	}
	store, err := persist.Open(ctx, c.File)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	a.ID = model.NewID()
	err = commit(ctx, store, func(b *model.Board) (model.Edit, error) { return b.Append(a, data) })
	if err != nil {
		return err
	}
	if a.File != "" {
		s.warn(g.words.T("lack.archive", a.File))
	}
	_, err = fmt.Fprintln(s.out, a.ID)
	return err
}

// read reads the file: a text becomes the appendix's own, a PDF is kept as it is.
func (c *attachCommand) read() (a model.Appendix, data []byte, err error) {
	name := filepath.Base(c.Attach)
	ending := filepath.Ext(name)
	a.Title = cmp.Or(c.Title, strings.TrimSuffix(name, ending))
	if slices.Contains(written, strings.ToLower(ending)) {
		a.Text, err = readText(c.Attach)
		return a, nil, err
	}
	a.File = name
	data, a.Pages, err = pdf.InspectFile(c.Attach)
	return a, data, err
}

// readText reads a text. One that is too large is not read.
func readText(path string) (string, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return "", err
	case !info.Mode().IsRegular():
		return "", &wordedError{"attach.notext", path}
	case info.Size() > model.MaxText:
		return "", fmt.Errorf("read %s of %d bytes: %w", path, info.Size(), model.ErrTooLong)
	}
	data, err := os.ReadFile(path) //nolint:gosec // named by the user
	if err != nil {
		return "", err
	}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return "", &wordedError{"attach.notext", path}
	}
	return string(data), nil
}
