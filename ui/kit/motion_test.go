package kit_test

import (
	"slices"
	"testing"

	"racedesk/ui/kit"
)

// Where people want nothing to move, what would have moved is at its end at once.
func TestNothingMovesWhereThatIsWanted(t *testing.T) {
	kit.Still.Store(true)
	t.Cleanup(func() { kit.Still.Store(false) })
	var shares []float32
	ended := false
	if a := kit.Animate(kit.Settle, func(share float32) { shares = append(shares, share) }, func() { ended = true }); a != nil {
		t.Error("there is an animation")
	}
	if !slices.Equal(shares, []float32{1}) || !ended {
		t.Errorf("it was at %v, ended %v", shares, ended)
	}
}
