package board_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/ui/board"
	"racedesk/ui/kit"
)

// types writes on the line of a stage and returns its entry.
func (b *table) types(stage model.Stage, text string) *kit.Entry {
	b.Helper()
	line := b.spot("writer", string(stage), "-")
	entry, ok := under[*kit.Entry](b.window.Content(), line.pos.AddXY(20, line.size.Height/2))
	if !ok {
		b.Fatalf("no line to write on at %v", line)
	}
	b.window.Canvas().Focus(entry)
	for _, r := range text {
		entry.TypedRune(r)
	}
	return entry
}

func TestEnterAddsACard(t *testing.T) {
	for _, stage := range model.Stages {
		b := newTable(t)
		entry := b.types(stage, "No bus after ten")
		b.wants("before Enter")
		entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		b.wants("Enter", "add "+string(stage)+" No bus after ten")
		if entry.Text != "" || b.window.Canvas().Focused() != entry {
			t.Errorf("the line says %q; it must be ready for the next card", entry.Text)
		}
		entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		b.types(stage, "  \t ").TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		b.wants("nothing written")
	}
}

func TestPlusOnTheLineAddsACard(t *testing.T) {
	b := newTable(t)
	entry := b.types(model.Problem, "No bus")
	test.Tap(entry.ActionItem.(fyne.Tappable))
	test.Tap(entry.ActionItem.(fyne.Tappable)) // nothing is written any more
	b.wants("tapped", "add problem No bus")
}

func TestFocusPutsTheCursorOnTheLine(t *testing.T) {
	b := newTable(t)
	for _, stage := range model.Stages {
		b.view.Focus(stage)
		b.window.Canvas().Focused().(*kit.Entry).SetText(string(stage))
	}
	for _, stage := range model.Stages {
		if got := b.types(stage, "").Text; got != string(stage) {
			t.Errorf("the line of %s says %q", stage, got)
		}
	}
}

// rounds are the round buttons of a card, from the left.
func (b *table) rounds(id string) (all []*kit.Round) {
	b.Helper()
	s := b.card(id)
	seen := map[*kit.Round]bool{}
	for y := s.pos.Y; y < s.pos.Y+s.size.Height; y += 4 {
		for x := s.pos.X; x < s.pos.X+s.size.Width; x += 4 {
			if r, ok := under[*kit.Round](b.window.Content(), fyne.NewPos(x, y)); ok && !seen[r] {
				seen[r] = true
				all = append(all, r)
			}
		}
	}
	slices.SortFunc(all, func(x, y *kit.Round) int { return int(x.Position().X - y.Position().X) })
	return all
}

