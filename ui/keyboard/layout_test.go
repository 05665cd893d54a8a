package keyboard_test

import (
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"

	"racedesk/ui/keyboard"
	"racedesk/ui/kit"
)

// written are all letters that a layout writes.
func written(l keyboard.Layout) string {
	var all strings.Builder
	for p := range keyboard.Foreign + 1 {
		for _, k := range l.Keys(p) {
			if k.Act == keyboard.Write {
				all.WriteRune(k.Letter)
				all.WriteRune(k.Upper)
			}
		}
	}
	return all.String()
}

func TestEveryLetterIsThere(t *testing.T) {
	for lang, letters := range map[string]string{
		"sv": "abcdefghijklmnopqrstuvwxyzåäöéüèàæøñß",
		"en": "abcdefghijklmnopqrstuvwxyzåäöéüèàæøñß",
	} {
		for _, l := range keyboard.Layouts {
			if l.Lang != lang {
				continue
			}
			all := written(l)
			for _, r := range letters + strings.ToUpper(letters) + "0123456789 .,:;-_!?@#%&/()=+*'\"€$£§–…\\<>[]{}|~^" {
				if !strings.ContainsRune(all, r) {
					t.Errorf("%s has no %q", lang, r)
				}
			}
		}
	}
}

// shifts checks what a key of letters writes with shift.
func shifts(t *testing.T, lang string, k keyboard.Key) {
	t.Helper()
	if unicode.IsLetter(k.Letter) && unicode.ToLower(k.Upper) != k.Letter {
		t.Errorf("%s: %q with shift is %q", lang, k.Letter, k.Upper)
	}
}

func TestPlanesAreAlike(t *testing.T) {
	for _, l := range keyboard.Layouts {
		first := l.Keys(keyboard.Letters)
		for p := range keyboard.Foreign + 1 {
			keys := l.Keys(p)
			if len(keys) != len(first) {
				t.Fatalf("%s: plane %d has %d keys, the letters %d", l.Lang, p, len(keys), len(first))
			}
			twice, ends := map[rune]bool{}, [keyboard.Rows]float32{}
			for i, k := range keys {
				if k.X != first[i].X || k.Wide != first[i].Wide || k.Row != first[i].Row || k.Act != first[i].Act {
					t.Errorf("%s: key %d of plane %d lies elsewhere", l.Lang, i, p)
				}
				if k.Act == keyboard.Write && (twice[k.Letter] || k.Upper == 0) {
					t.Errorf("%s: plane %d: %q is there twice, or has no %q", l.Lang, p, k.Letter, k.Upper)
				}
				if p != keyboard.Signs {
					shifts(t, l.Lang, k)
				}
				twice[k.Letter] = true
				ends[k.Row] = k.X + k.Wide
			}
			if ends != [keyboard.Rows]float32{l.Wide, l.Wide, l.Wide, l.Wide} {
				t.Errorf("%s: the rows of plane %d end at %v", l.Lang, p, ends)
			}
		}
	}
}

// A finger hits each key in its middle and at its edges, and the keys are large
// enough for it.
func TestFingersHitTheKeys(t *testing.T) {
	for _, l := range keyboard.Layouts {
		for _, room := range []fyne.Size{{Width: 770, Height: 420}, {Width: 1366, Height: 636}, {Width: 1920, Height: 948}} {
			_, size := keyboard.Seat(room, 0)
			for i, k := range l.Keys(keyboard.Letters) {
				pos, wide := keyboard.Spot(l, keyboard.Letters, size, i)
				if wide.Width < kit.Touch || wide.Height < kit.Touch {
					t.Errorf("%s on %v: %q is only %v", l.Lang, room, k.Letter, wide)
				}
				if pos.X < 0 || pos.Y < 0 || pos.X+wide.Width > size.Width || pos.Y+wide.Height > size.Height {
					t.Errorf("%s on %v: %q lies outside at %v", l.Lang, room, k.Letter, pos)
				}
				for _, at := range []fyne.Position{pos.AddXY(-2, -2), pos.AddXY(wide.Width/2, wide.Height/2), pos.AddXY(wide.Width+2, wide.Height+2)} {
					if got := keyboard.Hit(l, keyboard.Letters, size, at); got != i {
						t.Errorf("%s on %v: at %v is key %d, want %d %q", l.Lang, room, at, got, i, k.Letter)
					}
				}
			}
		}
	}
}

// The keyboard is as wide as two hands need, before whoever writes, and within the room.
func TestTheKeyboardLeavesRoomBesideIt(t *testing.T) {
	for _, c := range []struct{ wide, x, left, right float32 }{
		{770, 400, 10, 770}, {700, 300, 0, 700}, {1280, 0, 0, 793.6}, {1280, 1060, 486.4, 1280}, {1920, 960, 480, 1440}, {1920, 1700, 960, 1920},
	} {
		pos, size := keyboard.Seat(fyne.NewSize(c.wide, 900), c.x)
		if near := func(x, y float32) bool { return x-y < 0.1 && y-x < 0.1 }; !near(pos.X, c.left) || !near(pos.X+size.Width, c.right) {
			t.Errorf("in %v at %v it lies from %v to %v, want %v to %v", c.wide, c.x, pos.X, pos.X+size.Width, c.left, c.right)
		}
		if pos.Y+size.Height != 900 {
			t.Errorf("it ends at %v", pos.Y+size.Height)
		}
	}
}
