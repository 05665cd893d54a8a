package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable    = (*Entry)(nil)
	_ desktop.Mouseable = (*Entry)(nil)
)

// Entry is a line or an area to write in. It leaves to the window the keys that
// mean something everywhere: the function keys, and Escape, which ends the writing.
type Entry struct {
	widget.Entry
	Entered func()                 // called when the writing came here; may be nil
	Left    func()                 // called when the writing moved elsewhere
	OnPaste func(text string) bool // takes what is pasted, where it says so; may be nil

	held   bool
	ringed bool // somebody writes on it
	row    int  // where the cursor was last
	column int

	least int    // rows of an area, which grows with its text
	rows  int    // as it is
	flow  bool   // an area for one line of text
	text  string // that rows were counted for
	wide  float32
}

// NewEntry returns a line to write in.
func NewEntry() *Entry {
	e := &Entry{}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.extend()
	return e
}

// NewArea returns an area of some rows to write in, and more where the text needs
// them.
func NewArea(rows int) *Entry {
	e := &Entry{least: rows, rows: rows}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.extend()
	e.SetMinRowsVisible(rows)
	return e
}

// NewBox returns an area of some rows to write in, in which more than that scrolls.
func NewBox(rows int) *Entry {
	e := &Entry{}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.extend()
	e.SetMinRowsVisible(rows)
	return e
}

// NewFlow returns an area for one line of text, all of which is seen.
func NewFlow() *Entry {
	e := NewArea(1)
	e.flow = true
	return e
}

func (e *Entry) extend() {
	e.ExtendBaseWidget(e)
	e.OnCursorChanged = e.follow
}

// follow keeps the cursor in view where it moved.
func (e *Entry) follow() {
	moved := e.row != e.CursorRow || e.column != e.CursorColumn
	e.row, e.column = e.CursorRow, e.CursorColumn
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(e); !moved || canvas == nil || !e.held && canvas.Focused() != fyne.Focusable(e) {
		return
	}
	if r := rollOf(e); r != nil {
		r.reveal(e)
	}
}

// AcceptsTab implements fyne.Tabbable: Tab goes to the next field.
func (e *Entry) AcceptsTab() bool { return false }

// CreateRenderer implements fyne.Widget. A line shows no bar that it is moved by: its
// cursor moves it.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := e.Entry.CreateRenderer()
	if !e.MultiLine {
		r = &lineRenderer{WidgetRenderer: r}
	}
	// On its border: what lies beside an entry that scrolls is cut off.
	return &ringRenderer{r, newHalo(), &e.ringed, theme.SizeNameInputRadius, haloRoom}
}

// FocusGained implements fyne.Focusable.
func (e *Entry) FocusGained() {
	e.ringed = true
	e.Entry.FocusGained()
	if r := rollOf(e); r != nil {
		r.arrive(e)
	}
	if e.Entered != nil {
		e.Entered()
	}
	e.tell(false)
}

// FocusLost implements fyne.Focusable.
func (e *Entry) FocusLost() {
	if e.held {
		return
	}
	e.ringed = false
	e.Entry.FocusLost()
	if e.Left != nil {
		e.Left()
	}
}

// Hold keeps the entry looking as if it had the keys, while something else has them
// to write on it.
func (e *Entry) Hold() { e.held = true }

// Free ends what Hold began: the keys are back or, where they are not, the writing
// moved elsewhere.
func (e *Entry) Free(back bool) {
	was := e.held
	e.held = false
	if was && !back {
		e.FocusLost()
	}
}

// MouseDown implements desktop.Mouseable.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	e.Entry.MouseDown(m)
	e.tell(true)
}

// tell tells the window's frame that this is written on.
func (e *Entry) tell(tapped bool) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(e)
	if canvas == nil {
		return
	}
	if frame, ok := canvas.Content().(*Frame); ok {
		frame.written(e, tapped)
	}
}

// MinSize implements fyne.CanvasObject.
func (e *Entry) MinSize() fyne.Size {
	e.grow()
	return e.Entry.MinSize()
}

// grow makes an area as high as its text needs at its width.
func (e *Entry) grow() {
	pad := e.Theme().Size(theme.SizeNameInnerPadding)
	wide := e.Size().Width - 2*pad
	if e.least == 0 || wide <= 0 || e.text == e.Text && e.wide == wide {
		return
	}
	e.text, e.wide = e.Text, wide
	rows := 0
	for paragraph := range strings.SplitSeq(e.Text, "\n") {
		rows += max(1, len(Wrap(paragraph, wide, e.Theme().Size(theme.SizeNameText), e.TextStyle, 0)))
	}
	if rows = max(e.least, rows); rows != e.rows {
		e.rows = rows
		e.SetMinRowsVisible(rows)
	}
}

// TypedKey implements fyne.Focusable.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6,
		fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		pass(e, k)
	case fyne.KeyReturn, fyne.KeyEnter:
		switch {
		case !e.flow:
			e.Entry.TypedKey(k)
		case e.OnSubmitted != nil:
			e.OnSubmitted(e.Text)
		}
	default:
		e.Entry.TypedKey(k)
	}
}

// lineRenderer draws an entry of one line, without the bar: in the place of what
// scrolls stands a window onto what it moves.
type lineRenderer struct {
	fyne.WidgetRenderer
	clip   *container.Clip
	scroll *container.Scroll
}

func (r *lineRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.Objects()
	if r.clip != nil {
		r.clip.Move(r.scroll.Position())
		r.clip.Resize(r.scroll.Size())
	}
}

func (r *lineRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	if r.scroll != nil {
		r.scroll.Refresh() // nobody else lays out what it holds
	}
}

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	objects := slices.Clone(r.WidgetRenderer.Objects())
	for i, o := range objects {
		scroll, ok := o.(*container.Scroll)
		if !ok {
			continue
		}
		if r.clip == nil {
			r.scroll, r.clip = scroll, container.NewClip(scroll.Content)
		}
		objects[i] = r.clip
	}
	return objects
}

// pass gives a key to the window; Escape also takes the keys away from where they
// were.
func pass(from *Entry, k *fyne.KeyEvent) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(from)
	if canvas == nil {
		return
	}
	if k.Name == fyne.KeyEscape {
		canvas.Unfocus()
	}
	if typed := canvas.OnTypedKey(); typed != nil {
		typed(k)
	}
}
