package board_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"racedesk/ui/board"
)

var began = time.Unix(1e9, 0)

// A trace is what a pointer did, as a screen tells it: milliseconds after the
// press and the way from there.
type trace []struct{ ms, x, y float32 }

// at is the moment that many milliseconds after the press.
func at(ms float32) time.Time { return began.Add(time.Duration(ms * float32(time.Millisecond))) }

// plays shows a trace to a gesture as the board does: a look each 16 ms whether
// the finger rests, and its release where the trace ends. It returns what was
// meant in the end, and when that was first so.
func plays(t trace, on board.Part) (board.Meaning, float32) {
	from := fyne.NewPos(300, 400)
	g := board.NewGesture(from, at(0), on)
	means, since, now := board.Undecided, float32(0), float32(0)
	felt := func(s board.Sample, ms float32) {
		if m := g.Feel(s); m != means {
			means, since = m, ms
		}
	}
	for i, s := range t {
		for ; now+16 < s.ms; now += 16 {
			felt(board.Sample{Phase: board.Rest, When: at(now + 16)}, now+16)
		}
		phase := board.Along
		if i == len(t)-1 {
			phase = board.Up
		}
		felt(board.Sample{Phase: phase, At: from.AddXY(s.x, s.y), When: at(s.ms)}, s.ms)
		now = s.ms
	}
	return means, since
}

// straight is a finger that goes at one speed, in units a second, told each 8 ms.
func straight(dx, dy, ms float32) (t trace) {
	for now := float32(8); now <= ms; now += 8 {
		t = append(t, struct{ ms, x, y float32 }{now, dx * now / 1000, dy * now / 1000})
	}
	return t
}

// noisy adds what a hand and a screen add.
func (t trace) noisy(by float32, seed uint64) (out trace) {
	random := rand.New(rand.NewPCG(seed, 1))
	for _, s := range t {
		s.x += (random.Float32()*2 - 1) * by
		s.y += (random.Float32()*2 - 1) * by
		out = append(out, s)
	}
	return out
}

// then goes on with another trace where this one ended.
func (t trace) then(more trace) trace {
	last := t[len(t)-1]
	for _, s := range more {
		t = append(t, struct{ ms, x, y float32 }{last.ms + s.ms, last.x + s.x, last.y + s.y})
	}
	return t
}

