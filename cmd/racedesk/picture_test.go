package main

import (
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"

	"racedesk/model"
	"racedesk/persist"
)

func TestAPictureInAWindow(t *testing.T) {
	w := newWindow(t)
	photo(t, filepath.Join(w.dir, "Pictures", "foto åäö.jpg"))
	w.open()
	product := w.shown().open("product")[0]
	w.press("card", "product", product)
	w.until("the way to the pictures is in view", func() bool {
		_, y, ok := w.spot("panel", "Välj en bild …", "")
		if ok && y > 760 {
			w.act("mousemove", "--window", w.id(), "1400", "500", "click", "5") // the wheel
		}
		return ok && y <= 760
	})
	w.press("panel", "Välj en bild …", "")
	w.press("panel", "picture 1", "")
	w.until("the picture is on the card", func() bool { return w.pictures(product) == 1 })
	w.tap("undo")
	w.until("undo takes it off", func() bool { return w.pictures(product) == 0 })
}

// photo writes a photo of twelve megapixels.
func photo(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(file, image.NewYCbCr(image.Rect(0, 0, 4000, 3000), image.YCbCrSubsampleRatio420), nil); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}

// pictures is how many pictures a card has in the file.
func (w *window) pictures(card string) int {
	w.t.Helper()
	b, _, err := persist.Read(w.t.Context(), w.race)
	if err != nil {
		w.t.Fatal(err)
	}
	return len(b.Pictures(model.ID(card)))
}
