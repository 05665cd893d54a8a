package pdf

import (
	"strings"
	"testing"

	"racedesk/assets/words"
	"racedesk/model"
)

// covered is a race with a colour and a logo of its own.
func covered(t *testing.T, accent, wide, high int, title string) *model.Board {
	t.Helper()
	b := few(t)
	r, race := b.Report(), b.Race()
	r.Accent, race.Title = accent, title
	e, err := b.SetLogo(drawn("", 1, wide, high))
	if err != nil {
		t.Fatal(err)
	}
	e.Changes = append(e.Changes, model.Change{After: r}, model.Change{After: race})
	b.Apply(e.Stamped(b.Seq+1, written))
	return b
}

func TestTheCoverHasTheRacesColourAndLogo(t *testing.T) {
	for _, test := range []struct {
		accent, wide, high int
		title              string
	}{{1, 600, 100, "Litet lopp"}, {5, 20, 900, "Litet lopp"}, {7, 300, 300, strings.Repeat("Ett mycket långt namn på ett lopp ", 8)}} {
		b := covered(t, test.accent, test.wide, test.high, test.title)
		first := layout(t, b, "sv")[0]
		bars := 0
		for _, s := range first.shapes {
			if s.fill == groupInk(test.accent-1) && s.pts[0].x == margin {
				bars++ // the contrast of all text is that to paper
				unwritten(t, first, s.pts[0], s.pts[2])
			}
		}
		if bars != 1 || len(first.images) != 1 {
			t.Fatalf("%d bars of colour %d, %d pictures", bars, test.accent, len(first.images))
		}
		logo := first.images[0]
		if logo.w > logoW+0.01 || logo.h > logoH+0.01 || logo.x+logo.w > margin+full+0.01 {
			t.Errorf("the logo is %.0f × %.0f at %.0f", logo.w, logo.h, logo.x)
		}
		unwritten(t, first, point{logo.x, logo.y}, point{logo.x + logo.w, logo.y + logo.h})
		data, err := Compose(t.Context(), b, words.For("sv"), written)
		if err != nil {
			t.Fatal(err)
		}
		parse(t, data).colours()
	}
}

// unwritten fails where text stands between two corners.
func unwritten(t *testing.T, s *sheet, from, to point) {
	t.Helper()
	for _, r := range s.runs {
		wide := float64(r.face.width([]rune(r.text))) * r.size / 1000
		if r.x < to.x && r.x+wide > from.x && r.y > from.y && r.y-0.8*r.size < to.y {
			t.Errorf("%q stands in the way of what is at %.0f, %.0f", r.said(), from.x, from.y)
		}
	}
}

func TestALogoThatCannotBeReadIsLeftOut(t *testing.T) {
	b := few(t)
	e, err := b.SetLogo(model.Picture{Data: []byte("no picture")})
	if err != nil {
		t.Fatal(err)
	}
	b.Apply(e.Stamped(b.Seq+1, written))
	if n := len(layout(t, b, "sv")[0].images); n != 0 {
		t.Errorf("%d pictures", n)
	}
}