func TestWhatAFingerMeans(t *testing.T) {
	still := trace{{400, 0, 0}}
	for name, c := range map[string]struct {
		trace trace
		on    board.Part
		want  board.Meaning
		from  float32 // not decided earlier than this
		by    float32 // and not later than this, in ms
	}{
		"tap":                            {trace{{90, 0, 0}}, board.Body, board.Tap, 90, 90},
		"tap on the grip":                {trace{{90, 1, 1}}, board.Grip, board.Tap, 90, 90},
		"tap that slides 6 px":           {trace{{20, 0, 1}, {40, 1, 3}, {60, 2, 5}, {80, 2, 5.6}}, board.Body, board.Tap, 80, 80},
		"tap of a trembling finger":      {trace{{15, 3, -2}, {31, -4, 3}, {47, 5, -4}, {62, -3, -5}, {78, 4, 4}, {95, 0, -1}}, board.Body, board.Tap, 95, 95},
		"swipe":                          {straight(0, -900, 160), board.Body, board.Swipe, 8, 16},
		"swipe, not quite upright":       {straight(300, -700, 160), board.Body, board.Swipe, 8, 24},
		"swipe that turns":               {straight(0, 600, 40).then(straight(600, 0, 300)), board.Body, board.Swipe, 8, 24},
		"swipe that rests":               {straight(0, 600, 40).then(still), board.Body, board.Swipe, 8, 24},
		"swipe that comes back":          {straight(0, 600, 80).then(straight(0, -600, 80)), board.Body, board.Swipe, 8, 24},
		"slow swipe":                     {straight(0, -45, 900), board.Body, board.Swipe, 160, 200},
		"very slow swipe":                {straight(0, 24, 900), board.Body, board.Swipe, 250, 350},
		"swipe that starts on the grip":  {straight(0, -900, 160), board.Grip, board.Drag, 8, 16},
		"sideways":                       {straight(900, 0, 160), board.Body, board.Drag, 8, 16},
		"sideways, not quite level":      {straight(-700, 300, 160), board.Body, board.Drag, 8, 24},
		"slanting, then sideways":        {straight(250, 250, 40).then(straight(700, 0, 60)), board.Body, board.Drag, 41, 72},
		"slanting, then along":           {straight(250, -250, 40).then(straight(0, -700, 60)), board.Body, board.Swipe, 41, 72},
		"slanting, and let go":           {straight(250, 250, 42), board.Body, board.Void, 40, 42},
		"slanting, and far":              {straight(600, 605, 200), board.Body, board.Swipe, 8, 32},
		"long press":                     {still, board.Body, board.Drag, 250, 266},
		"long press on a button":         {still, board.Knob, board.Tap, 400, 400},
		"swipe that starts on a button":  {straight(0, -900, 160), board.Knob, board.Swipe, 8, 16},
		"long press, trembling":          {straight(0, 0, 400).noisy(3, 1), board.Body, board.Drag, 250, 266},
		"long press that drifts":         {straight(18, 18, 200).then(still), board.Body, board.Drag, 250, 340},
		"long press that drifts along":   {straight(0, 32, 180).then(still), board.Body, board.Drag, 250, 340},
		"long press that drifts away":    {straight(20, -40, 700), board.Body, board.Swipe, 170, 250},
		"long press that creeps for all": {trace{{200, 0, 5}, {240, 0, 7}, {300, 0, 5}, {350, 0, 7.5}, {400, 0, 4}, {450, 0, 7}, {520, 0, 5}, {600, 0, 7}}, board.Body, board.Drag, 250, 520},
		"long press, carried along":      {still.then(straight(0, 600, 300)), board.Body, board.Drag, 250, 266},
	} {
		t.Run(name, func(t *testing.T) {
			means, since := plays(c.trace, c.on)
			if means != c.want || since < c.from || since > c.by {
				t.Errorf("means %d, from %v ms; want %d, between %v and %v ms", means, since, c.want, c.from, c.by)
			}
		})
	}
}

// What a steady hand means, a hand that trembles by two units means too.
func TestNoiseDoesNotChangeTheMeaning(t *testing.T) {
	for name, c := range map[string]struct {
		trace trace
		want  board.Meaning
	}{
		"tap":        {straight(0, 0, 100), board.Tap},
		"swipe":      {straight(0, -700, 200), board.Swipe},
		"slow swipe": {straight(0, 70, 700), board.Swipe},
		"sideways":   {straight(700, 0, 200), board.Drag},
		"long press": {straight(0, 0, 600), board.Drag},
	} {
		for seed := range uint64(200) {
			if got, _ := plays(c.trace.noisy(2, seed), board.Body); got != c.want {
				t.Errorf("%s with noise %d means %d, want %d", name, seed, got, c.want)
			}
		}
	}
}

func TestALostPointerMeansNothing(t *testing.T) {
	for name, so := range map[string]board.Sample{
		"pressed":  {Phase: board.Rest, When: at(50)},
		"carrying": {Phase: board.Along, At: fyne.NewPos(40, 0), When: at(50)},
	} {
		g := board.NewGesture(fyne.Position{}, at(0), board.Body)
		g.Feel(so)
		g.Feel(board.Sample{Phase: board.Lost, When: at(60)})
		if got := g.Feel(board.Sample{Phase: board.Up, At: fyne.NewPos(1, 1), When: at(70)}); got != board.Void || g.Lifts() {
			t.Errorf("%s, then lost: means %d and lifts: %v", name, got, g.Lifts())
		}
	}
}

