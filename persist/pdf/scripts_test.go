package pdf

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"racedesk/assets"
	"racedesk/assets/words"
	"racedesk/model"
)

// scripts are texts in the languages of a race's people, with numbers and Latin
// letters where they turn the line.
var scripts = map[string]string{
	"latin":      "Åäö é ñ ő ż ğ ş ı İ ŵ x̂ ē̃ q̃ Ǯḫ",
	"greek":      "Καλημέρα κόσμε",
	"cyrillic":   "Здравствуй, мир",
	"arabic":     "مرحبا بالعالم لا 123 إله",
	"persian":    "می\u200cخواهم کتاب ۱۲۳ بخوانم",
	"hebrew":     "שלום שָׁלוֹם 2013 עולם",
	"somali":     "Waan ku faraxsanahay",
	"turkish":    "İstanbul'da ığdır",
	"vietnamese": "Cộng hòa xã hội chủ nghĩa Việt Nam ế ề ể ễ ệ",
	"chinese":    "你好世界",
	"hindi":      "नमस्ते दुनिया क्षत्रिय",
}

// steering is what readers of a file put around text that runs from the right.
var steering = regexp.MustCompile("[\u202A-\u202E\u2066-\u2069\u200E\u200F]")

func TestTextIsCopiedAsItWasPutIn(t *testing.T) {
	for name, text := range scripts {
		t.Run(name, func(t *testing.T) {
			b := board(t, model.Edit{Changes: []model.Change{{After: model.Race{Title: text, Coordinator: "Så"}}, {After: model.Report{Purpose: text}}}})
			data, err := Compose(t.Context(), b, words.For("sv"), written)
			if err != nil {
				t.Fatal(err)
			}
			p := parse(t, data)
			p.metadata("sv")
			p.fonts()
			copied := steering.ReplaceAllString(tool(t, "pdftotext", "-f", "2", "-l", "2", file(t, data), "-"), "")
			for _, word := range strings.Fields(text) {
				if !strings.Contains(copied, word) {
					t.Errorf("no %q in %q", word, copied)
				}
			}
			if title := tool(t, "pdfinfo", file(t, data)); !strings.Contains(title, text) {
				t.Errorf("no title %q in %q", text, title)
			}
		})
	}
}

// TestShapedAsByHarfBuzz compares each script on the page with the same text set by
// another program with the same font: HarfBuzz itself.
func TestShapedAsByHarfBuzz(t *testing.T) {
	own := filepath.Join(t.TempDir(), "own.ttf")
	if err := os.WriteFile(own, assets.FontRegular, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, text := range scripts {
		for i, word := range strings.Fields(text)[:min(3, len(strings.Fields(text)))] {
			t.Run(fmt.Sprint(name, i), func(t *testing.T) {
				p := freshPress(t)
				p.fallback.files = systemFonts
				page := &sheet{}
				p.line(page, word, look(false, 48, 60, black), 40, 100, 500, false)
				if missed := p.missed(); missed != nil {
					t.Fatalf("no font has %v", missed)
				}
				font := own
				if len(p.found) > 0 {
					font = p.found[0].path
				}
				if len(p.found) > 1 {
					t.Fatalf("set in %d fonts", len(p.found))
				}
				ours := inked(t, drawnPage(t, page, p.forge))
				if gap := apart(ours, inked(t, harfBuzz(t, font, word))); gap > elsewhere {
					t.Errorf("%s: %.0f %% of the ink is elsewhere", word, gap*100)
				}
			})
		}
	}
}

// elsewhere is how much of the ink two rasters of one text may put into other fields.
const elsewhere = 0.1

// The comparison must see a letter that is not joined, and a mark that is lost.
func TestComparisonSees(t *testing.T) {
	own := filepath.Join(t.TempDir(), "own.ttf")
	if err := os.WriteFile(own, assets.FontRegular, 0o600); err != nil {
		t.Fatal(err)
	}
	for a, b := range map[string]string{"việt": "viêt", "x̂": "x", "ab": "ba"} {
		if gap := apart(inked(t, harfBuzz(t, own, a)), inked(t, harfBuzz(t, own, b))); gap <= elsewhere {
			t.Errorf("%s and %s are %.0f %% apart", a, b, gap*100)
		}
	}
}

func drawnPage(t *testing.T, page *sheet, shaped *forge) []byte {
	t.Helper()
	data, err := paint(context.Background(), []*sheet{page}, imprint{title: "x", langs: []string{"sv"}, at: written}, shaped)
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "page")
	tool(t, "pdftoppm", "-r", "144", "-x", "0", "-y", "0", "-W", "1190", "-H", "360", "-png", "-singlefile", file(t, data), out)
	return read(t, out+".png")
}

func harfBuzz(t *testing.T, font, text string) []byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), "hb.png")
	args := []string{"--font-size=96", "--margin=20", "-o", out, font, text}
	if strings.ContainsAny(text, "۰۱۲۳٠١٢٣") {
		args = append(args, "--direction=ltr") // it guesses by the script, and numbers run with none
	}
	tool(t, "hb-view", args...)
	return read(t, out)
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// inked is the ink of a picture within its bounds, cut to a grid of 96 by 32: how
// much of each field is dark.
func inked(t *testing.T, data []byte) []float64 {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	dark := func(x, y int) float64 {
		r, g, b, _ := img.At(x, y).RGBA()
		return 1 - float64(r+g+b)/(3*0xFFFF)
	}
	bounds := image.Rectangle{}
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
			if dark(x, y) > 0.4 {
				bounds = bounds.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	if bounds.Empty() {
		t.Fatal("nothing is drawn")
	}
	const wide, high = 96, 32
	out, sum := make([]float64, wide*high), 0.0
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			// The shares of a point that fall on up to four fields.
			fx := (float64(x-bounds.Min.X) + 0.5) / float64(bounds.Dx()) * (wide - 1)
			fy := (float64(y-bounds.Min.Y) + 0.5) / float64(bounds.Dy()) * (high - 1)
			ix, iy := int(fx), int(fy)
			for _, c := range [][3]float64{{0, 0, (1 - fx + float64(ix)) * (1 - fy + float64(iy))}, {1, 0, (fx - float64(ix)) * (1 - fy + float64(iy))},
				{0, 1, (1 - fx + float64(ix)) * (fy - float64(iy))}, {1, 1, (fx - float64(ix)) * (fy - float64(iy))}} {
				out[(iy+int(c[1]))*wide+ix+int(c[0])] += c[2] * dark(x, y)
			}
			sum += dark(x, y)
		}
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}

// apart is the share of the ink that lies elsewhere in the other picture.
func apart(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += max(0, a[i]-b[i])
	}
	return sum
}
