package board_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"racedesk/model"
	"racedesk/ui/board"
)

// tap taps a card in its middle.
func (b *table) tap(id string) {
	b.Helper()
	b.press(b.card(id).middle())
	b.release()
}

// chose says which cards must be chosen, in their order.
func (b *table) chose(what, ids string) {
	b.Helper()
	if got, on := b.view.Selected(); list(got) != ids || !on {
		b.Errorf("%s: chosen are %q (%v), want %q", what, list(got), on, ids)
	}
}

func TestTapsChoose(t *testing.T) {
	b := newTable(t)
	b.view.Poll(board.Poll{Round: "one", Voter: "u"})
	more := b.spot("more", "problem", "b").middle()
	b.view.Poll(board.Poll{})
	b.view.Select(true)
	b.tap("c")
	b.tap("a")
	b.chose("tapped", "c a")
	b.press(more)
	b.release()
	b.chose("tapped where the votes are", "c a b")
	b.tap("a")
	b.chose("tapped again", "c b")
	b.wants("while cards are chosen")
	b.view.Select(false)
	b.tap("a")
	b.wants("after that", "open a")
	if ids, on := b.view.Selected(); len(ids) > 0 || on {
		t.Errorf("%q stay chosen", list(ids))
	}
}

func TestKeysHeldWhileTapping(t *testing.T) {
	b := newTable(t)
	b.keys = fyne.KeyModifierShortcutDefault
	b.tap("d")
	b.chose("Ctrl", "d")
	b.keys = fyne.KeyModifierShift
	b.tap("b")
	b.chose("Shift, upwards", "d b c")
	b.tap("y")
	b.chose("Shift, in another column", "d b c y")
	b.tap("x")
	b.chose("Shift, from there", "d b c y x")
	b.wants("all the while")
}

func TestKeysChoose(t *testing.T) {
	b := newKeyed(t)
	b.key(down, right, fyne.KeySpace)
	b.wants("Space, when nothing is chosen", "open b")
	b.view.Select(true)
	b.key(fyne.KeySpace, down, fyne.KeySpace)
	b.chose("Space", "b d")
	b.view.SelectColumn()
	b.chose("all of the column", "b d a c")
	b.key(fyne.KeySpace)
	b.chose("Space again", "b a c")
	b.wants("all the while")
}

// What leaves the board at another desk is not chosen any more.
func TestCardsThatLeaveAreNotChosen(t *testing.T) {
	b := newTable(t)
	b.view.Select(true)
	for _, id := range []string{"a", "b", "c", "d", "s"} {
		b.tap(id)
	}
	b.commits(b.board.Park("a", true))
	b.chose("parked", "b c d s")
	b.commits(b.board.Merge("b", "c"))
	b.chose("merged", "b d s")
	b.commits(b.board.Remove("d"))
	b.chose("removed", "b s")
	b.view.Filter(model.Filter{Query: "no such words"})
	b.chose("not shown for a while", "b s")
}

// A chosen card takes the others of its stage along, in the order of the choice.
func TestChosenCardsAreCarriedTogether(t *testing.T) {
	for name, c := range map[string]struct {
		to   func(*table) fyne.Position
		hint string
		asks string
	}{
		"within the column": {func(b *table) fyne.Position { return b.card("d").middle() }, "", `move c a before ""`},
		"into a project": {func(b *table) fyne.Position { return b.card("s").middle() },
			"Drop: 2 problems belong to Card s", "join c a to s"},
		"to a new project": {func(b *table) fyne.Position { return low(b.column(model.Project)) },
			"Drop: new project of 2 problems", `promote c a before ""`},
	} {
		t.Run(name, func(t *testing.T) {
			b := newTable(t)
			b.view.Select(true)
			b.tap("c")
			b.tap("r")
			b.tap("a")
			b.press(b.card("a").middle())
			to := c.to(b)
			b.move(b.at.AddXY(40, 0))
			b.move(to)
			if c.hint != "" {
				b.sees("over it", c.hint, 1)
			}
			b.release()
			b.wants("dropped", c.asks)
		})
	}
}

// One that is not chosen goes alone, and what can have no more is no target.
func TestCarryingBesideTheChoice(t *testing.T) {
	b := newTable(t)
	b.view.Select(true)
	b.tap("a")
	b.tap("b")
	b.press(b.card("d").middle())
	b.move(b.at.AddXY(40, 0))
	b.move(b.card("s").middle())
	b.release()
	b.wants("not chosen", "join d to s")
	b.view.Waiting(false, "d")
	b.commits(b.board.JoinAll([]model.ID{"a", "b"}, "r"))
	b.view.ShowGone(true)
	b.press(b.card("a").middle())
	b.move(b.at.AddXY(40, 0))
	b.move(b.card("r").middle())
	b.release()
	b.wants("they are in it already", "say Belongs there already")
}
