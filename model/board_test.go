package model

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"testing"
)

func TestFigures(t *testing.T) {
	b := newBench(t)
	in := func(g ...ID) func(*Card) { return func(c *Card) { c.Groups = g } }
	b.add(Problem, "a", in("g"))
	b.add(Problem, "b", in("g", "h"))
	b.add(Problem, "c")
	b.add(Project, "p", in("h"))
	b.add(Product, "r")
	b.do(b.Join("a", "p"))
	b.do(b.Park("b", true))
	for _, c := range []struct {
		stage Stage
		group ID
		want  Figures
	}{
		{Problem, "", Figures{Total: 3, Open: 1, Parked: 1}}, {Problem, "g", Figures{Total: 2, Parked: 1}}, {Problem, "h", Figures{Total: 1, Parked: 1}},
		{Project, "", Figures{Total: 1, Open: 1}}, {Project, "g", Figures{}}, {Product, "", Figures{Total: 1, Open: 1}},
	} {
		b.equal(string(c.stage)+" of "+string(c.group), b.Figures(c.stage, c.group), c.want)
	}
}

func TestMatches(t *testing.T) {
	b := newBench(t)
	b.do(b.Describe(Race{}, Report{}, []Group{{ID: "g", Name: "Äldre på landet"}}))
	c := Card{Title: "Ångbåt i ÖREBRO", Text: "räls\noch väg", NextStep: "Ring", Leader: "A K",
		Designers: []string{"B Ö"}, Groups: []ID{"g", "gone"}}
	for query, want := range map[string]bool{
		"": true, "  ": true, "ångbåt": true, "ÅNGBÅT": true, "angbat": false, "örebro": true, "orebro": false,
		"Räls VÄG": true, "rals": false, "väg saknas": false, "äldre": true, "aldre": false, "ring": true,
		"a k": true, "b ö": true, "gone": false, "bÅt": true, "\tbåt\nväg": true,
	} {
		b.equal(strconv.Quote(query), b.Matches(c, query), want)
	}
}

func TestCloneIsItsOwn(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "a")
	c := b.Clone()
	e := b.do(b.Promote("a", ""))
	b.equal("cards of the clone", len(c.Column(Project))+len(c.Links()), 0)
	c.Apply(e)
	c.Apply(e) // a repeated delivery does no harm
	if !reflect.DeepEqual(content(b.Board), content(c)) || c.Seq != b.Seq {
		t.Error("a clone that got the same edit differs")
	}
}

func TestManyInsertsIntoOneGap(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "first")
	for i := range 12 {
		b.add(Problem, ID("c"+strconv.Itoa(i)))
	}
	for i := range 10_000 { // the last card goes in after the first, over and over
		column := slices.Clone(b.all(Problem))
		b.do(b.Move(column[12].ID, column[1].ID))
		want := append([]Card{column[0], column[12]}, column[1:12]...)
		if join(want) != b.ids(Problem) {
			t.Fatalf("insert %d: got %s, want %s", i, b.ids(Problem), join(want))
		}
		b.strict()
	}
	for i := range 500 { // and with a column that grows
		id := ID("n" + strconv.Itoa(i))
		b.do(b.Add(Card{ID: id, Stage: Problem, Title: "n"}, b.all(Problem)[1].ID))
		b.equal("second", b.all(Problem)[1].ID, id)
		b.strict()
	}
}

func TestRanksAtTheEdge(t *testing.T) {
	for name, ranks := range map[string][]Rank{
		"highest": {0, math.MaxInt64 - 1, math.MaxInt64}, "lowest": {math.MinInt64, math.MinInt64 + 1, 0},
		"widest": {math.MinInt64, math.MaxInt64}, "equal": {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7},
		"near the end": {math.MaxInt64 - 9, math.MaxInt64 - 8, math.MaxInt64 - 7, math.MaxInt64 - 6, math.MaxInt64 - 5},
	} {
		for at := range len(ranks) + 1 {
			t.Run(name+" "+strconv.Itoa(at), func(t *testing.T) {
				b := newBench(t)
				var made Edit
				var want []ID
				for i, r := range ranks {
					c := Card{ID: ID(rune('a' + i)), Stage: Problem, Title: "x", Rank: r}
					made.Changes, want = append(made.Changes, Change{After: c}), append(want, c.ID)
				}
				b.do(made, nil)
				var before ID
				if at < len(want) {
					before = want[at]
				}
				b.do(b.Add(Card{ID: "new", Stage: Problem, Title: "x"}, before))
				var got []ID
				for _, c := range b.all(Problem) {
					got = append(got, c.ID)
				}
				if want := slices.Insert(want, at, "new"); !slices.Equal(got, want) {
					t.Errorf("got %v, want %v", got, want)
				}
			})
		}
	}
}

