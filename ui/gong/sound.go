package gong

import "math"

// A Sound is a bell that is struck some times.
type Sound struct {
	Pitch   float64 // of its lowest partial, in Hz
	Strokes int
}

const (
	// Rate is how many samples there are in a second.
	Rate = 48000

	ringing = 4.0   // seconds that a stroke is heard
	apart   = 0.9   // seconds from stroke to stroke
	attack  = 0.004 // seconds until a stroke is at its loudest: less is a click
	loudest = 0.8   // of what a loudspeaker takes
)

// A partial is one of the tones that a bell is made of.
type partial struct {
	ratio float64 // of its frequency to the lowest
	share float64 // of the loudness
	decay float64 // seconds until it is at 1/e
}

// partials are those of a bell, from hum to nominal and above: those of a tuned church
// bell, the high ones short (Rossing, The Science of Sound, ch. 13).
var partials = []partial{
	{1, 0.30, 1.6}, {2, 0.28, 1.2}, {2.4, 0.22, 0.9}, {3, 0.10, 0.7}, {4, 0.14, 0.5}, {5.4, 0.06, 0.25},
}

// Samples returns the sound, from silence to silence, between -1 and 1.
func (s Sound) Samples() []float32 {
	if s.Strokes <= 0 {
		return nil
	}
	out := make([]float32, int(Rate*(ringing+apart*float64(s.Strokes-1))))
	most := 0.0
	for n := range s.Strokes {
		from := int(Rate * apart * float64(n))
		for i := range int(Rate * ringing) {
			out[from+i] += float32(s.stroke(float64(i) / Rate))
			most = max(most, math.Abs(float64(out[from+i])))
		}
	}
	for i := range out {
		out[i] *= float32(loudest / most)
	}
	return out
}

// stroke is the sound of one stroke at a time after it, in seconds. It fades to nothing
// at its end.
func (s Sound) stroke(t float64) (sum float64) {
	for _, p := range partials {
		if f := s.Pitch * p.ratio; f < Rate/2 {
			sum += p.share * math.Exp(-t/p.decay) * math.Sin(2*math.Pi*f*t)
		}
	}
	return sum * min(1, t/attack) * min(1, (ringing-t)/0.5)
}
