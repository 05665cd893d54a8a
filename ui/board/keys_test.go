package board_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"racedesk/model"
)

// key presses a key as the toolkit tells it: the focused thing has it first.
func (b *table) key(names ...fyne.KeyName) {
	for _, name := range names {
		if focused := b.window.Canvas().Focused(); focused != nil {
			focused.TypedKey(&fyne.KeyEvent{Name: name})
		} else {
			b.view.Key(name)
		}
	}
}

const (
	left, right, up, down = fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown
	enter, escape         = fyne.KeyReturn, fyne.KeyEscape
)

// opens says which card the keys are on, by opening it.
func (b *table) opens(what, id string) {
	b.Helper()
	b.key(enter)
	b.wants(what, "open "+id)
}

// newKeyed lays the problems in two sub-columns: a b, c d. Beside them lie r over
// s, and x over y.
func newKeyed(t *testing.T) *table {
	b := newTable(t)
	if b.card("a").pos.X != b.card("c").pos.X || b.card("r").pos.X != b.card("s").pos.X {
		t.Fatalf("the problems lie at %v and %v", b.card("a").pos, b.card("c").pos)
	}
	return b
}

func TestArrowsWalk(t *testing.T) {
	b := newKeyed(t)
	b.key(enter)
	b.wants("before the keys are on the board")
	for _, step := range []struct {
		keys []fyne.KeyName
		on   string
	}{
		{[]fyne.KeyName{down}, "a"}, // the first arrow only shows where the keys are
		{[]fyne.KeyName{right}, "b"},
		{[]fyne.KeyName{left}, "a"},
		{[]fyne.KeyName{left}, "a"},
		{[]fyne.KeyName{up}, "a"},
		{[]fyne.KeyName{down}, "c"},
		{[]fyne.KeyName{down}, "c"},
		{[]fyne.KeyName{up, right}, "b"},
		{[]fyne.KeyName{down}, "d"},
		{[]fyne.KeyName{right}, "s"}, // at the same height
		{[]fyne.KeyName{right}, "y"},
		{[]fyne.KeyName{right}, "y"},
		{[]fyne.KeyName{left, up}, "r"},
		{[]fyne.KeyName{left}, "b"},
		{[]fyne.KeyName{fyne.KeyEnd}, "d"},
		{[]fyne.KeyName{fyne.KeyHome}, "a"},
		{[]fyne.KeyName{fyne.KeyPageDown}, "d"},
		{[]fyne.KeyName{fyne.KeyPageUp}, "a"},
	} {
		b.key(step.keys...)
		b.opens(string(step.keys[len(step.keys)-1]), step.on)
	}
	b.commits(b.board.Park("d", true))
	b.key(right, down)
	b.opens("down, where the last row is shorter", "c")
}

func TestKeysVote(t *testing.T) {
	b := newKeyed(t)
	b.key(down, right)
	for _, r := range "+-x" {
		b.window.Canvas().Focused().TypedRune(r)
	}
	b.wants("typed", "vote b +1", "vote b -1")
}

// The board answers each wish, as the desk does.
func (b *table) shifts(name fyne.KeyName, want string) {
	b.Helper()
	b.view.Shift(name)
	if want == "" {
		b.wants("shifted")
		return
	}
	b.wants("shifted", want)
}

func TestCtrlArrowsMoveTheCard(t *testing.T) {
	b := newKeyed(t)
	b.shifts(down, "") // only shows where the keys are
	b.shifts(right, `move a before "c"`)
	b.commits(b.board.Move("a", "c"))
	b.opens("moved", "a")
	b.shifts(down, `move a before ""`)
	b.commits(b.board.Move("a", ""))
	b.shifts(down, "")
	b.shifts(up, `move a before "c"`)
	b.shifts(left, `move a before "d"`)
	b.key(left)
	b.opens("beside it", "d")
	b.shifts(down, "") // the last row
	if got := b.in(model.Problem); got != "bcda" {
		t.Errorf("the problems lie as %s", got)
	}
}

func TestKeysTakeACardOn(t *testing.T) {
	b := newKeyed(t)
	b.key(down)
	b.view.Shift(enter)
	b.sees("taken up", "Drop: belongs to Card r", 1)
	b.key(down)
	b.sees("one on", "Drop: belongs to Card s", 1)
	b.key(right, down, down)
	b.sees("behind the last", "Drop: new project", 1)
	b.key(enter)
	b.wants("dropped", `promote a before ""`)
	b.view.Waiting(false, "a")

	b.view.Shift(enter)
	b.key(down, up, enter)
	b.wants("dropped on the first", "join a to r")
	b.view.Waiting(false, "a")

	for name, end := range map[string]func(){
		"Escape":           func() { b.key(escape) },
		"back":             func() { b.key(left) },
		"the keys go away": func() { b.window.Canvas().Unfocus() },
	} {
		b.view.Shift(enter)
		end()
		b.sees(name, "Drop: belongs to Card r", 0)
		b.wants(name)
		b.key(down) // shows where the keys are, or goes down
		b.key(fyne.KeyHome)
	}
}

