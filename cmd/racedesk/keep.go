package main

import (
	"context"
	"fmt"

	"racedesk/assets/words"
	"racedesk/persist"
)

type copyCommand struct {
	From string `arg:"" help:"The race: a file or a server's address."`
	To   string `arg:"" help:"Where the copy shall be; nothing may be there yet."`
}

// Run copies the race and says how much there was of it.
func (c *copyCommand) Run(ctx context.Context, g *Globals, s streams) error {
	n, err := persist.Copy(ctx, c.From, c.To)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(s.out, g.words.T("copy.done", n, persist.WithoutPassword(c.To)))
	return err
}

type restoreCommand struct {
	File   string `arg:"" help:"The race's file."`
	Backup string `arg:"" optional:"" help:"The backup; the newest whole one where none is named."`
	List   bool   `help:"Only list the backups, the newest first."`
	Second string `help:"The second folder for backups, if there is one." placeholder:"FOLDER"`
}

// Run restores the race and says from what.
func (c *restoreCommand) Run(ctx context.Context, g *Globals, s streams) error {
	if c.List {
		return c.list(g.words, s)
	}
	backup := c.Backup
	if backup == "" {
		newest, err := persist.NewestGood(ctx, c.File, c.Second)
		if err != nil {
			return err
		}
		backup = newest.Path
	}
	aside, err := persist.Restore(ctx, c.File, backup)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(s.out, g.words.T("restore.done", backup, aside))
	return err
}

func (c *restoreCommand) list(w *words.Words, s streams) error {
	offers, err := persist.Backups(c.File, c.Second)
	if err != nil {
		return err
	}
	for _, o := range offers {
		at := o.At.Local()
		_, err := fmt.Fprintf(s.out, "%s  %s  %s\n", o.Path, w.T("backup.at", w.Date(at), w.Time(at)), w.Missing(o.Missing))
		if err != nil {
			return err
		}
	}
	return nil
}
