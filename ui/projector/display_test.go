package projector

import (
	"errors"
	"slices"
	"testing"
)

func TestChooseTheDisplay(t *testing.T) {
	wall, beam := Display{"Generic PnP", 0, 0, 1920, 1080}, Display{"Generic PnP", 1920, 0, 1280, 720}
	other := Display{"BENQ", 1920, 0, 1280, 720}
	small := Display{"BENQ", 1920, 0, 800, 600}
	for name, c := range map[string]struct {
		place string
		all   []Display
		board *Display
		want  *Display // nil for a window of its own
	}{
		"none":                              {"", nil, nil, nil},
		"one display":                       {"", []Display{wall}, &wall, nil},
		"two of one make":                   {"", []Display{wall, beam}, &wall, &beam},
		"the board on the second":           {"", []Display{wall, beam}, &beam, &wall},
		"nobody knows where the board is":   {"", []Display{wall, beam}, nil, &beam},
		"a window, whatever there is":       {OwnWindow, []Display{wall, beam}, &wall, nil},
		"the one remembered":                {beam.Place(), []Display{wall, other, beam}, &wall, &beam},
		"the board's own, where asked":      {wall.Place(), []Display{wall}, &wall, &wall},
		"remembered, in another size":       {other.Place(), []Display{wall, small}, &wall, &small},
		"remembered, now the board's":       {other.Place(), []Display{wall, small}, &small, &wall},
		"remembered, and gone":              {other.Place(), []Display{wall, beam}, &wall, &beam},
		"remembered, and the board is left": {other.Place(), []Display{wall}, &wall, nil},
		"a name with spaces, elsewhere":     {"Generic PnP 640x480+0+0", []Display{wall, beam}, &wall, &beam},
		"the first by its name, no board":   {"BENQ", []Display{other, wall}, nil, &other},
		"nonsense":                          {"x", []Display{wall, beam}, &wall, &beam},
	} {
		got, full := Choose(c.place, c.all, c.board)
		if full != (c.want != nil) || full && got != *c.want {
			t.Errorf("%s: chose %v, %v; want %v", name, got, full, c.want)
		}
	}
}

func TestADisplayThatIsNotThere(t *testing.T) {
	twins := []Display{{"A", 0, 0, 800, 600}, {"B", 800, 0, 800, 600}, {"B", 1600, 0, 800, 600}}
	for _, place := range []string{"A", "B 800x600+800+0", OwnWindow} {
		if err := check(place, twins); err != nil {
			t.Errorf("%s: %v", place, err)
		}
	}
	var unknown *UnknownDisplay
	if err := check("HDMI-9", twins); !errors.As(err, &unknown) || !slices.Equal(unknown.There, []string{"A", "B 800x600+800+0", "B 800x600+1600+0"}) {
		t.Errorf("%v: there are %q", err, unknown)
	}
}
