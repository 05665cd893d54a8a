//go:build !windows

package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"racedesk/assets"
	"racedesk/model"
	"racedesk/persist"
)

// sampleTimes makes a race of the finished sample so many times over.
func sampleTimes(b *testing.B, times int) string {
	b.Helper()
	outline, err := model.ParseOutline(assets.Sample)
	if err != nil {
		b.Fatal(err)
	}
	m := model.NewMemory(time.Now)
	for _, e := range outline.Edits(model.SampleFinished) {
		if _, err := m.Commit(b.Context(), e); err != nil {
			b.Fatal(err)
		}
	}
	board, err := m.Load(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	var all model.Edit
	for n := range times {
		of := func(id model.ID) model.ID { return model.ID(fmt.Sprintf("%s-%d", id, n)) }
		for _, e := range board.Entities() {
			switch e := e.(type) {
			case model.Card:
				e.ID, e.Rank = of(e.ID), e.Rank+model.Rank(n)<<40
				all.Changes = append(all.Changes, model.Change{After: e})
			case model.Link:
				all.Changes = append(all.Changes, model.Change{After: model.NewLink(of(e.From), of(e.To))})
			case model.Person:
				e.ID = of(e.ID)
				all.Changes = append(all.Changes, model.Change{After: e})
			case model.Race, model.Report, model.Group:
				if n == 0 {
					all.Changes = append(all.Changes, model.Change{After: e})
				}
			}
		}
	}
	path := filepath.Join(b.TempDir(), fmt.Sprintf("%d.race", times))
	if err := persist.Create(b.Context(), path, all); err != nil {
		b.Fatal(err)
	}
	return path
}

// reported writes the report as a whole process, and returns the seconds and the
// most memory it took, in MB.
func reported(b *testing.B, race string) (took, memory float64) {
	b.Helper()
	c := exec.Command(binary, "report", race, "-o", race+".pdf")
	start := time.Now()
	if out, err := c.CombinedOutput(); err != nil {
		b.Fatalf("%v %s", err, out)
	}
	took = time.Since(start).Seconds()
	if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		memory = float64(usage.Maxrss) / 1024
	}
	return took, memory
}

func median(of []float64) float64 {
	slices.Sort(of)
	return of[len(of)/2]
}

// BenchmarkRatioReport compares the report of ten and a hundred times the sample
// with the sample's, and the sample's with Chromium's print of the same report.
func BenchmarkRatioReport(b *testing.B) {
	newWindow(b) // builds the program
	races := map[int]string{1: sampleTimes(b, 1), 10: sampleTimes(b, 10), 100: sampleTimes(b, 100)}
	for range b.N {
		grown, memory := map[int][]float64{}, 0.0
		for range 5 {
			one, _ := reported(b, races[1])
			for _, times := range []int{10, 100} {
				took, most := reported(b, races[times])
				grown[times], memory = append(grown[times], took/one), max(memory, most)
			}
		}
		fmt.Printf("ratio report-10-times %.2f goal %.2f\n", median(grown[10]), 10.0)
		fmt.Printf("ratio report-100-times %.2f goal %.2f\n", median(grown[100]), 110.0)
		fmt.Printf("ratio report-100-times-MB %.0f goal %d\n", memory, 200)
		chromium(b, races[1])
	}
}

func chromium(b *testing.B, race string) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		fmt.Println("ratio report-chromium left out: there is no chromium")
		return
	}
	page := race + ".html" // the same report, with its tables, as Chromium takes it
	if out, err := exec.Command(binary, "report", race, "--format", "html", "-o", page).CombinedOutput(); err != nil {
		b.Fatalf("%v %s", err, out)
	}
	var ratios []float64
	for range 5 {
		start := time.Now()
		if out, err := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf="+page+".pdf", page).CombinedOutput(); err != nil {
			b.Fatalf("%v %s", err, out)
		}
		printed := time.Since(start).Seconds()
		took, _ := reported(b, race)
		ratios = append(ratios, took/printed)
	}
	fmt.Printf("ratio report-chromium %.3f goal %.3f\n", median(ratios), 1.0/20)
}
