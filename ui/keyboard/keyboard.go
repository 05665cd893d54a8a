package keyboard

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"racedesk/ui/kit"
)

// Hooks are what a keyboard asks for.
type Hooks struct {
	Spoke func(lang string) // another language was chosen
	Hide  func()
}

// Keyboard writes on the entry that it was given last, as a real one would: into
// the selection, at the cursor. The toolkit takes the keys from an entry as soon as
// something else is touched, so the keyboard has them for as long as a finger is on
// it, hands on what a real keyboard writes meanwhile, and then gives them back.
type Keyboard struct {
	widget.BaseWidget
	hooks  Hooks
	target *kit.Entry

	layout int
	plane  Plane
	shift  shift
	keys   []*keycap
	board  board

	takes   bool // the keys: the first finger is on it
	fingers map[int]*finger
	shifted time.Time // when shift was pressed last
	now     func() time.Time
	beats   *fyne.Animation // calls beat while a key is held that repeats
}

// A shift is how letters are written.
type shift int

const (
	lower shift = iota
	once        // the next letter is a capital
	caps        // all are, until shift is pressed again
)

// A finger is what holds a key down.
type finger struct {
	key *keycap
	due time.Time // when the key repeats
}

// The times of a held key.
const (
	twice     = 400 * time.Millisecond // between two presses of shift, for capitals
	untilMore = 450 * time.Millisecond
	eachMore  = 70 * time.Millisecond
)

// mouse is the finger that the toolkit tells of.
const mouse = 0

// New returns the keyboard of a language.
func New(lang string, hooks Hooks) *Keyboard {
	k := &Keyboard{hooks: hooks, layout: find(lang), fingers: map[int]*finger{}, now: time.Now}
	k.ExtendBaseWidget(k)
	k.spell()
	return k
}

// CreateRenderer implements fyne.Widget.
func (k *Keyboard) CreateRenderer() fyne.WidgetRenderer { return newRenderer(k) }

// Target is the entry that is written on, or nil.
func (k *Keyboard) Target() *kit.Entry { return k.target }

// On writes on another entry from now on; nil is none.
func (k *Keyboard) On(e *kit.Entry) { k.target = e }

// Spots calls each with every key and where it lies on the keyboard.
func (k *Keyboard) Spots(each func(label string, pos fyne.Position, size fyne.Size)) {
	for i, c := range k.keys {
		pos, size := k.board.spot(i)
		each(c.label(), pos, size)
	}
}

// Press puts a finger on the keyboard: most keys act at once.
func (k *Keyboard) Press(id int, at fyne.Position) {
	k.Release(id, at)
	i := k.board.hit(at)
	if i < 0 {
		return
	}
	c := k.keys[i]
	k.fingers[id] = &finger{c, k.now().Add(untilMore)}
	c.press(true)
	k.act(c.key)
	if c.key.repeats() {
		k.pulse()
	}
}

// Release takes a finger off the keyboard, at a place of it.
func (k *Keyboard) Release(id int, at fyne.Position) {
	f := k.fingers[id]
	if f == nil {
		return
	}
	delete(k.fingers, id)
	f.key.press(false)
	if i := k.board.hit(at); i >= 0 && k.keys[i] == f.key && f.key.key.Act == Hide {
		k.hooks.Hide()
	}
}

// LetGo takes all fingers off the keyboard.
func (k *Keyboard) LetGo() {
	for id := range k.fingers {
		k.Release(id, fyne.NewPos(-1, -1))
	}
}

// act does what a key does.
func (k *Keyboard) act(key Key) {
	switch key.Act {
	case Write:
		letter := key.Letter
		if k.shift != lower {
			letter = key.Upper
		}
		k.TypedRune(letter)
		if k.shift == once && letter != ' ' {
			k.turn(lower)
		}
	case Press:
		k.TypedKey(&fyne.KeyEvent{Name: key.Name})
	case Shift:
		k.turn(k.shiftPressed())
	case Turn:
		k.plane, k.shift = key.Plane, lower
		k.spell()
	case Language:
		k.layout = (k.layout + 1) % len(Layouts)
		k.plane, k.shift = Letters, lower
		k.spell()
		k.hooks.Spoke(Layouts[k.layout].Lang)
	}
}

// shiftPressed is what one more press of shift leads to.
func (k *Keyboard) shiftPressed() shift {
	again := k.now().Sub(k.shifted) < twice
	k.shifted = k.now()
	switch {
	case k.shift == lower:
		return once
	case k.shift == once && again:
		return caps
	}
	return lower
}

// turn shows the letters as shift has them.
func (k *Keyboard) turn(s shift) {
	k.shift = s
	for _, c := range k.keys {
		c.shift = s
		c.dress()
	}
	k.Refresh()
}

// spell makes the keys of the plane.
func (k *Keyboard) spell() {
	k.keys = nil
	next := Layouts[(k.layout+1)%len(Layouts)]
	for _, key := range Layouts[k.layout].Keys(k.plane) {
		k.keys = append(k.keys, newCap(key, next.Name))
	}
	k.Refresh()
}

// pulse calls beat with every frame while a key is held that repeats.
func (k *Keyboard) pulse() {
	if k.beats == nil {
		k.beats = fyne.NewAnimation(time.Hour, func(float32) { k.beat() })
		k.beats.RepeatCount = fyne.AnimationRepeatForever
		k.beats.Start()
	}
}

// beat repeats the keys that are held for long enough.
func (k *Keyboard) beat() {
	now, held := k.now(), false
	for _, f := range k.fingers {
		if !f.key.key.repeats() {
			continue
		}
		held = true
		if !now.Before(f.due) {
			f.due = now.Add(eachMore)
			k.act(f.key.key)
		}
	}
	if !held && k.beats != nil {
		k.beats.Stop()
		k.beats = nil
	}
}
