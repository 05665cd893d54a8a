package model

import (
	"testing"
	"time"
	_ "time/tzdata" // where the computer has none
)

// Of a time of day the next one counts, also over midnight and in the nights when
// the clocks change.
func TestTheNextTimeOfDay(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Stockholm")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ now, end, want string }{
		{"2026-03-14T12:00:00+01:00", "17:00", "2026-03-14T17:00:00+01:00"},
		{"2026-03-14T17:00:00+01:00", "17:00", "2026-03-15T17:00:00+01:00"},
		{"2026-03-14T16:59:59+01:00", "17:00", "2026-03-14T17:00:00+01:00"},
		{"2026-03-14T17:00:01+01:00", "17:00", "2026-03-15T17:00:00+01:00"},
		{"2026-12-31T18:00:00+01:00", "00:00", "2027-01-01T00:00:00+01:00"},
		{"2028-02-28T18:00:00+01:00", "06:30", "2028-02-29T06:30:00+01:00"}, // a leap day
		{"2026-03-28T18:00:00+01:00", "17:00", "2026-03-29T17:00:00+02:00"}, // 22 hours later
		{"2026-03-28T18:00:00+01:00", "01:30", "2026-03-29T01:30:00+01:00"},
		{"2026-03-28T18:00:00+01:00", "02:30", "2026-03-29T03:30:00+02:00"}, // skipped
		{"2026-03-29T03:40:00+02:00", "02:30", "2026-03-30T02:30:00+02:00"},
		{"2026-10-24T18:00:00+02:00", "17:00", "2026-10-25T17:00:00+01:00"}, // 24 hours later
		{"2026-10-24T18:00:00+02:00", "02:30", "2026-10-25T02:30:00+02:00"}, // the first of two
		{"2026-10-25T02:30:00+02:00", "02:30", "2026-10-25T02:30:00+01:00"}, // the second
		{"2026-10-25T02:30:00+01:00", "02:30", "2026-10-26T02:30:00+01:00"},
	} {
		now, err := time.Parse(time.RFC3339, c.now)
		if err != nil {
			t.Fatal(err)
		}
		end, err := time.Parse("15:04", c.end)
		if err != nil {
			t.Fatal(err)
		}
		got := DayTime{end.Hour(), end.Minute()}.After(now.In(zone)).Format(time.RFC3339)
		if got != c.want {
			t.Errorf("%s after %s is %s, want %s", c.end, c.now, got, c.want)
		}
	}
}

// No time of day in any night is ever missed, repeated at once or in the past.
func TestATimeOfDayIsLessThanTwoDaysAhead(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Stockholm")
	if err != nil {
		t.Fatal(err)
	}
	for _, from := range []time.Time{time.Date(2026, 3, 27, 0, 0, 0, 0, zone), time.Date(2026, 10, 23, 0, 0, 0, 0, zone)} {
		for now := from; now.Before(from.Add(96 * time.Hour)); now = now.Add(7 * time.Minute) {
			for minute := 0; minute < 24*60; minute += 15 {
				d := DayTime{minute / 60, minute % 60}
				if in := d.After(now).Sub(now); in <= 0 || in > 25*time.Hour+30*time.Minute {
					t.Fatalf("%v after %v is %v ahead", d, now, in)
				}
			}
		}
	}
}
