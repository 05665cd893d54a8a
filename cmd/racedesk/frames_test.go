package main

import (
	"fmt"
	"image/color"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"racedesk/model"
	"racedesk/persist"
	"racedesk/ui/kit"
)

// rectanglesOnly in the environment makes the test's own binary a window that
// scrolls plain rectangles, as many as its value says, and writes its frames'
// times to framesFile: what a frame costs that shows no race.
const (
	rectanglesOnly = "RACEDESK_RECTANGLES_ONLY"
	framesFile     = "RACEDESK_FRAMES"
)

// plain is rectangles that the wheel moves.
type plain struct {
	widget.BaseWidget
	ground *fyne.Container
}

func (p *plain) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.ground) }

// Scrolled implements fyne.Scrollable.
func (p *plain) Scrolled(e *fyne.ScrollEvent) {
	for _, o := range p.ground.Objects {
		o.Move(o.Position().AddXY(0, e.Scrolled.DY))
	}
}

func showRectangles(n int) {
	a := app.NewWithID("se.innovationrace.rectangles")
	w := a.NewWindow("RaceDesk rectangles")
	p := &plain{ground: &fyne.Container{}}
	p.ExtendBaseWidget(p)
	for i := range n {
		one := canvas.NewRectangle(color.White)
		one.Move(fyne.NewPos(float32(i%7)*220, float32(i/7)*170))
		one.Resize(fyne.NewSize(200, 150))
		p.ground.Add(one)
	}
	w.SetContent(p)
	w.Resize(fyne.NewSize(1600, 900))
	var frames strings.Builder
	a.Lifecycle().SetOnStarted(func() {
		kit.Frames(func(took time.Duration) { fmt.Fprintln(&frames, took.Microseconds()) })
	})
	w.ShowAndRun()
	if err := os.WriteFile(os.Getenv(framesFile), []byte(frames.String()), 0o600); err != nil {
		panic(err)
	}
}

// crowd makes a race with this many problems.
func (w *window) crowd(name string, problems int) string {
	w.t.Helper()
	race, titles := w.path(name), make([]string, problems)
	for n := range titles {
		titles[n] = fmt.Sprintf("Problem number %d of those that somebody wrote", n)
	}
	all, err := model.NewBoard(0, nil).AddAll(model.Problem, titles, "")
	if err == nil {
		err = persist.Create(w.t.Context(), race, model.NewRace("A crowd"), all)
	}
	if err != nil {
		w.t.Fatal(err)
	}
	return race
}

// frame runs a window while hands do something in it, and returns the median of
// its frames' times.
func (w *window) frame(c *exec.Cmd, hands func()) float64 {
	w.t.Helper()
	file := w.path("frames")
	_ = os.Remove(file)
	c.Args = append(c.Args, "--frames", file)
	c.Env = append(w.env(), framesFile+"="+file)
	c.Stderr = &w.log
	if err := c.Start(); err != nil {
		w.t.Fatal(err)
	}
	w.until("the window is there", func() bool { return w.id() != "" && w.place(w.id()).width > 1000 })
	w.act("mousemove", "--window", w.id(), "300", "600", "sleep", "1")
	hands()
	w.desk = c
	w.close()
	var times []float64
	text, err := os.ReadFile(file)
	if err != nil {
		w.fail(err.Error())
	}
	for line := range strings.Lines(string(text)) {
		if n, err := strconv.ParseFloat(strings.TrimSpace(line), 64); err == nil {
			times = append(times, n)
		}
	}
	slices.Sort(times)
	return times[len(times)/2]
}

// BenchmarkRatioFrames compares the frames of a real window in which a hand
// scrolls and drags: with 10,000 cards in a column and with 100, and with as many
// plain rectangles as cards are in view.
func BenchmarkRatioFrames(b *testing.B) {
	w := newWindow(b)
	few, many := w.crowd("few.race", 100), w.crowd("many.race", 10000)
	desk := func(race string) *exec.Cmd {
		return exec.Command(binary, "--lang", "sv", "--geometry", "1600x900", race)
	}
	scroll := func() {
		for _, button := range []string{"5", "4", "5", "4"} {
			w.act("click", "--repeat", "100", "--delay", "12", button)
		}
	}
	drag := func() {
		w.act("mousedown", "1", "sleep", "0.4")
		for n := range 10 {
			way := strconv.Itoa(6 - n%2*12)
			for range 25 {
				w.act("mousemove_relative", "--", way, way, "sleep", "0.012")
			}
		}
		w.act("key", "Escape", "mouseup", "1")
	}
	for range b.N {
		var scrolls, drags, plains []float64
		for range 3 {
			base := w.frame(desk(few), scroll)
			scrolls = append(scrolls, w.frame(desk(many), scroll)/base)
			rectangles := exec.Command(os.Args[0])
			b.Setenv(rectanglesOnly, "35")
			plains = append(plains, base/w.frame(rectangles, scroll))
			drags = append(drags, w.frame(desk(many), drag)/w.frame(desk(few), drag))
		}
		for _, r := range []struct {
			name   string
			goal   float64
			ratios []float64
		}{{"window-scroll-10000-cards", 1.2, scrolls}, {"window-drag-10000-cards", 1.2, drags}, {"window-scroll-to-rectangles", 2, plains}} {
			slices.Sort(r.ratios)
			fmt.Printf("ratio %s %.2f goal %.2f\n", r.name, r.ratios[len(r.ratios)/2], r.goal)
		}
	}
}

// BenchmarkRatioIdle tells how much of a processor a board takes that nobody touches,
// while its clock stands.
func BenchmarkRatioIdle(b *testing.B) {
	w := newWindow(b)
	desk := exec.Command(binary, "--lang", "sv", "--geometry", "1600x900", w.race) // a map of the screen would cost
	w.start(desk)
	w.until("the window is there", func() bool { return w.id() != "" })
	for range b.N {
		<-time.After(5 * time.Second) // what is drawn for the first time
		before := worked(b, desk)
		const watched = 20
		<-time.After(watched * time.Second)
		fmt.Printf("ratio idle-board %.3f goal 0.010\n", (worked(b, desk)-before)/100/watched)
	}
}
