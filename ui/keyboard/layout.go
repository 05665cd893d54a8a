package keyboard

import (
	"fyne.io/fyne/v2"

	"racedesk/ui/kit"
)

// A Plane is one face of a layout.
type Plane int

// The planes of every layout.
const (
	Letters Plane = iota
	Signs
	Foreign // letters of other languages
	planes
)

// label is what stands on the key that leads to a plane.
func (p Plane) label() string { return [planes]string{"ABC", "?123", "éü"}[p] }

// An Act is what a key does.
type Act int

// The acts of keys.
const (
	Write Act = iota // its letter
	Shift
	Press    // a key that writes nothing, named in Name
	Turn     // to another plane
	Language // to the next layout
	Hide
)

// A Key is one key of a plane. Widths are in letters: a letter is 1 wide.
type Key struct {
	Act    Act
	Letter rune         // written by Write
	Upper  rune         // with shift
	Name   fyne.KeyName // pressed by Press
	Plane  Plane        // that Turn leads to
	X      float32      // from the left
	Wide   float32
	Row    int
}

// repeats says whether the key goes on while it is held.
func (k Key) repeats() bool { return k.Act == Press && k.Name != fyne.KeyReturn }

// A Layout is the keyboard of a language.
type Layout struct {
	Lang, Name string
	Wide       float32 // of all rows, in letters
	rows       [planes][3]pair
}

// A pair is a row of letters, and the same row with shift.
type pair struct{ plain, upper string }

// Rows is how many rows every plane has.
const Rows = 4

// Layouts are the keyboards that there are. All planes of one have the same number
// of letters in a row.
var Layouts = []Layout{
	{Lang: "sv", Name: "Svenska", Wide: 13, rows: [planes][3]pair{
		{{"qwertyuiopå", "QWERTYUIOPÅ"}, {"asdfghjklöä", "ASDFGHJKLÖÄ"}, {"zxcvbnm,.-", "ZXCVBNM;:_"}},
		{{"1234567890+", "½²³°§€$£~^|"}, {"@#%&/()=?!:", "«»[]{}<>¿¡±"}, {`-_;"'*,.\€`, `–—…•„“”‘’×`}},
		{{"éèêëüúùûñçß", "ÉÈÊËÜÚÙÛÑÇẞ"}, {"áàâãæøóòôõœ", "ÁÀÂÃÆØÓÒÔÕŒ"}, {"íìîïýðþšžł", "ÍÌÎÏÝÐÞŠŽŁ"}},
	}},
	{Lang: "en", Name: "English", Wide: 12, rows: [planes][3]pair{
		{{"qwertyuiop", "QWERTYUIOP"}, {"asdfghjkl", "ASDFGHJKL"}, {"zxcvbnm,.", "ZXCVBNM?!"}},
		{{"1234567890", "½²°§€$£~^|"}, {"@#+%&/()=", "«»[]{}<>±"}, {`-:,."'*?!`, `–;_…“”‘’\`}},
		{{"éèêëüúùûñç", "ÉÈÊËÜÚÙÛÑÇ"}, {"åäöæøáàâß", "ÅÄÖÆØÁÀÂẞ"}, {"óòôíìîïðþ", "ÓÒÔÍÌÎÏÐÞ"}},
	}},
}

// find returns the place of a language's layout, or of the first.
func find(lang string) int {
	for i, l := range Layouts {
		if l.Lang == lang {
			return i
		}
	}
	return 0
}

// The widths of the keys around the letters.
const (
	indent  float32 = 0.5 // of the second row
	special float32 = 1.5 // shift, and the keys of the last row
	between float32 = 1   // an arrow
)

// Keys lists the keys of a plane, row by row. Those around the letters are in the
// same place on each.
func (l Layout) Keys(p Plane) []Key {
	var keys []Key
	x := float32(0)
	put := func(wide float32, k Key) {
		k.X, k.Wide = x, wide
		keys = append(keys, k)
		x += wide
	}
	rest := func() float32 { return l.Wide - x }
	for row, letters := range l.rows[p] {
		x = 0
		switch row {
		case 1:
			x = indent
		case 2:
			put(special, Key{Act: Shift, Row: row})
		}
		upper := []rune(letters.upper)
		for i, letter := range []rune(letters.plain) {
			put(1, Key{Letter: letter, Upper: upper[i], Row: row})
		}
		put(rest(), [3]Key{{Act: Press, Name: fyne.KeyBackspace}, {Act: Press, Name: fyne.KeyReturn, Row: 1}, {Act: Shift, Row: 2}}[row])
	}
	const last = Rows - 1
	x = 0
	for _, other := range []Plane{Signs, Foreign} {
		if other == p {
			other = Letters
		}
		put(special, Key{Act: Turn, Plane: other, Row: last})
	}
	put(special, Key{Act: Language, Row: last})
	put(rest()-special-2*between, Key{Letter: ' ', Upper: ' ', Row: last})
	put(between, Key{Act: Press, Name: fyne.KeyLeft, Row: last})
	put(between, Key{Act: Press, Name: fyne.KeyRight, Row: last})
	put(rest(), Key{Act: Hide, Row: last})
	return keys
}

// The measures of the keyboard on the screen, in units.
const (
	gap     float32 = 6
	margin  float32 = 8    // above and below
	aside   float32 = 12   // left and right
	reach   float32 = 960  // how wide the keyboard is at most: what two hands need
	compact float32 = 760  // and at least, where there is room
	part    float32 = 0.62 // of the room in between, so that others go on beside it
	tallest float32 = 58   // a key
	share   float32 = 0.075
)

// A board is a plane on the screen: where its keys are.
type board struct {
	keys   []Key
	letter float32 // how wide a letter is, with its gap
	high   float32 // how high a row is, with its gap
}

// on lays a plane out on a size.
func (l Layout) on(p Plane, size fyne.Size) board {
	return board{l.Keys(p), (size.Width - 2*aside + gap) / l.Wide, (size.Height - 2*margin + gap) / Rows}
}

// Seat is where a keyboard lies in a room: at its lower edge, with its middle as near to x
// as can be.
func Seat(room fyne.Size, x float32) (fyne.Position, fyne.Size) {
	size := fyne.NewSize(min(room.Width, max(compact, min(room.Width*part, reach))), High(room.Height))
	return fyne.NewPos(max(0, min(x-size.Width/2, room.Width-size.Width)), room.Height-size.Height), size
}

// spot is where a key lies.
func (b board) spot(i int) (fyne.Position, fyne.Size) {
	k := b.keys[i]
	return fyne.NewPos(aside+k.X*b.letter, margin+float32(k.Row)*b.high),
		fyne.NewSize(k.Wide*b.letter-gap, b.high-gap)
}

// hit returns the key at a place, or the nearest one where a finger missed all by
// little, or -1.
func (b board) hit(at fyne.Position) int {
	found, nearest := -1, kit.Touch/2
	for i := range b.keys {
		pos, size := b.spot(i)
		far := max(pos.X-at.X, at.X-pos.X-size.Width, pos.Y-at.Y, at.Y-pos.Y-size.Height, 0)
		if far < nearest {
			found, nearest = i, far
		}
	}
	return found
}
