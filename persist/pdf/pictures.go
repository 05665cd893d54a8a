package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	"racedesk/model"
)

// The measures of pictures.
const (
	pictureRow  = 3     // side by side, at most
	pictureHigh = 160.0 // of a row, at most
	pictureGap  = 6.0
)

// pictures sets a card's pictures in rows as wide as the column, all of a row of the
// same height. One that cannot be read is left out: the report shall come.
func (f *flow) pictures(c model.Card) {
	var all []placed
	for _, p := range f.b.Pictures(c.ID) {
		if picture, ok := printable(p.Data); ok {
			all = append(all, picture)
		}
	}
	for rows := (len(all) + pictureRow - 1) / pictureRow; rows > 0; rows-- {
		n := (len(all) + rows - 1) / rows
		f.pictureRow(all[:n])
		all = all[n:]
	}
}

// mostPixels bounds what a picture that must be written anew may take of memory.
const mostPixels = 1 << 26

// printable is the picture as the file takes it. One in inks of print would not
// have the colours that the file promises, and of PNG the library reads no more than
// eight bits in one pass: such are written anew.
func printable(data []byte) (placed, bool) {
	size, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || size.Width <= 0 || size.Height <= 0 {
		return placed{}, false
	}
	out := placed{w: float64(size.Width), h: float64(size.Height), data: data}
	const depth, passes = 24, 28 // where a PNG says so
	if format == "png" && data[depth] <= 8 && data[passes] == 0 || format == "jpeg" && size.ColorModel != color.CMYKModel {
		return out, true
	}
	if size.Width > mostPixels/size.Height {
		return placed{}, false
	}
	read, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return placed{}, false
	}
	plain := image.NewNRGBA(read.Bounds())
	draw.Draw(plain, plain.Rect, read, read.Bounds().Min, draw.Src)
	var buf bytes.Buffer
	if format == "jpeg" {
		err = jpeg.Encode(&buf, plain, &jpeg.Options{Quality: 90})
	} else {
		err = png.Encode(&buf, plain)
	}
	out.data = buf.Bytes()
	return out, err == nil
}

func (f *flow) pictureRow(row []placed) {
	wide, sharp := 0.0, 0.0 // for each point of height; as high as one can be
	for _, p := range row {
		wide, sharp = wide+p.w/p.h, max(sharp, p.h)
	}
	high := min(pictureHigh, sharp, (column-pictureGap*float64(len(row)-1))/wide)
	f.skip(pictureGap)
	f.need(high)
	x := margin
	for _, p := range row {
		p.x, p.y, p.w, p.h = x, f.y, high*p.w/p.h, high
		f.page().images = append(f.page().images, p)
		x += p.w + pictureGap
	}
	f.y += high + pictureGap/2
}
