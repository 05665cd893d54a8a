// Package assets holds what the program carries with it: its icon, fonts and the sample
// race. It embeds and does nothing else; the words on the screen, and where words may be
// parted, have rooms beneath it.
package assets

import _ "embed" // the files beside this one

// Icon is the program's icon for its windows, as a small PNG: many become few. It is drawn
// in icon.svg; what packs the program takes icon.png. The drawing itself would take a
// tenth of the start.
//
//go:embed icon-window.png
var Icon []byte

// Sample is the sample race, as an outline that package model reads.
//
//go:embed sample/race.json
var Sample []byte

// The one family of type, on the screen and on paper: Noto Sans, under the SIL
// Open Font License beside the files.
var (
	//go:embed fonts/NotoSans-Regular.ttf
	FontRegular []byte
	//go:embed fonts/NotoSans-Bold.ttf
	FontBold []byte
)
