package board_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
)

// low is a place below the cards of a column.
func low(s spot) fyne.Position { return s.pos.AddXY(s.size.Width/2, s.size.Height-120) }

func TestDropMeansWhatItIsOver(t *testing.T) {
	for name, c := range map[string]struct {
		card string
		to   func(b *table) fyne.Position
		want []string
	}{
		"problem to the place of another":    {"a", func(b *table) fyne.Position { return b.card("c").middle() }, []string{`move a before "d"`}},
		"problem to the end":                 {"a", func(b *table) fyne.Position { return low(b.column(model.Problem)) }, []string{`move a before ""`}},
		"problem to where it lay":            {"b", func(b *table) fyne.Position { return b.card("b").middle().AddXY(10, 0) }, []string{`move b before "c"`}},
		"problem below the projects":         {"b", func(b *table) fyne.Position { return low(b.column(model.Project)) }, []string{`promote b before ""`}},
		"problem on the head of projects":    {"b", func(b *table) fyne.Position { return b.column(model.Project).pos.AddXY(50, 20) }, []string{`promote b before "r"`}},
		"problem on a project":               {"b", func(b *table) fyne.Position { return b.card("s").middle() }, []string{"join b to s"}},
		"problem on products":                {"b", func(b *table) fyne.Position { return low(b.column(model.Product)) }, []string{"say A problem becomes a project first"}},
		"project to the products":            {"r", func(b *table) fyne.Position { return low(b.column(model.Product)) }, []string{`promote r before ""`}},
		"project on a product":               {"r", func(b *table) fyne.Position { return b.card("x").middle() }, []string{"join r to x"}},
		"project under a product":            {"r", func(b *table) fyne.Position { return b.card("x").pos.AddXY(40, b.card("x").size.Height+4) }, []string{`promote r before "y"`}},
		"project with a product, promoted":   {"s", func(b *table) fyne.Position { return low(b.column(model.Product)) }, []string{"say Has a product: drop on another"}},
		"project with a product, to another": {"s", func(b *table) fyne.Position { return b.card("y").middle() }, []string{"join s to y"}},
		"project on its product":             {"s", func(b *table) fyne.Position { return b.card("x").middle() }, []string{"say Belongs there already"}},
		"project with a product, moved":      {"s", func(b *table) fyne.Position { return b.card("r").middle() }, []string{`move s before "r"`}},
		"project on problems":                {"r", func(b *table) fyne.Position { return b.card("a").middle() }, []string{"say Cards don't go back here"}},
		"product to the end":                 {"x", func(b *table) fyne.Position { return low(b.column(model.Product)) }, []string{`move x before ""`}},
		"product on projects":                {"x", func(b *table) fyne.Position { return b.card("r").middle() }, []string{"say Cards don't go back here"}},
		"problem out of the window":          {"a", func(*table) fyne.Position { return fyne.NewPos(-40, 300) }, nil},
		"problem below the window":           {"a", func(*table) fyne.Position { return fyne.NewPos(300, 2000) }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			b := newTable(t)
			b.drag(c.card, c.to(b))
			b.wants("dropped", c.want...)
			for range 2 { // the board comes back, and it is known that it is stored
				b.view.Update(b.board)
				b.view.Waiting(false, model.ID(c.card))
			}
			b.sees("at rest", "Card "+c.card, 1)
			if got := b.shown(); got != "abcdrsxy" {
				t.Errorf("the board shows %q", got)
			}
		})
	}
}

// A problem that belongs to a project already cannot be joined to it again.
func TestJoinWhatIsJoined(t *testing.T) {
	b := newTable(t)
	b.view.ShowGone(true)
	b.drag("e", b.card("r").middle())
	b.wants("joined again", "say Belongs there already")
	b.drag("e", b.card("s").middle())
	b.wants("joined to another", "join e to s")
}

// A project is in one product: what it leaves is said before it is dropped on another.
func TestAProjectGoesToAnotherProduct(t *testing.T) {
	b := newTable(t)
	b.carry("s", b.card("y").middle())
	b.sees("over another", "Drop: moves to Card y from Card x", 1)
	b.release()
	b.wants("dropped", "join s to y")
	b.view.Waiting(false, "s")
	b.view.Select(true)
	b.tap("r")
	b.tap("s")
	b.carry("s", b.card("y").middle())
	b.sees("two over another", "Drop: 2 projects belong to Card y, 1 changing product", 1)
}

