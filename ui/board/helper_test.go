package board_test

import (
	"fmt"
	"image"
	"image/color"
	"os"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/board"
	"racedesk/ui/kit"
)

func TestMain(m *testing.M) {
	test.NewApp().Settings().SetTheme(plain{test.Theme()})
	os.Exit(m.Run())
}

// plain is a theme that has what the kit asks for.
type plain struct{ fyne.Theme }

// Color implements fyne.Theme: how things look is no matter here.
func (plain) Color(fyne.ThemeColorName, fyne.ThemeVariant) color.Color { return color.Black }

// Size implements fyne.Theme.
func (plain) Size(name fyne.ThemeSizeName) float32 {
	if slices.Contains([]fyne.ThemeSizeName{kit.SizeNote, kit.SizeText, kit.SizeTitle, kit.SizeColumn, kit.SizeFigure}, name) {
		return 16
	}
	return test.Theme().Size(name)
}

// A table is a board in a window, with a note of what it was asked for and a
// pointer on it.
type table struct {
	testing.TB
	view   *board.View
	window fyne.Window
	board  *model.Board
	asked  []string
	wanted map[model.ID]bool // pictures that were asked for
	ready  image.Image       // what they are all like, once they can be shown

	keys  fyne.KeyModifier // held down
	held  desktop.Mouseable
	at    fyne.Position
	moved bool
}

// regrouped tells which target groups cards get.
func (b *table) regrouped(ids []model.ID, groups board.Regroup) (told string) {
	if groups == nil {
		return ""
	}
	for _, id := range ids {
		c, _ := b.board.Card(id)
		told += fmt.Sprintf(" %s", groups(c))
	}
	return told
}

// newTable lays out a race: problems a to e, of which e went into project r and
// f is parked; projects r and s, of which s has the product x; product y.
func newTable(t testing.TB, more ...model.Entity) *table {
	t.Helper()
	entities := more
	for stage, ids := range map[model.Stage]string{model.Problem: "abcdef", model.Project: "rs", model.Product: "xy"} {
		for i, id := range ids {
			entities = append(entities, model.Card{ID: model.ID(id), Stage: stage, Rank: model.Rank(i) << 32,
				Title: "Card " + string(id), Parked: id == 'f'})
		}
	}
	entities = append(entities, model.NewLink("e", "r"), model.NewLink("s", "x"))
	b := &table{TB: t, wanted: map[model.ID]bool{}, board: model.NewBoard(1, entities)}
	ask := func(format string, args ...any) { b.asked = append(b.asked, fmt.Sprintf(format, args...)) }
	b.view = board.NewView(words.For("en"), board.Intents{
		Add:   func(stage model.Stage, title string) { ask("add %s %s", stage, title) },
		Paste: func(stage model.Stage, text string) { ask("paste %s %q", stage, text) },
		Open:  func(id model.ID) { ask("open %s", id) },
		Vote:  func(id model.ID, n int) { ask("vote %s %+d", id, n) },
		Move: func(ids []model.ID, before model.ID, groups board.Regroup) {
			ask("move %s before %q%s", list(ids), before, b.regrouped(ids, groups))
		},
		Promote: func(ids []model.ID, before model.ID, groups board.Regroup) {
			ask("promote %s before %q%s", list(ids), before, b.regrouped(ids, groups))
		},
		Join:  func(ids []model.ID, project model.ID) { ask("join %s to %s", list(ids), project) },
		Say:   func(text string) { ask("say %s", text) },
		Key:   func(e *fyne.KeyEvent) { ask("key %s", e.Name) },
		Small: func(p model.Picture) image.Image { b.wanted[p.ID] = true; return b.ready },
	})
	b.window = test.NewTempWindow(t, b.view)
	b.window.SetPadded(false)
	b.window.Resize(fyne.NewSize(1440, 860))
	b.view.Update(b.board)
	return b
}

// list writes cards as they are told of.
func list(ids []model.ID) (all string) {
	for i, id := range ids {
		if i > 0 {
			all += " "
		}
		all += string(id)
	}
	return all
}

// wants says what the board must have asked for since the last look.
func (b *table) wants(what string, asked ...string) {
	b.Helper()
	if !slices.Equal(b.asked, asked) {
		b.Errorf("%s: asked for %q, want %q", what, b.asked, asked)
	}
	b.asked = nil
}

// commits makes an edit true, as if another desk had made it.
func (b *table) commits(e model.Edit, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
	b.board.Apply(e.Stamped(b.board.Seq+1, time.Unix(1e9, 0)))
	b.view.Update(b.board)
}

// A spot is one thing that can be pointed at.
type spot struct {
	kind, stage, id string
	pos             fyne.Position
	size            fyne.Size
}

