package picture_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"runtime"
	"testing"

	"racedesk/model"
	"racedesk/ui/picture"
)

var (
	red  = color.RGBA{R: 255, A: 255}
	blue = color.RGBA{B: 255, A: 255}
)

// flag is a picture whose left part is red and whose right part is blue.
func flag(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetRGBA(x, y, red)
			if x >= w/2 {
				img.SetRGBA(x, y, blue)
			}
		}
	}
	return img
}

func asJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 90}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func asPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func asGIF(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := gif.Encode(&out, img, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// take takes a picture in and decodes what is kept.
func take(t *testing.T, data []byte) (model.Picture, image.Image, string) {
	t.Helper()
	p, err := picture.Take(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	img, kind, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil || img.Bounds().Size() != image.Pt(p.Width, p.Height) {
		t.Fatalf("%v, %v, of %d × %d", err, img.Bounds(), p.Width, p.Height)
	}
	return p, img, kind
}

func reddish(c color.Color) bool {
	r, _, b, _ := c.RGBA()
	return r > 0x9000 && b < 0x5000
}

func bluish(c color.Color) bool {
	r, _, b, _ := c.RGBA()
	return b > 0x9000 && r < 0x5000
}

func TestTakeScalesDown(t *testing.T) {
	for _, size := range []image.Point{{4000, 3000}, {1601, 20}, {30, 9000}, {1600, 1200}, {3, 2}, {1, 1}} {
		p, img, _ := take(t, asJPEG(t, flag(size.X, size.Y)))
		if longer := max(p.Width, p.Height); longer != min(model.MaxPictureSide, max(size.X, size.Y)) {
			t.Errorf("%v is %d × %d", size, p.Width, p.Height)
		}
		if size.X > 20 && (!reddish(img.At(1, 0)) || !bluish(img.At(p.Width-2, p.Height-1))) {
			t.Errorf("%v lost its colours", size)
		}
	}
}

func TestTakeKeepsWhatSuits(t *testing.T) {
	clear := flag(60, 40)
	clear.SetRGBA(0, 0, color.RGBA{})
	noise := noisy(90, 255)
	for name, x := range map[string]struct {
		data []byte
		kind string
	}{
		"a photo":          {asJPEG(t, flag(60, 40)), "jpeg"},
		"a drawing":        {asPNG(t, flag(600, 400)), "png"},
		"a moving picture": {asGIF(t, flag(600, 400)), "png"},
		"a stamp":          {asPNG(t, clear), "png"},
		"noise":            {asPNG(t, noise), "jpeg"},
	} {
		if _, _, kind := take(t, x.data); kind != x.kind {
			t.Errorf("%s is kept as %s", name, kind)
		}
	}
	if _, img, _ := take(t, asPNG(t, clear)); color.NRGBAModel.Convert(img.At(0, 0)) != (color.NRGBA{}) {
		t.Error("transparency is gone")
	}
}

// noisy is a square of what nothing can make small, no more transparent than that.
func noisy(side int, opaque byte) *image.NRGBA {
	noise := image.NewNRGBA(image.Rect(0, 0, side, side))
	seed := uint32(1)
	for i := range noise.Pix {
		seed = seed*1664525 + 1013904223
		if noise.Pix[i] = byte(seed >> 24); i%4 == 3 {
			noise.Pix[i] |= opaque
		}
	}
	return noise
}

func TestTakeFitsTheModel(t *testing.T) {
	if p, _, _ := take(t, asPNG(t, noisy(1600, 0))); len(p.Data) > model.MaxPictureSize {
		t.Errorf("%d bytes", len(p.Data))
	}
}

func TestTakeRefuses(t *testing.T) {
	whole := asPNG(t, flag(60, 40))
	photo := asJPEG(t, flag(60, 40))
	for name, x := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":              {nil, model.ErrNoPicture},
		"a text":               {[]byte("Dear all,\nplease find attached"), model.ErrNoPicture},
		"an iPhone's HEIC":     {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), model.ErrNoPicture},
		"half a PNG":           {whole[:len(whole)/2], model.ErrNoPicture},
		"a JPEG's head":        {photo[:200], model.ErrNoPicture},
		"a PNG with no pixels": {claims(0, 10), model.ErrNoPicture},
		"200 megapixels":       {claims(20000, 10000), model.ErrTooLarge},
		"a claim of 4 × 10¹²":  {claims(2e6, 2e6), model.ErrTooLarge},
		"80 deep megapixels":   {deep(10000, 8000), model.ErrTooLarge},
		"60 MP in passes":      {passes(photo, 10000, 6000), model.ErrTooLarge},
	} {
		before := allocated()
		_, err := picture.Take(bytes.NewReader(x.data))
		if !errors.Is(err, x.want) {
			t.Errorf("%s: %v, want %v", name, err, x.want)
		}
		if took := allocated() - before; took > 8<<20 {
			t.Errorf("%s took %d bytes of memory", name, took)
		}
	}
}

// allocated is how much memory was asked for so far.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// endless is a file that does not end.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) { e.read += len(p); return len(p), nil }

var errUnplugged = errors.New("unplugged")

func TestTakeReadsNoMoreThanItMay(t *testing.T) {
	var e endless
	if _, err := picture.Take(&e); !errors.Is(err, model.ErrTooLarge) || e.read > 80<<20 {
		t.Errorf("read %d bytes: %v", e.read, err)
	}
	half := io.MultiReader(bytes.NewReader(asJPEG(t, flag(9, 9))[:50]), broken{})
	if _, err := picture.Take(half); !errors.Is(err, errUnplugged) {
		t.Error(err)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errUnplugged }

// A small file may hold a picture that blows up: here all of 64 MB of zeros in
// the place of a few pixels.
func TestTakeStopsAtTheLastPixel(t *testing.T) {
	bomb := bombPNG(t, 10, 10, 64<<20)
	before := allocated()
	_, err := picture.Take(bytes.NewReader(bomb))
	if took := allocated() - before; took > 8<<20 || len(bomb) > 1<<20 {
		t.Errorf("a bomb of %d bytes took %d: %v", len(bomb), took, err)
	}
}

// claims is the head of a PNG that says how large it is.
func claims(w, h uint32) []byte { return head(w, h, 8) }

// deep is one with sixteen bits for each colour.
func deep(w, h uint32) []byte { return head(w, h, 16) }

func head(w, h uint32, depth byte) []byte {
	body := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
	return append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", append(body, depth, 6, 0, 0, 0))...)
}

func chunk(kind string, body []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	out = append(append(out, kind...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// passes makes a JPEG's head say that it is large and comes in several passes.
func passes(photo []byte, w, h uint16) []byte {
	out := bytes.Clone(photo)
	at := bytes.Index(out, []byte{0xFF, 0xC0})
	out[at+1] = 0xC2
	binary.BigEndian.PutUint16(out[at+5:], h)
	binary.BigEndian.PutUint16(out[at+7:], w)
	return out
}
