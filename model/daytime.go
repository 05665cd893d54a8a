package model

import "time"

// A DayTime is a time of day, as a clock on the wall shows it.
type DayTime struct{ Hour, Minute int }

// After returns the next instant at which clocks show the time of day, in the zone
// of now. On a day that skips it, as in the night to summer time, that is as long
// after the change as it would have been without.
func (d DayTime) After(now time.Time) time.Time {
	year, month, day := now.Date()
	for ; ; day++ {
		if next, found := d.on(year, month, day, now); found {
			return next
		}
	}
}

// on returns the first instant of a day, after now, at which clocks show the time.
func (d DayTime) on(year int, month time.Month, day int, now time.Time) (next time.Time, found bool) {
	plain := time.Date(year, month, day, d.Hour, d.Minute, 0, 0, time.UTC)
	_, before := plain.Add(-24 * time.Hour).In(now.Location()).Zone()
	_, after := plain.Add(24 * time.Hour).In(now.Location()).Zone()
	first, second := d.at(plain, before, now), d.at(plain, after, now)
	skipped := !d.shown(first) && !d.shown(second)
	switch {
	case (d.shown(first) || skipped) && first.After(now):
		return first, true
	case d.shown(second) && second.After(now):
		return second, true
	}
	return time.Time{}, false
}

// at is the instant of a time that is so many seconds ahead of UTC.
func (DayTime) at(plain time.Time, ahead int, now time.Time) time.Time {
	return plain.Add(-time.Duration(ahead) * time.Second).In(now.Location())
}

// shown says whether clocks show the time of day at an instant.
func (d DayTime) shown(t time.Time) bool { return t.Hour() == d.Hour && t.Minute() == d.Minute }
