package kit

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

var (
	_ fyne.Tappable  = (*Photo)(nil)
	_ fyne.Focusable = (*Photo)(nil)
)

// Photo is a picture of a fixed size, calm ground until the picture is there. All of
// the picture shows.
type Photo struct {
	stop
	size   fyne.Size
	ground *canvas.Rectangle
	image  *canvas.Image
}

// NewPhoto returns the place of a picture that is not there yet, which calls tap. Where that
// is nil, it is for looking only.
func NewPhoto(size fyne.Size, tap func()) *Photo {
	f := &Photo{size: size, ground: canvas.NewRectangle(nil), image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	f.ground.CornerRadius, f.image.CornerRadius = photoRadius, photoRadius
	f.image.Hide()
	f.extend(f, tap)
	if tap == nil {
		f.Disable()
	}
	return f
}

const photoRadius float32 = 6

// CreateRenderer implements fyne.Widget.
func (f *Photo) CreateRenderer() fyne.WidgetRenderer {
	f.ground.FillColor = Color(ColorGap)
	return &photoRenderer{f, newHalo()}
}

// Fill puts a picture into its place; nil leaves it as it is.
func (f *Photo) Fill(img image.Image) {
	if img == nil || f.image.Image == img {
		return
	}
	f.image.Image = img
	f.image.Show()
	f.ground.Hide()
	f.image.Refresh()
}

// Filled says whether there is a picture in its place.
func (f *Photo) Filled() bool { return f.image.Image != nil }

type photoRenderer struct {
	f    *Photo
	halo *canvas.Rectangle
}

func (r *photoRenderer) Destroy() {}

func (r *photoRenderer) Layout(size fyne.Size) {
	r.f.ground.Resize(size)
	r.f.image.Resize(size)
	layHalo(r.halo, fyne.Position{}, size, photoRadius)
}

func (r *photoRenderer) MinSize() fyne.Size { return r.f.size }

func (r *photoRenderer) Objects() []fyne.CanvasObject {
	return r.f.with(r.halo, r.f.ground, r.f.image)
}

func (r *photoRenderer) Refresh() {
	r.f.ground.FillColor = Color(ColorGap)
	canvas.Refresh(r.f)
}
