package form_test

import (
	"image/color"
	"os"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/assets/words"
	"racedesk/ui/kit"
)

var w = words.For("en")

func TestMain(m *testing.M) {
	test.NewApp().Settings().SetTheme(plain{test.Theme()})
	os.Exit(m.Run())
}

// plain is a theme that has what the kit asks for.
type plain struct{ fyne.Theme }

// Color implements fyne.Theme: how things look is no matter here.
func (plain) Color(fyne.ThemeColorName, fyne.ThemeVariant) color.Color { return color.Black }

// Size implements fyne.Theme.
func (plain) Size(name fyne.ThemeSizeName) float32 {
	if slices.Contains([]fyne.ThemeSizeName{kit.SizeNote, kit.SizeText, kit.SizeTitle, kit.SizeColumn, kit.SizeFigure}, name) {
		return 16
	}
	return test.Theme().Size(name)
}

// A paper is a sheet in a window, filled in by hand.
type paper struct {
	*testing.T
	objects []fyne.CanvasObject
}

func lay(t *testing.T, object fyne.CanvasObject) paper {
	t.Helper()
	window := test.NewTempWindow(t, object)
	window.Resize(fyne.NewSize(400, 4000))
	return paper{t, test.LaidOutObjects(object)}
}

// all returns what is on the paper of one kind, from the top.
func all[O fyne.CanvasObject](p paper) (found []O) {
	for _, o := range p.objects {
		if o, ok := o.(O); ok && o.Visible() {
			found = append(found, o)
		}
	}
	return found
}

// press taps the button or the row with this wording.
func (p paper) press(label string) {
	p.Helper()
	for _, r := range all[*kit.Row](p) {
		if r.Content() == label {
			test.Tap(r)
			return
		}
	}
	for _, b := range all[*kit.Button](p) {
		if b.Text == label {
			test.Tap(b)
			return
		}
	}
	p.Fatalf("there is no button %q", label)
}

// entry returns the entry under the name, or what stands in it.
func (p paper) entry(name string) *kit.Entry {
	p.Helper()
	named := false
	for _, o := range p.objects {
		switch o := o.(type) {
		case *kit.Text:
			named = named || o.Content() == name // what is wrong there may stand between
		case *kit.Entry:
			if named {
				return o
			}
		}
	}
	p.Fatalf("there is no entry %q", name)
	return nil
}

func (p paper) write(name, text string) {
	p.Helper()
	p.entry(name).SetText(text)
}

func (p paper) says(text string) bool {
	return slices.ContainsFunc(all[*kit.Text](p), func(t *kit.Text) bool { return t.Content() == text })
}

// offers says whether there is a button with this wording.
func (p paper) offers(label string) bool {
	return slices.ContainsFunc(all[*kit.Button](p), func(b *kit.Button) bool { return b.Text == label })
}
