package board

import "fyne.io/fyne/v2"

// shares are how much of a width each column has.
type shares []float32

// abreast lays columns side by side by their share of the width, each as wide as it needs
// to be at least, and as high as what lies on the view leaves it.
type abreast struct{ v *View }

func (a abreast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var needs []float32
	for _, o := range objects {
		needs = append(needs, o.(*column).needs())
	}
	x := float32(0)
	for i, width := range columnShares.allot(size.Width, needs) {
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(width, size.Height-a.v.covered(x, x+width)))
		x += width + columnGap
	}
}

func (abreast) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(744, 400) }

// columnShares are those of the problems, the projects and the products.
var columnShares = shares{8, 5.7, 5.3}

// allot returns how wide each column is. What some need beyond their share the others
// give; where the needs are more than there is, the shares alone count.
func (s shares) allot(width float32, needs []float32) []float32 {
	width -= columnGap * float32(len(s)-1)
	all, spare := float32(0), width
	for i := range s {
		all, spare = all+s[i], spare-needs[i]
	}
	out, met := make([]float32, len(s)), make([]bool, len(s))
	for again, rest := true, width; again; {
		again = false
		for i := range s {
			if !met[i] {
				out[i] = rest * s[i] / all
			}
		}
		for i := range s {
			if spare >= 0 && !met[i] && needs[i] > out[i] {
				out[i], met[i], again = needs[i], true, true
				all, rest = all-s[i], rest-needs[i]
			}
		}
	}
	return out
}
