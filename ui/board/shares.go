package board

import "fyne.io/fyne/v2"

// shares lays columns side by side by their share of the width.
type shares []float32

func (s shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var all float32
	for _, one := range s {
		all += one
	}
	x, width := float32(0), size.Width-columnGap*float32(len(s)-1)
	for i, o := range objects {
		share := width * s[i] / all
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(share, size.Height))
		x += share + columnGap
	}
}

func (s shares) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(744, 400) }
