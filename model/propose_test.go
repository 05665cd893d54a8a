package model

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestAddCleansAndRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		card Card
		want error
	}{
		{"plain", Card{Stage: Problem, Title: "a"}, nil},
		{"no title", Card{Stage: Problem}, ErrNoTitle},
		{"blank title", Card{Stage: Problem, Title: " \t\n\x00"}, ErrNoTitle},
		{"longest title", Card{Stage: Problem, Title: strings.Repeat("x", MaxTitle)}, nil},
		{"long title", Card{Stage: Problem, Title: strings.Repeat("x", MaxTitle+1)}, ErrTooLong},
		{"long text", Card{Stage: Problem, Title: "a", Text: strings.Repeat("x", MaxText+1)}, ErrTooLong},
		{"long step", Card{Stage: Problem, Title: "a", NextStep: strings.Repeat("x", MaxText+1)}, ErrTooLong},
		{"no stage", Card{Title: "a"}, ErrNoMeaning},
		{"strange stage", Card{Stage: "idea", Title: "a"}, ErrNoMeaning},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			_, err := b.Add(c.card, "")
			b.fails("add", err, c.want)
		})
	}
	b := newBench(t)
	b.add(Problem, "a", func(c *Card) {
		c.Title, c.Text = " two\r\nlines\x07 \xff", "\r\none\rtwo\x00 "
		c.Designers, c.Groups, c.Votes = []string{" ", "B L "}, []ID{}, -3
	})
	got, _ := b.Card("a")
	want := Card{ID: "a", Rev: 1, Stage: Problem, Title: "two lines \uFFFD", Text: "one\ntwo", Designers: []string{"B L"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	e, err := b.Add(Card{Stage: Problem, Title: "fresh"}, "")
	if err != nil || len(e.Changes[0].After.(Card).ID) != 16 {
		t.Errorf("a card without ID got %v, %v", e, err)
	}
}

func TestAddAndMoveKeepTheOrderAskedFor(t *testing.T) {
	for _, c := range []struct{ name, id, before, want string }{
		{"to the end", "a", "", "b c d a "},
		{"to the top", "d", "a", "d a b c "},
		{"down one", "a", "c", "b a c d "},
		{"up one", "c", "b", "a c b d "},
		{"where it is", "b", "c", "a b c d "},
		{"last to the end", "d", "", "a b c d "},
		{"before itself", "b", "b", "a b c d "},
		{"before one that is not there", "a", "x", "b c d a "},
		{"a new one at the top", "n", "a", "n a b c d "},
		{"a new one between", "n", "c", "a b n c d "},
		{"a new one at the end", "n", "", "a b c d n "},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			for _, id := range []ID{"a", "b", "c", "d"} {
				b.add(Problem, id)
			}
			if c.id == "n" {
				b.do(b.Add(Card{ID: "n", Stage: Problem, Title: "n"}, ID(c.before)))
			} else {
				b.do(b.Move(ID(c.id), ID(c.before)))
			}
			b.equal("column", b.ids(Problem), c.want)
		})
	}
	b := newBench(t)
	_, err := b.Move("a", "")
	b.fails("move of a card that is gone", err, ErrGone)
}

func TestMoveToTheSamePlaceIsEmpty(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "a")
	b.add(Problem, "b")
	for _, to := range []ID{"a", "b"} {
		if e, err := b.Move("a", to); err != nil || !e.Empty() {
			t.Errorf("before %s: got %v, %v", to, e, err)
		}
	}
}

