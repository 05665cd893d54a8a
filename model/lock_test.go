package model

import (
	"errors"
	"strings"
	"testing"
)

func TestALockOpensWithItsPINAlone(t *testing.T) {
	l, err := NewLock("0704")
	if err != nil {
		t.Fatal(err)
	}
	if !l.Opens("0704") || l.Opens("0705") || l.Opens("704") || l.Opens("") || (Lock{}).Opens("") {
		t.Error("it opens with another PIN, or not with its own")
	}
	for _, pin := range []string{"", "123", strings.Repeat("1", 5000), "🐟🐟🐟🐟", "åtta", "12 34", "-1234", "١٢٣٤"} {
		if _, err := NewLock(pin); !errors.Is(err, ErrPIN) {
			t.Errorf("a PIN of %d bytes, %.20q: %v", len(pin), pin, err)
		}
	}
}

// The lock is not among what undo takes back.
func TestTheLockIsSetAndTakenAway(t *testing.T) {
	b := newBench(t)
	h := &History{Desk: "desk-a"}
	h.Note(b.do(b.SetLock(Lock{Salt: []byte("s"), Hash: []byte("h"), Rounds: 1})))
	if !b.Lock().Set() {
		t.Error("there is no lock")
	}
	h.Note(b.do(b.SetLock(Lock{})))
	if b.Lock().Set() {
		t.Error("the lock is there still")
	}
	if e, err := b.SetLock(Lock{}); err != nil || !e.Empty() {
		t.Errorf("taking no lock away is %v, %v", e, err)
	}
	if _, can := h.Undo(); can {
		t.Error("the lock can be undone")
	}
}
