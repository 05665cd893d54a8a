package board_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"racedesk/model"
)

// newLaned is a table in lanes of three groups: a and b, and the projects r and s,
// are of g; c is of h and i; d of none.
func newLaned(t testing.TB, more ...model.Entity) *table {
	b := newTable(t, append(more, model.Group{ID: "g", Name: "Girls", Order: 1}, model.Group{ID: "h", Name: "Herders", Order: 2},
		model.Group{ID: "i", Name: "Islanders", Order: 3})...)
	for id, groups := range map[model.ID][]model.ID{"a": {"g"}, "b": {"g"}, "c": {"h", "i"}, "r": {"g"}, "s": {"g", "h"}} {
		c, _ := b.board.Card(id)
		c.Groups = groups
		b.commits(b.board.Write(c))
	}
	b.view.Lanes(true)
	b.window.Resize(fyne.NewSize(1440, 1800)) // to see them all
	return b
}

// head is where the head of a lane stands in a column.
func (b *table) head(group string, stage model.Stage) fyne.Position {
	b.Helper()
	return b.spot("lane", string(stage), group).pos
}

// Lanes are at the same height in all columns, and hold the cards of their group.
func TestLanesAcrossTheColumns(t *testing.T) {
	b := newLaned(t)
	if got := b.in(model.Problem) + " " + b.in(model.Project); got != "abcd rs" {
		t.Errorf("the lanes hold %q", got)
	}
	last := float32(0)
	for _, name := range []string{"g", "h", "i", "-"} {
		y := b.head(name, model.Problem).Y
		if y <= last || b.head(name, model.Project).Y != y || b.head(name, model.Product).Y != y {
			t.Errorf("the lane %s is at %v, the one before at %v", name, y, last)
		}
		last = y
	}
	for id, lane := range map[string]string{"a": "g", "b": "g", "r": "g", "c": "h"} {
		if y := b.card(id).pos.Y - b.head(lane, model.Problem).Y; y < 20 || y > 60 {
			t.Errorf("card %s lies %v beneath the head of %s", id, y, lane)
		}
	}
	b.view.Filter(model.Filter{Groups: []model.ID{"i"}})
	if y := b.card("c").pos.Y - b.head("i", model.Problem).Y; y < 20 || y > 60 {
		t.Errorf("of the islanders alone, c lies %v beneath their head", y)
	}
	b.view.Filter(model.Filter{})
	b.view.Lanes(false)
	b.sees("no lanes", "Islanders", 0)
	if got := b.in(model.Problem); got != "abcd" {
		t.Errorf("without lanes the problems are %q", got)
	}
}

// A card of two groups lies in one lane; the head of the other counts it too.
func TestLaneHeadsCountWhatIsShared(t *testing.T) {
	b := newLaned(t)
	b.sees("of the islanders, and of the herders in the projects", "0 (+1 shared)", 2)
}

// A head that the next one pushes out of view says nothing any more.
func TestAHeadThatGoesLeavesNoCrumbs(t *testing.T) {
	b := newLaned(t)
	first, gone, next := b.head("g", model.Problem).Y, b.head("i", model.Problem).Y, b.head("-", model.Problem).Y
	b.window.Resize(fyne.NewSize(1440, 400))
	for _, c := range []struct {
		to    float32
		times int
	}{{gone - first, 3}, {next - 40 - first, 3}, {next - 24 - first, 0}, {gone - first, 3}} {
		b.wheel((b.view.Scrolled() - c.to) / 2)
		b.sees("of the islanders", "Islanders", c.times)
	}
}

