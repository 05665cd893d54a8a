package persist

import "syscall"

// network returns the name of the file system that a folder lies on, if that is
// at another machine.
func network(dir string) string {
	const local = 0x1000 // MNT_LOCAL
	var at syscall.Statfs_t
	if err := syscall.Statfs(dir, &at); err != nil || at.Flags&local != 0 {
		return ""
	}
	var name []byte
	for _, c := range at.Fstypename {
		if c == 0 {
			break
		}
		name = append(name, byte(c))
	}
	return string(name)
}
