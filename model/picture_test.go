package model

import (
	"slices"
	"testing"
)

// shown names the pictures of a card.
func (b *bench) shown(card ID) (s string) {
	for _, p := range b.Pictures(card) {
		s += string(p.ID) + " "
	}
	return s
}

func TestPicturesOfACard(t *testing.T) {
	b := newBench(t)
	b.add(Product, "a")
	b.add(Product, "b")
	b.do(b.AddPictures("a", Picture{ID: "z", Data: []byte("1")}, Picture{ID: "y", Data: []byte("2")}))
	b.do(b.AddPictures("b", Picture{ID: "w"}))
	b.do(b.AddPictures("a", Picture{ID: "x"}))
	b.equal("pictures of a", b.shown("a"), "z y x ")
	gone := b.do(b.RemovePicture("y"))
	b.equal("without y", b.shown("a"), "z x ")
	b.do(b.Revert(gone))
	b.equal("y is back", b.shown("a"), "z y x ")
	first := b.do(b.LeadPicture("x"))
	b.equal("x leads", b.shown("a"), "x z y ")
	if again, err := b.LeadPicture("x"); err != nil || !again.Empty() {
		t.Errorf("x leads twice: %v, %v", again.Label, err)
	}
	b.do(b.Revert(first))
	b.equal("x does not", b.shown("a"), "z y x ")
	b.equal("pictures of b", b.shown("b"), "w ")
	if c := b.Clone().Pictures("a")[0]; &c.Data[0] != &b.Pictures("a")[0].Data[0] {
		t.Error("a clone has bytes of its own")
	}
}

func TestPicturesThatDoNotFit(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "a")
	_, err := b.AddPictures("ghost", Picture{})
	b.fails("of a card that is gone", err, ErrGone)
	_, err = b.RemovePicture("ghost")
	b.fails("a picture that is gone", err, ErrGone)
	_, err = b.LeadPicture("ghost")
	b.fails("lead with one that is gone", err, ErrGone)
	_, err = b.AddPictures("a", Picture{Data: make([]byte, MaxPictureSize+1)})
	b.fails("a huge one", err, ErrTooLarge)
	b.do(b.AddPictures("a", make([]Picture, MaxPictures)...))
	_, err = b.AddPictures("a", Picture{})
	b.fails("one more", err, ErrTooMany)
}

func TestPicturesGoWithTheirCard(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "a")
	b.add(Problem, "b")
	b.do(b.AddPictures("a", Picture{ID: "pa"}))
	b.do(b.AddPictures("b", Picture{ID: "pb"}))
	before := content(b.Board)
	merged := b.do(b.Merge("a", "b"))
	b.equal("of both", b.shown("a"), "pa pb ")
	gone := b.do(b.Remove("a"))
	b.equal("what is left", len(b.Entities()), 0)
	b.do(b.Revert(gone))
	b.equal("back", b.shown("a"), "pa pb ")
	b.do(b.Revert(merged))
	b.equal("apart", b.shown("a")+"| "+b.shown("b"), "pa | pb ")
	b.equal("as before", len(content(b.Board)), len(before))
}

// The other desk's picture would be left without its card.
func TestACardWithSomebodysPictureIsNotUndone(t *testing.T) {
	b := newBench(t)
	added := b.do(b.Add(Card{ID: "a", Stage: Product, Title: "A"}, ""))
	pictured := b.do(b.AddPictures("a", Picture{ID: "p"}))
	_, err := b.Revert(added)
	b.fails("undo of the card", err, ErrConflict)
	b.do(b.Revert(pictured))
	b.do(b.Revert(added))
	_, err = b.Revert(b.do(b.Add(Card{ID: "c", Stage: Product, Title: "C"}, "")))
	if err != nil {
		t.Error(err)
	}
	again := pictured
	again.Changes = []Change{{Before: Picture{ID: "p", Card: "a"}}}
	_, err = b.Revert(again)
	b.fails("a picture back without its card", err, ErrConflict)
}

func TestTheHistoryTellsOfPictures(t *testing.T) {
	b := newBench(t)
	b.add(Product, "a")
	b.do(b.AddPictures("a", Picture{ID: "p"}))
	b.do(b.RemovePicture("p"))
	edits, _ := b.store.Edits(t.Context(), 1)
	events := CardHistory(edits, "a")
	if len(events) != 2 || !slices.Equal(events[1].Fields, []string{FieldPictures}) {
		t.Errorf("%+v", events)
	}
}
