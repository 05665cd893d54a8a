package model

import (
	"context"
	"errors"
	"time"
)

// A Store keeps the Edits of one race in one order and tells every desk about
// them. All methods may be called from any goroutine.
type Store interface {
	// Load returns the whole race as it stands. The caller owns the board.
	Load(ctx context.Context) (*Board, error)
	// Commit stores e, all of it or none, and returns it stamped with Seq and At.
	// It returns ErrConflict where a Before is no longer current, ErrOffline where
	// the store is out of reach and nothing of e is stored, ErrUnsure where it could
	// not be found out before ctx ended, and an error where e is empty. At is never
	// before that of the Edit before it.
	Commit(ctx context.Context, e Edit) (Edit, error)
	// Edits returns every Edit after seq, in order.
	Edits(ctx context.Context, after int64) ([]Edit, error)
	// Follow delivers every Edit after seq, in order and once, until ctx ends
	// (then it returns ctx's error) or the store is lost for good. Where it is out
	// of reach for a time, that is delivered as an error, without edits, and Follow
	// goes on trying: the next delivery without an error says that it is back, and
	// brings what was missed, perhaps nothing.
	Follow(ctx context.Context, after int64, deliver func([]Edit, error)) error
	// Now is the store's clock, the one that counts for At and for the race.
	Now(ctx context.Context) (time.Time, error)
	// Close ends the use of the store.
	Close() error
}

// What can go wrong with a race, told apart by value and worded in package ui.
var (
	ErrConflict  = errors.New("changed at another desk")
	ErrGone      = errors.New("no longer there")
	ErrNoTitle   = errors.New("no title")
	ErrNoMeaning = errors.New("this move means nothing")
	ErrExists    = errors.New("already there")
	ErrMissing   = errors.New("no such race")
	ErrNotRace   = errors.New("not a race")
	ErrDamaged   = errors.New("damaged")
	ErrNewer     = errors.New("made by a newer version")
	ErrReadOnly  = errors.New("cannot be written")
	ErrNoFolder  = errors.New("no such folder")
	ErrNotFile   = errors.New("not a file")
	ErrFull      = errors.New("no space left")
	ErrBusy      = errors.New("in use and not answering")
	ErrLost      = errors.New("lost")
	ErrTooLong   = errors.New("too long")
	ErrTooMany   = errors.New("too many")
	ErrTooLarge  = errors.New("too large")
	ErrNoPicture = errors.New("not a picture")
	ErrHeavy     = errors.New("more than can be attached")
	ErrNoPDF     = errors.New("not a PDF that can be read")
	ErrEncrypted = errors.New("encrypted")
	ErrSpent     = errors.New("no dots left")
	ErrShown     = errors.New("already shown")
	ErrCrowded   = errors.New("no room for more")
	ErrNoLength  = errors.New("no length of time")
	ErrTooFar    = errors.New("longer than a race can be")
	ErrNobody    = errors.New("nobody there")
	ErrOffline   = errors.New("out of reach")
	ErrUnsure    = errors.New("stored or not, nobody knows")
	ErrNotLetIn  = errors.New("not let in")
	ErrAddress   = errors.New("not an address")
	ErrNetwork   = errors.New("on a network drive")
	ErrLength    = errors.New("no length for a race")
	ErrOver      = errors.New("too long for the text of overtime")
	ErrMoments   = errors.New("not before the end in this order")
)
