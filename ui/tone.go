package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"racedesk/ui/kit"
)

// A tone is a set of colours to choose. What it lacks, the toolkit's own theme has.
type tone struct {
	name    string
	colors  map[fyne.ThemeColorName]color.Color
	variant fyne.ThemeVariant
}

// tones are those that there are. The first is the usual.
var tones = []*tone{
	{"light", day, theme.VariantLight},
	{"dark", night, theme.VariantDark},
	{"contrast", stark, theme.VariantDark},
}

// stark is for eyes that need contrast: white on black, 7:1 at least for all that is
// read. Black lets the colours of target groups stand out. Since nothing is told from
// the table by its ground, there is a line around it.
var stark = map[fyne.ThemeColorName]color.Color{
	kit.ColorTable: rgb(0x000000), kit.ColorPaper: rgb(0x000000), kit.ColorInk: rgb(0xFFFFFF),
	kit.ColorQuiet: rgb(0xD0D0D0), kit.ColorGap: rgb(0x303030), kit.ColorTarget: rgb(0x303030),
	kit.ColorLine: rgb(0x8C8C8C), kit.ColorShade: clear, kit.ColorAlarm: rgb(0xFF9A80), kit.ColorWarn: rgb(0xFFC94D), kit.ColorOver: rgb(0x9B8CFF),
	kit.ColorRing: rgb(0xFFE100), kit.ColorEdge: rgb(0xFFFFFF), kit.ColorHit: rgb(0x003B6B),
	theme.ColorNameForeground: rgb(0xFFFFFF),
	theme.ColorNameButton:     rgb(0x303030), theme.ColorNamePrimary: rgb(0xFFFFFF),
	theme.ColorNameForegroundOnPrimary: rgb(0x000000), theme.ColorNameInputBackground: rgb(0x000000),
	theme.ColorNameInputBorder: rgb(0x8C8C8C), theme.ColorNamePlaceHolder: rgb(0xD0D0D0),
	theme.ColorNameDisabled: rgb(0xA0A0A0), theme.ColorNameDisabledButton: rgb(0x000000),
	theme.ColorNameFocus: color.NRGBA{0xFF, 0xE1, 0x00, 0x3a}, theme.ColorNameSelection: rgb(0x00508C),
	theme.ColorNameHover: color.NRGBA{0xff, 0xff, 0xff, 0x20}, theme.ColorNamePressed: color.NRGBA{0xff, 0xff, 0xff, 0x2c},
	theme.ColorNameScrollBar: rgb(0xD0D0D0), theme.ColorNameScrollBarBackground: clear,
	theme.ColorNameSeparator: rgb(0xFFFFFF), theme.ColorNameShadow: clear,
	theme.ColorNameOverlayBackground: rgb(0x000000), theme.ColorNameMenuBackground: rgb(0x000000),
	theme.ColorNameHeaderBackground: rgb(0x000000), theme.ColorNameError: rgb(0xFF9A80),
	theme.ColorNameForegroundOnError: rgb(0x000000),
}

// tone is the one that was chosen.
func (d *Desk) tone() *tone {
	p := d.app.Preferences()
	name := p.String(prefTone)
	if name == "" && p.Bool(prefDark) {
		name = "dark"
	}
	for _, t := range tones {
		if t.name == name {
			return t
		}
	}
	return tones[0]
}

// nextTone chooses the next tone.
func (d *Desk) nextTone() {
	for i, t := range tones {
		if t == d.look.tone {
			t = tones[(i+1)%len(tones)]
			d.app.Preferences().SetString(prefTone, t.name)
			d.look = &look{tone: t}
			break
		}
	}
	d.app.Settings().SetTheme(d.look)
	d.again()
}
