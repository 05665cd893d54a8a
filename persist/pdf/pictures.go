package pdf

import (
	"bytes"
	"image"
	_ "image/jpeg" // the two formats that pictures are kept in
	_ "image/png"

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
		size, _, err := image.DecodeConfig(bytes.NewReader(p.Data))
		if err == nil && size.Width > 0 && size.Height > 0 {
			all = append(all, placed{w: float64(size.Width), h: float64(size.Height), data: p.Data})
		}
	}
	for rows := (len(all) + pictureRow - 1) / pictureRow; rows > 0; rows-- {
		n := (len(all) + rows - 1) / rows
		f.pictureRow(all[:n])
		all = all[n:]
	}
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
