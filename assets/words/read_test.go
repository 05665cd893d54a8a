package words_test

import (
	"testing"
	"time"

	"racedesk/assets/words"
)

func TestTimesOfDayAreReadAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]string{
		"17": "17:00", "17.00": "17:00", "17:05": "17:05", " kl. 17.30 ": "17:30", "Kl 9": "09:00", "1705": "17:05", "0": "00:00",
		"00.00": "00:00", "5 pm": "17:00", "5:30PM": "17:30", "12 am": "00:00", "12pm": "12:00", "23:59": "23:59",
		"": "", "x": "", "24": "", "17:60": "", "17:5": "", "17:": "", "-1": "", "13 pm": "", "0 am": "", "17:00:00": "", "999999": "", "½": "",
	} {
		got := ""
		if h, m, ok := words.ReadTime(text); ok {
			got = time.Date(2026, 1, 1, h, m, 0, 0, time.UTC).Format("15:04")
		}
		if got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

func TestLengthsAreReadAsPeopleWriteThem(t *testing.T) {
	const h, m = time.Hour, time.Minute
	for text, want := range map[string]time.Duration{
		"36": 36 * h, "1.5": 90 * m, "1,5": 90 * m, " 12 ": 12 * h, "48:10": 48*h + 10*m, "0:05": 5 * m, "48h": 48 * h, "1h30m": 90 * m,
		"90 min": 90 * m, "2 tim 5 min": 2*h + 5*m, "2 timmar": 2 * h, "30 s": 30 * time.Second, "-5m": -5 * m, "-3": -3 * h, "0": 0,
		"2d": 48 * h, "100 dygn": 2400 * h, "1 day 2h": 26 * h, "1,5 dagar": 36 * h, "2 days 30 min": 48*h + 30*m,
	} {
		if got, ok := words.ReadSpan(text, h); !ok || got != want {
			t.Errorf("%q is read as %v (%v), want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "x", "NaN", "Inf", "1e9", "48:60", "48:-1", ":", "48:x", "100000:00", "5 fish", "d", "xd", "2d x", "99999 dygn", "NaN d"} {
		if got, ok := words.ReadSpan(text, h); ok {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}

func TestLengthsAreWrittenByTheirUnits(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0\u00a0s", 90 * time.Second: "1\u00a0min 30\u00a0s", 48 * time.Hour: "48\u00a0h", 125*time.Minute + 400*time.Millisecond: "2\u00a0h 5\u00a0min",
	} {
		if got := words.Brief(d); got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
	}
}

func TestMinutes(t *testing.T) {
	for d, want := range map[time.Duration]string{
		7 * time.Minute: "7:00", 6*time.Minute + 4*time.Second + time.Millisecond: "6:05", 0: "0:00",
		-time.Millisecond: "0:00", -65 * time.Second: "+1:05", 100 * time.Minute: "100:00",
	} {
		if got := words.Minutes(d); got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
	}
}
