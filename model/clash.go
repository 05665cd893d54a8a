package model

import "strings"

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

const deskCut = "#"

// Name is what people call the desk: its computer.
func (d DeskID) Name() string {
	name, _, _ := strings.Cut(string(d), deskCut)
	return name
}
