package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"slices"

	"github.com/alecthomas/kong"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui"
)

// The exit statuses.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

func main() {
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, nil)))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	status := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out      io.Writer
	complain io.Writer
}

// warn says what is good to know of something that is done all the same.
func (s streams) warn(what ...string) {
	for _, w := range what {
		fmt.Fprintln(s.complain, w) //nolint:errcheck // nowhere else to say it
	}
}

// run carries out one command line and returns the exit status.
func run(ctx context.Context, args []string, in io.Reader, out, complain io.Writer) int {
	var c commands
	status := -1
	parser, err := kong.New(&c, kong.Name("racedesk"), kong.Description("Runs a 48-hour Innovation Race."),
		kong.Writers(out, complain), kong.Exit(func(code int) { status = code }), kong.UsageOnError())
	if err != nil {
		fmt.Fprintln(complain, "racedesk:", err) //nolint:errcheck // nowhere else to say it
		return exitFailed
	}
	chosen, err := parser.Parse(signed(asked(args)))
	if status >= 0 { // --help
		return status
	}
	if err != nil {
		fmt.Fprintln(complain, "racedesk:", err) //nolint:errcheck // nowhere else to say it
		return exitUsage
	}
	c.words = words.For(locale(c.Lang))
	chosen.BindTo(ctx, (*context.Context)(nil))
	err = chosen.Run(&c.Globals, streams{in, out, complain})
	if errors.Is(err, model.ErrNotLetIn) && askPassword(complain, c.words) {
		err = chosen.Run(&c.Globals, streams{in, out, complain})
	}
	if err != nil && !errors.Is(err, context.Canceled) {
		slog.Debug("command failed", "err", err)
		said := ui.Explain(err, c.words)
		if at := (*lineError)(nil); errors.As(err, &at) {
			said = c.words.T("add.line", at.line, said)
		}
		if own := (*wordedError)(nil); errors.As(err, &own) {
			said = c.words.T(own.key, own.value)
		}
		fmt.Fprintln(complain, "racedesk:", said) //nolint:errcheck // nowhere else to say it
		return exitFailed
	}
	return exitDone
}

// asked makes of "help", and of "help" with a command, the flag that means the same: else
// it would be the name of a race.
func asked(args []string) []string {
	if len(args) > 0 && args[0] == "help" {
		return append(slices.Clone(args[1:]), "--help")
	}
	return args
}

// locale is the language asked for, else the environment's.
func locale(asked string) string {
	for _, l := range []string{asked, os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG")} {
		if l != "" {
			return l
		}
	}
	return ""
}
