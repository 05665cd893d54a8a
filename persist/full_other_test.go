//go:build !linux

package persist

import "testing"

// smallDisk is what a system without private mounts can do.
func smallDisk(t *testing.T) (string, error) {
	t.Helper()
	return "", onPageLimit(t.Context(), t.TempDir())
}