func TestPromote(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "a", func(c *Card) {
		c.Text, c.Votes, c.Leader, c.Designers, c.Groups = "why", 3, "A K", []string{"B L"}, []ID{"g"}
	})
	b.add(Project, "p")
	e := b.do(b.Promote("a", "p"))
	got := e.Changes[0].After.(Card)
	want := Card{ID: got.ID, Rev: e.Seq, Stage: Project, Rank: got.Rank, Title: "a", Leader: "A K",
		Designers: []string{"B L"}, Groups: []ID{"g"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	b.equal("label", e.Label, LabelPromote)
	b.equal("column", b.ids(Project), string(got.ID)+" p ")
	b.equal("sources", join(b.Sources(got.ID)), "a ")
	b.equal("onward", join(b.Onward("a")), string(got.ID)+" ")
	a, _ := b.Card("a")
	b.equal("open", b.Open(a), false)

	b.do(b.Promote("a", "")) // a problem may go into several projects
	product := b.do(b.Promote(got.ID, "")).Changes[0].After.(Card)
	b.equal("problems of the product", join(b.Problems(product.ID)), "a ")
	_, err := b.Promote(got.ID, "")
	b.fails("a project becomes one product", err, ErrNoMeaning)
	_, err = b.Promote(product.ID, "")
	b.fails("a product goes nowhere", err, ErrNoMeaning)
	b.do(b.Park("p", true))
	_, err = b.Promote("p", "")
	b.fails("a parked project", err, ErrNoMeaning)
	_, err = b.Promote("x", "")
	b.fails("gone", err, ErrGone)
}

func TestJoinAndSplit(t *testing.T) {
	b := newBench(t)
	b.do(b.Describe(Race{}, Report{}, []Group{{ID: "g2", Name: "two"}, {ID: "g1", Name: "one"}}))
	b.add(Problem, "a", func(c *Card) { c.Groups = []ID{"g2"} })
	b.add(Problem, "b")
	b.add(Project, "p", func(c *Card) { c.Groups = []ID{"g1"} })
	b.add(Product, "r")
	b.do(b.Join("a", "p"))
	p, _ := b.Card("p")
	if !reflect.DeepEqual(p.Groups, []ID{"g2", "g1"}) {
		t.Errorf("groups %v are not in the race's order", p.Groups)
	}
	b.equal("changes of a join without new groups", len(b.do(b.Join("b", "p")).Changes), 1)
	b.equal("sources", join(b.Sources("p")), "a b ")
	b.equal("links", len(b.Links()), 2)
	for _, c := range []struct {
		from, to ID
		want     error
	}{
		{"a", "p", ErrExists}, {"p", "a", ErrNoMeaning}, {"a", "b", ErrNoMeaning},
		{"a", "a", ErrNoMeaning}, {"a", "r", ErrNoMeaning}, {"x", "p", ErrGone}, {"a", "x", ErrGone},
	} {
		_, err := b.Join(c.from, c.to)
		b.fails(string("join "+c.from+" "+c.to), err, c.want)
	}
	b.do(b.Split("a", "p"))
	b.equal("sources after the split", join(b.Sources("p")), "b ")
	_, err := b.Split("a", "p")
	b.fails("split twice", err, ErrGone)
	b.do(b.Join("a", "p"))
}

func TestWriteKeepsPlaceAndParking(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "a")
	b.add(Problem, "b")
	b.do(b.Park("b", true))
	old, _ := b.Card("b")
	b.do(b.Write(Card{ID: "b", Title: " new ", Stage: Product, Rank: -9, Votes: 2, NextStep: "call"}))
	got, _ := b.Card("b")
	want := Card{ID: "b", Rev: 4, Stage: Problem, Rank: old.Rank, Parked: true, Title: "new", Votes: 2, NextStep: "call"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if e, err := b.Write(got); err != nil || !e.Empty() {
		t.Errorf("the same again: got %v, %v", e, err)
	}
	_, err := b.Write(Card{ID: "x", Title: "x"})
	b.fails("gone", err, ErrGone)
	_, err = b.Write(Card{ID: "a"})
	b.fails("no title", err, ErrNoTitle)
}

func TestVoteAndPark(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "a")
	for _, c := range []struct{ n, want int }{{2, 2}, {-1, 1}, {-5, 0}, {-1, 0}, {1, 1}} {
		b.do(b.Vote("a", c.n))
		a, _ := b.Card("a")
		b.equal("votes", a.Votes, c.want)
	}
	_, err := b.Vote("x", 1)
	b.fails("vote for what is gone", err, ErrGone)
	b.equal("label", b.do(b.Park("a", true)).Label, LabelPark)
	b.equal("column", join(b.Column(Problem)), "")
	b.equal("parked", join(b.Parked()), "a ")
	if e, _ := b.Park("a", true); !e.Empty() {
		t.Error("parking twice changes something")
	}
	b.equal("label", b.do(b.Park("a", false)).Label, LabelUnpark)
	b.equal("column", join(b.Column(Problem)), "a ")
	_, err = b.Park("x", true)
	b.fails("park what is gone", err, ErrGone)
}

