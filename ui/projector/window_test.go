package projector

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/assets/words"
	"racedesk/ui/kit"
)

// A passing hand does not end the projector, nor does one that does the same again: it
// is asked, and the way back stands where it pressed.
func TestAProjectorThatIsKeptIsLeftOnPurpose(t *testing.T) {
	w, closed, kept := words.For("en"), false, true
	p := Open(fyne.CurrentApp(), Options{Words: w, Place: OwnWindow, Closed: func() { closed = true }, Sure: func(bool) bool { return kept }})
	key := func(name fyne.KeyName) { p.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name}) }
	press := func(label string) {
		t.Helper()
		for _, o := range test.LaidOutObjects(p.window.Canvas().Content()) {
			if b, ok := o.(*kit.Button); ok && b.Text == label && b.Visible() {
				test.Tap(b)
				return
			}
		}
		t.Fatalf("nothing offers %q", label)
	}
	for range 3 {
		key(fyne.KeyEscape)
		key(fyne.KeyF11)
	}
	if closed || p.window.FullScreen() {
		t.Fatal("a hand that passes ends the projector, or changes it")
	}
	press(w.T("no"))
	press(w.T("projector.close"))
	press(w.T("no"))
	key(fyne.KeyF11)
	press(w.T("projector.full.sure"))
	if !p.window.FullScreen() {
		t.Error("it cannot be made to fill the screen")
	}
	key(fyne.KeyEscape)
	press(w.T("projector.close.sure"))
	if !closed {
		t.Error("it cannot be closed")
	}
	closed, kept = false, false
	p = Open(fyne.CurrentApp(), Options{Words: w, Place: OwnWindow, Closed: func() { closed = true }, Sure: func(bool) bool { return kept }})
	key(fyne.KeyEscape)
	if !closed {
		t.Error("where nothing is kept, it asks all the same")
	}
}

// On a display of its own the room sees nothing of a hand that passes; two taps and keys
// ask, and offer nothing else.
func TestAProjectorOnADisplayOfItsOwn(t *testing.T) {
	w, closed := words.For("en"), false
	p := Open(fyne.CurrentApp(), Options{Words: w, Place: OwnWindow, Closed: func() { closed = true }, Sure: func(alone bool) bool { return alone }})
	p.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF11})
	if !p.Alone() {
		t.Fatal("a full screen without a board is not its own")
	}
	seen := func() (labels []string) {
		for _, way := range []*kit.Twice{p.glass.full, p.glass.close} {
			for _, o := range test.LaidOutObjects(way.Object) {
				if b, ok := o.(*kit.Button); ok && b.Visible() && way.Object.Visible() && p.glass.row.Visible() {
					labels = append(labels, b.Text)
				}
			}
		}
		return labels
	}
	p.glass.row.Hide() // as after some seconds
	test.Tap(p.glass)
	if got := seen(); got != nil {
		t.Errorf("one tap shows %q", got)
	}
	test.Tap(p.glass)
	if got, want := seen(), []string{w.T("projector.close.sure"), w.T("no")}; !slices.Equal(got, want) || closed {
		t.Errorf("two taps offer %q, want %q; closed: %t", got, want, closed)
	}
	p.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF11})
	if got, want := seen(), []string{w.T("projector.full.sure"), w.T("no")}; !slices.Equal(got, want) {
		t.Errorf("F11 asks %q, want %q", got, want)
	}
}
