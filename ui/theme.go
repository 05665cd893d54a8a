package ui

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"racedesk/assets"
	"racedesk/ui/kit"
)

var _ fyne.Theme = (*look)(nil)

// look is the theme of the house, in one of its tones: paper on a light table, or
// the same at night. A button is a breath of colour, so that it stands on the table and
// on paper alike: a theme of their own for sheets would have the toolkit read all
// fonts anew for each sheet that is opened, and keep them.
type look struct{ tone *tone }

var (
	fontRegular = fyne.NewStaticResource("NotoSans-Regular.ttf", assets.FontRegular)
	fontBold    = fyne.NewStaticResource("NotoSans-Bold.ttf", assets.FontBold)
)

func rgb(hex uint32) color.Color {
	return color.NRGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 0xff}
}

// groupColors are told apart by colour-blind eyes too (Okabe and Ito, 2008).
var groupColors = [kit.Styles]color.Color{rgb(0xE69F00), rgb(0x56B4E9), rgb(0x009E73), rgb(0xCC79A7),
	rgb(0xF0E442), rgb(0x0072B2), rgb(0xD55E00)}

var clear = color.NRGBA{}

var day = map[fyne.ThemeColorName]color.Color{
	kit.ColorTable: rgb(0xF4F1EA), kit.ColorPaper: rgb(0xFFFFFF), kit.ColorInk: rgb(0x1D2530),
	kit.ColorQuiet: rgb(0x5B6673), kit.ColorGap: rgb(0xE4DFD3), kit.ColorTarget: rgb(0xE3ECF3),
	kit.ColorLine: rgb(0xD9D3C6), kit.ColorShade: color.NRGBA{0x1D, 0x25, 0x30, 0x2c}, kit.ColorAlarm: rgb(0xB3341B), kit.ColorWarn: rgb(0x8A5700), kit.ColorOver: rgb(0x3D2BD0), kit.ColorRing: rgb(0x0072B2), kit.ColorEdge: clear, kit.ColorHit: rgb(0xFBE9B0),
	theme.ColorNameForeground: rgb(0x1D2530),
	theme.ColorNameButton:     color.NRGBA{0x6B, 0x5A, 0x2E, 0x1a}, theme.ColorNamePrimary: rgb(0x1D2530),
	theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF), theme.ColorNameInputBackground: rgb(0xFFFFFF),
	theme.ColorNameInputBorder: rgb(0xD9D3C6), theme.ColorNamePlaceHolder: rgb(0x5B6673),
	theme.ColorNameDisabled: rgb(0x8E959D), theme.ColorNameDisabledButton: clear,
	theme.ColorNameFocus: color.NRGBA{0x00, 0x72, 0xB2, 0x40}, theme.ColorNameSelection: color.NRGBA{0x00, 0x72, 0xB2, 0x40},
	theme.ColorNameHover: color.NRGBA{0x1D, 0x25, 0x30, 0x0c}, theme.ColorNamePressed: color.NRGBA{0x1D, 0x25, 0x30, 0x20},
	theme.ColorNameScrollBar: color.NRGBA{0x1D, 0x25, 0x30, 0x40}, theme.ColorNameScrollBarBackground: clear,
	theme.ColorNameSeparator: rgb(0xE4DFD3), theme.ColorNameShadow: color.NRGBA{0x1D, 0x25, 0x30, 0x18},
	theme.ColorNameOverlayBackground: rgb(0xFFFFFF), theme.ColorNameMenuBackground: rgb(0xFFFFFF),
	theme.ColorNameHeaderBackground: rgb(0xF4F1EA), theme.ColorNameError: rgb(0xB3341B),
}

