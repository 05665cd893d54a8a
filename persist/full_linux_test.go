package persist

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"syscall"
	"testing"
)

// smallDisk runs onSmallDisk in a process that may mount, for itself only, and
// returns what it said.
func smallDisk(t *testing.T) (string, error) {
	t.Helper()
	dir := t.TempDir()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "PERSIST_TEST_DISK="+dir)
	child.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	told, err := child.CombinedOutput()
	var exit *exec.ExitError
	if err == nil || errors.As(err, &exit) && exit.ExitCode() != noDisk {
		return string(told), err
	}
	t.Logf("no disk of our own: %v %s", err, told)
	return "", onPageLimit(t.Context(), dir)
}

// noDisk is how the process ends that could not mount.
const noDisk = 75

func init() {
	childs["PERSIST_TEST_DISK"] = func(dir string) error {
		if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
			os.Exit(noDisk)
		}
		return onSmallDisk(context.Background(), dir)
	}
}
