package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"

	"racedesk/ui/kit"
)

// labelOnly in the environment makes the test's own binary a program that shows
// one label and ends when it is painted: what a start costs that shows no race.
const labelOnly = "RACEDESK_LABEL_ONLY"

func showLabel() {
	a := app.NewWithID("se.innovationrace.label")
	w := a.NewWindow("Label")
	w.SetContent(widget.NewLabel("Innovation Race"))
	w.Resize(fyne.NewSize(1440, 860))
	a.Lifecycle().SetOnStarted(func() {
		kit.Painted(func() {
			fmt.Println("painted")
			w.Close()
		})
	})
	w.ShowAndRun()
}

// BenchmarkRatioStart compares the desk from the start of its process to the
// first painted board with a window that shows one label, and the memory that both
// take at most until then: with the sample race, and with 10,000 cards.
func BenchmarkRatioStart(b *testing.B) {
	w := newWindow(b)
	took := func(c *exec.Cmd) (seconds, memory float64) {
		c.Env = append(w.env(), labelOnly+"=1")
		said, err := c.StdoutPipe()
		if err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		if err := c.Start(); err != nil {
			b.Fatal(err)
		}
		line, err := bufio.NewReader(said).ReadString('\n')
		seconds = time.Since(start).Seconds()
		if line != "painted\n" || err != nil {
			b.Fatalf("%v said %q: %v", c.Args, line, err)
		}
		if err := c.Wait(); err != nil {
			b.Fatalf("%v: %v", c.Args, err)
		}
		return seconds, float64(c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
	}
	for range b.N {
		for _, r := range []struct {
			name         string
			race         string
			start, holds float64 // the goals
		}{{"", w.race, 1.3, 1.5}, {"-10000-cards", w.crowd("many.race", 10000), 1.8, 2.5}} {
			var starts, memories []float64
			for range 7 {
				desk, holds := took(exec.Command(binary, "--once", r.race))
				label, held := took(exec.Command(os.Args[0]))
				starts, memories = append(starts, desk/label), append(memories, holds/held)
			}
			slices.Sort(starts)
			slices.Sort(memories)
			fmt.Printf("ratio start%s %.2f goal %.2f\n", r.name, starts[len(starts)/2], r.start)
			fmt.Printf("ratio start-memory%s %.2f goal %.2f\n", r.name, memories[len(memories)/2], r.holds)
		}
	}
}

// secondsOnly in the environment makes the test's own binary a window whose label
// changes once a second: what an idle projector costs that shows no race.
const secondsOnly = "RACEDESK_SECONDS_ONLY"

func showSeconds() {
	a := app.NewWithID("se.innovationrace.seconds")
	w := a.NewWindow("Seconds")
	label := widget.NewLabel("")
	w.SetContent(label)
	w.Resize(fyne.NewSize(1280, 720))
	go func() {
		for now := range time.Tick(time.Second) {
			fyne.Do(func() { label.SetText(now.Format(time.TimeOnly)) })
		}
	}()
	w.ShowAndRun()
}

// BenchmarkRatioProjector compares the processor time of a projector of its own
// process, while a race runs, with that of a window of the same size whose label
// changes once a second. Both run at once, for 20 seconds.
func BenchmarkRatioProjector(b *testing.B) {
	w := newWindow(b)
	room := exec.Command(binary, "projector", "--display", "window", w.race)
	label := exec.Command(os.Args[0])
	b.Setenv(secondsOnly, "1")
	w.launch(w.race)
	w.untilBoard()
	w.tap("clock")
	w.press("panel", "Fortsätt", "")
	w.until("the clock runs", func() bool { return w.shown().Clock.Running })
	w.close()
	for _, c := range []*exec.Cmd{room, label} {
		w.start(c)
	}
	for _, name := range []string{"Proje", "Seconds"} {
		w.until(name+" is there", func() bool {
			out, _ := w.tool("xdotool", "search", "--onlyvisible", "--name", name)
			return out != ""
		})
	}
	for range b.N {
		<-time.After(5 * time.Second) // what is drawn for the first time
		ours, theirs := worked(b, room), worked(b, label)
		<-time.After(20 * time.Second)
		ours, theirs = worked(b, room)-ours, worked(b, label)-theirs
		fmt.Printf("ratio projector %.2f goal %.2f\n", ours/theirs, 1.3)
	}
}

// worked is the processor time that a process took so far, in the system's ticks.
func worked(b *testing.B, c *exec.Cmd) float64 {
	b.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", c.Process.Pid))
	if err != nil {
		b.Fatal(err)
	}
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')'):]))
	user, err1 := strconv.ParseFloat(fields[12], 64)
	system, err2 := strconv.ParseFloat(fields[13], 64)
	if err := errors.Join(err1, err2); err != nil {
		b.Fatal(err)
	}
	return user + system
}
