package model

import (
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
	"strings"
)

// A Lock keeps the controls of a race for those who know its PIN, of which it holds
// a slow salted hash. Without a hash there is no lock.
type Lock struct {
	Rev    int64  `json:"-"`
	Salt   []byte `json:"salt"`
	Hash   []byte `json:"hash"`
	Rounds int    `json:"rounds"` // of PBKDF2 with SHA-256
}

// LockRef points at the one Lock of a board.
var LockRef = Ref{KindLock, "lock"}

// Ref points at the lock.
func (Lock) Ref() Ref { return LockRef }

// Revision is the Seq that last wrote the lock.
func (l Lock) Revision() int64 { return l.Rev }

// At returns the lock as written by the Edit with this Seq.
func (l Lock) At(rev int64) Entity { l.Rev = rev; return l }

// Set says whether there is a lock.
func (l Lock) Set() bool { return len(l.Hash) > 0 }

// How long a PIN is, in digits. Four are what people remember at night; how often one
// may be wrong keeps them from being tried out.
const (
	minPIN = 4
	maxPIN = 100
)

// ErrPIN is returned of a PIN that is too short, too long to be meant, or not of digits.
var ErrPIN = errors.New("not a PIN of some digits")

// IsPIN says whether a lock can be made of a PIN: of digits alone, since those are what
// every desk can write, with keys or a finger.
func IsPIN(pin string) bool {
	return len(pin) >= minPIN && len(pin) <= maxPIN && strings.Trim(pin, "0123456789") == ""
}

// lockRounds takes some tenths of a second.
const lockRounds = 600_000

// NewLock returns the lock of a PIN. It takes its time.
func NewLock(pin string) (Lock, error) {
	if !IsPIN(pin) {
		return Lock{}, fmt.Errorf("lock: %w", ErrPIN)
	}
	l := Lock{Salt: make([]byte, sha256.Size), Rounds: lockRounds}
	_, _ = rand.Read(l.Salt) // it never fails
	hash, err := l.hash(pin)
	if err != nil {
		return Lock{}, fmt.Errorf("lock: %w", err)
	}
	l.Hash = hash
	return l, nil
}

// Opens says whether a PIN is the lock's. It takes its time. That of an older lock may
// have any letters, in the normal form NFC.
func (l Lock) Opens(pin string) bool {
	hash, err := l.hash(pin)
	return err == nil && l.Set() && subtle.ConstantTimeCompare(hash, l.Hash) == 1
}

func (l Lock) hash(pin string) ([]byte, error) {
	return pbkdf2.Key(sha256.New, pin, l.Salt, max(1, min(l.Rounds, 10*lockRounds)), sha256.Size)
}

// Lock returns the race's lock.
func (b *Board) Lock() Lock {
	l, _ := b.entities[LockRef].(Lock)
	return l
}

// SetLock proposes another lock, or none.
func (b *Board) SetLock(l Lock) (Edit, error) {
	old := b.Lock()
	switch {
	case l.Set():
		return b.replace(LabelLock, l), nil
	case old.Set():
		return Edit{Label: LabelUnlock, Changes: []Change{{Before: old}}}, nil
	}
	return Edit{Label: LabelUnlock}, nil
}
