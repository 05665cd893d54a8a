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

// A desk that is given a name is the same desk, also to its undo.
func TestADeskIsGivenAName(t *testing.T) {
	a := NewDeskID("wall")
	named := a.Called(" By the\nwindow #2 ")
	if named.Name() != "By the window #2" || named.Given() != named.Name() || a.Given() != "" || !named.Same(a) || named == a {
		t.Errorf("%s is called %q", named, named.Name())
	}
	if again := named.Called("Door").Called(" "); again != a {
		t.Errorf("without its name it is %s, want %s", again, a)
	}
	if a.Computer() != named.Computer() || a.Computer() == "" || DeskID("sample").Computer() != "" {
		t.Errorf("at the computers %q, %q and %q", a.Computer(), named.Computer(), DeskID("sample").Computer())
	}
	if b := NewDeskID("wall"); b.Same(a) || DeskID("a").Same("b") || !DeskID("a").Same("a") {
		t.Error("two desks are one")
	}
	b := newBench(t)
	b.desk = a
	h := &History{Desk: named}
	h.Note(b.do(b.Add(Card{Stage: Problem, Title: "x"}, "")))
	if _, can := h.Undo(); !can {
		t.Error("what the desk did before it had its name is not its own")
	}
}