var night = map[fyne.ThemeColorName]color.Color{
	kit.ColorTable: rgb(0x12161C), kit.ColorPaper: rgb(0x1C232C), kit.ColorInk: rgb(0xF2EFE8),
	kit.ColorQuiet: rgb(0xA3ABB5), kit.ColorGap: rgb(0x262F3A), kit.ColorTarget: rgb(0x1B2A38),
	kit.ColorLine: rgb(0x303A46), kit.ColorShade: color.NRGBA{0, 0, 0, 0x60}, kit.ColorAlarm: rgb(0xFF6B4A), kit.ColorWarn: rgb(0xF2B134), kit.ColorOver: rgb(0x9B8CFF), kit.ColorRing: rgb(0x56B4E9), kit.ColorEdge: clear, kit.ColorHit: rgb(0x463A10),
	theme.ColorNameForeground: rgb(0xF2EFE8),
	theme.ColorNameButton:     color.NRGBA{0xff, 0xff, 0xff, 0x14}, theme.ColorNamePrimary: rgb(0xF2EFE8),
	theme.ColorNameForegroundOnPrimary: rgb(0x12161C), theme.ColorNameInputBackground: rgb(0x1C232C),
	theme.ColorNameInputBorder: rgb(0x4A5562), theme.ColorNamePlaceHolder: rgb(0xA3ABB5),
	theme.ColorNameDisabled: rgb(0x6B7480), theme.ColorNameDisabledButton: clear,
	theme.ColorNameFocus: color.NRGBA{0x56, 0xB4, 0xE9, 0x50}, theme.ColorNameSelection: color.NRGBA{0x56, 0xB4, 0xE9, 0x50},
	theme.ColorNameHover: color.NRGBA{0xff, 0xff, 0xff, 0x10}, theme.ColorNamePressed: color.NRGBA{0xff, 0xff, 0xff, 0x20},
	theme.ColorNameScrollBar: color.NRGBA{0xff, 0xff, 0xff, 0x40}, theme.ColorNameScrollBarBackground: clear,
	theme.ColorNameSeparator: rgb(0x303A46), theme.ColorNameShadow: color.NRGBA{0, 0, 0, 0x50},
	theme.ColorNameOverlayBackground: rgb(0x1C232C), theme.ColorNameMenuBackground: rgb(0x1C232C),
	theme.ColorNameHeaderBackground: rgb(0x12161C), theme.ColorNameError: rgb(0xFF6B4A),
}

// Color implements fyne.Theme. The variant of the system is not asked: the room
// is bright, and the tone is chosen in the program.
func (l *look) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	for i := range groupColors {
		if name == kit.GroupColor(i) {
			return groupColors[i]
		}
	}
	if name == theme.ColorNameBackground {
		return cleared(l.tone.colors[kit.ColorTable])
	}
	if c, ok := l.tone.colors[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, l.tone.variant)
}

// cleared is what the toolkit is asked for, so that it clears a window to an opaque colour: it
// divides what is of 16 bits by 255², and all would be a 128th lighter.
func cleared(to color.Color) color.Color {
	asked := func(channel uint32) uint16 { return uint16((channel*255*255 + math.MaxUint16/2) / math.MaxUint16) }
	r, g, b, _ := to.RGBA()
	return color.RGBA64{asked(r), asked(g), asked(b), math.MaxUint16}
}

// Font implements fyne.Theme.
func (l *look) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace || style.Symbol || style.Italic:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return fontBold
	}
	return fontRegular
}

// Icon implements fyne.Theme.
func (l *look) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// sizes are the scale of type and the measures of the toolkit's own widgets.
var sizes = map[fyne.ThemeSizeName]float32{
	kit.SizeNote: 13, kit.SizeText: 16, kit.SizeTitle: 20, kit.SizeColumn: 28, kit.SizeFigure: 48, kit.SizeClock: 56,
	theme.SizeNameText: 16, theme.SizeNameCaptionText: 13, theme.SizeNameHeadingText: 28,
	theme.SizeNameSubHeadingText: 20, theme.SizeNamePadding: 4, theme.SizeNameInnerPadding: 11,
	theme.SizeNameInputRadius: 8, theme.SizeNameSelectionRadius: 8, theme.SizeNameInputBorder: 1,
	theme.SizeNameScrollBar: 12, theme.SizeNameScrollBarSmall: 4, theme.SizeNameInlineIcon: 20,
}

// Size implements fyne.Theme.
func (l *look) Size(name fyne.ThemeSizeName) float32 {
	if name == theme.SizeNameInputBorder && l.tone.colors[kit.ColorEdge] != clear {
		return 2 // in line with other edges, so that the field in use stands out
	}
	if s, ok := sizes[name]; ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}
