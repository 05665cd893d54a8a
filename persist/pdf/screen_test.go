package pdf

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/report"
)

// greys returns how dark an image is in squares of some pixels, 0 to 255.
func greys(img image.Image, square int) [][]float64 {
	size := img.Bounds().Size()
	out := make([][]float64, size.Y/square)
	for y := range out {
		out[y] = make([]float64, size.X/square)
		for x := range out[y] {
			sum := 0.0
			for dy := range square {
				for dx := range square {
					sum += float64(color.GrayModel.Convert(img.At(x*square+dx, y*square+dy)).(color.Gray).Y)
				}
			}
			out[y][x] = sum / float64(square*square)
		}
	}
	return out
}

// The preview is the report: its pages look like those of the file as another program
// draws it.
func TestScreenIsPaper(t *testing.T) {
	src := report.Source{Board: few(t), Words: words.For("sv"), At: written}
	for name, b := range map[string]*model.Board{"few": few(t), "sample": sample(t)} {
		src.Board = b
		data, err := Print(t.Context(), src)
		if err != nil {
			t.Fatal(err)
		}
		pages, err := Lay(t.Context(), src)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		tool(t, "pdftoppm", "-r", "96", "-png", file(t, data), filepath.Join(dir, "p"))
		shots, _ := filepath.Glob(filepath.Join(dir, "p-*.png"))
		if len(shots) != pages.Count() {
			t.Fatalf("%s: %d pages in the file, %d on the screen", name, len(shots), pages.Count())
		}
		for i, path := range shots {
			paper := decoded(t, path)
			alike(t, fmt.Sprint(name, " page ", i+1), greys(pages.Draw(i, paper.Bounds().Dx()), 8), greys(paper, 8))
		}
	}
}

func decoded(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func alike(t *testing.T, what string, x, y [][]float64) {
	t.Helper()
	sum, worst, n := 0.0, 0.0, 0
	for i := range min(len(x), len(y)) {
		for j := range min(len(x[i]), len(y[i])) {
			d := math.Abs(x[i][j] - y[i][j])
			sum, worst, n = sum+d, max(worst, d), n+1
		}
	}
	if mean := sum / float64(n); mean > 2.5 || worst > 60 {
		t.Errorf("%s: squares differ by %.2f of 255 in the mean, by %.0f at worst", what, mean, worst)
	}
}

func TestBothLanguagesInOneFile(t *testing.T) {
	b := board(t, model.Edit{Changes: []model.Change{{After: model.Race{Title: "Lopp"}}, {After: model.Report{Language: model.Both,
		Purpose: "Målet.", English: model.Texts{Purpose: "The goal."}}}}})
	pages, err := Lay(t.Context(), report.Source{Board: b, Words: words.For("en"), At: written})
	if err != nil {
		t.Fatal(err)
	}
	text := dump(pages.sheets)
	for _, want := range []string{`"Målet."`, `"The goal."`, `"Syfte och mål"`, `"Purpose and goal"`, "anchor purpose ", "anchor purpose.en "} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s", want)
		}
	}
	if sv, en := pages.Find("purpose"), pages.Find("purpose.en"); sv < 0 || en <= sv || !says(pages.sheets[0], "Slutrapport") {
		t.Errorf("Swedish on page %d, English on page %d", sv, en)
	}
	for _, s := range pages.sheets {
		for _, l := range s.links {
			if l.anchor != "" && pages.Find(l.anchor) < 0 {
				t.Errorf("a link leads to %s, which is nowhere", l.anchor)
			}
		}
	}
}

func TestProgressAndCancel(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	last := 0
	src := report.Source{Board: sample(t), Words: words.For("sv"), At: written, Progress: func(done, of int) {
		if last = done; done > of/2 {
			stop()
		}
	}}
	if _, err := Print(ctx, src); err == nil || last == 0 {
		t.Errorf("cancelled at %d, %v", last, err)
	}
}

func BenchmarkPreview(b *testing.B) {
	src := report.Source{Board: sample(b), Words: words.For("sv"), At: time.Unix(0, 0)}
	for b.Loop() {
		pages, err := Lay(b.Context(), src)
		if err != nil {
			b.Fatal(err)
		}
		pages.Draw(1, 700)
	}
}
