package ui

import (
	"encoding/hex"
	"fmt"
	"time"
)

const (
	triesFree = 5
	firstWait = 30 * time.Second
	mostWait  = 15 * time.Minute
)

// tries are how often somebody was wrong about a PIN at this computer, and until when
// no other is taken. They outlive the program, so that nobody ends a wait by starting
// it anew.
type tries struct {
	wrong int
	until time.Time
}

// triesKey is where the tries of the present lock are kept.
func (d *Desk) triesKey() string {
	salt := d.session.Board.Lock().Salt
	return prefTries + hex.EncodeToString(salt[:min(len(salt), 8)])
}

func (d *Desk) tries() (t tries) {
	var until int64
	if n, _ := fmt.Sscan(d.app.Preferences().String(d.triesKey()), &t.wrong, &until); n == 2 {
		t.until = time.UnixMilli(until)
	}
	return t
}

func (d *Desk) keepTries(t tries) {
	d.app.Preferences().SetString(d.triesKey(), fmt.Sprint(t.wrong, " ", t.until.UnixMilli()))
}

func (d *Desk) forgetTries() { d.app.Preferences().RemoveValue(d.triesKey()) }

// triedWrong counts a wrong PIN.
func (d *Desk) triedWrong() {
	t := d.tries()
	t.wrong++
	if more := t.wrong - triesFree; more >= 0 {
		t.until = d.now().Add(min(mostWait, firstWait<<min(more, 10)))
	}
	d.keepTries(t)
}

// toWait is how long no PIN is taken: never longer than the longest wait, also where
// the computer's clock was set back meanwhile.
func (d *Desk) toWait() time.Duration {
	t := d.tries()
	rest := t.until.Sub(d.now())
	if rest > mostWait {
		rest = mostWait
		t.until = d.now().Add(rest)
		d.keepTries(t)
	}
	return rest
}