// The card lifts before it moves: on the grip at once, elsewhere when the press
// was long, and never for a swipe.
func TestWhenACardLifts(t *testing.T) {
	if !board.NewGesture(fyne.Position{}, at(0), board.Grip).Lifts() {
		t.Error("pressed on the grip it stays")
	}
	g := board.NewGesture(fyne.Position{}, at(0), board.Body)
	if g.Feel(board.Sample{Phase: board.Rest, When: at(249)}); g.Lifts() {
		t.Error("it lifts too early")
	}
	if g.Feel(board.Sample{Phase: board.Rest, When: at(250)}); !g.Lifts() || g.Went() {
		t.Error("after a long press it stays")
	}
	g = board.NewGesture(fyne.Position{}, at(0), board.Body)
	if g.Feel(board.Sample{Phase: board.Along, At: fyne.NewPos(0, 20), When: at(20)}); g.Lifts() {
		t.Error("it lifts for a swipe")
	}
}

func TestSpeedOfASwipe(t *testing.T) {
	g := board.NewGesture(fyne.Position{}, at(0), board.Body)
	for ms := float32(8); ms <= 400; ms += 8 {
		g.Feel(board.Sample{Phase: board.Along, At: fyne.NewPos(0, ms*ms/400), When: at(ms)}) // faster and faster
	}
	if got := g.Speed(at(400)); got < 1600 || got > 2000 {
		t.Errorf("at the end it goes at %v units a second, want those of the last tenth", got)
	}
	if got := g.Speed(at(520)); got != 0 {
		t.Errorf("at rest it goes at %v", got)
	}
	if got := board.NewGesture(fyne.Position{}, at(0), board.Body).Speed(at(0)); got != 0 {
		t.Errorf("at the press it goes at %v", got)
	}
}

func TestFling(t *testing.T) {
	for name, c := range map[string]struct {
		offset, speed, room float32
		moves               bool
		to                  float32
	}{
		"on and on":               {1000, 2000, 1e6, true, 1650},
		"back":                    {1000, -2000, 1e6, true, 350},
		"to the lower end":        {1000, 2000, 1200, true, 1200},
		"to the upper end":        {100, -2000, 1200, true, 0},
		"too slow":                {100, 59, 1200, false, 0},
		"at the end":              {1200, 900, 1200, false, 0},
		"faster than any hand":    {0, 1e9, 1e6, true, 2600},
		"back from above the end": {-30, 900, 1200, true, 0},
		"back from below the end": {1230, 0, 1200, true, 1200},
		"nothing to scroll":       {0, 900, 0, false, 0},
	} {
		t.Run(name, func(t *testing.T) {
			f, moves := board.NewFling(c.offset, c.speed, c.room, at(0))
			if moves != c.moves {
				t.Fatalf("goes on: %v, want %v", moves, c.moves)
			}
			if !moves {
				return
			}
			last, step := c.offset, float32(1e9)
			for ms := float32(16); ; ms += 16 {
				now, rests := f.At(at(ms))
				by := max(now-last, last-now)
				if by > step && !rests { // the last bit of the way is done in one
					t.Errorf("after %v ms it goes faster than before: %v, %v", ms, by, step)
				}
				if last, step = now, by; rests {
					break
				}
				if ms > 5000 {
					t.Fatal("it does not come to rest")
				}
			}
			if last != c.to {
				t.Errorf("it rests at %v, want %v", last, c.to)
			}
		})
	}
}

func TestStretch(t *testing.T) {
	for _, offset := range []float32{0, 40, 500} {
		if got := board.Stretch(offset, 500); got != offset {
			t.Errorf("within the column, %v is shown as %v", offset, got)
		}
	}
	last := float32(500)
	for by := float32(10); by < 5000; by += 10 {
		got := board.Stretch(500+by, 500)
		if got <= last || got-500 > 72 {
			t.Errorf("%v beyond the end it is shown at %v, before at %v", by, got, last)
		}
		if up := board.Stretch(-by, 500); up != -(got-500) && up+got-500 > 0.01 {
			t.Errorf("%v beyond the ends it shows %v and %v", by, up, got-500)
		}
		last = got
	}
}
