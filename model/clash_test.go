package model

import "testing"

func TestDesksAreNamedAfterTheirComputer(t *testing.T) {
	a, b := NewDeskID(" Wall \n screen"), NewDeskID("Wall screen")
	if a == b || a.Name() != "Wall screen" || b.Name() != "Wall screen" || NewDeskID("").Name() != "" {
		t.Errorf("%s and %s", a, b)
	}
	if name := DeskID("script").Name(); name != "script" {
		t.Errorf("a desk without a computer is called %q", name)
	}
}
