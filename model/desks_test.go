package model_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"racedesk/model"
)

// noon is when every game is played.
func noon() time.Time { return time.Date(2026, 3, 14, 12, 0, 0, 0, time.UTC) }

// start is the board that every game begins with.
var start = model.Edit{Desk: "start", Label: model.LabelSample, Changes: []model.Change{
	{After: model.Race{Title: "Race"}},
	{After: model.Group{ID: "g1", Name: "Elderly", Order: 0}},
	{After: model.Group{ID: "g2", Name: "Children", Order: 1}},
	{After: model.Card{ID: "a", Stage: model.Problem, Rank: 0, Title: "A", Groups: []model.ID{"g2"}}},
	{After: model.Card{ID: "b", Stage: model.Problem, Rank: 1 << 32, Title: "B", Votes: 2}},
	{After: model.Card{ID: "c", Stage: model.Problem, Rank: 2 << 32, Title: "C", Parked: true}},
	{After: model.Card{ID: "p", Stage: model.Project, Rank: 0, Title: "P", Groups: []model.ID{"g1"}, Leader: "L"}},
	{After: model.Card{ID: "q", Stage: model.Project, Rank: 1, Title: "Q"}}, // a gap soon used up
	{After: model.Card{ID: "x", Stage: model.Product, Title: "X"}},
	{After: model.NewLink("a", "p")},
	{After: model.NewLink("p", "x")},
}}

// FuzzDesks lets three desks do anything, in one store, and undo and redo it.
func FuzzDesks(f *testing.F) {
	for seed := range uint64(3) {
		f.Add(seed, uint16(60))
	}
	f.Fuzz(func(t *testing.T, seed uint64, steps uint16) { playDesks(t, seed, int(steps%300)) })
}

func TestDesksOverManySeeds(t *testing.T) {
	for seed := range uint64(60) {
		playDesks(t, seed, 80)
	}
}

// A player is one desk at a random game. Its board may lag behind the store.
type player struct {
	board   *model.Board
	history model.History
}

// A game is random work on one store.
type game struct {
	*testing.T
	*rand.Rand
	store   *model.Memory
	players []*player
}

