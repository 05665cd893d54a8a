package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The gong reaches the loudspeakers of the computer: here a file that ALSA writes.
func TestTheGongIsHeard(t *testing.T) {
	w := newWindow(t)
	heard := filepath.Join(w.dir, "heard.raw")
	alsa := fmt.Sprintf("pcm.!default { type plug slave.pcm { type file file %q format raw slave.pcm null } }\n", heard)
	if err := os.WriteFile(filepath.Join(w.dir, ".asoundrc"), []byte(alsa), 0o600); err != nil {
		t.Fatal(err)
	}
	w.open()
	w.tap("clock")
	w.point("panel", "Fortsätt", "")
	w.act("click", "--repeat", "20", "5") // down to what is beneath
	w.press("panel", "Prova", "")
	w.until("something is heard", func() bool {
		sound, _ := os.ReadFile(heard)
		return strings.Trim(string(sound), "\x00") != ""
	})
	w.close()
	if said := w.log.String(); strings.Contains(said, "no sound") {
		t.Errorf("the log says %s", said)
	}
}

// A computer without loudspeakers says so once, and goes on.
func TestWithoutLoudspeakersTheGongIsSilent(t *testing.T) {
	w := newWindow(t)
	if err := os.WriteFile(filepath.Join(w.dir, ".asoundrc"), []byte("pcm.!default { type hw card 31 }\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.open()
	w.tap("clock")
	w.point("panel", "Fortsätt", "")
	w.act("click", "--repeat", "20", "5") // down to what is beneath
	for range 2 {
		w.press("panel", "Prova", "")
	}
	w.until("the log says so", func() bool { return strings.Contains(w.log.String(), "no sound: the gong is silent") })
	w.close()
	if n := strings.Count(w.log.String(), "no sound"); n != 1 {
		t.Errorf("the log says it %d times", n)
	}
}
