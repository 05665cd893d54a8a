package model

import "testing"

func TestAlikePutsLikelyDuplicatesFirst(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct{ id, title string }{
		{"a", "Ingen bank i byn"}, {"b", "Dyra nät"}, {"c", "Banken i byn är stängd"}, {"d", "Bank saknas"},
		{"e", "NÄTET är dyrt"}, {"f", "I en å"}, {"g", "Nat"},
	} {
		b.add(Problem, ID(c.id), func(x *Card) { x.Title = c.title })
	}
	b.add(Project, "p")
	for id, want := range map[ID]string{
		"a": "c d b e f g ", // two words shared, then one
		"b": "e a c d f g ", // ä is no a
		"f": "a b c d e g ", // nothing but short words: the column's order
		"x": "",
	} {
		got := ""
		for _, c := range b.Alike(id) {
			got += string(c.ID) + " "
		}
		if got != want {
			t.Errorf("like %s: %q, want %q", id, got, want)
		}
	}
}

// What is parked, or another card stands for, is no place for a duplicate; what
// went on is.
func TestAlikeLeavesOutWhatIsNotOnTheBoard(t *testing.T) {
	b := newBench(t)
	for _, id := range []ID{"a", "b", "c", "d", "e"} {
		b.add(Problem, id)
	}
	b.do(b.Park("b", true))
	b.do(b.Merge("c", "d"))
	b.do(b.Promote("e", ""))
	for id, want := range map[ID]string{"a": "c e ", "d": "a e ", "c": "a e "} {
		got := ""
		for _, c := range b.Alike(id) {
			got += string(c.ID) + " "
		}
		if got != want {
			t.Errorf("like %s: %q, want %q", id, got, want)
		}
	}
}
