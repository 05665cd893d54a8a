package main

import (
	"fmt"
	"os"
	"os/exec"
	"slices"
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
	a.Lifecycle().SetOnStarted(func() { kit.Painted(w.Close) })
	w.ShowAndRun()
}

// BenchmarkRatioStart compares the desk from the start of its process to the
// first painted board of the sample race with a window that shows one label.
func BenchmarkRatioStart(b *testing.B) {
	w := newWindow(b)
	took := func(c *exec.Cmd) float64 {
		c.Env = append(w.env(), labelOnly+"=1")
		start := time.Now()
		if out, err := c.CombinedOutput(); err != nil {
			b.Fatalf("%v: %v %s", c.Args, err, out)
		}
		return time.Since(start).Seconds()
	}
	for range b.N {
		var ratios []float64
		for range 11 {
			desk := took(exec.Command(binary, "--once", w.race))
			ratios = append(ratios, desk/took(exec.Command(os.Args[0])))
		}
		slices.Sort(ratios)
		fmt.Printf("ratio start %.2f goal %.2f\n", ratios[len(ratios)/2], 1.3)
	}
}
