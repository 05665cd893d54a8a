package picture_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image"
	"testing"

	"racedesk/ui/picture"
)

// held notes in a JPEG how the camera was held, as cameras do.
func held(photo []byte, order binary.AppendByteOrder, way uint16) []byte {
	sign := "II*\x00"
	if order == binary.AppendByteOrder(binary.BigEndian) {
		sign = "MM\x00*"
	}
	tiff := order.AppendUint32([]byte(sign), 8)
	tiff = order.AppendUint16(tiff, 2)
	for _, tag := range [][2]uint16{{0x0100, 7}, {0x0112, way}} {
		tiff = order.AppendUint16(tiff, tag[0])
		tiff = order.AppendUint16(tiff, 3)
		tiff = order.AppendUint32(tiff, 1)
		tiff = order.AppendUint16(tiff, tag[1])
		tiff = order.AppendUint16(tiff, 0)
	}
	return noted(photo, tiff)
}

func noted(photo, tiff []byte) []byte {
	body := append([]byte("Exif\x00\x00"), tiff...)
	out := binary.BigEndian.AppendUint16([]byte{0xFF, 0xD8, 0xFF, 0xE1}, uint16(len(body)+2))
	return append(append(out, body...), photo[2:]...)
}

// Where the corner is seen that was red at the upper left of the sensor.
func TestTakeTurnsUpright(t *testing.T) {
	corner := image.NewRGBA(image.Rect(0, 0, 64, 32))
	for i := range corner.Pix {
		corner.Pix[i] = 255
	}
	for y := range 16 {
		for x := range 16 {
			corner.SetRGBA(x, y, red)
		}
	}
	photo := asJPEG(t, corner)
	left, right, up, down := 0, 1, 0, 1
	for way, at := range map[uint16][2]int{1: {left, up}, 2: {right, up}, 3: {right, down}, 4: {left, down},
		5: {left, up}, 6: {right, up}, 7: {right, down}, 8: {left, down}} {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			_, img, _ := take(t, held(photo, order, way))
			size := img.Bounds().Size()
			if onSide := size.X < size.Y; onSide != (way >= 5) {
				t.Errorf("%d: %v", way, size)
			}
			x, y := 4+at[0]*(size.X-8), 4+at[1]*(size.Y-8)
			if !reddish(img.At(x, y)) {
				t.Errorf("held as %d, %v at %d, %d", way, img.At(x, y), x, y)
			}
		}
	}
}

func TestTakeBearsOddNotes(t *testing.T) {
	photo := asJPEG(t, flag(20, 10))
	for _, tiff := range []string{"", "II*\x00", "II*\x00\xff\xff\xff\xff", "II*\x00\x08\x00\x00\x00", "XX*\x00\x08\x00\x00\x00\x01\x00",
		"II*\x00\x08\x00\x00\x00\xff\xff", "II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x63\x00\x00\x00"} {
		if p, _, _ := take(t, noted(photo, []byte(tiff))); p.Width != 20 {
			t.Errorf("%q turned it", tiff)
		}
	}
}

// What a camera notes (here: a place) does not go with the picture.
func TestTakeForgetsWhere(t *testing.T) {
	data := noted(asJPEG(t, flag(20, 10)), []byte("II*\x00 GPS 59.33 N 18.07 E"))
	if p, _, _ := take(t, data); bytes.Contains(p.Data, []byte("GPS")) {
		t.Error("the place is in what is kept")
	}
}

// Print shops send four colours. The decoder of such a JPEG is the standard
// library's; here eight by eight pixels of one colour.
func TestTakeReadsFourColours(t *testing.T) {
	table := func(class byte) []byte { // one code, of one bit, for zero
		return append([]byte{0xFF, 0xC4, 0, 20, class, 1}, make([]byte, 16)...)
	}
	data := []byte{0xFF, 0xD8, 0xFF, 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0, 0xFF, 0xDB, 0, 67, 0}
	data = append(data, bytes.Repeat([]byte{1}, 64)...)
	data = append(data, 0xFF, 0xC0, 0, 20, 8, 0, 8, 0, 8, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0)
	data = append(append(data, table(0x00)...), table(0x10)...)
	data = append(data, 0xFF, 0xDA, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0, 0x00, 0xFF, 0xD9)
	if p, img, _ := take(t, data); p.Width != 8 {
		t.Errorf("%v", img.Bounds())
	}
}

func TestCoverCutsTheEnds(t *testing.T) {
	p, _, _ := take(t, asJPEG(t, flag(800, 200)))
	for _, size := range []image.Point{{40, 40}, {100, 10}, {10, 100}} {
		img, err := picture.Cover(p, size)
		if err != nil || img.Bounds().Size() != size {
			t.Fatalf("%v: %v, %v", size, img, err)
		}
		if !reddish(img.At(1, 1)) || !bluish(img.At(size.X-2, size.Y-2)) {
			t.Errorf("%v is not of the middle", size)
		}
	}
	p.Data = []byte("broken")
	if _, err := picture.Cover(p, image.Pt(1, 1)); err == nil {
		t.Error("a broken picture is shown")
	}
}

// bombPNG is a small picture with many more zeros in it than pixels.
func bombPNG(t *testing.T, w, h uint32, zeros int) []byte {
	t.Helper()
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	if _, err := z.Write(make([]byte, zeros)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return append(append(claims(w, h), chunk("IDAT", packed.Bytes())...), chunk("IEND", nil)...)
}

func FuzzTake(f *testing.F) {
	f.Add(asPNG(f, flag(9, 5)))
	f.Add(held(asJPEG(f, flag(9, 5)), binary.BigEndian, 6))
	f.Add(asGIF(f, flag(9, 5)))
	f.Add([]byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if p, err := picture.Take(bytes.NewReader(data)); err == nil && (p.Width < 1 || p.Height < 1 || len(p.Data) == 0) {
			t.Errorf("%d × %d", p.Width, p.Height)
		}
	})
}
