package words

import (
	"strconv"
	"strings"
	"time"
)

// ReadTime reads a time of day as people write it: 17, 17.00, 17:00, 1700, 930,
// kl. 17.00, 5:30 pm.
func ReadTime(text string) (hour, minute int, ok bool) {
	t := strings.ToLower(strings.Join(strings.Fields(text), ""))
	t = strings.TrimPrefix(strings.TrimPrefix(t, "kl"), ".")
	half := 0
	for end, h := range map[string]int{"am": 1, "pm": 2} {
		if rest, found := strings.CutSuffix(t, end); found {
			t, half = rest, h
		}
	}
	h, m, both := strings.Cut(strings.ReplaceAll(t, ".", ":"), ":")
	if !both && len(t) > 2 { // 930, 1700
		h, m, both = t[:len(t)-2], t[len(t)-2:], true
	}
	hour, ok = number(h, 2)
	if both && ok {
		minute, ok = number(m, 2)
		ok = ok && len(m) == 2
	}
	switch {
	case half > 0 && (hour < 1 || hour > 12):
		return 0, 0, false
	case half > 0:
		hour = hour%12 + 12*(half-1)
	}
	if !ok || hour > 23 || minute > 59 {
		return 0, 0, false
	}
	return hour, minute, true
}

// ReadSpan reads a length of time as people write it: 48:10 for hours and minutes,
// 1h30m, 90 min, 2 days 3 h, or 48,5 of a unit.
func ReadSpan(text string, unit time.Duration) (time.Duration, bool) {
	t := strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(text, ",", ".")), ""))
	if h, m, both := strings.Cut(t, ":"); both {
		hours, ok1 := number(h, 5)
		minutes, ok2 := number(m, 2)
		return time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute, ok1 && ok2 && minutes < 60
	}
	if n, err := strconv.ParseFloat(t, 64); err == nil {
		d := n * float64(unit)
		return time.Duration(d), d > -longest && d < longest
	}
	if days, rest, found := cutDays(t); found {
		d, ok := time.Duration(0), true
		if rest != "" {
			d, ok = ReadSpan(rest, time.Hour)
		}
		return time.Duration(days*float64(24*time.Hour)) + d, ok && days > -1000 && days < 1000
	}
	d, err := time.ParseDuration(strings.NewReplacer("timmar", "h", "tim", "h", "min", "m", "sek", "s").Replace(t))
	return d, err == nil
}

// cutDays takes the days that a length of time begins with.
func cutDays(text string) (days float64, rest string, found bool) {
	for _, name := range []string{"dygn", "dagar", "dag", "days", "day", "d"} {
		if n, rest, found := strings.Cut(text, name); found {
			days, err := strconv.ParseFloat(n, 64)
			return days, rest, err == nil
		}
	}
	return 0, "", false
}

// longest is beyond any length of time that is meant, in nanoseconds.
const longest = float64(1000 * 24 * time.Hour)

// number reads a whole number of so many digits at most.
func number(digits string, most int) (int, bool) {
	n, err := strconv.ParseUint(digits, 10, 32)
	return int(n), err == nil && len(digits) <= most //nolint:gosec // of few digits
}

// Hours writes a length of time as ReadSpan takes it: 48, or 48:10 with minutes.
func Hours(d time.Duration) string {
	h, m := strconv.Itoa(int(d/time.Hour)), int(d%time.Hour/time.Minute)
	if m == 0 {
		return h
	}
	return h + ":" + strconv.Itoa(m + 100)[1:]
}

// On writes an instant as a time of day, with its day where that is not today.
func (w *Words) On(t, now time.Time) string {
	if t.YearDay() == now.YearDay() && t.Year() == now.Year() {
		return w.T("at", w.Time(t))
	}
	return w.T("on.at", t.Day(), w.T("month."+strconv.Itoa(int(t.Month()))), w.Time(t))
}

// near is how many days from today a weekday names one day only.
const near = 6

// Near writes an instant as a time of day, with its weekday where that is not today, or
// its day where that is further away.
func (w *Words) Near(t, now time.Time) string {
	midnight := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	if days := midnight(t).Sub(midnight(now)).Hours() / 24; days == 0 || days < -near || days > near {
		return w.On(t, now)
	}
	return w.OnWeekday(t)
}

// OnWeekday writes an instant as a time of day on a weekday.
func (w *Words) OnWeekday(t time.Time) string {
	return w.T("weekday.at", w.T("weekday.short."+strconv.Itoa(int(t.Weekday()))), w.Time(t))
}
