package ui_test

import (
	"crypto/pbkdf2"
	"crypto/sha256"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// locked is a desk whose controls are locked with a PIN, and a hand on its clock.
func locked(t *testing.T, pin string) *seat {
	t.Helper()
	s := sit(t, "en", home, &fakeShelf{})
	lock := model.Lock{Salt: []byte("salt"), Rounds: 10} // quick, where one is tried so often
	var err error
	if lock.Hash, err = pbkdf2.Key(sha256.New, pin, lock.Salt, lock.Rounds, sha256.Size); err != nil {
		t.Fatal(err)
	}
	s.there(func(b *model.Board) (model.Edit, error) { return b.SetLock(lock) })
	s.says(s.words.T("lock.locked"))
	return s
}

// tries writes a PIN and waits for what it sets off.
func (s *seat) tries(pin, says string) {
	s.Helper()
	field, on := s.window.Canvas().Focused().(*kit.Entry)
	if !on {
		s.Fatal("the keys are not on the PIN")
	}
	field.SetText(pin)
	s.press(s.words.T("lock.enter"))
	s.says(says)
}

func TestTheControlsAskForThePIN(t *testing.T) {
	s := locked(t, "åtta")
	for _, button := range []string{"race.button", "report.button", "programme.button", "backups", "races", "projector.button", "size.normal", "tone.light"} {
		s.press(s.words.T(button))
		s.says(s.words.T("lock.ask"))
		s.press(s.words.T("cancel"))
	}
	s.press(s.words.T("race.button"))
	s.tries("nio!", s.words.T("lock.wrong"))
	s.tries("a\u030atta", s.words.T("race.title")) // the same letters, put together otherwise
	s.press(s.words.T("sheet.done"))
	s.press(s.words.T("backups")) // it is open for a while
	s.says(s.words.T("backups.note"))
	s.later(6 * time.Minute)
	s.until("it locks by itself", func() bool { return s.text(s.words.T("backups.note")) == nil })
	s.press(s.words.T("backups"))
	s.says(s.words.T("lock.ask"))
}

func TestLockingAtOnce(t *testing.T) {
	s := locked(t, "1234")
	s.press(s.words.T("lock.locked"))
	s.tries("1234", s.words.T("lock.now"))
	s.press(s.words.T("lock.now"))
	s.press(s.words.T("race.button"))
	s.says(s.words.T("lock.ask"))
}

// After five wrong PINs one waits, longer each time, also when the panel was closed.
func TestWrongPINsWaitLongerEachTime(t *testing.T) {
	s := locked(t, "1234")
	s.press(s.words.T("race.button"))
	for range 4 {
		s.tries("0000", s.words.T("lock.wrong"))
	}
	s.tries("0000", s.words.T("lock.wait", words.Brief(30*time.Second)))
	s.press(s.words.T("cancel"))
	s.press(s.words.T("race.button"))
	s.tries("1234", s.words.T("lock.wait", words.Brief(30*time.Second)))
	if field := s.window.Canvas().Focused().(*kit.Entry); field.Text != "" {
		t.Errorf("%q waits to be tried", field.Text)
	}
	s.later(31 * time.Second)
	s.says(s.words.T("lock.ask"))
	s.tries("0000", s.words.T("lock.wait", words.Brief(time.Minute)))
	s.later(61 * time.Second)
	s.says(s.words.T("lock.ask"))
	s.tries("1234", s.words.T("race.title"))
}

// Whoever starts the program anew waits no less; the right PIN ends it all.
func TestWrongPINsAreRememberedAcrossARestart(t *testing.T) {
	s := locked(t, "1234")
	s.press(s.words.T("race.button"))
	for range 4 {
		s.tries("0000", s.words.T("lock.wrong"))
	}
	again := func() {
		s.again("en", home)
		s.says(s.words.T("lock.locked"))
		s.press(s.words.T("race.button"))
	}
	again()
	s.tries("0000", s.words.T("lock.wait", words.Brief(30*time.Second)))
	again()
	s.says(s.words.T("lock.wait", words.Brief(30*time.Second)))
	s.later(20 * time.Second)
	again()
	s.says(s.words.T("lock.wait", words.Brief(10*time.Second)))
	s.later(-24 * time.Hour) // the computer's clock was set back
	again()
	s.says(s.words.T("lock.wait", words.Brief(15*time.Minute)))
	s.later(16 * time.Minute)
	s.says(s.words.T("lock.ask"))
	s.tries("1234", s.words.T("race.title"))
	again()
	for range 4 {
		s.tries("0000", s.words.T("lock.wrong"))
	}
}

// What runs is seen above the board, and steered by those who know the PIN.
func TestARunningTimerAsksForThePIN(t *testing.T) {
	s := locked(t, "1234")
	s.there(func(b *model.Board) (model.Edit, error) { return b.AddTimer("Exercise", time.Minute) })
	id := s.stored().Timers()[0].ID
	s.there(func(b *model.Board) (model.Edit, error) { return b.TurnTimer(id, time.Now()) })
	s.until("the timer is seen", func() bool { return s.runs("Exercise") })
	for _, c := range all[*kit.Chip](s) {
		if strings.HasPrefix(c.Text(), "Exercise") {
			test.Tap(c)
		}
	}
	s.says(s.words.T("lock.ask"))
	s.tries("1234", s.words.T("timers.pause"))
}

// A passing hand does not end the projector.
func TestTheProjectorIsNotLeftWithoutThePIN(t *testing.T) {
	s := locked(t, "1234")
	s.press(s.words.T("projector.button"))
	s.tries("1234", s.words.T("projector.close"))
	room := beamed(s)
	escape := func() { room.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	s.press(s.words.T("lock.now"))
	escape()
	s.says(s.words.T("lock.ask"))
	if beamed(s) == nil {
		t.Fatal("a hand that passes ends the projector")
	}
	s.tries("1234", s.words.T("lock.now"))
	s.until("it is closed by who knows the PIN", func() bool { return beamed(s) == nil })
	s.press(s.words.T("projector.button"))
	s.says(s.words.T("projector.close"))
	room = beamed(s)
	escape() // the controls are open
	s.until("it is closed at once", func() bool { return beamed(s) == nil })
}

// A setting cannot be taken back around the lock; a card can.
func TestUndoDoesNotGoAroundTheLock(t *testing.T) {
	s := locked(t, "1234")
	s.press(s.words.T("race.button"))
	s.tries("1234", s.words.T("race.title"))
	s.entry("Race at home").SetText("Winter")
	s.press(s.words.T("sheet.done"))
	s.says("Winter")
	s.press(s.words.T("lock.now"))
	s.press(s.words.T("undo.what", s.words.T("edit.race")))
	s.says(s.words.T("lock.ask"))
	s.tries("1234", "Race at home")
}

// What leads back to a sheet that is kept does not go around the lock.
func TestTheWayBackFromTheLogIsKept(t *testing.T) {
	s := locked(t, "1234")
	s.press(s.words.T("race.button"))
	s.tries("1234", s.words.T("race.title"))
	s.press(s.words.T("deviations.sheet"))
	s.says(s.words.T("deviations.write"))
	s.press(s.words.T("lock.now"))
	s.until("the log is kept too", func() bool { return s.button(s.words.T("deviations.write")) == nil })
	if s.text(s.words.T("race.title")) != nil {
		t.Error("the race's sheet is open to everybody")
	}
}

// A PIN is written twice, and what is not one is told of.
func TestMakingALock(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.clockRemote()
	s.press(s.words.T("lock.open"))
	s.tries("123", s.words.T("error.pin"))
	s.tries("🐟🐟🐟🐟", s.words.T("error.pin")) // the digits on the screen could not write it
	s.tries("0704", s.words.T("lock.again"))
	s.tries("070", s.words.T("error.pin"))
	s.tries("0705", s.words.T("lock.differs"))
	s.tries("0704", s.words.T("lock.again"))
	s.tries("0704", s.words.T("lock.locked"))
	s.press(s.words.T("race.button"))
	s.tries("0704", s.words.T("race.title"))
}

// clockRemote opens the remote by tapping on the clock.
func (s *seat) clockRemote() {
	s.Helper()
	s.says("Race at home")
	test.TapCanvas(s.window.Canvas(), fyne.NewPos(s.window.Canvas().Size().Width-60, 30))
	s.says(s.words.T("clock.sheet"))
}
