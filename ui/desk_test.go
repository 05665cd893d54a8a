package ui_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"racedesk/model"
	"racedesk/ui"
)

func TestFirstScreen(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		s := sit(t, lang, "", &fakeShelf{})
		s.says("RaceDesk")
		s.looks("start-" + lang)
	}
}

// A race on a stick that is not plugged in is not offered, and not forgotten.
func TestARaceOnAStickIsOfferedWhenItIsThere(t *testing.T) {
	s := sit(t, "en", "", &fakeShelf{})
	stick, other := filepath.Join(s.dir, "stick"), filepath.Join(s.dir, "other.race")
	recent := []string{filepath.Join(stick, "winter.race"), other}
	s.app.Preferences().SetStringList("recent", recent)
	write := func(path string) {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, nil, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	write(other)
	s.press("Svenska") // shows the first screen anew
	s.says("other")
	if s.button("winter") != nil {
		t.Error("it is offered without the stick")
	}
	if kept := s.app.Preferences().StringList("recent"); !slices.Equal(kept, recent) {
		t.Errorf("of the races there are %q", kept)
	}
	write(recent[0])
	s.press("English")
	s.says("winter")
}

func TestBoardAndPanels(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		shelf := &fakeShelf{backups: []ui.Backup{
			{Path: "/b/2", At: time.Date(2026, 3, 14, 12, 10, 0, 0, time.Local)}, {Path: "/b/1", At: time.Date(2026, 3, 14, 12, 0, 0, 0, time.Local), Missing: 2}}}
		s := sit(t, lang, home, shelf)
		s.says("Race at home")
		s.looks("board-" + lang)
		s.open("Village till")
		s.says(s.words.T("sheet.project"))
		s.looks("card-" + lang)
		for button, sheet := range map[string]string{"race.button": "race.sheet", "backups": "backups.note"} {
			s.press(s.words.T(button))
			s.says(s.words.T(sheet))
			s.looks(sheet[:4] + "-" + lang)
		}
		s.press(s.words.T("parked.button", 1))
		s.says(s.words.T("parked.sheet"))
		s.looks("parked-" + lang)
		s.press(s.words.T("tone.light"))
		s.looks("night-" + lang)
	}
}

// elsewhere changes the title of the card b at another desk.
func (s *seat) elsewhere(title string) {
	s.Helper()
	s.there(func(b *model.Board) (model.Edit, error) {
		c, _ := b.Card("b")
		c.Title = title
		return b.Write(c)
	})
	s.says(title)
}

// there does something at another desk.
func (s *seat) there(propose func(*model.Board) (model.Edit, error)) {
	s.Helper()
	board, err := s.shelf.races[home].Load(s.Context())
	if err != nil {
		s.Fatal(err)
	}
	theirs, err := propose(board)
	if err != nil {
		s.Fatal(err)
	}
	theirs.Desk = "wall#x"
	if _, err := s.shelf.races[home].Memory.Commit(s.Context(), theirs); err != nil {
		s.Fatal(err)
	}
}

func TestMovingWithoutDragging(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.open("Nets cost a year's fish")
	s.press(s.words.T("sheet.move"))
	s.press("Village till")
	s.says(s.words.T("done."+model.LabelJoin, "Village till"))
	s.open("Village till")
	s.says(s.words.T("sheet.from", 2))
}

// What could not be stored stands on its line again.
func TestARefusedCardComesBackOnItsLine(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	store := s.shelf.races[home]
	store.mu.Lock()
	store.fail = []error{model.ErrFull}
	store.mu.Unlock()
	line := s.entry(s.words.T("column.add.problem"))
	line.SetText("On a full disk")
	line.OnSubmitted(line.Text)
	s.says(s.words.T("error.full"))
	s.until("the line has it again", func() bool { return line.Text == "On a full disk" })
}

func TestADamagedRaceIsOfferedFromItsBackup(t *testing.T) {
	shelf := &fakeShelf{refuse: map[string]error{home: fmt.Errorf("open: %w", model.ErrDamaged)},
		backups: []ui.Backup{{Path: "/b/1", At: time.Unix(1e9, 0), Missing: 7}}}
	s := sit(t, "en", home, shelf)
	s.press(s.words.T("rescue.open"))
	s.says("Race at home")
	if got := fmt.Sprint(shelf.asked); got != "[open "+home+" restore /b/1 open "+home+"]" {
		t.Errorf("asked for %s", got)
	}
	bare := sit(t, "en", home, &fakeShelf{refuse: map[string]error{home: model.ErrDamaged}})
	if !errors.Is(bare.refusal, model.ErrDamaged) {
		t.Errorf("the desk on a race that cannot be opened ends with %v", bare.refusal)
	}
	bare.says("home: " + s.words.T("rescue.none"))
}

func TestGoingBackToABackupAsksTwice(t *testing.T) {
	shelf := &fakeShelf{backups: []ui.Backup{{Path: "/b/1", At: time.Unix(1e9, 0)}}}
	s := sit(t, "en", home, shelf)
	s.press(s.words.T("backups"))
	s.press(s.words.T("backup.restore"))
	if len(shelf.asked) != 1 {
		t.Fatalf("asked for %q at the first press", shelf.asked)
	}
	s.press(s.words.T("backup.sure"))
	s.says(s.words.T("rescue.done", "home.race.kept"))
}

// Nobody at the wall waits for a disk: all goes on while it is read.
func TestASlowDiskHoldsUpNobody(t *testing.T) {
	shelf := &fakeShelf{backups: []ui.Backup{{Path: "/b/1", At: time.Unix(1e9, 0)}}}
	s := sit(t, "en", home, shelf)
	s.says("Race at home")
	shelf.disk = make(chan struct{})
	s.press(s.words.T("backups"))
	s.says("Race at home")
	close(shelf.disk)
	s.says(s.words.T("backups.note"))
	s.press(s.words.T("races"))
	s.says(s.words.T("start.lead"))
	shelf.disk = make(chan struct{})
	s.press(s.words.T("start.sample"))
	s.until("it is said", func() bool { return s.button(s.words.T("cancel")) != nil })
	close(shelf.disk)
	s.until("the race is open", func() bool { return s.button(s.words.T("races")) != nil })
}

func TestAServerAsksForThePassword(t *testing.T) {
	const server = "postgres://desk@server/race?race=winter"
	shelf := &fakeShelf{refuse: map[string]error{server: model.ErrNotLetIn}, races: map[string]*moody{}}
	if err := shelf.Create(t.Context(), server, small()...); err != nil {
		t.Fatal(err)
	}
	s := sit(t, "en", server, shelf)
	s.says(s.words.T("error.letin"))
	s.looks("server-en")
	delete(shelf.refuse, server)
	s.entry(s.words.T("server.password")).SetText("secret")
	s.press(s.words.T("server.show"))
	s.press("Winter")
	s.says("Race at home")
}

func TestAServerOutOfReach(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	s.shelf.races[home].reach <- model.ErrOffline
	s.says(s.words.T("error.offline"))
	s.press(s.words.T("tone.light")) // which builds the window anew
	s.says(s.words.T("error.offline"))
	s.shelf.races[home].reach <- nil
	s.until("nothing stands there any more", func() bool { return s.text(s.words.T("error.offline")) == nil })
}