// A column that had to scroll for the gap alone comes back when the gap is gone: over
// another column, and however the drag ends.
func TestTheColumnComesBackWithoutTheGap(t *testing.T) {
	for name, end := range map[string]func(b *timed){
		"cancelled":     func(b *timed) { b.view.Cancel() },
		"carried along": func(b *timed) { b.move(b.card("s").middle()) },
		"put back":      func(b *timed) { b.move(b.card("s").middle()); b.release() },
	} {
		t.Run(name, func(t *testing.T) {
			b := newTimed(t)
			for b.foot("y") < b.column(model.Product).size.Height-b.card("y").size.Height {
				b.commits(b.board.Add(model.Card{ID: model.NewID(), Stage: model.Product, Title: "More"}, "y"))
			}
			b.carry("r", low(b.column(model.Product)).AddXY(0, 100))
			b.waits(2000)
			if y := b.view.ScrolledIn(model.Product); y < 20 {
				t.Fatalf("it scrolled by %v", y)
			}
			end(b)
			b.waits(2000)
			if y := b.view.ScrolledIn(model.Product); y != 0 {
				t.Errorf("it stays scrolled by %v", y)
			}
		})
	}
}

func TestTrembleOpensTheCard(t *testing.T) {
	b := newTable(t)
	at := b.card("b").middle()
	b.press(at)
	for _, by := range []float32{2, -3, 4, -4, 5, 0} {
		b.move(at.AddXY(by, -by))
	}
	b.release()
	b.wants("trembled", "open b")
	b.press(at)
	b.move(at.AddXY(7.9, 0))
	b.release()
	b.wants("almost dragged", "open b")
	b.press(at)
	b.move(at.AddXY(8, 0))
	b.release()
	b.wants("dragged", `move b before "c"`)
	b.view.Waiting(false, "b")
	b.press(at)
	b.move(at.AddXY(3, 3))
	b.release()
	b.wants("trembled after a drag", "open b")
	b.press(at)
	b.release()
	b.wants("tapped", "open b")
}

// A drag that wanders back to where it began is still a drag.
func TestDragBackIsNoTap(t *testing.T) {
	b := newTable(t)
	home := b.card("b").middle()
	b.carry("b", b.card("s").middle())
	b.move(b.card("a").middle())
	b.move(home)
	b.release()
	b.wants("brought back", `move b before "c"`)
}

func TestCancelMidDrag(t *testing.T) {
	b := newTable(t)
	if b.view.Cancel() {
		t.Error("there was a drag to cancel before there was one")
	}
	b.carry("a", b.card("s").middle())
	b.sees("in the air", "Card a", 1)
	if !b.view.Cancel() || b.view.Cancel() {
		t.Error("a drag is cancelled once")
	}
	b.sees("cancelled", "Card a", 1)
	b.move(b.card("r").middle()) // the finger does not know it yet
	b.sees("cancelled", "Drop: belongs to Card r", 0)
	b.release()
	b.wants("cancelled")
	b.sees("let go", "Card a", 1)
	b.drag("a", b.card("s").middle())
	b.wants("the next drag", "join a to s")
}

func TestHintsTellWhatADropWouldDo(t *testing.T) {
	b := newTable(t)
	b.carry("a", b.card("s").middle())
	b.sees("over a project", "Drop: belongs to Card s", 1)
	b.move(low(b.column(model.Project)))
	b.sees("below the projects", "Drop: new project", 1)
	b.sees("below the projects", "Drop: belongs to Card s", 0)
	b.move(low(b.column(model.Product)))
	b.sees("over products", "Drop: new project", 0)
	b.move(b.card("s").middle())
	b.release()
	b.sees("dropped", "Drop: belongs to Card s", 0)
}

// What a drop would do is said in full beside the card in the air, clear of it and of what
// points, and within the view.
func TestThePlateSaysAllOfIt(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Betalningshistorik som räknas ", 6))
	b := newTable(t, model.Card{ID: "long", Stage: model.Project, Rank: 9 << 32, Title: long})
	for name, to := range map[string]fyne.Position{
		"in the middle": b.card("long").middle(), "over the head": b.column(model.Project).pos.AddXY(50, 20),
		"at the right": low(b.column(model.Product)).AddXY(150, 0), "on the first card": b.card("r").middle(),
	} {
		b.carry("a", to)
		at, size := b.view.Plate()
		ghost, card := b.view.Ghost()
		if size.Height == 0 || at.X < 0 || at.Y < 0 || at.X+size.Width > 1440 {
			t.Errorf("%s: the plate is at %v, %v large", name, at, size)
		}
		if at.Y < ghost.Y+card.Height && at.Y+size.Height > ghost.Y || to.Y >= at.Y && to.Y < at.Y+size.Height {
			t.Errorf("%s: it is at %v, %v large, the card at %v, %v large, the finger at %v", name, at, size, ghost, card, to)
		}
		if name == "in the middle" && size.Height < 3*20 {
			t.Errorf("a long word is on %v, which cannot be all of it", size)
		}
		b.view.Cancel()
		if _, size = b.view.Plate(); size.Height > 0 {
			t.Errorf("%s: it stays", name)
		}
		b.release()
	}
}

