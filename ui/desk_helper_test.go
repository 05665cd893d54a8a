package ui_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui"
	"racedesk/ui/kit"
)

var update = flag.Bool("update", false, "write the goldens anew, to be looked at")

// A fakeShelf keeps races in memory, by address, and fails on command.
type fakeShelf struct {
	races   map[string]*moody
	refuse  map[string]error // what opening an address is refused with
	backups []ui.Backup
	asked   []string      // for what, in order
	disk    chan struct{} // which the folder of backups lies on, and new races: it answers when it is closed
}

// spin waits until the disk answers, if it is one that does not at once.
func (f *fakeShelf) spin() {
	if f.disk != nil {
		<-f.disk
	}
}

func (f *fakeShelf) Open(_ context.Context, address string) (model.Store, error) {
	f.asked = append(f.asked, "open "+address)
	if err := f.refuse[address]; err != nil {
		return nil, err
	}
	if f.races[address] == nil {
		return nil, model.ErrMissing
	}
	return f.races[address], nil
}

func (f *fakeShelf) Create(ctx context.Context, address string, edits ...model.Edit) error {
	f.spin()
	f.races[address] = newMoody()
	for _, e := range edits {
		if _, err := f.races[address].Memory.Commit(ctx, e); err != nil {
			return err
		}
	}
	return nil
}

func (f *fakeShelf) Races(context.Context, string) ([]ui.Listed, error) {
	return []ui.Listed{{Title: "Winter", Address: "postgres://desk@server/race?race=winter"}}, nil
}

func (f *fakeShelf) OnServer(server, race string) string { return server + "?race=" + race }

func (f *fakeShelf) Remote(address string) bool {
	return len(address) > 9 && address[:9] == "postgres:"
}

func (f *fakeShelf) Shown(address string) string { return address }

func (f *fakeShelf) Backups(string, string) ([]ui.Backup, error) {
	f.spin()
	return f.backups, nil
}

func (f *fakeShelf) NewestGood(context.Context, string, string) (ui.Backup, error) {
	if len(f.backups) == 0 {
		return ui.Backup{}, model.ErrMissing
	}
	return f.backups[0], nil
}

func (f *fakeShelf) Restore(_ context.Context, path, backup string) (string, error) {
	f.asked = append(f.asked, "restore "+backup)
	delete(f.refuse, path)
	return path + ".kept", nil
}

// A seat is somebody at a desk in a window of the toolkit's test driver.
type seat struct {
	*testing.T
	app    fyne.App
	crank  crank
	shelf  *fakeShelf
	window fyne.Window
	words  *words.Words
	ahead  atomic.Int64 // how much time has passed

	printer press // that prints reports
	catch   catch // what the window does with what is dropped and pasted
	heard   heard
	rested  func()        // what a hand that rests sets off, if it wrote
	dir     string        // of its data
	waits   time.Duration // how long it is waited for
	refusal error         // what Run returned; the test driver's window does not wait
}

// now is the time of the computer that the desk is on: it stands still.
func (s *seat) now() time.Time { return time.Unix(1e9, s.ahead.Load()) }

// later lets time pass.
func (s *seat) later(by time.Duration) { s.ahead.Add(int64(by)) }

const home = "/races/home.race"

// sit opens the desk on an address, with a small race at home.
func sit(t *testing.T, lang, address string, shelf *fakeShelf) *seat {
	t.Helper()
	s := &seat{T: t, shelf: shelf, words: words.For(lang)}
	if shelf.races == nil {
		shelf.races = map[string]*moody{}
	}
	if err := shelf.Create(t.Context(), home, small()...); err != nil {
		t.Fatal(err)
	}
	s.app, s.dir = test.NewTempApp(t), t.TempDir()
	s.run(lang, address)
	return s
}

// run opens the desk's window.
func (s *seat) run(lang, address string) {
	s.refusal = ui.Run(catcher{s.app, &s.catch}, ui.Options{Address: address, Locale: lang, DataDir: s.dir, Shelf: s.shelf, OnMain: s.crank.onMain,
		Now: s.now, After: s.after, Export: s.printer.export, Preview: s.printer.preview, Inspect: inspect, Size: fyne.NewSize(1900, 900),
		Ring: s.heard.ring})
	windows := s.app.Driver().AllWindows()
	s.window = windows[len(windows)-1] // the newest
}

// again ends the program and starts it anew on the same computer.
func (s *seat) again(lang, address string) {
	s.window.Close()
	s.run(lang, address)
}

// after is a clock that only runs when the test lets the hand rest.
func (s *seat) after(wait time.Duration, f func()) func() bool {
	s.rested, s.waits = f, wait
	return func() bool {
		s.rested = nil
		return true
	}
}

