package persist

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"racedesk/model"
)

// An engine makes empty races for the suite. What it returns opens the race at
// one more desk each time it is called.
type engine struct {
	name string
	race func(t *testing.T, clock func() time.Time) func() model.Store
}

// engines are all that claim to be a model.Store.
var engines = []engine{
	{"memory", memoryRace},
	{"sqlite", sqliteRace},
	{"postgres", serverRace()},
	{"postgres without LISTEN", serverRace("listen=off")},
}

func memoryRace(_ *testing.T, clock func() time.Time) func() model.Store {
	m := model.NewMemory(clock)
	return func() model.Store { return m }
}

func sqliteRace(t *testing.T, clock func() time.Time) func() model.Store {
	path := filepath.Join(t.TempDir(), "race.racedesk")
	if err := Create(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	return func() model.Store {
		s := open(t, path)
		s.clock = clock
		return s
	}
}

// promises are what the suite asks of every engine.
var promises = []struct {
	name string
	keep func(t *testing.T, open func() model.Store, clock *handClock)
}{
	{"empty", emptyRace},
	{"commit is stamped and in order", commitStamps},
	{"time does not run backwards", timeRunsOn},
	{"an empty edit is refused", emptyEdit},
	{"stale revision", staleRevision},
	{"created twice", createdTwice},
	{"changed or deleted where nothing is", changedNothing},
	{"all or none", allOrNone},
	{"deleted", deleted},
	{"every kind comes back", everyKind},
	{"the largest pictures", largestPictures},
	{"edits from the middle", editsFromMiddle},
	{"follow from the beginning", followFromBeginning},
	{"follow from the middle", followFromMiddle},
	{"follow another desk", followOtherDesk},
	{"many followers", manyFollowers},
	{"ended context", endedContext},
	{"history survives", historySurvives},
	{"parallel desks leave no gaps", parallelDesks},
	{"parallel votes all count", parallelVotes},
}

func TestConformance(t *testing.T) {
	for _, e := range engines {
		for _, p := range promises {
			t.Run(e.name+"/"+p.name, func(t *testing.T) {
				t.Parallel()
				clock := &handClock{now: time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC)}
				p.keep(t, e.race(t, clock.read), clock)
			})
		}
	}
}

func emptyRace(t *testing.T, open func() model.Store, clock *handClock) {
	s := open()
	b := load(t, s)
	if b.Seq != 0 || len(b.Entities()) != 0 {
		t.Errorf("seq %d, %d entities", b.Seq, len(b.Entities()))
	}
	if edits := history(t, s, 0); len(edits) != 0 {
		t.Errorf("%d edits", len(edits))
	}
	now, err := s.Now(t.Context())
	if err != nil || !now.Equal(clock.read()) {
		t.Errorf("now is %v, %v", now, err)
	}
}

func commitStamps(t *testing.T, open func() model.Store, clock *handClock) {
	s := open()
	for i := range int64(3) {
		at := clock.turn(time.Second + 123456*time.Nanosecond)
		e := commitTo(t, s, model.Edit{Desk: "d1", Label: model.LabelAdd, Undoes: i, Changes: made(card(i))})
		if e.Seq != i+1 || !e.At.Equal(at.Truncate(time.Millisecond)) || e.At.Location() != time.UTC {
			t.Errorf("edit %d: seq %d at %v", i, e.Seq, e.At)
		}
		if e.Desk != "d1" || e.Label != model.LabelAdd || e.Undoes != i {
			t.Errorf("edit %d came back as %+v", i, e)
		}
		if rev := e.Changes[0].After.Revision(); rev != e.Seq {
			t.Errorf("edit %d wrote revision %d", e.Seq, rev)
		}
		stored := history(t, s, i)
		if len(stored) != 1 || !reflect.DeepEqual(stored[0], e) {
			t.Errorf("stored %+v, said %+v", stored, e)
		}
	}
}

func timeRunsOn(t *testing.T, open func() model.Store, clock *handClock) {
	s := open()
	first := commitTo(t, s, model.Edit{Changes: made(card(1))})
	clock.turn(-time.Hour)
	second := commitTo(t, s, model.Edit{Changes: made(card(2))})
	if !second.At.Equal(first.At) {
		t.Errorf("%v after %v", second.At, first.At)
	}
}

func emptyEdit(t *testing.T, open func() model.Store, _ *handClock) {
	s := open()
	if _, err := s.Commit(t.Context(), model.Edit{Label: model.LabelMove}); err == nil {
		t.Error("stored")
	}
	if e := commitTo(t, s, model.Edit{Changes: made(card(1))}); e.Seq != 1 {
		t.Errorf("the next edit is %d", e.Seq)
	}
}

