package pdf

import (
	"context"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/report"
)

// Compose returns the final report as a PDF file. The same board, wordings and
// time give the same bytes on the same machine.
func Compose(ctx context.Context, b *model.Board, w *words.Words, at time.Time) ([]byte, error) {
	return Print(ctx, report.Source{Board: b, Words: w, At: at})
}

// Print returns the final report of a source as a PDF file.
func Print(ctx context.Context, src report.Source) ([]byte, error) {
	p, err := Lay(ctx, src)
	if err != nil {
		return nil, err
	}
	return p.Bytes(ctx)
}

// Write composes the final report and writes it to a file.
func Write(ctx context.Context, path string, b *model.Board, w *words.Words, at time.Time) error {
	return PrintTo(ctx, path, report.Source{Board: b, Words: w, At: at})
}