// rest lets the hand rest that wrote.
func (s *seat) rest() {
	s.Helper()
	if s.rested == nil {
		s.Fatal("nobody waits for the hand to rest")
	}
	f := s.rested
	s.rested = nil
	f()
}

// small is a race with a card of each stage and one that is parked.
func small() []model.Edit {
	card := func(stage model.Stage, id model.ID, title string, more ...func(*model.Card)) model.Change {
		c := model.Card{ID: id, Stage: stage, Title: title, Groups: []model.ID{"g"}}
		for _, f := range more {
			f(&c)
		}
		return model.Change{After: c}
	}
	return []model.Edit{{Label: model.LabelSample, Changes: []model.Change{
		{After: model.Race{Title: "Race at home", Place: "Here"}}, {After: model.Clock{Length: 48 * time.Hour}},
		{After: model.Group{ID: "g", Name: "Farmers"}}, {After: model.Group{ID: "h", Name: "Sailors", Style: 2, Order: 1}},
		card(model.Problem, "a", "No bank in the village"),
		card(model.Problem, "b", "Nets cost a year's fish", func(c *model.Card) { c.Groups, c.Votes = []model.ID{"h"}, 3 }),
		card(model.Problem, "c", "Parked problem", func(c *model.Card) { c.Parked = true }),
		card(model.Project, "p", "Village till", func(c *model.Card) { c.Leader, c.Designers = "A.B.", []string{"C.D."} }),
		card(model.Product, "q", "Loan by boat"), {After: model.NewLink("a", "p")},
	}}}
}

// holds keeps the race at home from storing anything until that is let go.
func (s *seat) holds() (letGo func()) {
	store := s.shelf.races[home]
	store.mu.Lock()
	defer store.mu.Unlock()
	hold := make(chan struct{})
	store.hold = hold
	return func() { close(hold) }
}

// until turns the crank until it is so, for ten seconds at most.
func (s *seat) until(what string, so func() bool) {
	s.Helper()
	for end := time.After(10 * time.Second); ; {
		s.crank.turn()
		if so() {
			return
		}
		select {
		case <-end:
			s.Fatalf("%s: not so after ten seconds", what)
		case <-time.After(time.Millisecond):
		}
	}
}

// all returns what is to be seen of one kind.
func all[O fyne.CanvasObject](s *seat) (found []O) {
	for _, o := range test.LaidOutObjects(s.window.Content()) {
		if o, ok := o.(O); ok && o.Visible() {
			found = append(found, o)
		}
	}
	return found
}

// says waits until a text is to be seen, on a button or else.
func (s *seat) says(text string) {
	s.Helper()
	s.until(text, func() bool { return s.button(text) != nil || s.text(text) != nil })
}

func (s *seat) button(label string) *kit.Button {
	for _, b := range all[*kit.Button](s) {
		if b.Text == label {
			return b
		}
	}
	return nil
}

func (s *seat) text(content string) *kit.Text {
	for _, text := range all[*kit.Text](s) {
		if text.Content() == content {
			return text
		}
	}
	return nil
}

// follow taps a row once it is there.
func (s *seat) follow(title string) {
	s.Helper()
	find := func() int {
		return slices.IndexFunc(all[*kit.Row](s), func(r *kit.Row) bool { return r.Content() == title })
	}
	s.until("a row "+title, func() bool { return find() >= 0 })
	test.Tap(all[*kit.Row](s)[find()])
}

// press taps a button once it is there.
func (s *seat) press(label string) {
	s.Helper()
	s.until("a button "+label, func() bool { return s.button(label) != nil })
	test.Tap(s.button(label))
}

// open taps the card with a title.
func (s *seat) open(title string) {
	s.Helper()
	s.until("a card "+title, func() bool { return s.text(title) != nil })
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.text(title))
	test.TapCanvas(s.window.Canvas(), at.AddXY(2, 2))
}

// entry returns the entry that a text stands in.
func (s *seat) entry(text string) *kit.Entry {
	s.Helper()
	for _, e := range all[*kit.Entry](s) {
		if e.Text == text || e.PlaceHolder == text && e.Text == "" {
			return e
		}
	}
	s.Fatalf("no entry with %q", text)
	return nil
}

// looks compares what the window shows with a golden.
func (s *seat) looks(name string) {
	s.Helper()
	s.golden(name+".xml", test.RenderToMarkup(s.window.Canvas()))
}

// golden compares a text with the one that was looked at.
func (s *seat) golden(name, got string) {
	s.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			s.Fatal(err)
		}
	}
	if want, err := os.ReadFile(path); err != nil || string(want) != got {
		failed := filepath.Join(s.ArtifactDir(), filepath.Base(name))
		_ = os.WriteFile(failed, []byte(got), 0o600) // only to be looked at
		s.Errorf("%s looks otherwise (%v); go test ./ui -update writes it anew, then look what changed", name, err)
	}
}
