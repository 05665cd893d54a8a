package kit

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The colours that a theme must name beside the toolkit's own.
const (
	ColorTable  fyne.ThemeColorName = "table"  // what everything lies on
	ColorPaper  fyne.ThemeColorName = "paper"  // a card
	ColorInk    fyne.ThemeColorName = "ink"    // text
	ColorQuiet  fyne.ThemeColorName = "quiet"  // text that can wait
	ColorGap    fyne.ThemeColorName = "gap"    // where a card will land
	ColorTarget fyne.ThemeColorName = "target" // a column or card that would take the drop
	ColorLine   fyne.ThemeColorName = "line"   // the thin line of progress
	ColorShade  fyne.ThemeColorName = "shade"  // a shadow
	ColorEdge   fyne.ThemeColorName = "edge"   // around cards and keys, where colour does not tell them from the table
	ColorRing   fyne.ThemeColorName = "ring"   // around what the keys are on
	ColorHit    fyne.ThemeColorName = "hit"    // beneath a word that was searched for
	ColorAlarm  fyne.ThemeColorName = "alarm"  // time running out, an error
	ColorWarn   fyne.ThemeColorName = "warn"   // time about to run out
	ColorOver   fyne.ThemeColorName = "over"   // time beyond the end
)

// The sizes that a theme must name: the scale of type.
const (
	SizeNote   fyne.ThemeSizeName = "note"
	SizeText   fyne.ThemeSizeName = "body"
	SizeTitle  fyne.ThemeSizeName = "title"
	SizeColumn fyne.ThemeSizeName = "column"
	SizeFigure fyne.ThemeSizeName = "figure"
	SizeClock  fyne.ThemeSizeName = "clock"
)

// Unit is the grid that everything stands on.
const Unit float32 = 8

// Touch is the least side of what a finger shall hit.
const Touch float32 = 44

// Styles is how many target group styles there are.
const Styles = 7

// GroupColor names the colour of a target group's style.
func GroupColor(style int) fyne.ThemeColorName {
	return fyne.ThemeColorName("group" + strconv.Itoa(((style%Styles)+Styles)%Styles))
}

// Color returns the theme's colour of this name.
func Color(name fyne.ThemeColorName) color.Color { return theme.Color(name) }

// Size returns the theme's size of this name.
func Size(name fyne.ThemeSizeName) float32 { return theme.Size(name) }

const edgeWidth float32 = 2

// Edge is the line around a card, a key or a button, and its width, where the theme
// has one.
func Edge() (color.Color, float32) {
	edge := Color(ColorEdge)
	if _, _, _, a := edge.RGBA(); a == 0 {
		return nil, 0
	}
	return edge, edgeWidth
}
