//go:build !linux

package persist

import (
	"fmt"
	"io/fs"

	"racedesk/model"
)

// writable says what keeps a file from being written, as far as its mode tells.
func writable(_ string, info fs.FileInfo) error {
	if info.Mode().Perm()&0o222 == 0 {
		return fmt.Errorf("%w: mode %v", model.ErrReadOnly, info.Mode())
	}
	return nil
}
