package ui

import (
	"os/exec"
	"strings"
)

// still asks macOS for "Reduce motion" of its accessibility settings.
func still() bool {
	said, err := exec.Command("defaults", "read", "com.apple.universalaccess", "reduceMotion").Output()
	return err == nil && strings.TrimSpace(string(said)) == "1"
}
