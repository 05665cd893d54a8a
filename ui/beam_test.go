package ui_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui"
	"racedesk/ui/form"
	"racedesk/ui/projector"
)

// digits are what the places of a clock show, from left to right.
func digits(o fyne.CanvasObject) (said string) {
	for _, o := range test.LaidOutObjects(o) {
		if t, ok := o.(*canvas.Text); ok && !t.Hidden && len(t.Text) == 1 {
			said += t.Text
		}
	}
	return said
}

// Two hours of a room: ticks are drawn late, edits draw in between, and the store's
// time is a little otherwise each time it is asked. Every second shows, once, and
// none is shown before its time or long after it.
func TestEverySecondShowsOnce(t *testing.T) {
	test.NewTempApp(t)
	synctest.Test(t, func(t *testing.T) {
		random := func(seed uint64) func(most int) time.Duration { // milliseconds, for one goroutine
			r := rand.New(rand.NewPCG(seed, seed))
			return func(most int) time.Duration { return time.Duration(r.IntN(most)) * time.Millisecond }
		}
		noisy, late, edits := random(1), random(2), random(3)
		const off = 3*time.Hour + 123*time.Millisecond // the store's time is not this computer's
		var noise time.Duration
		now := func() time.Time { return time.Now().Add(off + noise) }
		since := now().Truncate(time.Second) // the worst: it ends at a whole second
		b := model.NewBoard(1, []model.Entity{model.Clock{Length: 4 * time.Hour, Since: since}})
		face := projector.NewFace(words.For("en"), fyne.Size{})
		face.Resize(fyne.NewSize(1280, 720))
		var seen []string
		var before, after runtime.MemStats
		over := make(chan struct{})
		tick := func() {
			at := now()
			face.Tell(b, ui.Second(at))
			if said := digits(face); len(seen) == 0 || said != seen[len(seen)-1] {
				seen = append(seen, said)
				if after := at.Sub(at.Truncate(time.Second)); after > 100*time.Millisecond && after < 900*time.Millisecond {
					t.Errorf("%s shows %v after its second", said, after)
				}
			}
			noise = noisy(30) - 15*time.Millisecond
			if len(seen) == 1800 {
				runtime.GC()
				runtime.ReadMemStats(&before)
			}
		}
		var drawing sync.Mutex // one goroutine draws
		draw := func(f func()) {
			drawing.Lock()
			defer drawing.Unlock()
			f()
		}
		go ui.Beat(over, func(f func()) {
			time.AfterFunc(late(60), func() { draw(f) })
		}, now, tick)
		defer synctest.Wait()
		defer close(over)
		time.Sleep(2 * time.Second)
		for end := time.Now().Add(2 * time.Hour); time.Now().Before(end); {
			time.Sleep(edits(2000))
			draw(tick) // an edit, at any time
		}
		if len(seen) < 7200 {
			t.Fatalf("%d seconds showed", len(seen))
		}
		for i, said := range seen {
			left := 4*time.Hour - time.Duration(i+1)*time.Second
			if want := words.Span(left); said != want {
				t.Fatalf("the second %d shows %s, want %s", i, said, want)
			}
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		if grew := int64(after.HeapAlloc) - int64(before.HeapAlloc); grew > 1<<20 {
			t.Errorf("the last 90 minutes took %d bytes", grew)
		}
	})
}

// beamed is the projector's window, or nil.
func beamed(s *seat) fyne.Window {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if strings.Contains(w.Title(), s.words.T("projector.title")) {
			return w
		}
	}
	return nil
}

// The room sees no time that stands still: its window is closed with the race. Going back
// to a backup opens the race again, and leaves it.
func TestTheProjectorIsClosedWithTheRace(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{backups: []ui.Backup{{Path: "/b/1", At: time.Unix(1e9, 0)}}})
	s.press(s.words.T("projector.button"))
	s.until("it is open", func() bool { return beamed(s) != nil })
	s.press(s.words.T("backups"))
	s.press(s.words.T("backup.restore"))
	s.press(s.words.T("backup.sure"))
	s.says(s.words.T("rescue.done", "home.race.kept"))
	if beamed(s) == nil {
		t.Error("the way to a backup closed it")
	}
	s.press(s.words.T("races"))
	s.says(s.words.T("start.lead"))
	if beamed(s) != nil {
		t.Error("it is still open")
	}
}

