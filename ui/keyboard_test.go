package ui_test

import (
	"maps"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/ui/keyboard"
	"racedesk/ui/kit"
)

// keys is the keyboard on the screen, or nil.
func (s *seat) keys() *keyboard.Keyboard {
	for _, k := range all[*keyboard.Keyboard](s) {
		return k
	}
	return nil
}

// call taps the button of the keyboard.
func (s *seat) call() {
	s.Helper()
	for _, b := range all[*kit.Button](s) {
		if b.Text == "" && b.Icon != nil && b.Icon.Name() == keyboard.Icon().Name() {
			test.Tap(b)
			return
		}
	}
	s.Fatal("no button for the keyboard")
}

// types taps keys on the screen, as the toolkit tells of it: what is not touched
// loses the keys.
func (s *seat) types(labels ...string) {
	s.Helper()
	for _, label := range labels {
		var at fyne.Position
		s.keys().Spots(func(name string, pos fyne.Position, size fyne.Size) {
			if name == label && at.IsZero() {
				at = pos.AddXY(size.Width/2, size.Height/2)
			}
		})
		press := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary}
		k := s.keys()
		for _, tell := range []func(*desktop.MouseEvent){k.MouseDown, k.MouseUp} {
			if tell(press); s.window.Canvas().Focused() != k {
				s.window.Canvas().Unfocus()
			}
		}
		k.Tapped(&press.PointEvent)
	}
}

// touch taps a field with a finger.
func (s *seat) touch(e *kit.Entry) {
	s.window.Canvas().Focus(e)
	e.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
}

func TestWritingWithoutAKeyboard(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	s.says("Race at home")
	line := s.entry(s.words.T("column.add.problem"))
	if s.touch(line); s.keys() != nil {
		t.Fatal("a keyboard comes though nobody called it")
	}
	s.call()
	s.types("Shift", "Å", "s", "k", "a", "n", " ", "ö", "v", "e", "r", " ", "h", "ä", "n")
	if line.Text != "Åskan över hän" || s.window.Canvas().Focused() != line {
		t.Errorf("%q is written, the keys are on %v", line.Text, s.window.Canvas().Focused())
	}
	s.types("Return")
	s.says("Åskan över hän")
}

// The keyboard lies before whoever writes: the columns beside it stay as high as they were,
// and what it lies on ends above it.
func TestOthersGoOnBesideTheKeyboard(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.window.Resize(fyne.NewSize(1280, 720))
	s.open(nets)
	title := s.entry(nets)
	high := func() map[string]float32 {
		all := map[string]float32{}
		s.views().Spots(func(kind, stage, _ string, _ fyne.Position, size fyne.Size) {
			if kind == "column" {
				all[stage] = size.Height
			}
		})
		return all
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	before, done := high(), s.button(s.words.T("sheet.done"))
	s.touch(title)
	s.call()
	keys, now := s.keys(), high()
	if len(before) != 3 {
		t.Fatalf("columns %v", before)
	}
	for id, was := range before {
		if lies := now[id] == was-keys.Size().Height; lies == (id == string(model.Problem)) || !lies && now[id] != was {
			t.Errorf("the column of %s was %v high, and is %v beside keys of %v", id, was, now[id], keys.Size().Height)
		}
	}
	if low := at(done).Y + done.Size().Height; low > at(keys).Y {
		t.Errorf("the panel's buttons end at %v, the keys begin at %v", low, at(keys).Y)
	}
	s.call()
	if after := high(); !maps.Equal(before, after) {
		t.Errorf("with the keys away, the columns are %v high and not %v", after, before)
	}
}

// Called once, the keyboard comes to each field that is tapped, until it is put
// away; it goes with the sheet that it wrote on.
func TestTheKeyboardComesAndGoes(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	s.call()
	if s.window.Canvas().Focused() != s.entry(s.words.T("column.add.problem")) {
		t.Error("with no field written on, the keyboard does not write problems")
	}
	s.open("Village till")
	s.says(s.words.T("sheet.project"))
	s.touch(s.entry("A.B."))
	s.types("x")
	s.entry("xA.B.")
	s.press(s.words.T("sheet.done"))
	s.until("the keyboard goes with the sheet", func() bool { return s.keys() == nil })
	search := s.entry(s.words.T("search"))
	s.touch(search)
	if s.keys() == nil {
		t.Fatal("the keyboard does not come to a field that is tapped")
	}
	s.types("Svenska", "å", "Hide")
	if search.Text != "å" || s.keys() != nil {
		t.Errorf("%q is written; there is a keyboard: %v", search.Text, s.keys() != nil)
	}
	if s.touch(search); s.keys() != nil {
		t.Error("the keyboard comes though it was put away")
	}
	s.call()
	s.types("ä") // the language stays; the touch put the cursor to the beginning
	if search.Text != "äå" {
		t.Errorf("%q is written", search.Text)
	}
}

// Nothing hides the cards that were looked for: the keyboard goes with the search.
func TestTheKeyboardGoesWithTheSearch(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	search := s.entry(s.words.T("search"))
	for what, ends := range map[string]func(){
		"a group":  func() { s.turns("Sailors") },
		"all":      func() { s.turns(s.words.T("filter.all")) },
		"the keys": func() { search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
	} {
		s.touch(search)
		if s.keys() == nil {
			s.call()
		}
		s.types("n")
		if ends(); s.keys() != nil {
			t.Errorf("%s: the keyboard stays", what)
		}
	}
}

// Where the keyboard takes the room of a field in a sheet, the field comes into view.
func TestAFieldStaysInView(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.open("Village till")
	s.says(s.words.T("sheet.project"))
	leader := s.entry("A.B.")
	s.touch(leader)
	s.call()
	driver := fyne.CurrentApp().Driver()
	bottom := driver.AbsolutePositionForObject(leader).Y + leader.Size().Height
	if top := driver.AbsolutePositionForObject(s.keys()).Y; bottom > top {
		t.Errorf("the field ends at %v, the keyboard begins at %v", bottom, top)
	}
}

func TestWritingOnTheFirstScreen(t *testing.T) {
	s := sit(t, "sv", "", &fakeShelf{})
	s.says("RaceDesk")
	s.call()
	s.types("n", "å")
	s.entry("nå")
}

// The keys on the screen write as a real keyboard does: the field is not left between
// two of them, and what they wrote is stored when the hand rests.
func TestKeysOnTheScreenAreOneStretch(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.open("Village till")
	s.says(s.words.T("sheet.project"))
	s.touch(s.entry("A.B."))
	s.call()
	s.types("x", "y", "z")
	if s.entry("xyzA.B."); len(s.edits()) > 0 {
		t.Errorf("stored %q while keys were tapped", s.edits())
	}
	s.rest()
	s.done("write")
	s.types("w")
	s.press(s.words.T("sheet.done"))
	s.done("write", "write")
}
