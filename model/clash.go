package model

import (
	"cmp"
	"strings"
)

// A Clash is an ErrConflict that knows what was changed at another desk, and at
// which, where that is known.
type Clash struct {
	Ref Ref
	By  DeskID
}

// Error implements error.
func (c *Clash) Error() string {
	if c.By == "" {
		return ErrConflict.Error()
	}
	return ErrConflict.Error() + ", " + c.By.Name()
}

// Unwrap makes a clash an ErrConflict.
func (c *Clash) Unwrap() error { return ErrConflict }

// NewDeskID returns a fresh ID for a desk on the computer of this name.
func NewDeskID(computer string) DeskID {
	return DeskID(CleanLine(computer) + deskCut + string(NewID()[:6]))
}

// deskCut stands between the parts of a DeskID.
const deskCut = "#"

// parts are those of a DeskID.
func (d DeskID) parts() (computer, mark, given string) {
	computer, rest, _ := strings.Cut(string(d), deskCut)
	mark, given, _ = strings.Cut(rest, deskCut)
	return computer, mark, given
}

// Name is what people call the desk: as they named it, or its computer.
func (d DeskID) Name() string {
	computer, _, given := d.parts()
	return cmp.Or(given, computer)
}

// Computer is the name of the desk's computer. What no desk did, as the making of a
// sample, was done at none.
func (d DeskID) Computer() string {
	computer, mark, _ := d.parts()
	if mark == "" {
		return ""
	}
	return computer
}

// Given is the name that people gave the desk, if they did.
func (d DeskID) Given() string {
	_, _, given := d.parts()
	return given
}

// Called returns the ID of the same desk with another name, or with none.
func (d DeskID) Called(name string) DeskID {
	computer, mark, _ := d.parts()
	id := DeskID(computer + deskCut + mark)
	if letters := []rune(CleanLine(name)); len(letters) > 0 {
		id += DeskID(deskCut + string(letters[:min(len(letters), MaxDeskName)]))
	}
	return id
}

// MaxDeskName is how many letters the name of a desk has at most.
const MaxDeskName = 40

// Same says whether two IDs are of one desk, whatever it was called.
func (d DeskID) Same(other DeskID) bool {
	computer1, mark1, _ := d.parts()
	computer2, mark2, _ := other.parts()
	return computer1 == computer2 && mark1 == mark2
}
