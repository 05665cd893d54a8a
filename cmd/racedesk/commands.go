package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"racedesk/assets"
	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/persist"
)

// Globals are the flags of every command.
type Globals struct {
	Lang  string `help:"Language: sv or en; a report can be in both. The system's unless given." placeholder:"LANG"`
	words *words.Words
}

// Validate refuses a language that there is none of. One of a country, such as sv_SE, is
// the language.
func (g *Globals) Validate() error {
	asked, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(g.Lang, "_", "-")), "-")
	if asked == "" || asked == string(model.Both) || slices.Contains(words.Languages, asked) {
		g.Lang = asked
		return nil
	}
	return fmt.Errorf("--lang must be one of %s, %s; got %q", strings.Join(words.Languages, ", "), model.Both, g.Lang)
}

type commands struct {
	Globals
	Open      openCommand      `cmd:"" default:"withargs" help:"Open the desk on a race (the default)."`
	Projector projectorCommand `cmd:"" help:"Show a race to the room: only the projector, on this computer or another."`
	New       newCommand       `cmd:"" help:"Make a new race."`
	Add       addCommand       `cmd:"" help:"Add problems, one a line on standard input; prints the id of each once it is stored."`
	Attach    attachCommand    `cmd:"" help:"Append a PDF or a text to a race's report; prints the id of the appendix once it is stored."`
	Show      showCommand      `cmd:"" help:"Show a race."`
	Report    reportCommand    `cmd:"" help:"Write the final report: as a PDF, as one HTML file, or as plain text."`
	Clock     clockCommand     `cmd:"" help:"Show or set a race's clock."`

	Unlock unlockCommand `cmd:"" help:"Take away the PIN of a race's controls, if it was forgotten."`

	Copy    copyCommand    `cmd:"" help:"Copy a race with its whole history, from a file or a server to a file or a server."`
	Restore restoreCommand `cmd:"" help:"Put a backup in the place of a race's file, which is kept under another name."`
}

type newCommand struct {
	File   string `arg:"" help:"The race to make: a file or a server's address."`
	Sample string `enum:"running,finished,none" default:"none" help:"Begin with the sample race: running or finished."`
	Title  string `help:"The name of an empty race."`
}

// Run makes the race.
func (c *newCommand) Run(ctx context.Context) error {
	edits := []model.Edit{model.NewRace(c.title())}
	if c.Sample != "none" {
		outline, err := model.ParseOutline(assets.Sample)
		if err != nil {
			return err
		}
		edits = outline.Lived(model.SampleState(c.Sample), time.Now())
	}
	return persist.Create(ctx, c.File, edits...)
}

func (c *newCommand) title() string {
	if c.Title != "" {
		return c.Title
	}
	if u, err := url.Parse(c.File); err == nil && persist.IsServer(c.File) {
		return u.Query().Get("race")
	}
	return strings.TrimSuffix(filepath.Base(c.File), filepath.Ext(c.File))
}

type addCommand struct {
	File string `arg:"" help:"The race: a file or a server's address."`
}

// Run stores each line as a problem of its own, so that an end in the middle
// loses none whose id was printed.
func (c *addCommand) Run(ctx context.Context, s streams) (err error) {
	store, err := persist.Open(ctx, c.File)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	lines := bufio.NewReader(s.in)
	for n := 1; ; n++ {
		line, end := lines.ReadString('\n')
		if end != nil && end != io.EOF {
			return fmt.Errorf("read problems: %w", end)
		}
		if title := model.CleanLine(line); title != "" {
			id, err := addProblem(ctx, store, title)
			if err != nil {
				return &lineError{n, err}
			}
			if _, err := fmt.Fprintln(s.out, id); err != nil {
				return fmt.Errorf("print id: %w", err)
			}
		}
		if end == io.EOF {
			return nil
		}
	}
}

// A lineError says which line of the input was refused.
type lineError struct {
	line  int
	cause error
}

// Error implements error.
func (e *lineError) Error() string { return fmt.Sprintf("line %d: %v", e.line, e.cause) }

// Unwrap returns why.
func (e *lineError) Unwrap() error { return e.cause }

func addProblem(ctx context.Context, store model.Store, title string) (id model.ID, err error) {
	id = model.NewID()
	return id, commit(ctx, store, func(b *model.Board) (model.Edit, error) {
		return b.Add(model.Card{ID: id, Stage: model.Problem, Title: title}, "")
	})
}

type showCommand struct {
	File string `arg:"" help:"The race: a file or a server's address."`
	JSON bool   `help:"As JSON: cards with stage, order and lineage, the clock, the last Seq."`
}

// Run prints the race.
func (c *showCommand) Run(ctx context.Context, g *Globals, s streams) error {
	board, now, err := persist.Read(ctx, c.File)
	if err != nil {
		return err
	}
	if !c.JSON {
		return c.plain(board, now, g.words, s.out)
	}
	encoder := json.NewEncoder(s.out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(shown(board, now))
}

func (c *showCommand) plain(b *model.Board, now time.Time, w *words.Words, out io.Writer) error {
	lines := []string{b.Race().Title, words.Span(b.Clock().Left(now))}
	for _, stage := range model.Stages {
		f := b.Figures(stage, "")
		lines = append(lines, "", w.T("column."+string(stage))+" "+w.Number(f.Total)+", "+w.T("column.open", f.Open))
		for _, card := range b.Column(stage) {
			lines = append(lines, "  "+card.Title)
		}
	}
	_, err := fmt.Fprintln(out, strings.Join(lines, "\n"))
	return err
}
