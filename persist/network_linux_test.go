package persist

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"

	"racedesk/model"
)

func TestNetworkByFuse(t *testing.T) {
	const mounts = `22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
40 22 0:52 / /home/a/far rw,nosuid - fuse.sshfs host:/ rw,user_id=0
41 22 0:53 / /media/stick rw,nosuid - fuseblk /dev/sdb1 rw
42 22 0:54 / /home/a/cloud rw,nosuid - fuse.rclone cloud: rw
43 22 0:55 / /home/a/zip rw,nosuid - fuse.archivemount x rw
`
	for device, want := range map[uint64]string{52: "sshfs", 53: "", 54: "rclone", 55: "", 254<<8 | 1: "", 99: ""} {
		if got := fuseNetwork(mounts, device); got != want {
			t.Errorf("device %d is on %q, want %q", device, got, want)
		}
	}
}

// TestNetworkRefused lets the disk of the tests be called a network's.
func TestNetworkRefused(t *testing.T) {
	path := sample(t)
	if name := network(filepath.Dir(path)); name != "" {
		t.Fatalf("tests lie on %s", name)
	}
	var at syscall.Statfs_t
	if err := syscall.Statfs(path, &at); err != nil {
		t.Fatal(err)
	}
	networks[uint32(at.Type)] = "testfs"
	defer delete(networks, uint32(at.Type))
	if _, err := Open(t.Context(), path); !errors.Is(err, model.ErrNetwork) {
		t.Error(err)
	}
	if err := Create(t.Context(), path+"2"); !errors.Is(err, model.ErrNetwork) {
		t.Error(err)
	}
}