func playDesks(t *testing.T, seed uint64, steps int) {
	t.Helper()
	g := &game{T: t, Rand: rand.New(rand.NewPCG(seed, 7)), store: model.NewMemory(noon)}
	g.commit(start)
	for n := range 3 {
		g.players = append(g.players, &player{board: g.load(),
			history: model.History{Desk: model.DeskID(fmt.Sprint(n))}})
	}
	begun := g.load()
	for range steps {
		g.step()
		if g.check(g.load()); t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	g.rewind(begun)
	if t.Failed() {
		t.Fatalf("seed %d", seed)
	}
}

func (g *game) load() *model.Board {
	b, err := g.store.Load(context.Background())
	if err != nil {
		g.Fatal(err)
	}
	return b
}

func (g *game) commit(e model.Edit) {
	if _, err := g.store.Commit(context.Background(), e); err != nil {
		g.Fatal(err)
	}
}

// step lets one desk do one thing, mostly after it heard of all the others did.
func (g *game) step() {
	p := g.players[g.IntN(len(g.players))]
	if g.IntN(4) > 0 {
		g.catchUp(p)
	}
	e, err := g.propose(p)
	if err != nil || e.Empty() {
		return // a gesture that means nothing here
	}
	e.Desk = p.history.Desk
	lags := p.board.Seq < g.load().Seq
	_, err = g.store.Commit(context.Background(), e)
	if err != nil && (!lags || !errors.Is(err, model.ErrConflict)) {
		g.Errorf("%s: %v", e.Label, err)
	}
}

func (g *game) catchUp(p *player) {
	edits, err := g.store.Edits(context.Background(), p.board.Seq)
	if err != nil {
		g.Fatal(err)
	}
	for _, e := range edits {
		p.board.Apply(e)
		p.history.Note(reread(g.T, e))
	}
}

// propose makes a random gesture on a player's board.
func (g *game) propose(p *player) (model.Edit, error) {
	b, c, other := p.board, g.card(p.board), g.card(p.board)
	switch g.IntN(17) {
	case 0:
		return b.Add(model.Card{Stage: model.Stages[g.IntN(3)], Title: "New", Groups: []model.ID{"g1"}}, other.ID)
	case 1, 2:
		return b.Move(c.ID, other.ID)
	case 3:
		return b.Promote(c.ID, other.ID)
	case 4:
		return b.Join(c.ID, other.ID)
	case 5:
		return g.split(b)
	case 6:
		c.Title, c.Text = fmt.Sprint("Title ", g.IntN(3)), fmt.Sprint(g.IntN(3))
		return b.Write(c)
	case 7:
		return b.Vote(c.ID, g.IntN(5)-2)
	case 8:
		return b.Park(c.ID, !c.Parked)
	case 9:
		return b.SetClock(b.Clock().Start(noon()))
	case 10:
		return g.describe(b)
	case 11, 12:
		return g.revert(b, p.history.Redo)
	case 13, 14, 15:
		return g.think(b, c, other)
	default:
		return g.revert(b, p.history.Undo)
	}
}

// think makes a gesture that only this format has.
func (g *game) think(b *model.Board, c, other model.Card) (model.Edit, error) {
	some := []model.ID{other.ID, g.card(b).ID, g.card(b).ID}
	r, _ := b.Voting()
	type gesture = func() (model.Edit, error)
	return []gesture{
		func() (model.Edit, error) { return b.Merge(c.ID, some...) },
		func() (model.Edit, error) { return b.Unmerge(some[1]) },
		func() (model.Edit, error) { return b.Remove(some[:g.IntN(2)+1]...) },
		func() (model.Edit, error) { return b.TakeApart(c.ID) },
		func() (model.Edit, error) { return b.Gather(some, c.ID) },
		func() (model.Edit, error) { return b.JoinAll(some, c.ID) },
		func() (model.Edit, error) { return b.MoveAll(some, c.ID) },
		func() (model.Edit, error) { return b.PromoteAll(some, c.ID) },
		func() (model.Edit, error) { return b.ParkAll(some, g.IntN(2) == 0) },
		func() (model.Edit, error) { return b.TagAll(some, fmt.Sprint("tag ", g.IntN(3)), g.IntN(3) > 0) },
		func() (model.Edit, error) { return b.GroupAll(some, "g2", g.IntN(3) > 0) },
		func() (model.Edit, error) { return b.AddAll(c.Stage, []string{"One", "", "Two"}, c.ID) },
		func() (model.Edit, error) { return b.BeginRound("Round", c.Stage, g.IntN(3)) },
		func() (model.Edit, error) { return b.ShowRound(r.ID) },
		func() (model.Edit, error) {
			return b.Dot(r.ID, model.ID(fmt.Sprint("voter", g.IntN(2))), c.ID, g.IntN(4)-1)
		},
		func() (model.Edit, error) { return b.Tick(c.ID, "novelty", g.IntN(3) > 0) },
		func() (model.Edit, error) { return b.SetLimit(model.Stages[g.IntN(3)], "g2", g.IntN(4)) },
		func() (model.Edit, error) {
			return b.SetChecks(append(b.Rules().Checks[g.IntN(2):], model.Check{Stage: model.Problem, Name: "New"}))
		},
		func() (model.Edit, error) {
			return b.AddPictures(c.ID, model.Picture{Width: 1, Height: 1, Data: []byte{byte(g.IntN(256))}})
		},
		func() (model.Edit, error) {
			if p := b.Pictures(c.ID); len(p) > 0 {
				return b.RemovePicture(p[g.IntN(len(p))].ID)
			}
			return model.Edit{}, nil
		},
		func() (model.Edit, error) {
			if p := b.Pictures(c.ID); len(p) > 0 {
				return b.LeadPicture(p[g.IntN(len(p))].ID)
			}
			return model.Edit{}, nil
		},
	}[g.IntN(21)]()
}

// card picks any card, or none.
func (g *game) card(b *model.Board) model.Card {
	var all []model.Card
	for _, s := range model.Stages {
		all = append(all, b.Column(s)...)
	}
	all = append(append(append(all, b.Parked()...), b.Merged()...), model.Card{})
	return all[g.IntN(len(all))]
}

func (g *game) split(b *model.Board) (model.Edit, error) {
	links := b.Links()
	if len(links) == 0 {
		return model.Edit{}, nil
	}
	l := links[g.IntN(len(links))]
	return b.Split(l.From, l.To)
}

func (g *game) describe(b *model.Board) (model.Edit, error) {
	groups := b.Groups()
	if len(groups) > 1 && g.IntN(3) == 0 {
		groups = groups[1:]
	}
	race := b.Race()
	race.Title = fmt.Sprint("Race ", g.IntN(4))
	return b.Describe(race, b.Report(), append(groups, model.Group{Name: "New"}))
}

func (g *game) revert(b *model.Board, which func() (model.Edit, bool)) (model.Edit, error) {
	e, ok := which()
	if !ok {
		return e, nil
	}
	return b.Revert(e)
}

// check asks the board for what has to hold at all times.
func (g *game) check(b *model.Board) {
	g.Helper()
	seen := map[model.ID]bool{}
	for _, s := range model.Stages {
		column := b.Column(s)
		for i, c := range column {
			if seen[c.ID] || c.Stage != s || c.Parked || c.Title == "" {
				g.Errorf("%s in %s: %+v", c.ID, s, c)
			}
			seen[c.ID] = true
			if i > 0 && !before(column[i-1], c) {
				g.Errorf("%s does not come before %s", column[i-1].ID, c.ID)
			}
		}
	}
	for _, c := range append(b.Parked(), b.Merged()...) {
		if seen[c.ID] || !c.Parked && b.Home(c.ID) == c.ID {
			g.Errorf("parked or merged: %+v", c)
		}
		seen[c.ID] = true
	}
	g.checkRest(b, seen)
}

// before says whether x comes strictly before y.
func before(x, y model.Card) bool { return x.Rank < y.Rank || x.Rank == y.Rank && x.ID < y.ID }

func (g *game) checkRest(b *model.Board, cards map[model.ID]bool) {
	g.Helper()
	for _, e := range b.Entities() {
		switch e := e.(type) {
		case model.Card:
			if !cards[e.ID] || e.Votes < 0 || e.Rev > b.Seq {
				g.Errorf("in no column, or odd: %+v", e)
			}
		case model.Picture:
			if cards[e.Card] != slices.ContainsFunc(b.Pictures(b.Home(e.Card)), func(p model.Picture) bool { return p.ID == e.ID }) {
				g.Errorf("picture is not its card's: %s of %s", e.ID, e.Card)
			}
		case model.Link:
			listed := has(b.Onward(e.From), b.Home(e.To)) && has(b.Sources(e.To), b.Home(e.From))
			if both := cards[e.From] && cards[e.To]; both != listed {
				g.Errorf("link does not count: %+v", e)
			}
		}
	}
	for id := range cards {
		for _, c := range append(b.Onward(id), b.Sources(id)...) {
			if !cards[c.ID] {
				g.Errorf("%s is tied to %s, which is gone", id, c.ID)
			}
		}
	}
}

// rewind takes back everything that ever happened, the last first.
func (g *game) rewind(begun *model.Board) {
	edits, err := g.store.Edits(context.Background(), begun.Seq)
	if err != nil {
		g.Fatal(err)
	}
	for i := len(edits) - 1; i >= 0; i-- {
		back, err := g.load().Revert(reread(g.T, edits[i]))
		if err != nil && g.dangling(edits[i]) {
			back, err = inverse(g.load(), edits[i]), nil
		}
		if err != nil {
			g.Errorf("rewind %s (%d): %v", edits[i].Label, edits[i].Seq, err)
			return
		}
		g.commit(back)
	}
	if got, want := content(g.load()), content(begun); !reflect.DeepEqual(got, want) {
		g.Errorf("rewound to\n%v\nnot to\n%v", got, want)
	}
}

// dangling says whether taking an edit back leaves a link or a merged card whose
// other end is gone, as one desk did that had not heard of the other. People are
// told so; to go back in time it has to be as it was.
func (g *game) dangling(e model.Edit) bool {
	b := g.load()
	back := inverse(b, e)
	back.Seq = b.Seq + 1
	b.Apply(back)
	gone := func(id model.ID) bool { _, ok := b.Card(id); return !ok }
	return slices.ContainsFunc(b.Entities(), func(e model.Entity) bool {
		switch e := e.(type) {
		case model.Link:
			return gone(e.From) || gone(e.To)
		case model.Card:
			return e.Into != "" && gone(e.Into)
		case model.Picture:
			return gone(e.Card)
		case model.Ballot:
			return b.Get(model.Ref{Kind: model.KindRound, ID: e.Round}) == nil
		}
		return false
	})
}

// inverse is the edit that takes back the last one on a board.
func inverse(b *model.Board, e model.Edit) model.Edit {
	inv := e.Inverse()
	for i, c := range inv.Changes {
		inv.Changes[i].Before = b.Get(c.Ref())
	}
	return inv
}

// content is what a board holds, without revisions.
func content(b *model.Board) map[model.Ref]model.Entity {
	out := map[model.Ref]model.Entity{}
	for _, e := range b.Entities() {
		out[e.Ref()] = e.At(0)
	}
	return out
}

func has(cards []model.Card, id model.ID) bool {
	return slices.ContainsFunc(cards, func(c model.Card) bool { return c.ID == id })
}

// reread sends an edit to a file and back, as a restart does.
func reread(t *testing.T, e model.Edit) model.Edit {
	t.Helper()
	data, err := json.Marshal(e.Changes)
	if err != nil {
		t.Fatal(err)
	}
	e.Changes = nil
	if err := json.Unmarshal(data, &e.Changes); err != nil {
		t.Fatal(err)
	}
	return e.Stamped(e.Seq, e.At)
}
