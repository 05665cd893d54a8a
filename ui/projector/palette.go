package projector

import "image/color"

// A palette is the projector's own colours, whatever the desk's tone.
type palette struct {
	grounds [5]color.Color // before the first phase, then of each phase, over again
	ink     color.Color
	quiet   color.Color
	rail    color.Color
	urgent  [4]color.Color // by urgency; overtime lies on the other side of blue and yellow, which most colour-blind eyes keep
}

func rgb(hex uint32) color.Color {
	return color.NRGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 0xff}
}

// The grounds are of the house: night, or the paper of its table, with a breath of blue,
// green, sand and sea. They differ enough to be felt from the corner of an eye, and no more.
var (
	lightOnDark = &palette{
		grounds: [5]color.Color{rgb(0x0E1116), rgb(0x0B1826), rgb(0x0C1D17), rgb(0x201808), rgb(0x0C1D22)},
		ink:     rgb(0xF7F4EC), quiet: rgb(0xA6AFBA), rail: rgb(0x323B47),
		urgent: [4]color.Color{rgb(0xF7F4EC), rgb(0xF2B134), rgb(0xFF6B4A), rgb(0x9B8CFF)},
	}
	darkOnLight = &palette{
		grounds: [5]color.Color{rgb(0xF7F4EC), rgb(0xE6EEF6), rgb(0xE5F1E9), rgb(0xF5E6CB), rgb(0xDFEEEF)},
		ink:     rgb(0x12161C), quiet: rgb(0x4A5562), rail: rgb(0xC9C3B6),
		urgent: [4]color.Color{rgb(0x12161C), rgb(0x8A5300), rgb(0xB3261E), rgb(0x3D2BD0)},
	}
	black = rgb(0x000000)
)

func (s *scene) colors() *palette {
	if s.screen.Light {
		return darkOnLight
	}
	return lightOnDark
}

// ground is the colour that tells the phase.
func (s *scene) ground() color.Color {
	grounds := s.colors().grounds
	if n := s.phase(); n > 0 {
		return grounds[1+(n-1)%(len(grounds)-1)]
	}
	return grounds[0]
}
