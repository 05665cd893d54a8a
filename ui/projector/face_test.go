package projector

import (
	"image"
	"image/color"
	"os"
	"regexp"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"racedesk/assets/words"
	"racedesk/model"
)

func TestMain(m *testing.M) {
	test.NewApp().Settings().SetTheme(house{test.Theme()})
	os.Exit(m.Run())
}

var houseBold, _ = fyne.LoadResourceFromPath("../../assets/fonts/NotoSans-Bold.ttf")

// house is a theme with the fonts of the house.
type house struct{ fyne.Theme }

// Color implements fyne.Theme: how things look is no matter here.
func (house) Color(fyne.ThemeColorName, fyne.ThemeVariant) color.Color { return color.Black }

// Font implements fyne.Theme.
func (h house) Font(style fyne.TextStyle) fyne.Resource {
	if style.Bold {
		return houseBold
	}
	return h.Theme.Font(style)
}

func TestReading(t *testing.T) {
	const s, ms = time.Second, time.Millisecond
	for left, want := range map[time.Duration]struct {
		text string
		u    urgency
	}{
		120 * time.Hour:          {"120:00:00", calm},
		48 * time.Hour:           {"48:00:00", calm},
		48*time.Hour - ms:        {"48:00:00", calm}, // a started second counts
		48*time.Hour - s:         {"47:59:59", calm},
		2*time.Hour + ms:         {"02:00:01", calm},
		2 * time.Hour:            {"02:00:00", soon},
		time.Hour + ms:           {"01:00:01", soon},
		time.Hour:                {"01:00:00", soon},
		time.Hour - ms:           {"01:00:00", soon},
		time.Hour - s:            {"59:59", soon}, // the hours leave
		15*time.Minute + ms:      {"15:01", soon},
		15 * time.Minute:         {"15:00", urgent},
		s:                        {"00:01", urgent},
		ms:                       {"00:01", urgent},
		0:                        {"00:00", urgent},
		-ms:                      {"00:00", urgent}, // no overtime before a second of it
		-s + ms:                  {"00:00", urgent},
		-s:                       {"+00:01", over},
		-90*s - 500*ms:           {"+01:30", over},
		-25*time.Hour - 7*s + ms: {"+25:00:06", over},
	} {
		if text, u := reading(left, 2*time.Hour, 15*time.Minute); text != want.text || u != want.u {
			t.Errorf("%v left reads %s, urgency %v; want %s, %v", left, text, u, want.text, want.u)
		}
	}
}

var clock = regexp.MustCompile(`^\+?(\d\d:)?\d\d:\d\d$`)

