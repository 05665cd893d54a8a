package picture

import (
	"bytes"
	"encoding/binary"
	"image"
)

// segments calls each with the segments of a JPEG before its picture begins, for as
// long as it returns true.
func segments(data []byte, each func(marker byte, body []byte) bool) {
	if len(data) < 2 || data[0] != 0xFF || data[1] != 0xD8 {
		return
	}
	for data = data[2:]; len(data) >= 4 && data[0] == 0xFF; {
		marker := data[1]
		if marker == 0xFF { // filled up
			data = data[1:]
			continue
		}
		size := int(binary.BigEndian.Uint16(data[2:]))
		if marker == 0xDA || size < 2 || len(data) < 2+size || !each(marker, data[4:2+size]) {
			return
		}
		data = data[2+size:]
	}
}

// progressive says whether a JPEG comes in several passes.
func progressive(data []byte) (it bool) {
	segments(data, func(marker byte, _ []byte) bool {
		it = it || marker == 0xC2
		return !it
	})
	return it
}

// orientation returns which way a camera was held, as its JPEG says: from 1, which
// is upright and also where nothing is said, to 8.
func orientation(data []byte) int {
	way := 1
	segments(data, func(marker byte, body []byte) bool {
		tiff, found := bytes.CutPrefix(body, []byte("Exif\x00\x00"))
		if marker != 0xE1 || !found {
			return true
		}
		way = heldAs(tiff)
		return false
	})
	return way
}

// heldAs finds the tag of the orientation in the first list of tags of a TIFF.
func heldAs(tiff []byte) int {
	const tag, short, entry = 0x0112, 3, 12
	var order binary.ByteOrder = binary.LittleEndian
	switch {
	case bytes.HasPrefix(tiff, []byte("MM\x00*")):
		order = binary.BigEndian
	case !bytes.HasPrefix(tiff, []byte("II*\x00")):
		return 1
	}
	if len(tiff) < 8 {
		return 1
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 1
	}
	list := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(list) < entry {
			return 1
		}
		if order.Uint16(list) == tag && order.Uint16(list[2:]) == short {
			if way := int(order.Uint16(list[8:])); way >= 1 && way <= 8 {
				return way
			}
			return 1
		}
		list = list[entry:]
	}
	return 1
}

// upright turns a picture as the orientation asks for.
func upright(img *image.RGBA, way int) *image.RGBA {
	if way <= 1 {
		return img
	}
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if way >= 5 { // on its side
		out = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			u, v := turned(x, y, w, h, way)
			out.SetRGBA(u, v, img.RGBAAt(x, y))
		}
	}
	return out
}

// turned is where a pixel of a picture of w by h belongs.
func turned(x, y, w, h, way int) (int, int) {
	switch way {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return h - 1 - y, x
	case 7:
		return h - 1 - y, w - 1 - x
	}
	return y, w - 1 - x
}
