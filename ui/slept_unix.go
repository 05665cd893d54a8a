//go:build linux || darwin

package ui

import (
	"time"

	"golang.org/x/sys/unix"
)

// lead is how far a clock of the system is ahead of another, without the moment
// between the two readings.
func lead(first, second int32) time.Duration {
	var a, b unix.Timespec
	if unix.ClockGettime(second, &b) != nil || unix.ClockGettime(first, &a) != nil {
		return 0
	}
	return max(0, time.Duration(a.Nano()-b.Nano())).Round(10 * time.Millisecond)
}
