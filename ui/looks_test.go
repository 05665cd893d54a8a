package ui_test

import (
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/ui"
)

// A card, its column and its sheet, in every tone, language and size, and the keyboard. A size is a
// window of full HD in the units that it leaves; the wall's is as large as fits.
func TestLooks(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		s := sit(t, lang, home, &fakeShelf{})
		s.says("Race at home")
		for _, tone := range ui.Tones() {
			s.open("Village till")
			s.says(s.words.T("sheet.project"))
			for _, size := range []struct {
				name  string
				units fyne.Size
			}{{"normal", fyne.NewSize(1920, 1080)}, {"large", fyne.NewSize(1477, 831)}, {"wall", fyne.NewSize(1280, 720)}} {
				s.window.Resize(size.units)
				s.golden(fmt.Sprintf("looks/%s-%s-%s.txt", tone, lang, size.name), drawn(test.RenderToMarkup(s.window.Canvas())))
			}
			s.call()
			s.golden(fmt.Sprintf("looks/%s-%s-keys.txt", tone, lang), drawn(test.RenderObjectToMarkup(s.keys())))
			s.press(s.words.T("tone." + tone)) // on to the next
		}
	}
}

// drawn lists what markup shows, a line for each thing that is painted: what it
// is, where, how large, in what colours, and what it says.
func drawn(markup string) string {
	var out strings.Builder
	decoder := xml.NewDecoder(strings.NewReader(markup))
	decoder.Strict = false // <text bold …>
	at := []fyne.Position{{}}
	for {
		token, err := decoder.Token()
		if err != nil {
			return out.String()
		}
		switch token := token.(type) {
		case xml.StartElement:
			pos, looks := at[len(at)-1], ""
			for _, a := range token.Attr {
				switch a.Name.Local {
				case "pos":
					var x, y float32
					_, _ = fmt.Sscanf(a.Value, "%g,%g", &x, &y) // a golden that lacks it is seen
					pos = pos.AddXY(x, y)
				case "type", "size":
				default:
					looks += " " + a.Name.Local + "=" + a.Value
				}
			}
			at = append(at, pos)
			if kind := token.Name.Local; kind != "container" && kind != "widget" && kind != "canvas" && kind != "content" && kind != "spacer" {
				fmt.Fprintf(&out, "\n%s %g,%g %s%s", kind, pos.X, pos.Y, sized(token), looks)
			}
		case xml.CharData:
			if text := strings.TrimSpace(string(token)); text != "" {
				fmt.Fprintf(&out, " %q", text)
			}
		case xml.EndElement:
			at = at[:len(at)-1]
		}
	}
}

func sized(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "size" {
			return a.Value
		}
	}
	return ""
}
