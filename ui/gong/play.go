package gong

import (
	"bytes"
	"encoding/binary"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/ebitengine/oto/v3"
)

// A strike is a sound that is to be heard, and who hears that it cannot be.
type strike struct {
	Sound
	failed func(error)
}

// waiting are those that are still to be heard. One waits while another is played: what
// comes on top of that is not heard.
var waiting = make(chan strike, 1)

// begin starts the goroutine that plays, once there is something to play.
var begin = sync.OnceFunc(func() { go play() })

// Play plays a sound on the computer's loudspeakers and returns at once. Where there
// are none it is silent: it says so in the log, once, and each time to failed, if any,
// on a goroutine of its own.
func Play(s Sound, failed func(error)) {
	begin()
	select {
	case waiting <- strike{s, failed}:
	default:
	}
}

// play opens the loudspeakers at the first sound, and plays one after the other. What
// the system needs for that it only has while there is something to hear.
func play() {
	out, err := open()
	if err != nil {
		slog.Warn("no sound: the gong is silent", "err", err)
	}
	for s := range waiting {
		if err == nil {
			if err = sound(out, s.Sound); err != nil {
				slog.Warn("no sound: the gong is silent from now on", "err", err)
			}
		}
		if err != nil && s.failed != nil {
			s.failed(err)
		}
	}
}

// opening is how long the system may take to find its loudspeakers.
const opening = 10 * time.Second

var errOpening = errors.New("open sound device: no answer")

func open() (*oto.Context, error) {
	out, ready, err := oto.NewContext(&oto.NewContextOptions{SampleRate: Rate, ChannelCount: 2, Format: oto.FormatFloat32LE,
		BufferSize: 100 * time.Millisecond})
	if err != nil {
		return nil, err
	}
	select {
	case <-ready:
		return out, out.Err()
	case <-time.After(opening):
		return nil, errOpening
	}
}

// sound plays a sound to its end.
func sound(out *oto.Context, s Sound) error {
	if err := out.Resume(); err != nil {
		return err
	}
	player := out.NewPlayer(bytes.NewReader(stereo(s.Samples())))
	player.Play()
	for tick := time.NewTicker(100 * time.Millisecond); player.IsPlaying() && out.Err() == nil; <-tick.C {
	}
	if err := errors.Join(player.Err(), out.Err()); err != nil {
		return err
	}
	return out.Suspend()
}

// stereo writes samples for two loudspeakers, as 32-bit floats.
func stereo(samples []float32) []byte {
	data := make([]byte, 0, 8*len(samples))
	for _, x := range samples {
		for range 2 {
			data, _ = binary.Append(data, binary.LittleEndian, x) // a float always has a size
		}
	}
	return data
}
