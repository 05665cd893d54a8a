package persist

import (
	"path/filepath"
	"strings"
	"syscall"
	"unsafe"
)

var driveType = syscall.NewLazyDLL("kernel32.dll").NewProc("GetDriveTypeW")

// network returns the name of the drive that a folder lies on, if that is at
// another machine.
func network(dir string) string {
	const remote = 4 // DRIVE_REMOTE
	drive := filepath.VolumeName(dir)
	if strings.HasPrefix(drive, `\\`) && !strings.HasPrefix(drive, `\\?`) && !strings.HasPrefix(drive, `\\.`) {
		return drive
	}
	root, err := syscall.UTF16PtrFromString(drive + `\`)
	if err != nil {
		return ""
	}
	if kind, _, _ := driveType.Call(uintptr(unsafe.Pointer(root))); kind == remote {
		return drive
	}
	return ""
}
