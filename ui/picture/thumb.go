package picture

import (
	"fmt"
	"image"
	"io"

	"racedesk/model"
)

// Cover returns a kept picture as large as size, with what does not fit cut off.
func Cover(p model.Picture, size image.Point) (image.Image, error) {
	img, _, err := decode(p.Data)
	if err != nil {
		return nil, fmt.Errorf("show picture: %w", err)
	}
	return cover(img, size), nil
}

// Glance returns a picture that somebody may bring, as Cover does.
func Glance(r io.Reader, size image.Point) (image.Image, error) {
	img, _, err := read(r, 2*max(size.X, size.Y))
	if err != nil {
		return nil, err
	}
	return cover(img, size), nil
}

// Fit returns all of a kept picture, its longer side no more than most pixels.
func Fit(p model.Picture, most int) (image.Image, error) {
	img, _, err := decode(p.Data)
	if err != nil {
		return nil, fmt.Errorf("show picture: %w", err)
	}
	return scale(img, img.Bounds(), inside(img.Bounds().Size(), most)), nil
}

// cover scales the middle of a picture; of a tall one a part rather above it, where
// heads are.
func cover(img image.Image, size image.Point) image.Image {
	all := img.Bounds()
	part := all
	if all.Dx()*size.Y > all.Dy()*size.X { // too wide
		wide := max(1, all.Dy()*size.X/size.Y)
		part.Min.X += (all.Dx() - wide) / 2
		part.Max.X = part.Min.X + wide
	} else {
		high := max(1, all.Dx()*size.Y/size.X)
		part.Min.Y += (all.Dy() - high) / 3
		part.Max.Y = part.Min.Y + high
	}
	return scale(img, part, size)
}
