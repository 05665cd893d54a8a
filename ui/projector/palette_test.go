package projector

import (
	"image/color"
	"math"
	"testing"
)

// A sight is how an eye sees linear light (Machado, Oliveira and Fernandes, 2009,
// severity 1).
type sight [3][3]float64

var sights = map[string]sight{
	"most eyes":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// What is read on the projector has 4.5:1 on each ground, however urgent it is.
func TestThePaletteIsLegible(t *testing.T) {
	for name, p := range map[string]*palette{"light on dark": lightOnDark, "dark on light": darkOnLight} {
		for n, ground := range p.grounds {
			for i, ink := range append([]color.Color{p.ink, p.quiet}, p.urgent[:]...) {
				if got := contrast(ground, ink); got < 4.5 {
					t.Errorf("%s: ink %d on ground %d has %.2f:1", name, i, n, got)
				}
			}
		}
	}
}

// Overtime is told from danger, warning and a calm time by everybody's eyes: more than
// ten times what is just seen to differ.
func TestOvertimeIsToldFromAllElse(t *testing.T) {
	for name, p := range map[string]*palette{"light on dark": lightOnDark, "dark on light": darkOnLight} {
		for eyes, s := range sights {
			for u := calm; u < over; u++ {
				if got := s.apart(p.urgent[u], p.urgent[over]); got < 30 {
					t.Errorf("%s: for %s overtime is %.0f from urgency %d", name, eyes, got, u)
				}
			}
		}
	}
}

// contrast is the ratio of two colours' luminance, as WCAG 2 reckons it.
func contrast(a, b color.Color) float64 {
	of := func(c color.Color) float64 {
		l := linear(c)
		return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2] + 0.05
	}
	return max(of(a), of(b)) / min(of(a), of(b))
}

// linear is the light of a colour of sRGB (IEC 61966-2-1).
func linear(c color.Color) (light [3]float64) {
	r, g, b, _ := c.RGBA()
	for i, part := range []uint32{r, g, b} {
		x := float64(part) / 0xffff
		if light[i] = x / 12.92; x > 0.04045 {
			light[i] = math.Pow((x+0.055)/1.055, 2.4)
		}
	}
	return light
}

// apart is how far two colours lie from each other for an eye, in CIELAB (CIE 1976).
func (s sight) apart(a, b color.Color) float64 {
	p, q := s.lab(a), s.lab(b)
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

func (s sight) lab(c color.Color) [3]float64 {
	light := linear(c)
	f := func(row [3]float64, white float64) float64 {
		x := 0.0
		for i, share := range row {
			seen := 0.0
			for j, of := range s[i] {
				seen += of * light[j]
			}
			x += share * min(1, max(0, seen))
		}
		if x /= white; x > 0.008856 {
			return math.Cbrt(x)
		}
		return 7.787*x + 16.0/116
	}
	x, y, z := f([3]float64{0.4124, 0.3576, 0.1805}, 0.9505), f([3]float64{0.2126, 0.7152, 0.0722}, 1), f([3]float64{0.0193, 0.1192, 0.9505}, 1.0891)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}
