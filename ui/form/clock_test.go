package form_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/form"
)

var noon = time.Date(2026, 3, 14, 12, 0, 0, 0, time.Local)

// A remote is one in hands, with the clock that it sets.
type remote struct {
	paper
	*form.Clock
	clock model.Clock
	log   []string
}

func hold(t *testing.T, c model.Clock) *remote {
	t.Helper()
	r := &remote{clock: c}
	note := func(what string) func() { return func() { r.log = append(r.log, what) } }
	r.Clock = form.NewClock(c, noon, w, form.ClockActs{
		Change: func(how form.ClockChange) {
			r.clock = how(r.clock, noon)
			r.Show(r.clock, noon)
		},
		Over: func(text string) { note("over " + text)() }, Try: note("try"),
		Gong: func(on bool) { note(fmt.Sprint("gong ", on))() }, Gonging: func() bool { return true },
		Projector: note("projector"), Lock: note("lock"), Close: note("close"),
	})
	r.paper = lay(t, r.Clock.Object)
	return r
}

// The gong is this computer's, and can be heard before it matters.
func TestTheGongIsTurnedOnAndTried(t *testing.T) {
	r := hold(t, model.Clock{Length: 48 * time.Hour})
	chip := r.chip(w.T("clock.gong"))
	if !chip.On() {
		t.Error("it is on, and does not say so")
	}
	test.Tap(chip)
	test.Tap(chip)
	r.press(w.T("clock.gong.try"))
	if want := []string{"gong false", "gong true", "try"}; !slices.Equal(r.log, want) || !chip.On() {
		t.Errorf("asked for %q, want %q; on is %v", r.log, want, chip.On())
	}
}

func TestClockRemote(t *testing.T) {
	r := hold(t, model.Clock{Length: 48 * time.Hour})
	for _, c := range []struct {
		press string
		want  model.Clock
	}{
		{w.T("clock.start"), model.Clock{Length: 48 * time.Hour, Since: noon.UTC()}},
		{w.T("clock.more", 10), model.Clock{Length: 48*time.Hour + 10*time.Minute, Since: noon.UTC()}},
		{w.T("clock.less", 60), model.Clock{Length: 47*time.Hour + 10*time.Minute, Since: noon.UTC()}},
		{w.T("clock.less", 10), model.Clock{Length: 47 * time.Hour, Since: noon.UTC()}},
		{w.T("clock.more", 60), model.Clock{Length: 48 * time.Hour, Since: noon.UTC()}},
		{w.T("clock.pause"), model.Clock{Length: 48 * time.Hour}},
	} {
		if r.press(c.press); r.clock != c.want {
			t.Errorf("%s makes it %+v, want %+v", c.press, r.clock, c.want)
		}
	}
	for _, label := range []string{w.T("clock.projector"), w.T("lock.open"), w.T("sheet.done")} {
		r.press(label)
	}
	if want := []string{"projector", "lock", "close"}; !slices.Equal(r.log, want) {
		t.Errorf("asked for %q, want %q", r.log, want)
	}
}

// What would become of the clock stands beneath what is typed, before it is set.
func TestTheEndIsSetToATimeOfDay(t *testing.T) {
	r := hold(t, model.Clock{Length: 48 * time.Hour}.Start(noon))
	r.write(w.T("clock.end"), "17.05")
	if !r.says(w.T("clock.end.preview", "at 17:05", words.Brief(5*time.Hour+5*time.Minute))) {
		t.Error("it does not say what would become of the clock")
	}
	if r.clock.Length != 48*time.Hour {
		t.Error("it was set before anybody asked")
	}
	r.entry(w.T("clock.end")).OnSubmitted("")
	if left := r.clock.Left(noon); left != 5*time.Hour+5*time.Minute {
		t.Errorf("%v left", left)
	}
	r.write(w.T("clock.end"), "25")
	r.entry(w.T("clock.end")).OnSubmitted("")
	if left := r.clock.Left(noon); left != 5*time.Hour+5*time.Minute || !r.says(w.T("clock.end.hint")) {
		t.Errorf("%v left after nonsense, or nothing was said", left)
	}
}

