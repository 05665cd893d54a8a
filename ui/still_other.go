//go:build !linux && !windows && !darwin

package ui

// still is not known here.
func still() bool { return false }
