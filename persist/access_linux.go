package persist

import (
	"io/fs"
	"syscall"
)

// writable says what keeps a file from being written, without opening it.
func writable(path string, _ fs.FileInfo) error {
	const here, write, effective = -0x64, 0x2, 0x200 // AT_FDCWD, W_OK, AT_EACCESS
	return syscall.Faccessat(here, path, write, effective)
}
