package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/persist"
)

type clockCommand struct {
	File clockFile `arg:"" help:"The race: a file or a server's address."`
}

// clockFile is a race and what to do with its clock.
type clockFile struct {
	File   string      `arg:"" help:"The race: a file or a server's address."`
	Show   clockShow   `cmd:"" help:"Print what is left."`
	Start  clockStart  `cmd:"" help:"Start the clock, or let it go on after a pause."`
	Pause  clockPause  `cmd:"" help:"Pause the clock."`
	Reset  clockReset  `cmd:"" help:"Put the clock back to its full length, not started."`
	Add    clockAdd    `cmd:"" help:"Add time: 5m, 1h30m; a plain number is minutes."`
	Take   clockTake   `cmd:"" help:"Take time away: 5m, 1h30m; a plain number is minutes."`
	End    clockEnd    `cmd:"" help:"Set the end to the next time of day such as 17:00."`
	Length clockLength `cmd:"" help:"Set the length of the whole race: 48h, 47:30; a plain number is hours."`
}

type (
	clockShow  struct{}
	clockStart struct{}
	clockPause struct{}
	clockReset struct{}
	clockAdd   struct {
		Time string `arg:"" help:"How much, such as 5m."`
	}
	clockTake struct {
		Time string `arg:"" help:"How much, such as 5m."`
	}
	clockEnd struct {
		Time string `arg:"" help:"The time of day, such as 17:00."`
	}
	clockLength struct {
		Time string `arg:"" help:"How long, such as 48h."`
	}
)

// A wordedError is one of a kind that only the command line knows.
type wordedError struct{ key, value string }

// Error implements error.
func (e *wordedError) Error() string { return e.key + ": " + e.value }

// Run prints the clock.
func (clockShow) Run(ctx context.Context, f *clockFile, g *Globals, s streams) error {
	b, now, err := persist.Read(ctx, f.File)
	if err != nil {
		return err
	}
	return told(s, g.words, b.Clock(), now)
}

// Run starts the clock.
func (clockStart) Run(ctx context.Context, f *clockFile, g *Globals, s streams) error {
	return f.set(ctx, g, s, model.Clock.Start)
}

// Run pauses the clock.
func (clockPause) Run(ctx context.Context, f *clockFile, g *Globals, s streams) error {
	return f.set(ctx, g, s, model.Clock.Pause)
}

// Run puts the clock back.
func (clockReset) Run(ctx context.Context, f *clockFile, g *Globals, s streams) error {
	return f.set(ctx, g, s, func(c model.Clock, _ time.Time) model.Clock { return c.Reset() })
}

// Run adds time.
func (c *clockAdd) Run(ctx context.Context, f *clockFile, g *Globals, s streams) error {
	return f.add(ctx, g, s, c.Time, 1)
}

// Run takes time away.
func (c *clockTake) Run(ctx context.Context, f *clockFile, g *Globals, s streams) error {
	return f.add(ctx, g, s, c.Time, -1)
}

// Run sets the end.
func (c *clockEnd) Run(ctx context.Context, f *clockFile, g *Globals, s streams) error {
	hour, minute, ok := words.ReadTime(c.Time)
	if !ok {
		return &wordedError{"clock.notime", c.Time}
	}
	return f.set(ctx, g, s, func(c model.Clock, now time.Time) model.Clock {
		end := model.DayTime{Hour: hour, Minute: minute}.After(c.Wall(now).Local())
		return c.Until(c.Race(end), now)
	})
}

// Run sets the length.
func (c *clockLength) Run(ctx context.Context, f *clockFile, g *Globals, s streams) error {
	length, ok := words.ReadSpan(c.Time, time.Hour)
	if !ok {
		return &wordedError{"clock.nospan", c.Time}
	}
	return f.set(ctx, g, s, func(c model.Clock, _ time.Time) model.Clock { c.Length = length; return c })
}

// minus is the sign of what is less than nothing, as it is printed.
const minus = "−"

// signed writes with its own sign what is less than nothing among the words of a
// command to the clock, where a hyphen would begin an option.
func signed(args []string) []string {
	if len(args) == 0 || args[0] != "clock" {
		return args
	}
	args = slices.Clone(args)
	for i, a := range args {
		if len(a) > 1 && a[0] == '-' && a[1] >= '0' && a[1] <= '9' {
			args[i] = minus + a[1:]
		}
	}
	return args
}

func (f *clockFile) add(ctx context.Context, g *Globals, s streams, typed string, sign time.Duration) error {
	by, ok := words.ReadSpan(strings.Replace(typed, minus, "-", 1), time.Minute)
	if !ok || sign < 0 && by < 0 {
		return &wordedError{"clock.nospan", typed}
	}
	return f.set(ctx, g, s, func(c model.Clock, now time.Time) model.Clock { return c.Add(sign*by, now) })
}

// set stores what becomes of the clock and says how it stands then.
func (f *clockFile) set(ctx context.Context, g *Globals, s streams, how func(model.Clock, time.Time) model.Clock) (err error) {
	store, err := persist.Open(ctx, f.File)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	var c model.Clock
	var now time.Time
	err = commit(ctx, store, func(b *model.Board) (model.Edit, error) {
		if now, err = store.Now(ctx); err != nil {
			return model.Edit{}, err
		}
		now = b.Clock().Race(now)
		c = how(b.Clock(), now)
		return b.SetClock(c)
	})
	if err != nil {
		return err
	}
	return told(s, g.words, c, now)
}

// commit stores what propose makes of the race, again where another desk was
// quicker. Where nothing changes, nothing is stored.
func commit(ctx context.Context, store model.Store, propose func(*model.Board) (model.Edit, error)) error {
	for {
		board, err := store.Load(ctx)
		if err != nil {
			return err
		}
		edit, err := propose(board)
		if err != nil || edit.Empty() {
			return err
		}
		edit.Desk = "script"
		if _, err = store.Commit(ctx, edit); !errors.Is(err, model.ErrConflict) {
			return err
		}
	}
}

// told prints how a clock stands.
func told(s streams, w *words.Words, c model.Clock, now time.Time) error {
	left, key := c.Left(now), "clock.cli.running"
	switch {
	case left < 0:
		key, left = "clock.cli.over", -left
	case !c.Started():
		key = "clock.cli.fresh"
	case !c.Running():
		key = "clock.cli.paused"
	}
	_, err := fmt.Fprintln(s.out, w.T(key, words.Span(left.Round(time.Second)), w.On(c.Ends(now).Local(), c.Wall(now).Local())))
	return err
}

type unlockCommand struct {
	File string `arg:"" help:"The race: a file or a server's address."`
}

// Run takes the lock away: whoever may write the race owns it.
func (c *unlockCommand) Run(ctx context.Context, g *Globals, s streams) (err error) {
	store, err := persist.Open(ctx, c.File)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	err = commit(ctx, store, func(b *model.Board) (model.Edit, error) { return b.SetLock(model.Lock{}) })
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(s.out, g.words.T("done.unlock"))
	return err
}
