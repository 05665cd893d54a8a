package model_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"racedesk/model"
)

func put(t *testing.T, m *model.Memory, id model.ID) model.Edit {
	t.Helper()
	b, err := m.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	e, err := b.Add(model.Card{ID: id, Stage: model.Problem, Title: string(id)}, "")
	if err != nil {
		t.Fatal(err)
	}
	if e, err = m.Commit(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	return e
}

func TestMemoryIsFollowed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := model.NewMemory(noon)
		for _, id := range []model.ID{"a", "b", "c"} {
			put(t, m, id)
		}
		ctx, stop := context.WithCancel(t.Context())
		var seen []int64
		ended := make(chan error, 1)
		go func() {
			ended <- m.Follow(ctx, 1, func(edits []model.Edit, _ error) {
				for _, e := range edits {
					seen = append(seen, e.Seq)
				}
			})
		}()
		synctest.Wait()
		put(t, m, "d")
		synctest.Wait()
		put(t, m, "e")
		synctest.Wait()
		stop()
		if err := <-ended; !errors.Is(err, context.Canceled) || len(seen) != 4 || seen[0] != 2 || seen[3] != 5 {
			t.Errorf("followed %v until %v, want 2 to 5 until cancelled", seen, err)
		}
	})
}

func TestMemoryTurnsNoTimeAround(t *testing.T) {
	at := noon()
	m := model.NewMemory(func() time.Time { return at })
	first := put(t, m, "a")
	at = at.Add(-time.Hour)
	if second := put(t, m, "b"); second.At.Before(first.At) {
		t.Errorf("the second edit is of %v, before the first of %v", second.At, first.At)
	}
	if now, err := m.Now(t.Context()); err != nil || !now.Equal(at) {
		t.Errorf("now is %v, %v; want %v", now, err, at)
	}
}

func TestMemoryRefuses(t *testing.T) {
	m := model.NewMemory(noon)
	over, stop := context.WithCancel(t.Context())
	stop()
	e := put(t, m, "a")
	if _, err := m.Commit(over, model.Edit{Changes: []model.Change{{Before: e.Changes[0].After}}}); !errors.Is(err, context.Canceled) {
		t.Errorf("a commit that was called off: %v", err)
	}
	if _, err := m.Commit(t.Context(), model.Edit{Label: "x"}); err == nil {
		t.Error("an edit that changes nothing is stored")
	}
	if _, err := m.Commit(t.Context(), model.Edit{Changes: []model.Change{{After: e.Changes[0].After}}}); !errors.Is(err, model.ErrConflict) {
		t.Errorf("a card that is there already: %v", err)
	}
	if edits, err := m.Edits(t.Context(), 99); err != nil || len(edits) != 0 {
		t.Errorf("after the last edit: %v, %v", edits, err)
	}
	if edits, err := m.Edits(t.Context(), -5); err != nil || len(edits) != 1 {
		t.Errorf("from before the first edit: %v, %v", edits, err)
	}
	if err := m.Close(); err != nil {
		t.Error(err)
	}
}

func TestPeople(t *testing.T) {
	b := model.NewBoard(1, []model.Entity{
		model.Person{ID: "1", Name: "Bo", Role: model.Designer, Order: 2}, model.Person{ID: "2", Name: "Ann", Role: model.Designer, Order: 1},
		model.Person{ID: "4", Name: "Eve", Role: model.Designer, Order: 2}, model.Person{ID: "3", Name: "Cy", Role: model.Expert},
	})
	names := ""
	for _, p := range b.People(model.Designer) {
		names += p.Name + " "
	}
	if names != "Ann Bo Eve " {
		t.Errorf("designers are %q", names)
	}
	for want, c := range map[string]model.Card{"": {}, "Ann": {Leader: "Ann"}, "Bo Cy": {Designers: []string{"Bo", "Cy"}},
		"Ann Bo": {Leader: "Ann", Designers: []string{"Bo"}}} {
		got := ""
		for i, p := range c.People() {
			if i > 0 {
				got += " "
			}
			got += p
		}
		if got != want {
			t.Errorf("people of the card are %q, want %q", got, want)
		}
	}
}
