package kit

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Tappable = (*Frame)(nil)

// Frame is a picture of a fixed size, calm ground until the picture is there. All of
// the picture shows.
type Frame struct {
	widget.BaseWidget
	size   fyne.Size
	tap    func()
	ground *canvas.Rectangle
	image  *canvas.Image
}

// NewFrame returns a frame without a picture. It calls tap where that is not nil.
func NewFrame(size fyne.Size, tap func()) *Frame {
	f := &Frame{size: size, tap: tap, ground: canvas.NewRectangle(nil), image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	f.ground.CornerRadius, f.image.CornerRadius = frameRadius, frameRadius
	f.image.Hide()
	f.ExtendBaseWidget(f)
	return f
}

const frameRadius float32 = 6

// CreateRenderer implements fyne.Widget.
func (f *Frame) CreateRenderer() fyne.WidgetRenderer {
	f.ground.FillColor = Color(ColorGap)
	return &frameRenderer{f}
}

// Fill puts a picture into the frame; nil leaves it as it is.
func (f *Frame) Fill(img image.Image) {
	if img == nil || f.image.Image == img {
		return
	}
	f.image.Image = img
	f.image.Show()
	f.ground.Hide()
	f.image.Refresh()
}

// Filled says whether there is a picture in the frame.
func (f *Frame) Filled() bool { return f.image.Image != nil }

// Tapped implements fyne.Tappable.
func (f *Frame) Tapped(*fyne.PointEvent) {
	if f.tap != nil {
		f.tap()
	}
}

type frameRenderer struct{ f *Frame }

func (r *frameRenderer) Destroy() {}

func (r *frameRenderer) Layout(size fyne.Size) {
	r.f.ground.Resize(size)
	r.f.image.Resize(size)
}

func (r *frameRenderer) MinSize() fyne.Size { return r.f.size }

func (r *frameRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.f.ground, r.f.image}
}

func (r *frameRenderer) Refresh() {
	r.f.ground.FillColor = Color(ColorGap)
	canvas.Refresh(r.f)
}