func TestRoundButtonsVote(t *testing.T) {
	b := newTable(t, model.Round{ID: "one", Name: "One", Dots: 9},
		model.Ballot{ID: "one/u", Round: "one", Voter: "u", Dots: map[model.ID]int{"b": 1, "r": 1, "x": 1}})
	b.view.Poll(board.Poll{Round: "one", Voter: "u"})
	for _, id := range []string{"b", "r", "x"} {
		rounds := b.rounds(id)
		if len(rounds) != 2 {
			t.Fatalf("card %s has %d round buttons, want 2", id, len(rounds))
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(rounds[1]).Add(fyne.NewPos(18, 18))
		test.TapCanvas(b.window.Canvas(), at) // a tap on + is no tap on the card
		test.Tap(rounds[0])
		b.wants("tapped", "vote "+id+" +1", "vote "+id+" -1")
	}
}

func TestBoardShowsWhatIsOpen(t *testing.T) {
	b := newTable(t)
	for stage, want := range map[model.Stage]string{model.Problem: "abcd", model.Project: "rs", model.Product: "xy"} {
		if got := b.in(stage); got != want {
			t.Errorf("%s shows %q, want %q", stage, got, want)
		}
	}
	b.view.ShowGone(true)
	if got := b.in(model.Problem); got != "abcde" {
		t.Errorf("with those gone on, problems show %q", got)
	}
	b.view.ShowGone(false)
	b.commits(b.board.Move("d", "a"))
	b.commits(b.board.Join("b", "s"))
	b.commits(b.board.Add(model.Card{ID: "z", Stage: model.Product, Title: "Z"}, "y"))
	if got := b.shown(); got != "dacrsxzy" {
		t.Errorf("after the edits the board shows %q", got)
	}
}

func TestSearchLooksInAllStages(t *testing.T) {
	b := newTable(t)
	for id, text := range map[string]string{"b": "Buss", "e": "bussen", "f": "buss", "s": "En BUSS", "y": "busskort"} {
		c, _ := b.board.Card(model.ID(id))
		c.Text = text
		b.commits(b.board.Write(c))
	}
	for query, want := range map[string]string{
		"buss": "besy", "BUSS": "besy", "buss card": "besy", "en buss": "es", "bussar": "", "card y": "y", " ": "abcdrsxy", "": "abcdrsxy",
	} {
		b.view.Filter(model.Filter{Query: query})
		if got := b.shown(); got != want {
			t.Errorf("%q shows %q, want %q", query, got, want)
		}
	}
}

// A drop among the cards that a search shows stands before the one it shows.
func TestDragAmongMatches(t *testing.T) {
	b := newTable(t)
	for _, id := range []model.ID{"a", "d"} {
		c, _ := b.board.Card(id)
		c.Text = "match"
		b.commits(b.board.Write(c))
	}
	b.view.Filter(model.Filter{Query: "match"})
	b.drag("a", b.card("d").middle())
	b.wants("dropped", `move a before ""`)
	b.view.Waiting(false, "a")
	b.drag("d", b.card("a").middle())
	b.wants("dropped", `move d before "a"`)
}

func TestFiguresOfTheColumns(t *testing.T) {
	b := newTable(t)
	b.sees("problems", "4 open, 1 parked", 1) // a to d
	b.sees("projects", "1 open", 1)           // r
	b.sees("project r", "1 problem", 1)
	b.commits(b.board.Join("a", "r"))
	b.sees("problems", "3 open, 1 parked", 1)
	b.sees("project r", "2 problems", 1)
}

// Titles of any length, on a board of any size.
func TestAnyTitleOnAnyBoard(t *testing.T) {
	b := newTable(t)
	for i, title := range []string{"A", "AB", "👩\u200d👩\u200d👧", strings.Repeat("w", 500), strings.Repeat("word ", 100), "שלום 3", "\u0301"} {
		for _, stage := range model.Stages {
			b.commits(b.board.Add(model.Card{ID: model.ID(string(stage) + string(rune('0'+i))), Stage: stage, Title: title,
				Leader: title, Designers: []string{title, title}}, ""))
		}
	}
	for _, size := range []fyne.Size{fyne.NewSize(1, 1), fyne.NewSize(300, 200), fyne.NewSize(4000, 2000), fyne.NewSize(1440, 860)} {
		b.window.Resize(size)
		b.view.Resize(size)
		b.view.Update(b.board)
		for _, s := range b.spots("card") {
			if size.Width < b.view.MinSize().Width {
				continue // too narrow to show anything, and no reason to stop
			}
			if s.size.Width <= 0 || s.size.Height <= 0 {
				t.Errorf("on a board of %v card %s is %v large", size, s.id, s.size)
			}
		}
	}
}

// Cards lie side by side and never over each other, inside their column.
func TestCardsDoNotOverlap(t *testing.T) {
	b := newTable(t)
	for _, width := range []float32{1000, 1440, 1920, 3000} {
		b.window.Resize(fyne.NewSize(width, 860))
		b.view.Update(b.board)
		for i, s := range b.spots("card") {
			column := b.spot("column", s.stage, "-")
			if s.pos.X < column.pos.X || s.pos.X+s.size.Width > column.pos.X+column.size.Width {
				t.Errorf("at %v card %s sticks out of its column", width, s.id)
			}
			for _, o := range b.spots("card")[:i] {
				apart := s.pos.X >= o.pos.X+o.size.Width || o.pos.X >= s.pos.X+s.size.Width ||
					s.pos.Y >= o.pos.Y+o.size.Height || o.pos.Y >= s.pos.Y+s.size.Height
				if !apart {
					t.Errorf("at %v cards %s and %s lie over each other", width, s.id, o.id)
				}
			}
		}
	}
}

// While a drop waits to be stored, its card lies in its new place; when it is
// refused, the card is back where it was.
func TestDropThatIsRefused(t *testing.T) {
	b := newTable(t)
	home, there := b.sees("at first", "Card a", 1)[0], b.sees("at first", "Card c", 1)[0]
	b.drag("a", b.card("c").middle())
	b.view.Waiting(true, "a")
	if got := b.sees("waits", "Card a", 1)[0]; got != there {
		t.Errorf("the card waits at %v, want %v", got, there)
	}
	b.view.Waiting(false, "a")
	if got := b.sees("refused", "Card a", 1)[0]; got != home {
		t.Errorf("the card lies at %v, want %v", got, home)
	}
	b.drag("a", b.card("s").middle())
	b.wants("tried again", `move a before "d"`, "join a to s")
}

// A card that waits for two edits waits until both are known.
func TestCardWaitsForAllItsEdits(t *testing.T) {
	b := newTable(t)
	home, there := b.sees("at first", "Card a", 1)[0], b.sees("at first", "Card c", 1)[0]
	b.view.Waiting(true, "a") // a vote, before the drop
	b.drag("a", b.card("c").middle())
	b.view.Waiting(true, "a")
	b.view.Waiting(false, "a")
	if got := b.sees("the vote is known", "Card a", 1)[0]; got != there {
		t.Errorf("the card waits at %v, want %v", got, there)
	}
	b.view.Waiting(false, "a")
	if got := b.sees("both are known", "Card a", 1)[0]; got != home {
		t.Errorf("the card lies at %v, want %v", got, home)
	}
	b.view.Waiting(false, "a") // one too many
	b.view.Waiting(true, "a")
	b.view.Waiting(false, "a")
}

// However narrow a column is, its figure, its chip and its words do not overprint.
func TestHeadsDoNotOverprint(t *testing.T) {
	b := newTable(t)
	for _, wide := range []float32{1440, 1000, 860, 760} {
		b.window.Resize(fyne.NewSize(wide, 860))
		total := b.sees("the head", "6", 1)[0]
		chip := b.spot("gone", "problem", "-")
		if end := b.column(model.Problem).pos.X + b.column(model.Problem).size.Width; chip.pos.X+chip.size.Width > end {
			t.Errorf("at %v the chip ends at %v, the column at %v", wide, chip.pos.X+chip.size.Width, end)
		}
		if right := chip.pos.X + chip.size.Width; right > total.X && chip.middle().Y < total.Y+20 {
			t.Errorf("at %v the chip ends at %v, the figure is at %v", wide, right, total)
		}
	}
}

// What is open, went on, is parked and was merged makes up the figure.
func TestTheHeadExplainsItsFigure(t *testing.T) {
	b := newTable(t)
	b.sees("the figure", "6", 1)
	b.sees("in a wide column", "4 open, 1 parked", 1)
	b.commits(b.board.Merge("a", "b"))
	b.sees("with a duplicate", "3 open, 1 parked, 1 the same as another", 1)
	b.window.Resize(fyne.NewSize(760, 860))
	b.sees("in a narrow column", "3 open", 1)
}