func TestCarriedCardThatIsChangedFallsBack(t *testing.T) {
	for name, change := range map[string]func(*model.Board) (model.Edit, error){
		"voted for": func(b *model.Board) (model.Edit, error) { return b.Vote("a", 1) },
		"parked":    func(b *model.Board) (model.Edit, error) { return b.Park("a", true) },
		"moved":     func(b *model.Board) (model.Edit, error) { return b.Move("a", "") },
		"taken away": func(b *model.Board) (model.Edit, error) {
			c, _ := b.Card("a")
			return model.Edit{Changes: []model.Change{{Before: c}}}, nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := newTable(t)
			b.carry("a", b.card("s").middle())
			b.commits(change(b.board))
			b.move(b.card("r").middle())
			b.release()
			b.wants("dropped")
			b.drag("b", b.card("s").middle())
			b.wants("the next drag", "join b to s")
		})
	}
}

// Another desk's edit of other cards leaves a drag alone: it drops where the gap
// shows, among the cards as they lie now.
func TestDragGoesOnWhenOthersEdit(t *testing.T) {
	add := func(stage model.Stage, before model.ID) func(*model.Board) (model.Edit, error) {
		return func(b *model.Board) (model.Edit, error) {
			return b.Add(model.Card{ID: "new", Stage: stage, Title: "New"}, before)
		}
	}
	for name, c := range map[string]struct {
		over   string
		change func(*model.Board) (model.Edit, error)
		want   string
	}{
		"a card far away":            {"c", add(model.Product, ""), `move a before "d"`},
		"a vote":                     {"c", func(b *model.Board) (model.Edit, error) { return b.Vote("c", 1) }, `move a before "d"`},
		"a card before the gap":      {"c", add(model.Problem, "b"), `move a before "c"`},
		"a card behind the gap":      {"c", add(model.Problem, "d"), `move a before "new"`},
		"the next one went on":       {"c", func(b *model.Board) (model.Edit, error) { return b.Join("d", "s") }, `move a before ""`},
		"a project before another":   {"r", add(model.Project, "r"), "join a to new"},
		"the project went elsewhere": {"r", func(b *model.Board) (model.Edit, error) { return b.Park("r", true) }, "join a to s"},
	} {
		t.Run(name, func(t *testing.T) {
			b := newTable(t)
			b.carry("a", b.card(c.over).middle())
			b.commits(c.change(b.board))
			b.sees("in the air", "Card a", 1)
			b.release()
			b.wants("dropped", c.want)
		})
	}
}

// A project that another desk made a product of meanwhile makes no second one.
func TestProjectThatWentOnInTheAir(t *testing.T) {
	b := newTable(t)
	b.carry("r", low(b.column(model.Product)))
	b.commits(b.board.Promote("r", ""))
	b.release()
	b.wants("dropped", "say Has a product: drop on another")
}

func TestDragInAScrolledColumn(t *testing.T) {
	var more []model.Entity
	for i := range 60 {
		more = append(more, model.Card{ID: model.ID(rune('A' + i)), Stage: model.Problem, Rank: model.Rank(100+i) << 32, Title: "More"})
	}
	b := newTable(t, more...)
	test.Scroll(b.window.Canvas(), b.column(model.Problem).middle(), 0, -400)
	column := b.column(model.Problem)
	var inView []spot
	for _, s := range b.spots("card") {
		if s.stage == "problem" && s.pos.Y > column.pos.Y+200 && s.pos.Y+s.size.Height < column.size.Height-80 {
			inView = append(inView, s)
		}
	}
	if len(inView) < 4 || inView[0].id == "a" {
		t.Fatalf("scrolled to %v", inView)
	}
	from, to := inView[0], inView[2]
	b.drag(from.id, to.middle())
	b.wants("dropped", `move `+from.id+` before "`+inView[3].id+`"`)
}
