package persist

import "os/exec"

func giveAway(string) error { return nil }

func demote(*exec.Cmd) {}