// screen is what the race says that the room sees.
func (s *seat) screen() model.Screen {
	s.Helper()
	b, err := s.shelf.races[home].Load(s.Context())
	if err != nil {
		s.Fatal(err)
	}
	return b.Screen()
}

func TestWhatTheRoomSeesIsChosenAtTheDesk(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	s.press(s.words.T("projector.button"))
	s.says(s.words.T("projector.close"))
	if w := beamed(s); w == nil {
		t.Fatal("the button does not open the projector")
	} else if got := digits(w.Content()); got != "48:00:00" {
		t.Errorf("the room sees %q", got)
	}
	s.turns(s.words.T("projector.face.figures"))
	figures := s.words.T("projector.face.figures")
	s.until("the figures", func() bool { return s.screen().Face == model.FaceFigures && s.chip(figures).On() && s.quiet() })
	s.looks("beam/remote")

	s.entry(s.words.T("projector.message.hint")).SetText("Lunch!")
	s.press(s.words.T("sheet.done"))
	s.until("what was written is kept, and not shown", func() bool {
		return s.screen() == model.Screen{Rev: s.screen().Rev, Face: model.FaceFigures, Message: "Lunch!"}
	})
	for _, face := range []model.Face{model.FaceMessage, model.FaceBlack, model.FaceAddress, model.FacePitch, model.FaceFigures, model.FaceClock} {
		key := form.FaceKeys[face] // as the remote names it
		s.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key})
		s.until(fmt.Sprintf("%s shows the %s", key, face), func() bool { return s.screen().Face == face })
		if face == model.FaceAddress || face == model.FacePitch { // there is none
			s.says(s.words.T("projector.empty." + string(face)))
		}
	}
	s.press(s.words.T("projector.button"))
	s.press(s.words.T("projector.close"))
	s.says(s.words.T("projector.open"))
	if beamed(s) != nil {
		t.Error("the projector is open after it was closed")
	}
}

// What the room sees, in every face, dark and light, and on a screen that stands.
func TestFacesLook(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(ui.Look(ui.Tones()[0]))
	at := time.Date(2026, 3, 14, 8, 0, 0, 0, time.Local)
	for _, light := range []bool{false, true} {
		for _, face := range model.Faces {
			b := model.NewBoard(0, nil)
			for i, e := range small() {
				b.Apply(e.Stamped(int64(i+1), at))
			}
			b = model.NewBoard(9, append(b.Entities(), model.Clock{Length: 2 * time.Hour, Since: at.Add(-time.Minute)},
				model.Segment{ID: "s", Phase: "Research", Title: "Lecture", Length: time.Hour}, model.Segment{ID: "t", Title: "Lunch", Start: time.Hour},
				model.Timer{ID: "e", Name: "Exercise", Length: 7 * time.Minute, Run: model.Run{Used: time.Minute, Since: at}},
				model.Pitch{Stage: model.Project, Cards: []model.ID{b.Column(model.Project)[0].ID}, Length: 3 * time.Minute, Run: model.Run{Since: at}},
				model.Screen{Face: face, Message: "Lunch at noon", Address: "example.org", Light: light}))
			size := fyne.NewSize(1280, 720)
			if light {
				size = fyne.NewSize(720, 1280)
			}
			f := projector.NewFace(words.For("sv"), fyne.Size{})
			w := test.NewTempWindow(t, f)
			w.SetPadded(false)
			w.Resize(size)
			f.Tell(b, at)
			s := &seat{T: t}
			s.golden(fmt.Sprintf("beam/%s-light-%v.txt", face, light), drawn(test.RenderToMarkup(w.Canvas())))
		}
	}
}

// With one display the room's window has the keys: they mean there what they mean at
// the board.
func TestTheProjectorsWindowHasTheKeysToo(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.press(s.words.T("projector.button"))
	room := beamed(s)
	typed := func(key fyne.KeyName) { room.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key}) }
	for key, face := range map[fyne.KeyName]model.Face{fyne.KeyF7: model.FaceFigures, fyne.KeyF10: model.FaceBlack, fyne.KeyF6: model.FaceClock} {
		typed(key)
		s.until(fmt.Sprintf("%s shows the %s", key, face), func() bool { return s.screen().Face == face && s.quiet() })
	}
	typed(fyne.KeyF5)
	if beamed(s) != nil {
		t.Error("F5 does not close the window that it opened")
	}
}
