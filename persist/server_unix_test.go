//go:build unix

package persist

import (
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"strconv"
	"syscall"
)

// PostgreSQL does not run as the superuser: for that one, the user that its
// packages make does.

// giveAway lets that user work in a folder.
func giveAway(dir string) error {
	id, err := serverUser()
	if id == nil || err != nil {
		return err
	}
	return os.Chown(dir, int(id.Uid), int(id.Gid))
}

// demote lets that user run a command.
func demote(c *exec.Cmd) {
	if id, err := serverUser(); err == nil && id != nil {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: id}
	}
}

func serverUser() (*syscall.Credential, error) {
	if os.Getuid() != 0 {
		return nil, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return nil, fmt.Errorf("a user for PostgreSQL: %w", err)
	}
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	if err != nil {
		return nil, err
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
}
