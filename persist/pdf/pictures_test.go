package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"racedesk/assets/words"
	"racedesk/model"
)

// drawn is a picture of a card: a photo where n is odd, and else a drawing with
// nothing around it.
func drawn(card model.ID, n, w, h int) model.Picture {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			if dx, dy := 2*x-w, 2*y-h; n%2 == 1 || dx*dx*h*h+dy*dy*w*w < w*w*h*h {
				img.SetRGBA(x, y, color.RGBA{uint8(255 * x / w), uint8(40 * n), uint8(255 * y / h), 255})
			}
		}
	}
	var out bytes.Buffer
	err := png.Encode(&out, img)
	if n%2 == 1 {
		out.Reset()
		err = jpeg.Encode(&out, img, nil)
	}
	if err != nil {
		panic(err)
	}
	return model.Picture{ID: model.ID(fmt.Sprint(card, n)), Card: card, Order: n, Width: w, Height: h, Data: out.Bytes()}
}

// gallery is a race whose products have from no pictures to all that there may be,
// of shapes that are hard to set.
func gallery(t *testing.T) *model.Board {
	var changes []model.Change
	shapes := [][2]int{{120, 80}, {60, 90}, {200, 20}, {20, 200}, {1, 300}, {300, 1}}
	for n := range model.MaxPictures + 1 {
		id := model.ID(fmt.Sprint("p", n))
		changes = append(changes, model.Change{After: model.Card{ID: id, Stage: model.Product, Rank: model.Rank(n),
			Title: fmt.Sprintf("Produkt med %d bilder", n), Text: "Det här är vad den är till för."}})
		for i := range n {
			size := shapes[(i+n)%len(shapes)]
			changes = append(changes, model.Change{After: drawn(id, i, size[0], size[1])})
		}
	}
	return board(t, model.Edit{Changes: changes})
}

// stray is a picture that leaves its column or has no size, if one does.
func stray(s *sheet) (placed, bool) {
	for _, p := range s.images {
		logo := p.y == logoY && p.x+p.w <= margin+full+1
		within := p.x >= margin && (p.x+p.w <= margin+column+1 && p.y >= ceiling || logo) && p.y+p.h <= floor
		if !within || p.w <= 0 || p.h <= 0 {
			return p, true
		}
	}
	return placed{}, false
}

func TestPicturesStandInTheColumn(t *testing.T) {
	set := 0
	for _, s := range layout(t, gallery(t), "sv") { // looks at each
		set += len(s.images)
	}
	if want := 1 + 2 + 3 + 4 + 5 + 6; set != want {
		t.Errorf("%d pictures of %d", set, want)
	}
}

func TestPicturesInTheFile(t *testing.T) {
	b := gallery(t)
	first, err := Compose(t.Context(), b, words.For("sv"), written)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Compose(t.Context(), b.Clone(), words.For("sv"), written)
	if err != nil || !bytes.Equal(first, again) {
		t.Errorf("the same pictures made other bytes, %v", err)
	}
	tool(t, "qpdf", "--check", file(t, first))
	if n := bytes.Count(first, []byte("/Subtype /Image")); n < 20 {
		t.Errorf("%d images in the file", n)
	}
}

func TestABrokenPictureIsLeftOut(t *testing.T) {
	b := board(t, model.Edit{Changes: []model.Change{{After: model.Card{ID: "p", Stage: model.Product, Title: "P"}},
		{After: model.Picture{ID: "x", Card: "p", Data: []byte("broken")}}, {After: drawn("p", 1, 6, 4)}}})
	if _, err := Compose(t.Context(), b, words.For("sv"), written); err != nil {
		t.Error(err)
	}
}

// fourInks is a JPEG as print shops send it: eight by eight pixels of one colour.
func fourInks() []byte {
	table := func(class byte) []byte { // one code, of one bit, for zero
		return append([]byte{0xFF, 0xC4, 0, 20, class, 1}, make([]byte, 16)...)
	}
	data := []byte{0xFF, 0xD8, 0xFF, 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0, 0xFF, 0xDB, 0, 67, 0}
	data = append(data, bytes.Repeat([]byte{1}, 64)...)
	data = append(data, 0xFF, 0xC0, 0, 20, 8, 0, 8, 0, 8, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0)
	data = append(append(data, table(0x00)...), table(0x10)...)
	return append(data, 0xFF, 0xDA, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0, 0x00, 0xFF, 0xD9)
}

func TestPicturesThatTheLibraryDoesNotRead(t *testing.T) {
	var deep bytes.Buffer
	if err := png.Encode(&deep, image.NewNRGBA64(image.Rect(0, 0, 9, 5))); err != nil {
		t.Fatal(err)
	}
	b := board(t, model.Edit{Changes: []model.Change{{After: model.Card{ID: "p", Stage: model.Product, Title: "P"}},
		{After: model.Picture{ID: "x", Card: "p", Data: deep.Bytes()}}, {After: model.Picture{ID: "y", Card: "p", Data: fourInks()}}}})
	data, err := Compose(t.Context(), b, words.For("sv"), written)
	if err != nil {
		t.Fatal(err)
	}
	parse(t, data).colours()
	if n := bytes.Count(data, []byte("/Subtype /Image")); n < 2 {
		t.Errorf("%d pictures of 2", n)
	}
}
