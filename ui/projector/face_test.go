package projector

import (
	"image/color"
	"os"
	"regexp"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/assets/words"
	"racedesk/model"
)

func TestMain(m *testing.M) {
	test.NewApp()
	os.Exit(m.Run())
}

func TestReading(t *testing.T) {
	const s, ms = time.Second, time.Millisecond
	for left, want := range map[time.Duration]struct {
		text string
		ink  color.Color
	}{
		120 * time.Hour:          {"120:00:00", digits},
		48 * time.Hour:           {"48:00:00", digits},
		48*time.Hour - ms:        {"48:00:00", digits}, // a started second counts
		48*time.Hour - s:         {"47:59:59", digits},
		2*time.Hour + ms:         {"02:00:01", digits},
		2 * time.Hour:            {"02:00:00", warning},
		time.Hour + ms:           {"01:00:01", warning},
		time.Hour:                {"01:00:00", warning},
		time.Hour - ms:           {"01:00:00", warning},
		time.Hour - s:            {"59:59", warning}, // the hours leave
		15*time.Minute + ms:      {"15:01", warning},
		15 * time.Minute:         {"15:00", danger},
		s:                        {"00:01", danger},
		ms:                       {"00:01", danger},
		0:                        {"00:00", danger},
		-ms:                      {"00:00", danger}, // no overtime before a second of it
		-s + ms:                  {"00:00", danger},
		-s:                       {"+00:01", danger},
		-90*s - 500*ms:           {"+01:30", danger},
		-25*time.Hour - 7*s + ms: {"+25:00:06", danger},
	} {
		if text, ink := reading(left); text != want.text || ink != want.ink {
			t.Errorf("%v left reads %s in %v, want %s in %v", left, text, ink, want.text, want.ink)
		}
	}
}

var clock = regexp.MustCompile(`^\+?(\d\d:)?\d\d:\d\d$`)

// Second by second, the room sees the time fall and never anything but digits.
func TestReadingCountsDown(t *testing.T) {
	before := ""
	for left := 3 * time.Hour; left > -3*time.Hour; left -= time.Second {
		text, _ := reading(left - 300*time.Millisecond)
		if text == before && left != 0 { // the end stands for two
			t.Fatalf("%v left reads %s, as the second before", left, text)
		}
		if !clock.MatchString(text) {
			t.Fatalf("%v left reads %q", left, text)
		}
		before = text
	}
}

func TestSentence(t *testing.T) {
	start := time.Date(2026, 3, 14, 8, 0, 0, 0, time.Local)
	agenda := model.Agenda{{Title: "Lecture", Start: time.Hour, Length: time.Hour}, {Title: "Lunch", Start: 3 * time.Hour, Length: time.Hour}}
	for name, c := range map[string]struct {
		agenda  model.Agenda
		elapsed time.Duration
		want    string
	}{
		"no agenda":     {nil, time.Hour, ""},
		"before it":     {agenda, 0, "Next: Lecture at 09:00"},
		"first begins":  {agenda, time.Hour, "Lecture   ·   Next: Lunch at 11:00"},
		"between":       {agenda, 2 * time.Hour, "Next: Lunch at 11:00"},
		"the last":      {agenda, 4*time.Hour - 1, "Lunch"},
		"all is over":   {agenda, 4 * time.Hour, ""},
		"long overtime": {agenda, 99 * time.Hour, ""},
	} {
		f := newFace(words.For("en"))
		f.show(model.Clock{Length: 48 * time.Hour, Since: start}, c.agenda, start.Add(c.elapsed))
		if got := f.sentence(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// said is what the digits of a face show, in the places where they stand.
func said(f *face) (text string) {
	for _, p := range f.places {
		if !p.Hidden {
			text += p.Text
		}
	}
	return text
}

// Whatever the screen, the clock stays on it.
func TestDigitsFitEveryScreen(t *testing.T) {
	now := time.Now()
	for _, size := range []fyne.Size{fyne.NewSize(1920, 1080), fyne.NewSize(320, 180), fyne.NewSize(1080, 1920), fyne.NewSize(3840, 400), {}} {
		for _, left := range []time.Duration{120 * time.Hour, time.Hour, time.Minute, -time.Minute} {
			f := newFace(words.For("en"))
			f.Resize(size)
			f.show(model.Clock{Length: left}, nil, now)
			if want, _ := reading(left); said(f) != want {
				t.Errorf("the face says %q, want %q", said(f), want)
			}
			for _, p := range f.places {
				end := p.Position().Add(p.Size())
				if p.Position().X < 0 || p.Position().Y < 0 || end.X > size.Width+0.5 || end.Y > size.Height+0.5 {
					t.Errorf("%v on %v: a digit from %v to %v", left, size, p.Position(), end)
				}
			}
		}
	}
}

// The digits that a shorter time leaves over are gone, and come back in overtime.
func TestHoursLeaveAndComeBack(t *testing.T) {
	f := newFace(words.For("en"))
	f.Resize(fyne.NewSize(1920, 1080))
	since := time.Unix(1e9, 0)
	for _, elapsed := range []time.Duration{0, 3 * time.Hour, 5 * time.Hour} {
		f.show(model.Clock{Length: 4 * time.Hour, Since: since}, nil, since.Add(elapsed+time.Minute))
		if want, _ := reading(4*time.Hour - elapsed - time.Minute); said(f) != want {
			t.Errorf("after %v the face says %q, want %q", elapsed, said(f), want)
		}
	}
}

func TestBarOfTheWholeRace(t *testing.T) {
	f := newFace(words.For("en"))
	f.Resize(fyne.NewSize(1000, 600))
	agenda := model.Agenda{{Start: 0}, {Start: time.Hour}, {Start: 3 * time.Hour}, {Start: 4 * time.Hour}}
	since := time.Unix(1e9, 0)
	for elapsed, share := range map[time.Duration]float32{0: 0, time.Hour: 0.25, 4 * time.Hour: 1, 9 * time.Hour: 1} {
		f.show(model.Clock{Length: 4 * time.Hour, Since: since}, agenda, since.Add(elapsed))
		if got := f.spent.Size().Width / f.rail.Size().Width; got != share {
			t.Errorf("after %v the bar is %v full, want %v", elapsed, got, share)
		}
	}
	shown := 0
	for _, tick := range f.ticks {
		if !tick.Hidden {
			shown++
		}
	}
	if shown != 2 {
		t.Errorf("%d ticks within the bar, want 2", shown)
	}
	f.show(model.Clock{}, agenda, since) // a race without length
	if f.spent.Size().Width != 0 {
		t.Errorf("the bar of a race without length is %v wide", f.spent.Size().Width)
	}
}