// Second by second, the room sees the time fall and never anything but digits.
func TestReadingCountsDown(t *testing.T) {
	before := ""
	for left := 3 * time.Hour; left > -3*time.Hour; left -= time.Second {
		text, _ := reading(left-300*time.Millisecond, 2*time.Hour, 15*time.Minute)
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
		"first begins":  {agenda, time.Hour, "Lecture · Next: Lunch at 11:00"},
		"between":       {agenda, 2 * time.Hour, "Next: Lunch at 11:00"},
		"tomorrow":      {model.Agenda{{Title: "Breakfast", Start: 24 * time.Hour, Length: time.Hour}}, time.Hour, "Next: Breakfast Sun at 08:00"},
		"the last":      {agenda, 4*time.Hour - 1, "Lunch"},
		"all is over":   {agenda, 4 * time.Hour, ""},
		"long overtime": {agenda, 99 * time.Hour, ""},
		"beyond":        {model.Agenda{{Title: "Dinner", Start: 48 * time.Hour, Length: time.Hour}}, 47 * time.Hour, ""},
		"over":          {model.Agenda{{Title: "Dinner", Start: 47 * time.Hour, Length: 9 * time.Hour}}, 48 * time.Hour, ""},
	} {
		s := scene{words: words.For("en"), clock: model.Clock{Length: 48 * time.Hour, Since: start}, agenda: c.agenda, now: start.Add(c.elapsed)}
		if got := s.sentence(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// shown is a face of a race at an instant, on a screen of a size.
func shown(lang string, size fyne.Size, now time.Time, entities ...model.Entity) *Face {
	f := NewFace(words.For(lang), fyne.Size{})
	f.Resize(size)
	f.Tell(model.NewBoard(1, entities), now)
	return f
}

func clockOf(f *Face) *clockFace { return f.layers[model.FaceClock].(*clockFace) }

// said is what the digits show, in the places where they stand.
func said(d *digits) (text string) {
	for _, p := range d.places {
		if !p.Hidden {
			text += p.Text
		}
	}
	return text
}

var screens = []fyne.Size{fyne.NewSize(1280, 720), fyne.NewSize(1920, 1080), fyne.NewSize(3840, 2160), fyne.NewSize(1080, 1920)}

// Whatever the screen, the clock stays on it.
func TestDigitsFitEveryScreen(t *testing.T) {
	now := time.Now()
	for _, size := range append(screens, fyne.NewSize(320, 180), fyne.NewSize(3840, 400), fyne.Size{}) {
		for _, left := range []time.Duration{120 * time.Hour, time.Hour, time.Minute, -time.Minute} {
			d := &clockOf(shown("en", size, now, model.Clock{Length: left})).digits
			if want, _ := reading(left, 2*time.Hour, 15*time.Minute); said(d) != want {
				t.Errorf("the face says %q, want %q", said(d), want)
			}
			if from, end := d.cut.Position(), d.cut.Position().Add(d.cut.Size()); from.X < -0.5 || from.Y < -0.5 || end.X > size.Width+0.5 || end.Y > size.Height+0.5 {
				t.Errorf("%v on %v: digits from %v to %v", left, size, from, end)
			}
		}
	}
}

// From the last row, the digits are as large as they can be: their ink is measured
// in a picture of the screen.
func TestDigitsAreAsLargeAsTheScreenTakes(t *testing.T) {
	since := time.Unix(1e9, 0)
	for _, size := range screens {
		for _, c := range []struct {
			left time.Duration
			high float32 // at least, of a screen that lies
		}{{48 * time.Hour, 0.28}, {-2 * time.Hour, 0.28}, {47 * time.Minute, 0.40}, {-5 * time.Minute, 0.40}} {
			clock := model.Clock{Length: 100 * time.Hour, Used: 100*time.Hour - c.left, Since: since}
			f := shown("sv", size, since, clock)
			x, y := ink(t, &clockOf(f).digits, size)
			high, wide := float32(y[1]-y[0])/size.Height, float32(x[1]-x[0])/size.Width
			if size.Width > size.Height && high < c.high || size.Width < size.Height && wide < 0.92 {
				t.Errorf("%v left on %v: the digits are %.3f high and %.3f wide", c.left, size, high, wide)
			}
			if hours := c.left >= time.Hour || c.left <= -time.Hour; hours && wide < 0.92 {
				t.Errorf("%v left on %v: the digits take %.3f of the width", c.left, size, wide)
			}
		}
	}
}

// ink is from where to where the last digit of the time, and all its places, are
// drawn: y of the last digit, x of them all.
func ink(t *testing.T, d *digits, size fyne.Size) (x, y [2]int) {
	t.Helper()
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(container.NewWithoutLayout(d.objects()...))
	c.Resize(size)
	img := c.Capture().(*image.NRGBA)
	last := d.places[len(said(d))-1]
	x, y = [2]int{1 << 20, 0}, [2]int{1 << 20, 0}
	for at := 0; at < len(img.Pix); at += 4 {
		if [3]byte(img.Pix[at:]) == [3]byte(img.Pix) { // the ground
			continue
		}
		i, j := at%img.Stride/4, at/img.Stride
		x[0], x[1] = min(x[0], i), max(x[1], i+1)
		if float32(i) > d.cut.Position().X+last.Position().X {
			y[0], y[1] = min(y[0], j), max(y[1], j+1)
		}
	}
	if top := d.cut.Position().Y; float32(y[0]) <= top || float32(y[1]) >= top+d.cut.Size().Height {
		t.Errorf("on %v a digit is cut: drawn from %d to %d, of %v and %v", size, y[0], y[1], top, d.cut.Size().Height)
	}
	return x, y
}

// The places stand still while the digits change.
func TestDigitsDoNotDance(t *testing.T) {
	since := time.Unix(1e9, 0)
	f := NewFace(words.For("en"), fyne.Size{})
	f.Resize(fyne.NewSize(1920, 1080))
	b := model.NewBoard(1, []model.Entity{model.Clock{Length: 48 * time.Hour, Since: since}})
	var at []fyne.Position
	for n := range 4000 {
		f.Tell(b, since.Add(time.Duration(n)*time.Second))
		for i, p := range clockOf(f).digits.places {
			if i == len(at) {
				at = append(at, p.Position())
			}
			if p.Position() != at[i] {
				t.Fatalf("after %d seconds the place %d is at %v, want %v", n, i, p.Position(), at[i])
			}
		}
	}
}

// The digits that a shorter time leaves over are gone, and come back in overtime.
func TestHoursLeaveAndComeBack(t *testing.T) {
	since := time.Unix(1e9, 0)
	f := NewFace(words.For("en"), fyne.Size{})
	f.Resize(fyne.NewSize(1920, 1080))
	b := model.NewBoard(1, []model.Entity{model.Clock{Length: 4 * time.Hour, Since: since}})
	for _, elapsed := range []time.Duration{0, 3 * time.Hour, 5 * time.Hour} {
		f.Tell(b, since.Add(elapsed+time.Minute))
		if want, _ := reading(4*time.Hour-elapsed-time.Minute, 2*time.Hour, 15*time.Minute); said(&clockOf(f).digits) != want {
			t.Errorf("after %v the face says %q, want %q", elapsed, said(&clockOf(f).digits), want)
		}
	}
}

func TestBarOfTheWholeRace(t *testing.T) {
	since := time.Unix(1e9, 0)
	race := func(length time.Duration) *model.Board {
		entities := []model.Entity{model.Clock{Length: length, Since: since}}
		for i, at := range []time.Duration{0, time.Hour, 3 * time.Hour, 4 * time.Hour} {
			entities = append(entities, model.Segment{ID: model.ID(rune('a' + i)), Start: at})
		}
		return model.NewBoard(1, entities)
	}
	f := NewFace(words.For("en"), fyne.Size{})
	f.Resize(fyne.NewSize(1000, 600))
	b := race(4 * time.Hour)
	for elapsed, share := range map[time.Duration]float32{0: 0, time.Hour: 0.25, 4 * time.Hour: 1, 9 * time.Hour: 1} {
		f.Tell(b, since.Add(elapsed))
		if got := clockOf(f).spent.Size().Width / clockOf(f).rail.Size().Width; got != share {
			t.Errorf("after %v the bar is %v full, want %v", elapsed, got, share)
		}
	}
	ticks := 0
	for _, tick := range clockOf(f).ticks {
		if !tick.Hidden {
			ticks++
		}
	}
	if ticks != 2 {
		t.Errorf("%d ticks within the bar, want 2", ticks)
	}
	f.Tell(race(0), since)
	if clockOf(f).spent.Size().Width != 0 {
		t.Errorf("the bar of a race without length is %v wide", clockOf(f).spent.Size().Width)
	}
}