// What is dropped in another lane is for that one's group instead; before a card and
// behind the last one is where it stands in its column.
func TestDragIntoAnotherLane(t *testing.T) {
	b := newLaned(t)
	b.carry("a", b.card("c").middle())
	b.sees("over a card of the herders", "Drop: for Herders instead of Girls", 1)
	b.release()
	b.wants("dropped", `move a before "c" [h]`)
	b.view.Waiting(false, "a")
	b.drag("a", b.card("c").middle().AddXY(230, 0))
	b.wants("dropped behind the last herder", `move a before "d" [h]`)
	b.view.Waiting(false, "a")
	b.drag("c", b.card("d").middle())
	b.wants("dropped among those of none", `move c before "d" []`)
	b.view.Waiting(false, "c")
	b.drag("c", b.head("i", model.Problem).AddXY(20, 60))
	b.wants("dropped in an empty lane", `move c before "c" [i]`)
	b.view.Waiting(false, "c")
	b.drag("d", b.card("b").middle())
	b.wants("dropped without a group before", `move d before "b" [g]`)
	b.view.Waiting(false, "d")
	b.drag("a", b.card("b").middle())
	b.wants("dropped in its lane", `move a before "c"`)
	b.view.Waiting(false, "a")
	b.carry("a", b.head("h", model.Project).AddXY(20, 60))
	b.sees("over a lane of the projects", "Drop: new project for Herders", 1)
	b.release()
	b.wants("dropped there", `promote a before "" [h]`)
	b.view.Waiting(false, "a")
	b.drag("c", b.card("r").middle())
	b.wants("dropped on a project", "join c to r")
}

func TestKeysInLanes(t *testing.T) {
	b := newLaned(t)
	b.view.Key("Down") // a
	b.view.Key("Down")
	b.view.Key("Down")
	b.view.Key("Return")
	b.wants("two rows down", "open d")
	b.view.Key("Up")
	b.view.Shift("Up")
	b.wants("c up", `move c before "d" [g i]`)
	b.view.Shift("Down")
	b.wants("c down", `move c before "c" [i]`)
	b.view.Key("Up")
	b.view.Shift("Right")
	b.wants("a to the right", `move a before "c"`)
	b.view.Shift("Return") // towards the projects
	for b.sees("", "Drop: new project for Herders", -1) == nil {
		b.view.Key("Down")
	}
	b.view.Key("Return")
	b.wants("a onward, one lane down", `promote a before "" [h]`)
}

// The columns scroll as one, and only what is in view exists.
func TestLanesScrollTogether(t *testing.T) {
	b := newLaned(t, crowd(10000)...)
	b.view.Lanes(false)
	plain := b.view.Alive()
	b.view.Lanes(true)
	for range 20 {
		b.wheel(-400)
	}
	if b.view.Scrolled() < 5000 || b.in(model.Project) != "" {
		t.Errorf("at %v the projects show %q", b.view.Scrolled(), b.in(model.Project))
	}
	if n := b.view.Alive(); n > plain+20 {
		t.Errorf("%d cards exist, without lanes %d", n, plain)
	}
	if y := b.head("-", model.Product).Y - b.column(model.Product).pos.Y; y > 200 {
		t.Errorf("the head of the lane in view is at %v", y)
	}
	before := b.view.Drawn()
	b.commits(b.board.Vote("n09000", 1))
	b.view.Waiting(true, "a")
	if drawn := b.view.Drawn() - before; drawn != 0 {
		t.Errorf("edits out of view draw %d", drawn)
	}
}

// A lane that is full stays as high as it is under a card that is held over it, and
// shows where that would land by a slit between its cards.
func TestAFullLaneHasASlit(t *testing.T) {
	b := newLaned(t)
	for _, id := range []string{"j", "k"} { // as many as fill the lane's rows
		b.commits(b.board.Add(model.Card{ID: model.ID(id), Stage: model.Project, Title: "P", Groups: []model.ID{"g"}}, ""))
	}
	herders, s := b.head("h", model.Project), b.card("s")
	b.carry("a", s.pos.AddXY(20, -4))
	at, size := b.view.Hole(model.Project)
	if s2 := b.card("s"); s2 != s || b.head("h", model.Project) != herders {
		t.Errorf("held over the lane, s lies at %v, was at %v", s2, s)
	}
	if size.Width > 10 || at.X >= s.pos.X || at.X < s.pos.X-12 || size.Height != s.size.Height {
		t.Errorf("the slit is %v at %v, s at %v", size, at, s.pos)
	}
	b.move(herders.AddXY(20, 60))
	if at, size := b.view.Hole(model.Project); size.Width < 100 || at.Y < herders.Y {
		t.Errorf("in an empty lane the gap is %v at %v", size, at)
	}
	b.release()
	b.wants("dropped", `promote a before "" [h]`)
}