func staleRevision(t *testing.T, open func() model.Store, _ *handClock) {
	s, other := open(), open()
	commitTo(t, s, model.Edit{Changes: made(card(1))})
	here, there := load(t, s), load(t, other)
	commitTo(t, s, vote(t, here, 1))
	refuse(t, other, vote(t, there, 5))
	there = load(t, other)
	commitTo(t, other, vote(t, there, 1))
	if c, _ := load(t, s).Card("c1"); c.Votes != 2 || c.Rev != 3 {
		t.Errorf("%d votes at revision %d", c.Votes, c.Rev)
	}
}

func createdTwice(t *testing.T, open func() model.Store, _ *handClock) {
	s, other := open(), open()
	commitTo(t, s, model.Edit{Changes: made(card(1))})
	refuse(t, other, model.Edit{Changes: made(card(1))})
}

func changedNothing(t *testing.T, open func() model.Store, _ *handClock) {
	s := open()
	refuse(t, s, model.Edit{Changes: []model.Change{{Before: card(1), After: card(1)}}})
	refuse(t, s, model.Edit{Changes: []model.Change{{Before: card(1)}}})
}

func allOrNone(t *testing.T, open func() model.Store, _ *handClock) {
	s := open()
	commitTo(t, s, model.Edit{Changes: made(card(1))})
	before := content(load(t, s))
	refuse(t, s, model.Edit{Changes: append(made(card(2), card(3)), model.Change{After: card(1)})})
	b := load(t, s)
	if !reflect.DeepEqual(content(b), before) || b.Seq != 1 {
		t.Errorf("seq %d: %v", b.Seq, content(b))
	}
	if e := commitTo(t, s, model.Edit{Changes: made(card(2))}); e.Seq != 2 {
		t.Errorf("the next edit is %d", e.Seq)
	}
}

func deleted(t *testing.T, open func() model.Store, _ *handClock) {
	s := open()
	e := commitTo(t, s, model.Edit{Changes: made(card(1), card(2))})
	commitTo(t, s, model.Edit{Changes: []model.Change{{Before: e.Changes[0].After}}})
	b := load(t, s)
	if _, there := b.Card("c1"); there || len(b.Entities()) != 1 {
		t.Errorf("still there: %v", b.Entities())
	}
	refuse(t, s, model.Edit{Changes: []model.Change{{Before: e.Changes[0].After}}})
	commitTo(t, s, model.Edit{Changes: made(card(1))})
}

func everyKind(t *testing.T, open func() model.Store, _ *handClock) {
	s := open()
	applied := model.NewBoard(0, nil)
	for _, changes := range [][]model.Change{made(full(1)...), remade(full(1), full(2), 1)} {
		applied.Apply(commitTo(t, s, model.Edit{Changes: changes}))
		want := content(applied)
		if got := content(load(t, open())); !reflect.DeepEqual(got, want) {
			t.Errorf("loaded\n%+v\nwant\n%+v", got, want)
		}
		replayed := model.NewBoard(0, nil)
		for _, e := range history(t, s, 0) {
			replayed.Apply(e)
		}
		if got := content(replayed); !reflect.DeepEqual(got, want) {
			t.Errorf("replayed\n%+v\nwant\n%+v", got, want)
		}
	}
}

func largestPictures(t *testing.T, open func() model.Store, _ *handClock) {
	s := open()
	commitTo(t, s, model.Edit{Changes: made(card(1))})
	e, err := load(t, s).AddPictures("c1", largest("p"), largest("q"))
	if err != nil {
		t.Fatal(err)
	}
	e = commitTo(t, s, e)
	if got := load(t, open()).Pictures("c1"); len(got) != 2 || !reflect.DeepEqual(got[1].Data, largest("q").Data) {
		t.Errorf("%d pictures", len(got))
	}
	if got := history(t, s, 1); len(got) != 1 || !reflect.DeepEqual(got[0], e) {
		t.Error("the history tells of others")
	}
}

// largest is a picture as large as it may be.
func largest(id model.ID) model.Picture {
	p := model.Picture{ID: id, Width: 1600, Height: 1600, Data: make([]byte, model.MaxPictureSize)}
	for i := range p.Data {
		p.Data[i] = byte(i * i >> 7)
	}
	return p
}

func editsFromMiddle(t *testing.T, open func() model.Store, _ *handClock) {
	s := open()
	for i := range int64(5) {
		commitTo(t, s, model.Edit{Changes: made(card(i))})
	}
	for after, want := range map[int64][]int64{-1: {1, 2, 3, 4, 5}, 0: {1, 2, 3, 4, 5}, 3: {4, 5}, 5: nil, 9: nil} {
		if got := seqs(history(t, s, after)); !slices.Equal(got, want) {
			t.Errorf("after %d: %v", after, got)
		}
	}
}

func followFromBeginning(t *testing.T, open func() model.Store, _ *handClock) {
	s := open()
	var want []model.Edit
	for i := range int64(3) {
		want = append(want, commitTo(t, s, model.Edit{Changes: made(card(i))}))
	}
	heard := follow(t, s, 0)
	for i := range int64(3) {
		want = append(want, commitTo(t, s, model.Edit{Changes: made(card(i + 10))}))
	}
	for _, e := range want {
		if got := next(t, heard); !reflect.DeepEqual(got, e) {
			t.Errorf("heard %+v, want %+v", got, e)
		}
	}
}