func (s spot) middle() fyne.Position { return s.pos.AddXY(s.size.Width/2, s.size.Height/2) }

func (b *table) spots(kind string) (all []spot) {
	b.view.Spots(func(k, stage, id string, pos fyne.Position, size fyne.Size) {
		if k == kind {
			all = append(all, spot{k, stage, id, pos, size})
		}
	})
	return all
}

func (b *table) spot(kind, stage, id string) spot {
	b.Helper()
	for _, s := range b.spots(kind) {
		if (stage == "" || s.stage == stage) && s.id == id {
			return s
		}
	}
	b.Fatalf("there is no %s %s %s", kind, stage, id)
	return spot{}
}

// foot is where a card ends, on the window.
func (b *table) foot(id string) float32 { b.Helper(); c := b.card(id); return c.pos.Y + c.size.Height }

func (b *table) card(id string) spot       { b.Helper(); return b.spot("card", "", id) }
func (b *table) column(s model.Stage) spot { b.Helper(); return b.spot("column", string(s), "-") }
func (b *table) shown() (ids string)       { return b.in("") }
func (b *table) in(s model.Stage) (ids string) {
	for _, one := range b.spots("card") {
		if s == "" || one.stage == string(s) {
			ids += one.id
		}
	}
	return ids
}

// under returns the topmost object of a kind at a place, as the toolkit finds it.
func under[O any](o fyne.CanvasObject, at fyne.Position) (found O, ok bool) {
	at = at.Subtract(o.Position())
	if !o.Visible() || at.X < 0 || at.Y < 0 || at.X >= o.Size().Width || at.Y >= o.Size().Height {
		return found, false
	}
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, one := range slices.Backward(inside) {
		if deeper, ok := under[O](one, at); ok {
			return deeper, true
		}
	}
	found, ok = o.(O)
	return found, ok
}

// press puts the pointer down at a place of the window.
func (b *table) press(at fyne.Position) {
	b.held, _ = under[desktop.Mouseable](b.window.Content(), at)
	b.at, b.moved = at, false
	if b.held != nil {
		b.held.MouseDown(b.click(desktop.MouseButtonPrimary))
	}
}

// click is what the toolkit tells of a button.
func (b *table) click(button desktop.MouseButton) *desktop.MouseEvent {
	pos := b.at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(b.held.(fyne.CanvasObject)))
	return &desktop.MouseEvent{Button: button, Modifier: b.keys, PointEvent: fyne.PointEvent{AbsolutePosition: b.at, Position: pos}}
}

// move drags what is held to a place, as the toolkit tells it: the first widget
// keeps the drag, wherever the pointer goes, and is told both positions.
func (b *table) move(to fyne.Position) {
	b.Helper()
	held, ok := b.held.(fyne.Draggable)
	if !ok {
		b.Fatalf("nothing at %v can be dragged", b.at)
	}
	by := to.Subtract(b.at)
	b.at, b.moved = to, true
	held.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: by.X, DY: by.Y}, PointEvent: b.click(0).PointEvent})
}

// release lifts the pointer: the end of a drag, or a tap.
func (b *table) release() {
	b.Helper()
	b.held.MouseUp(b.click(desktop.MouseButtonPrimary))
	if b.moved {
		b.held.(fyne.Draggable).DragEnd()
	} else {
		test.TapCanvas(b.window.Canvas(), b.at)
	}
	b.held = nil
}

// carry takes a card by its grip and holds it over a place, by way of a point
// between.
func (b *table) carry(id string, to fyne.Position) {
	b.Helper()
	from := b.spot("grip", "", id).middle()
	b.press(from)
	b.move(fyne.NewPos((from.X+to.X)/2, (from.Y+to.Y)/2))
	b.move(to)
}

// drag carries a card to a place and drops it there.
func (b *table) drag(id string, to fyne.Position) {
	b.Helper()
	b.carry(id, to)
	b.release()
}

// places returns where on the window a text is to be seen.
func places(o fyne.CanvasObject, content string, from fyne.Position) (all []fyne.Position) {
	if !o.Visible() {
		return nil
	}
	at := from.Add(o.Position())
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *kit.Text:
		if o.Content() == content {
			all = append(all, at)
		}
	case *canvas.Text:
		if o.Text == content {
			all = append(all, at)
		}
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, one := range inside {
		all = append(all, places(one, content, at)...)
	}
	return all
}

// sees says how often a text must be on the screen, if that matters, and returns
// where it is.
func (b *table) sees(what, content string, times int) []fyne.Position {
	b.Helper()
	all := places(b.window.Content(), content, fyne.Position{})
	if times >= 0 && len(all) != times {
		b.Errorf("%s: %q is seen %d times, want %d", what, content, len(all), times)
	}
	return all
}
