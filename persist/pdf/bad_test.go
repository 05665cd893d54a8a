package pdf

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"racedesk/assets/words"
	"racedesk/model"
)

// Whatever people put in, the report comes, whole.
func TestBadInput(t *testing.T) {
	for name, text := range map[string]string{
		"100 KB without a space": strings.Repeat("å", 50_000),
		"control characters":     "a\x00b\x01c\x1b[31m\x7f\u0085d",
		"turned around":          "Åsa \u202Eneb\u202C \u2066x\u2069 \u200F!",
		"not UTF-8":              "a\xff\xfe\xc3(",
		"marks without end":      "a" + strings.Repeat("\u0301", 5000),
		"joiners":                strings.Repeat("\u200D\uFE0F", 2000),
		"private and none":       "\U000F0001\U0010FFFF\uFFFE\uE000",
		"Arabic without end":     strings.Repeat("مرحبا", 4000),
	} {
		t.Run(name, func(t *testing.T) {
			b := board(t, model.Edit{Changes: []model.Change{{After: model.Race{Title: text, Coordinator: text}},
				{After: model.Report{Purpose: text}}, {After: model.Card{ID: "a", Stage: model.Problem, Title: text}}}})
			data, err := Compose(t.Context(), b, words.For("sv"), written)
			if err != nil {
				t.Fatal(err)
			}
			p := parse(t, data)
			p.metadata("sv")
			p.fonts()
		})
	}
}

// A folder that is gone, or an export that is called off, costs no report that is there.
func TestAnExportThatFailsLeavesTheOldFile(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "gone", "r.pdf")
	if err := Write(t.Context(), gone, board(t), words.For("sv"), written); err == nil {
		t.Error("a report in no folder")
	}
	old := filepath.Join(t.TempDir(), "r.pdf")
	if err := os.WriteFile(old, []byte("%PDF-old"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Write(ctx, old, sample(t), words.For("sv"), written); !errors.Is(err, context.Canceled) {
		t.Errorf("a report that was called off: %v", err)
	}
	if kept, err := os.ReadFile(old); err != nil || string(kept) != "%PDF-old" {
		t.Errorf("the old report is %q, %v", kept, err)
	}
}
