package report

import (
	"bytes"
	"testing"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
)

// A report is of the race's last edit, unless the race goes on: written later, it is the
// same one.
func TestTheReportOfARaceThatStandsIsAlwaysTheSame(t *testing.T) {
	now := time.Date(2013, 6, 9, 15, 0, 0, 0, time.UTC)
	clock := model.Clock{Length: 48 * time.Hour, Since: now.Add(-time.Hour)}
	for _, c := range []struct {
		name  string
		clock model.Clock
		later time.Duration
		want  time.Time
	}{
		{"standing", clock.Pause(now), 240 * time.Hour, now},
		{"running", clock, 2 * time.Hour, now.Add(2 * time.Hour)},
		{"over", clock, 240 * time.Hour, now.Add(47 * time.Hour)},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := model.NewMemory(func() time.Time { return now })
			if _, err := m.Commit(t.Context(), model.Edit{Changes: []model.Change{{After: model.Race{Title: "Lopp"}}, {After: c.clock}}}); err != nil {
				t.Fatal(err)
			}
			b, err := m.Load(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			past, _ := m.Edits(t.Context(), 0)
			src := Source{Board: b, History: past, Words: words.For("sv"), At: now.Add(c.later)}
			if got := src.Instant(); !got.Equal(c.want) {
				t.Errorf("it is of %v, want %v", got, c.want)
			}
			text := AsText(src)
			if src.At = src.At.Add(720 * time.Hour); c.name != "running" && !bytes.Equal(text, AsText(src)) {
				t.Error("a month later it is another one")
			}
			if want := "Rapportens datum: " + words.For("sv").Date(c.want); !bytes.Contains(text, []byte(want)) {
				t.Errorf("it says no %q", want)
			}
		})
	}
}
