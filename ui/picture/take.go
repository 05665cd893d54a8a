package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"sync"

	"golang.org/x/image/draw"
	"golang.org/x/image/webp"

	"racedesk/model"
)

// The limits of what is taken in.
const (
	maxFile   = 50 << 20  // bytes
	maxPixels = 100e6     // of a picture
	maxMemory = 420 << 20 // bytes that decoding it may take
	quality   = 85        // of the JPEG that is kept
)

// A format is a kind of file that is read.
type format struct {
	name   string
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}

var formats = []format{
	{"jpeg", jpeg.DecodeConfig, jpeg.Decode},
	{"png", png.DecodeConfig, png.Decode},
	{"gif", gif.DecodeConfig, gif.Decode},
	{"webp", webp.DecodeConfig, webp.Decode},
}

// one lets one picture at a time be decoded, so that many brought at once take no
// more memory than one.
var one sync.Mutex

// Take reads a picture: upright, not larger than is kept, as JPEG or, where it has
// transparency or is smaller so, as PNG. It returns model.ErrNoPicture where it is
// none and model.ErrTooLarge where it would take too much memory.
func Take(r io.Reader) (model.Picture, error) {
	img, f, err := read(r, model.MaxPictureSide)
	if err != nil {
		return model.Picture{}, err
	}
	kept, err := encode(img, f.name != "jpeg")
	if err != nil {
		return model.Picture{}, fmt.Errorf("encode picture: %w", err)
	}
	return model.Picture{Width: img.Bounds().Dx(), Height: img.Bounds().Dy(), Data: kept}, nil
}

// read returns a picture upright, with no more than most pixels on its longer side.
func read(r io.Reader, most int) (*image.RGBA, format, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, format{}, fmt.Errorf("read picture: %w", err)
	}
	if len(data) > maxFile {
		return nil, format{}, fmt.Errorf("read picture of more than %d bytes: %w", maxFile, model.ErrTooLarge)
	}
	one.Lock()
	defer one.Unlock()
	img, f, err := decode(data)
	if err != nil {
		return nil, f, fmt.Errorf("decode picture: %w", err)
	}
	return upright(scale(img, img.Bounds(), inside(img.Bounds().Size(), most)), orientation(data)), f, nil
}

// decode reads a picture whose head says that there is memory for it.
func decode(data []byte) (image.Image, format, error) {
	for _, f := range formats {
		c, err := f.config(bytes.NewReader(data))
		if err != nil {
			continue
		}
		if pixels := float64(c.Width) * float64(c.Height); pixels > maxPixels || pixels*cost(c.ColorModel, data) > maxMemory {
			return nil, f, fmt.Errorf("%s of %d × %d pixels: %w", f.name, c.Width, c.Height, model.ErrTooLarge)
		}
		img, err := f.read(data)
		if err != nil {
			return nil, f, fmt.Errorf("%w: %w", model.ErrNoPicture, err)
		}
		return img, f, nil
	}
	return nil, format{}, model.ErrNoPicture
}

// read decodes a file. One that a decoder was never tried with shall not end the
// program that a whole room works with.
func (f format) read(data []byte) (img image.Image, err error) {
	defer func() {
		if why := recover(); why != nil {
			err = fmt.Errorf("decode %s: %v", f.name, why)
		}
	}()
	img, err = f.decode(bytes.NewReader(data))
	if err == nil && img.Bounds().Empty() {
		err = image.ErrFormat
	}
	return img, err
}

// cost is how many bytes a pixel takes while it is decoded.
func cost(m color.Model, data []byte) float64 {
	bytes := 4.0
	switch m {
	case color.RGBA64Model, color.NRGBA64Model:
		bytes = 8
	case color.YCbCrModel:
		bytes = 3
	case color.GrayModel:
		bytes = 1
	case color.Gray16Model:
		bytes = 2
	}
	if progressive(data) {
		bytes *= 5 // its coefficients are four bytes each until all are there
	}
	return bytes
}

// inside returns the size of a picture whose longer side is no more than most.
func inside(size image.Point, most int) image.Point {
	longer := max(size.X, size.Y)
	if longer <= most {
		return size
	}
	return image.Pt(max(1, size.X*most/longer), max(1, size.Y*most/longer))
}

// scale returns a part of a picture at another size. What is much larger is halved
// first: that is quick, and needs no room for rows between.
func scale(img image.Image, part image.Rectangle, size image.Point) *image.RGBA {
	for part.Dx() > 2*size.X && part.Dy() > 2*size.Y {
		half := image.NewRGBA(image.Rect(0, 0, (part.Dx()+1)/2, (part.Dy()+1)/2))
		draw.ApproxBiLinear.Scale(half, half.Bounds(), img, part, draw.Src, nil)
		img, part = half, half.Bounds()
	}
	out := image.NewRGBA(image.Rectangle{Max: size})
	if part.Size() == size {
		draw.Draw(out, out.Bounds(), img, part.Min, draw.Src)
	} else {
		draw.CatmullRom.Scale(out, out.Bounds(), img, part, draw.Src, nil)
	}
	return out
}

// encode writes a picture. As PNG where it has transparency; where that may well be
// smaller, it is tried.
func encode(img *image.RGBA, tryPNG bool) ([]byte, error) {
	var small bytes.Buffer
	clear := !img.Opaque()
	if tryPNG || clear {
		if err := png.Encode(&small, img); err != nil {
			return nil, err
		}
		if clear && small.Len() <= model.MaxPictureSize {
			return small.Bytes(), nil
		}
	}
	if clear { // too large so: on white, as on paper
		white := image.NewRGBA(img.Bounds())
		draw.Draw(white, white.Bounds(), image.White, image.Point{}, draw.Src)
		draw.Draw(white, white.Bounds(), img, image.Point{}, draw.Over)
		img = white
	}
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, img, &jpeg.Options{Quality: quality}); err != nil {
		return nil, err
	}
	if !clear && small.Len() > 0 && small.Len() <= photo.Len() {
		return small.Bytes(), nil
	}
	return photo.Bytes(), nil
}