func TestResettingTakesTwoPresses(t *testing.T) {
	r := hold(t, model.Clock{Length: 48 * time.Hour, Used: time.Hour})
	if r.press(w.T("clock.reset")); r.clock.Used != time.Hour {
		t.Error("one press was enough")
	}
	if r.press(w.T("clock.reset.sure", "48:00:00")); r.clock.Used != 0 {
		t.Error("two presses were not enough")
	}
}

func TestLengthOfTheRaceIsReadInHours(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"36": 36 * time.Hour, "1,5": 90 * time.Minute, "48:10": 48*time.Hour + 10*time.Minute, "720": 720 * time.Hour,
		"": 0, "x": 0, "0": 0, "-3": 0, "2400": 0, "721": 0,
	} {
		r := hold(t, model.Clock{Length: time.Hour})
		r.write(w.T("clock.length"), text)
		r.entry(w.T("clock.length")).OnSubmitted("")
		hint := r.says(w.T("clock.hint")) || r.says(w.T("error.length"))
		if limits := text != "" && text != "x"; want == 0 && r.says(w.T("error.length")) != limits {
			t.Errorf("%q: the limits are told or not, want %v", text, limits)
		}
		if hint != (want == 0) || want == 0 && r.clock.Length != time.Hour || want > 0 && r.clock.Length != want {
			t.Errorf("%q makes it %v, want %v, or a hint", text, r.clock.Length, want)
		}
	}
}

func TestTheMomentsBeforeTheEnd(t *testing.T) {
	r := hold(t, model.Clock{Length: 48 * time.Hour})
	r.write(w.T("clock.warn"), "30")
	r.entry(w.T("clock.warn")).OnSubmitted("")
	r.write(w.T("clock.danger"), "5 min")
	r.entry(w.T("clock.danger")).OnSubmitted("")
	if warn, danger := r.clock.Moments(); warn != 30*time.Minute || danger != 5*time.Minute {
		t.Errorf("warns at %v, alarms at %v", warn, danger)
	}
	r.write(w.T("clock.danger"), "")
	r.entry(w.T("clock.danger")).OnSubmitted("")
	if _, danger := r.clock.Moments(); danger != 15*time.Minute {
		t.Errorf("alarms at %v, want the usual", danger)
	}
}

func TestTheTextOfOvertimeIsStoredWhenTheRemoteIsLeft(t *testing.T) {
	r := hold(t, model.Clock{Length: time.Hour, Over: "Stop"})
	if r.Save(); len(r.log) > 0 {
		t.Errorf("asked for %q, though nothing was written", r.log)
	}
	r.write(w.T("clock.over"), " Pens  down ")
	r.Save()
	if want := []string{"over Pens down"}; !slices.Equal(r.log, want) {
		t.Errorf("asked for %q, want %q", r.log, want)
	}
	r.write(w.T("clock.over"), strings.Repeat("x", 5000))
	if !r.says(w.T("error.over")) || len(r.entry(w.T("clock.over")).Text) != 5000 {
		t.Error("a long text is not told of, or not kept")
	}
}

func TestTheClockRemoteFollowsTheClock(t *testing.T) {
	r := hold(t, model.Clock{Length: time.Hour})
	r.Show(model.Clock{Length: 70 * time.Minute, Since: noon}, noon)
	if !r.offers(w.T("clock.pause")) || r.offers(w.T("clock.start")) || r.entry(w.T("clock.length")).Text != "1:10" {
		t.Errorf("the remote of a running clock of 1:10 shows %q", r.entry(w.T("clock.length")).Text)
	}
	r.write(w.T("clock.length"), "4")
	r.Show(model.Clock{Length: 80 * time.Minute}, noon)
	if !r.offers(w.T("clock.start")) || r.entry(w.T("clock.length")).Text != "4" {
		t.Errorf("what is being typed became %q", r.entry(w.T("clock.length")).Text)
	}
}