// strict checks that no two cards of a column have the same rank.
func (b *bench) strict() {
	b.Helper()
	for _, s := range Stages {
		for i, column := 1, b.all(s); i < len(column); i++ {
			if column[i-1].Rank >= column[i].Rank {
				b.Fatalf("%s: rank %d is not below %d", s, column[i-1].Rank, column[i].Rank)
			}
		}
	}
}

// sound checks what holds on every board.
func (b *bench) sound() {
	b.Helper()
	seen := map[ID]Stage{}
	for _, s := range Stages {
		if !slices.IsSortedFunc(b.all(s), byRank) {
			b.Fatalf("%s is not sorted", s)
		}
		for _, c := range b.all(s) {
			if at, twice := seen[c.ID]; twice || c.Stage != s {
				b.Fatalf("card %s stands in %s and %s", c.ID, at, s)
			}
			seen[c.ID] = s
		}
	}
	if len(seen) != len(collect[Card](b.Board)) {
		b.Fatalf("%d of %d cards stand in a column", len(seen), len(collect[Card](b.Board)))
	}
	for _, l := range b.Links() {
		if seen[l.To] == "" || seen[l.From].Next() != seen[l.To] {
			b.Fatalf("link %s goes from %q to %q", l.ID, seen[l.From], seen[l.To])
		}
	}
}

// play makes one edit for each two bytes, checks the board after each, and then
// undoes them all.
func play(t testing.TB, script []byte) {
	b := newBench(t)
	b.do(b.Describe(Race{}, Report{}, []Group{{ID: "g", Name: "g"}, {ID: "h", Name: "h"}}))
	for _, s := range Stages {
		b.add(s, ID(s)+"0", func(c *Card) { c.Groups = []ID{"g"} })
	}
	start := content(b.Board)
	var done []Edit
	for ; len(script) > 1; script = script[2:] {
		e, err := b.turn(script[0], int(script[1]), len(done))
		if err != nil || e.Empty() {
			continue
		}
		done = append(done, b.do(e, nil))
		b.strict()
		b.sound()
	}
	for _, e := range slices.Backward(done) {
		b.do(b.Revert(e))
		b.sound()
	}
	if !reflect.DeepEqual(content(b.Board), start) {
		t.Fatal("undoing all does not give the start back")
	}
}

// turn proposes what one pair of bytes stands for.
func (b *bench) turn(what byte, n, made int) (Edit, error) {
	pick := func(s Stage, n int) (id ID) {
		if column := b.all(s); len(column) > 0 && n%7 != 6 {
			id = column[n%len(column)].ID
		}
		return id
	}
	stage := Stages[n%3]
	id, other := pick(stage, n/3), pick(stage, n/8)
	switch what % 15 {
	case 0:
		name := ID("n" + strconv.Itoa(made))
		return b.Add(Card{ID: name, Stage: stage, Title: string(name), Groups: []ID{"h"}}, other)
	case 1, 2:
		return b.Move(id, other)
	case 3:
		return b.Promote(id, pick(stage.Next(), n/5))
	case 4:
		return b.Join(pick(Problem, n), pick(Project, n/4))
	case 5:
		if links := b.Links(); len(links) > 0 {
			l := links[n%len(links)]
			return b.Split(l.From, l.To)
		}
	case 6:
		return b.Write(Card{ID: id, Title: strconv.Itoa(n), Groups: []ID{"g", "h"}[n%3%2:], Votes: n % 4})
	case 7:
		return b.Vote(id, n%5-2)
	case 8:
		return b.Park(id, n%2 == 0)
	default:
		return b.turnMany(what%15, n, pick)
	}
	return Edit{}, nil
}

// turnMany proposes what concerns several cards.
func (b *bench) turnMany(what byte, n int, pick func(Stage, int) ID) (Edit, error) {
	stage := Stages[n%3]
	id, other := pick(stage, n/3), pick(stage, n/8)
	switch what {
	case 9:
		return b.Merge(pick(Problem, n), pick(Problem, n/4), pick(Problem, n/9))
	case 10:
		return b.Unmerge(id)
	case 11:
		return b.MoveAll([]ID{id, other, pick(stage, n/2)}, pick(stage, n/11))
	case 12:
		return b.Remove(id, other)
	case 13:
		return b.TakeApart(pick(Project, n))
	case 14:
		return b.Gather([]ID{pick(Problem, n), pick(Problem, n/5)}, pick(Project, n/3))
	}
	return Edit{}, nil
}

func TestBoardOverManySeeds(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 48))
		script := make([]byte, 160)
		for i := range script {
			script[i] = byte(r.Uint32())
		}
		play(t, script)
	}
}

func FuzzBoard(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{0, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8, 0, 1, 9})
	f.Add([]byte{0, 3, 0, 3, 0, 3, 1, 30, 1, 60, 2, 90, 3, 12, 3, 13})
	f.Fuzz(func(t *testing.T, script []byte) { play(t, script[:min(len(script), 400)]) })
}
