package persist

import "racedesk/model"

// Windows' own codes, where package syscall has only the names of Unix.
func init() {
	errnos[2] = model.ErrMissing   // ERROR_FILE_NOT_FOUND
	errnos[3] = model.ErrMissing   // ERROR_PATH_NOT_FOUND
	errnos[5] = model.ErrReadOnly  // ERROR_ACCESS_DENIED
	errnos[19] = model.ErrReadOnly // ERROR_WRITE_PROTECT
	errnos[32] = model.ErrBusy     // ERROR_SHARING_VIOLATION
	errnos[33] = model.ErrBusy     // ERROR_LOCK_VIOLATION
	errnos[39] = model.ErrFull     // ERROR_HANDLE_DISK_FULL
	errnos[80] = model.ErrExists   // ERROR_FILE_EXISTS
	errnos[112] = model.ErrFull    // ERROR_DISK_FULL
	errnos[183] = model.ErrExists  // ERROR_ALREADY_EXISTS
	errnos[267] = model.ErrMissing // ERROR_DIRECTORY
}
