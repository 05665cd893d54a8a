package words_test

import (
	"slices"
	"testing"
	"time"

	"racedesk/assets/words"
)

func TestEveryLanguageHasEveryKey(t *testing.T) {
	sv, en := words.For("sv"), words.For("en")
	for _, key := range slices.Concat(sv.Keys(), en.Keys()) {
		if !sv.Has(key) || !en.Has(key) {
			t.Errorf("%s is not in every language", key)
		}
	}
}

func TestLocale(t *testing.T) {
	for locale, want := range map[string]string{
		"sv_SE.UTF-8": "sv", "sv": "sv", "sv-FI": "sv", "en_GB": "en", "de_DE": "en", "C": "en", "": "en",
	} {
		if got := words.For(locale).Lang; got != want {
			t.Errorf("%q is spoken to in %s, want %s", locale, got, want)
		}
	}
}

func TestDate(t *testing.T) {
	day := time.Date(2013, 6, 5, 14, 30, 0, 0, time.UTC)
	if got := words.For("sv").Date(day); got != "5 juni 2013" {
		t.Errorf("Swedish date is %q", got)
	}
	if got := words.For("sv").Time(day); got != "14.30" {
		t.Errorf("Swedish time is %q", got)
	}
}

// A time of day has its weekday where that is not today, and its day where that is far.
func TestTimesSoonHaveTheirWeekday(t *testing.T) {
	now := time.Date(2026, 12, 30, 23, 0, 0, 0, time.UTC)
	for after, want := range map[time.Duration][2]string{
		0: {"kl. 23.00", "at 23:00"}, time.Hour: {"tors kl. 00.00", "Thu at 00:00"}, 36 * time.Hour: {"fre kl. 11.00", "Fri at 11:00"},
		6 * 24 * time.Hour: {"tis kl. 23.00", "Tue at 23:00"}, 7 * 24 * time.Hour: {"6 januari kl. 23.00", "on 6 January at 23:00"},
		-24 * time.Hour: {"tis kl. 23.00", "Tue at 23:00"}, -8 * 24 * time.Hour: {"22 december kl. 23.00", "on 22 December at 23:00"},
	} {
		for i, lang := range []string{"sv", "en"} {
			if got := words.For(lang).Near(now.Add(after), now); got != want[i] {
				t.Errorf("%v after is written %q in %s, want %q", after, got, lang, want[i])
			}
		}
	}
	if got := words.For("sv").Day(now); got != "onsdag 30 december" {
		t.Errorf("the day is %q", got)
	}
}

func TestSpan(t *testing.T) {
	for d, want := range map[time.Duration]string{
		48 * time.Hour: "48:00:00", 61*time.Minute + time.Second: "01:01:01",
		0: "00:00:00", -90 * time.Second: "+00:01:30", 120 * time.Hour: "120:00:00",
		-time.Second: "+00:00:01", -time.Second + 1: "00:00:00", time.Second - 1: "00:00:00",
	} {
		if got := words.Span(d); got != want {
			t.Errorf("%v is written %s, want %s", d, got, want)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for n, want := range map[int][2]string{
		1: {"1:a", "1st"}, 2: {"2:a", "2nd"}, 3: {"3:e", "3rd"}, 4: {"4:e", "4th"},
		11: {"11:e", "11th"}, 12: {"12:e", "12th"}, 13: {"13:e", "13th"}, 21: {"21:a", "21st"}, 32: {"32:a", "32nd"}, 111: {"111:e", "111th"},
	} {
		for i, lang := range []string{"sv", "en"} {
			if got := words.For(lang).Ordinal(n); got != want[i] {
				t.Errorf("%d is written %s in %s, want %s", n, got, lang, want[i])
			}
		}
	}
}