func TestDescribe(t *testing.T) {
	b := newBench(t)
	race, report := Race{Title: " Race\n1 "}, Report{Purpose: "a\r\nb"}
	b.do(b.Describe(race, report, []Group{{ID: "g", Name: "Youth"}, {Name: "Elders", Style: 2}, {ID: "h", Name: " "}}))
	b.equal("title", b.Race().Title, "Race 1")
	b.equal("purpose", b.Report().Purpose, "a\nb")
	groups := b.Groups()
	if len(groups) != 2 || groups[0].Name != "Youth" || groups[1].Name != "Elders" || groups[1].ID == "" {
		t.Fatalf("groups: %+v", groups)
	}
	if e, err := b.Describe(race, report, groups); err != nil || !e.Empty() {
		t.Errorf("the same again: got %v, %v", e, err)
	}
	before := content(b.Board)
	b.add(Problem, "a", func(c *Card) { c.Groups = []ID{"g", groups[1].ID} })
	b.add(Project, "p", func(c *Card) { c.Groups = []ID{"g"} })
	gone := b.do(b.Describe(race, report, groups[1:]))
	for id, want := range map[ID][]ID{"a": {groups[1].ID}, "p": nil} {
		if c, _ := b.Card(id); !reflect.DeepEqual(c.Groups, want) {
			t.Errorf("%s: got %v after its group went, want %v", id, c.Groups, want)
		}
	}
	b.do(b.Revert(gone))
	a, _ := b.Card("a")
	b.equal("groups after undo", len(a.Groups), 2)
	b.equal("group after undo", b.Get(Ref{KindGroup, "g"}).At(0), before[Ref{KindGroup, "g"}])
	_, err := b.Describe(race, Report{Links: strings.Repeat("x", MaxText+1)}, nil)
	b.fails("long text", err, ErrTooLong)
	_, err = b.Describe(Race{Place: strings.Repeat("x", MaxTitle+1)}, Report{}, nil)
	b.fails("long place", err, ErrTooLong)
	_, err = b.Describe(Race{}, Report{}, []Group{{Name: strings.Repeat("x", MaxTitle+1)}})
	b.fails("long group", err, ErrTooLong)
	_, err = b.Describe(Race{}, Report{}, make([]Group, MaxList+1))
	b.fails("many groups", err, ErrTooMany)
}

func TestJoinLooksPastAGroupThatIsGone(t *testing.T) {
	b := newBench(t)
	b.do(b.Describe(Race{}, Report{}, []Group{{ID: "g", Name: "g"}}))
	b.add(Problem, "a", func(c *Card) { c.Groups = []ID{"g"} })
	b.add(Project, "p", func(c *Card) { c.Groups = []ID{"gone"} }) // as another desk left it
	b.do(b.Join("a", "p"))
	if p, _ := b.Card("p"); !p.In("g") {
		t.Errorf("got groups %v", p.Groups)
	}
}

func TestSetClock(t *testing.T) {
	b := newBench(t)
	b.equal("length before it is set", b.Clock().Length, 48*time.Hour)
	b.do(b.SetClock(Clock{Length: time.Hour + 1}.Start(noon)))
	b.equal("length", b.Clock().Length, time.Hour)
	b.equal("running", b.Clock().Running(), true)
	if e, _ := b.SetClock(b.Clock()); !e.Empty() {
		t.Error("the same clock changes something")
	}
}

func TestNewRace(t *testing.T) {
	b := newBench(t)
	b.do(NewRace(" A \n race "), nil)
	b.equal("title", b.Race().Title, "A race")
	b.equal("length", b.Clock().Length, DefaultLength)
}

// A card that is made anew comes from the cards that are there and can go on to it.
func TestAddFrom(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "a")
	b.add(Project, "p")
	b.do(b.AddFrom([]ID{"a", "gone", "p"}, Card{ID: "q", Stage: Project, Title: "q"}, "p"))
	b.equal("its origins", join(b.Sources("q")), "a ")
	b.equal("its place", b.ids(Project), "q p ")
	b.do(b.AddFrom([]ID{"q"}, Card{ID: "x", Stage: Product, Title: "x"}, ""))
	b.do(b.AddFrom([]ID{"q"}, Card{ID: "y", Stage: Product, Title: "y"}, ""))
	b.equal("a project becomes one product", join(b.Onward("q")), "x ")
	_, err := b.AddFrom(nil, Card{Stage: Project}, "")
	b.fails("no title", err, ErrNoTitle)
}
