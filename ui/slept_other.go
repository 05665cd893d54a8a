//go:build !linux && !darwin

package ui

import "time"

// slept is nothing: the steady clock of package time goes on while Windows sleeps.
func slept() time.Duration { return 0 }