// What the keys carry falls back like what a finger carries, and the keys go on.
func TestCarriedByKeysFallsBack(t *testing.T) {
	for name, end := range map[string]func(b *table){
		"changed elsewhere": func(b *table) { b.commits(b.board.Vote("a", 1)) },
		"the window left":   func(b *table) { b.view.Cancel() },
	} {
		b := newKeyed(t)
		b.key(down)
		b.view.Shift(enter)
		end(b)
		b.sees(name, "Drop: belongs to Card r", 0)
		b.key(down, enter)
		b.wants(name, "open c")
		b.view.Shift(up)
		b.wants(name, `move c before "a"`)
	}
}

// What others do meanwhile does not move the aim elsewhere than it shows.
func TestCarriedByKeysAmongOthersEdits(t *testing.T) {
	b := newKeyed(t)
	b.key(down)
	b.view.Shift(enter)
	b.commits(b.board.Add(model.Card{ID: "new", Stage: model.Project, Title: "New"}, "r"))
	b.sees("one came before", "Drop: belongs to New", 1)
	b.key(down, enter)
	b.wants("dropped", "join a to r")
}

// From the right edge an arrow leads on as well; a project goes into a product or to a
// new one, and one that has its own stays.
func TestKeysTakeProjectsOn(t *testing.T) {
	b := newKeyed(t)
	b.key(down, right, right)
	b.opens("beside the problems", "r")
	b.view.Shift(enter)
	b.sees("taken up", "Drop: belongs to Card x", 1)
	b.key(down, down)
	b.sees("behind the last", "Drop: new product", 1)
	b.key(enter)
	b.wants("dropped", `promote r before ""`)
	b.view.Waiting(false, "r")
	b.key(down)
	b.view.Shift(right)
	b.opens("has its product", "s")
	b.key(right)
	b.view.Shift(enter)
	b.opens("a product has nowhere to go", "y")
	b.key(left, left)
	b.view.Shift(right)
	b.sees("over the edge", "Drop: belongs to Card s", 1)
	b.key(escape)
}

// The keys stay on their card wherever it goes, and where it leaves the column,
// on the one that takes its place.
func TestKeysFollowTheirCard(t *testing.T) {
	b := newKeyed(t)
	b.key(down, right)
	b.commits(b.board.Move("b", ""))
	b.opens("moved elsewhere", "b")
	b.commits(b.board.Move("b", "c"))
	b.commits(b.board.Join("b", "s"))
	b.opens("gone on", "c")
	b.view.Filter(model.Filter{Query: "nothing is called so"})
	b.key(enter)
	b.view.Filter(model.Filter{Query: ""})
	b.wants("nothing there")
	b.key(down, fyne.KeyHome)
	b.opens("all again", "a")
}

// A card out of view comes into view with the keys.
func TestKeysBringIntoView(t *testing.T) {
	b := newTable(t, crowd(300)...)
	b.key(down, fyne.KeyEnd)
	b.opens("the last", "n00299")
	if !slices.Contains(b.inView(), "n00299") {
		t.Error("the last card is not in view")
	}
	b.wheel(9000)
	b.key(up)
	b.opens("a row up", "n00297")
	if !slices.Contains(b.inView(), "n00297") {
		t.Error("it is not in view")
	}
}

// While the keys are elsewhere, nothing scrolls to the card where they were.
func TestColumnStaysWhileTheKeysAreElsewhere(t *testing.T) {
	b := newTable(t, crowd(300)...)
	b.press(b.card("a").middle())
	b.release()
	b.wants("tapped", "open a")
	b.wheel(-5000)
	at := b.view.Scrolled()
	b.commits(b.board.Join("a", "s"))
	if got := b.view.Scrolled(); got != at {
		t.Errorf("it scrolls from %v to %v", at, got)
	}
}

// What means nothing on the board is handed on.
func TestOtherKeysAreHandedOn(t *testing.T) {
	b := newKeyed(t)
	b.key(down, fyne.KeyF1, escape)
	b.wants("handed on", "key F1", "key Escape")
}

// Where the keys are is to be seen.
func TestTheFocusIsSeen(t *testing.T) {
	b := newKeyed(t)
	if id := b.view.Ringed(); id != "" {
		t.Errorf("before, %s has a ring", id)
	}
	b.key(down, right)
	if id := b.view.Ringed(); id != "b" {
		t.Errorf("on b, %q has a ring", id)
	}
	b.key(right)
	if id := b.view.Ringed(); id != "r" {
		t.Errorf("on r, %q has a ring", id)
	}
	b.window.Canvas().Unfocus()
	if id := b.view.Ringed(); id != "" {
		t.Errorf("left, %s has a ring", id)
	}
}