func followFromMiddle(t *testing.T, open func() model.Store, _ *handClock) {
	s := open()
	for i := range int64(4) {
		commitTo(t, s, model.Edit{Changes: made(card(i))})
	}
	heard := follow(t, s, 2)
	commitTo(t, s, model.Edit{Changes: made(card(9))})
	for _, want := range []int64{3, 4, 5} {
		if got := next(t, heard); got.Seq != want {
			t.Errorf("heard %d, want %d", got.Seq, want)
		}
	}
}

func followOtherDesk(t *testing.T, open func() model.Store, _ *handClock) {
	here, there := open(), open()
	heardHere, heardThere := follow(t, here, 0), follow(t, there, 0)
	for i := range int64(3) {
		for _, s := range []model.Store{here, there} {
			e := commitTo(t, s, model.Edit{Changes: made(card(10*i + load(t, s).Seq))})
			for _, heard := range []<-chan model.Edit{heardHere, heardThere} {
				if got := next(t, heard); !reflect.DeepEqual(got, e) {
					t.Errorf("heard %+v, want %+v", got, e)
				}
			}
		}
	}
}

func manyFollowers(t *testing.T, open func() model.Store, _ *handClock) {
	s := open()
	var all []<-chan model.Edit
	for range 12 {
		all = append(all, follow(t, s, 0))
	}
	e := commitTo(t, s, model.Edit{Changes: made(card(1))})
	for _, heard := range all {
		if got := next(t, heard); got.Seq != e.Seq {
			t.Errorf("heard %d", got.Seq)
		}
	}
}

func endedContext(t *testing.T, open func() model.Store, _ *handClock) {
	s := open()
	ctx, end := context.WithCancel(t.Context())
	end()
	if _, err := s.Commit(ctx, model.Edit{Changes: made(card(1))}); !errors.Is(err, context.Canceled) {
		t.Errorf("commit: %v", err)
	}
	if err := s.Follow(ctx, 0, func([]model.Edit, error) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("follow: %v", err)
	}
	if e := commitTo(t, s, model.Edit{Changes: made(card(1))}); e.Seq != 1 {
		t.Errorf("the next edit is %d", e.Seq)
	}
}

func historySurvives(t *testing.T, open func() model.Store, _ *handClock) {
	s := open()
	commitTo(t, s, model.Edit{Desk: "d1", Label: model.LabelAdd, Changes: made(card(1))})
	commitTo(t, s, vote(t, load(t, s), 1))
	was, edits := content(load(t, s)), history(t, s, 0)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open()
	if got := content(load(t, s)); !reflect.DeepEqual(got, was) {
		t.Errorf("loaded %+v, want %+v", got, was)
	}
	got := history(t, s, 0)
	for i := range got {
		if a, b := got[i], edits[i]; a.Seq != b.Seq || !a.At.Equal(b.At) || a.Desk != b.Desk || a.Label != b.Label {
			t.Errorf("edit %+v, want %+v", a, b)
		}
	}
	if e := commitTo(t, s, vote(t, load(t, s), 1)); e.Seq != 3 {
		t.Errorf("the next edit is %d", e.Seq)
	}
}

func parallelDesks(t *testing.T, open func() model.Store, _ *handClock) {
	const desks, each = 4, 15
	stores := []model.Store{open(), open()}
	heard := follow(t, stores[0], 0)
	var wg sync.WaitGroup
	for d := range int64(desks) {
		wg.Go(func() {
			for i := range int64(each) {
				commitTo(t, stores[d%2], model.Edit{Desk: model.DeskID(fmt.Sprint(d)), Changes: made(card(1000*d + i))})
			}
		})
	}
	wg.Wait()
	for want := range int64(desks * each) {
		if got := next(t, heard); got.Seq != want+1 {
			t.Fatalf("heard %d, want %d", got.Seq, want+1)
		}
	}
	if b := load(t, stores[1]); b.Seq != desks*each || len(b.Entities()) != desks*each {
		t.Errorf("seq %d, %d cards", b.Seq, len(b.Entities()))
	}
}

func parallelVotes(t *testing.T, open func() model.Store, _ *handClock) {
	const desks, each = 3, 8
	stores := []model.Store{open(), open()}
	commitTo(t, stores[0], model.Edit{Changes: made(card(1))})
	var wg sync.WaitGroup
	for d := range desks {
		wg.Go(func() {
			s := stores[d%2]
			for n := 0; n < each; {
				_, err := s.Commit(t.Context(), vote(t, load(t, s), 1))
				switch {
				case err == nil:
					n++
				case !errors.Is(err, model.ErrConflict):
					t.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	b := load(t, stores[0])
	if c, _ := b.Card("c1"); c.Votes != desks*each || b.Seq != desks*each+1 {
		t.Errorf("%d votes, seq %d", c.Votes, b.Seq)
	}
}
