package gong

import (
	"math"
	"testing"
)

// loud is the loudness of a part of a sound, from one second to another.
func loud(samples []float32, from, to float64) float64 {
	sum := 0.0
	part := samples[int(from*Rate):int(to*Rate)]
	for _, x := range part {
		sum += float64(x) * float64(x)
	}
	return math.Sqrt(sum / float64(len(part)))
}

// strength is how much of a tone is in a part of a sound.
func strength(samples []float32, hz float64) float64 {
	var re, im float64
	for i, x := range samples {
		angle := 2 * math.Pi * hz * float64(i) / Rate
		re, im = re+float64(x)*math.Cos(angle), im+float64(x)*math.Sin(angle)
	}
	return math.Hypot(re, im) / float64(len(samples))
}

func TestAStrokeFades(t *testing.T) {
	s := Sound{Pitch: 196, Strokes: 1}.Samples()
	if n := len(s); n != ringing*Rate {
		t.Fatalf("%d samples", n)
	}
	most := 0.0
	for i, x := range s {
		if most = max(most, math.Abs(float64(x))); math.IsNaN(float64(x)) {
			t.Fatalf("sample %d is no number", i)
		}
	}
	if math.Abs(most-loudest) > 1e-6 {
		t.Errorf("at its loudest %v, want %v", most, loudest)
	}
	before := math.Inf(1)
	for at := 0.1; at < 3.9; at += 0.4 {
		if now := loud(s, at, at+0.1); now >= before {
			t.Errorf("after %.1f s it is as loud as before", at)
		} else {
			before = now
		}
	}
	if first, last := math.Abs(float64(s[0])), loud(s, 3.95, 4); first > 0.001 || last > 0.002 {
		t.Errorf("it begins with %v and ends with %v: a click", first, last)
	}
}

func TestStrokesAreHeardApart(t *testing.T) {
	s := Sound{Pitch: 196, Strokes: 3}.Samples()
	for n := 1; n < 3; n++ {
		at := apart * float64(n)
		if loud(s, at, at+0.1) < 1.5*loud(s, at-0.1, at) {
			t.Errorf("stroke %d is not heard", n+1)
		}
	}
}

// It sounds as high as it is asked to, and has the minor third of a bell.
func TestABellHasItsPartials(t *testing.T) {
	for _, pitch := range []float64{196, 523} {
		s := Sound{Pitch: pitch, Strokes: 1}.Samples()[:Rate]
		for _, ratio := range []float64{1, 2, 2.4, 3, 4} {
			if in, beside := strength(s, pitch*ratio), strength(s, pitch*(ratio+0.2)); in < 5*beside {
				t.Errorf("%v Hz: the partial of %v is %v, beside it %v", pitch, ratio, in, beside)
			}
		}
	}
}

func TestNoStrokeIsSilence(t *testing.T) {
	for _, s := range []Sound{{}, {Pitch: 440}, {Pitch: 440, Strokes: -1}} {
		if n := len(s.Samples()); n != 0 {
			t.Errorf("%v has %d samples", s, n)
		}
	}
}
