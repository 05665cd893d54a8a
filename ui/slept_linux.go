package ui

import (
	"time"

	"golang.org/x/sys/unix"
)

// slept is how long the computer has slept since it started: the steady clock of
// package time stands still meanwhile. Where the system does not say, it is nothing.
func slept() time.Duration { return lead(unix.CLOCK_BOOTTIME, unix.CLOCK_MONOTONIC) }
