package form_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/kit"
)

// A desk is a sheet on a board that others change.
type desk struct {
	paper
	*form.Card
	board   *model.Board
	asked   []string
	was, is model.Card // of the last Write
}

// open opens the sheet of a card of the small race.
func open(t *testing.T, id model.ID) *desk {
	t.Helper()
	d := &desk{board: race(t)}
	note := func(format string, args ...any) { d.asked = append(d.asked, fmt.Sprintf(format, args...)) }
	c, _ := d.board.Card(id)
	d.Card = form.NewCard(d.board, c, c, w, form.CardActs{
		Here:    "here#1",
		Name:    func() { note("name") },
		Write:   func(was, is model.Card) { d.was, d.is = was, is; note("write") },
		Again:   func(c model.Card, origins []model.ID) { note("again %s of %v", c.Title, origins) },
		Drop:    func() { note("drop") },
		Touched: func() { note("touched") },
		Unmerge: func(id model.ID) { note("unmerge %s", id) },
		Open:    func(id model.ID) { note("open %s", id) },
		Tick:    func(card, check model.ID, done bool) { note("tick %s of %s %v", check, card, done) },
		Browse:  func(address string) { note("browse %s", address) },
		Past:    func(id model.ID) { note("past %s", id) },
		Close:   func() { note("close") },
	})
	d.paper = lay(t, d.Card.Object)
	return d
}

// elsewhere does what another desk did, and shows it.
func (d *desk) elsewhere(e model.Edit, err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
	d.board.Apply(e.Stamped(d.board.Seq+1, e.At))
	d.Show(d.board)
	d.look()
}

// look sees what is on the sheet now.
func (d *desk) look() { d.objects = test.LaidOutObjects(d.Card.Object) }

func (d *desk) amend(id model.ID, change func(*model.Card)) {
	d.Helper()
	c, _ := d.board.Card(id)
	is := c
	change(&is)
	d.elsewhere(d.board.Amend(c, is))
}

func (d *desk) want(what string, asked ...string) {
	d.Helper()
	if !slices.Equal(d.asked, asked) {
		d.Errorf("%s: asked for %q, want %q", what, d.asked, asked)
	}
	d.asked = nil
}

// Another desk's edit shows in all fields but those that are being written on. Who
// wrote on one of those chooses.
func TestAnOpenSheetFollowsTheBoard(t *testing.T) {
	d := open(t, "r")
	d.write(w.T("sheet.title"), "Typed here")
	d.amend("r", func(c *model.Card) {
		c.Title, c.Leader, c.Designers, c.Votes, c.Groups = "Theirs", "Dee", []string{"Bo", "Eva"}, 4, []model.ID{"old"}
	})
	for name, want := range map[string]string{"sheet.title": "Typed here", "sheet.leader": "Dee", "sheet.designers": "Bo, Eva"} {
		if got := d.entry(w.T(name)).Text; got != want {
			t.Errorf("%s: %q, want %q", w.T(name), got, want)
		}
	}
	d.want("what the sheet writes by itself", "touched")
	d.press(w.T("clash.mine"))
	if d.was.Title != "Theirs" || d.is.Title != "Typed here" || d.is.Leader != "Dee" || d.is.Votes != 4 || !d.is.In("old") {
		t.Errorf("written %+v after %+v", d.is, d.was)
	}
}

// What is typed but says the same stays as it was typed: the space before the next
// word does not go.
func TestATextThatSaysTheSameStays(t *testing.T) {
	d := open(t, "r")
	d.write(w.T("sheet.title"), "Ride ")
	d.write(w.T("sheet.designers"), "Bo, Cy, ")
	d.amend("r", func(c *model.Card) { c.Leader = "Dee" })
	if title, list := d.entry(w.T("sheet.title")).Text, d.entry(w.T("sheet.designers")).Text; title != "Ride " || list != "Bo, Cy, " {
		t.Errorf("became %q and %q", title, list)
	}
	d.asked = nil
	d.Save()
	d.want("nothing is changed")
}

// While a Write is on its way the board is behind the sheet.
func TestASheetDoesNotGoBackWhileItIsSaved(t *testing.T) {
	d := open(t, "r")
	d.write(w.T("sheet.title"), "Mine")
	d.Rest()
	d.want("a hand that rests", "touched", "write")
	d.amend("r", func(c *model.Card) { c.Leader = "Dee" })
	if got := d.entry(w.T("sheet.title")).Text; got != "Mine" {
		t.Errorf("the title became %q", got)
	}
	e, err := d.board.Amend(d.was, d.is)
	if err != nil {
		t.Fatal(err)
	}
	d.board.Apply(e.Stamped(d.board.Seq+1, e.At))
	d.Stored(d.board)
	if got := d.entry(w.T("sheet.leader")).Text; got != "Dee" {
		t.Errorf("the leader is %q once it is saved", got)
	}
	d.Save()
	d.want("saved already")
}

// A hand that rests asks for no card without a title, and not twice for what was
// refused.
func TestWhatIsNotFinishedWaits(t *testing.T) {
	d := open(t, "r")
	d.write(w.T("sheet.title"), "")
	d.Rest()
	d.entry(w.T("sheet.title")).FocusLost()
	d.want("no title", "touched")
	d.write(w.T("sheet.title"), "Mine")
	d.entry(w.T("sheet.title")).FocusLost()
	d.want("a field that is left", "touched", "write")
	d.Refused(d.board, d.was, d.is, "Too late")
	if d.look(); !d.says("Too late") {
		t.Error("the sheet does not say why it was refused")
	}
	d.Rest()
	d.want("refused")
	if got := d.entry(w.T("sheet.title")).Text; got != "Mine" {
		t.Errorf("the title is %q after it was refused", got)
	}
	d.Save()
	d.want("asked for by hand", "write")
}

func TestACardThatIsGone(t *testing.T) {
	d := open(t, "p")
	d.elsewhere(d.board.Remove("p"))
	if !d.says(w.T("gone.notice")) {
		t.Fatal("nothing tells that the card is gone")
	}
	d.Save()
	d.want("nothing was typed")
	d.write(w.T("sheet.title"), "Typed")
	d.Rest()
	d.want("a hand that rests", "touched")
	d.press(w.T("gone.again"))
	d.Save() // whatever else puts the sheet away
	d.want("typed", "again Typed of []", "again Typed of []")
	d.press(w.T("gone.drop"))
	d.want("thrown away", "drop")
	d.elsewhere(d.board.Add(model.Card{ID: "p", Stage: model.Problem, Title: "No bus", Leader: "Dee"}, ""))
	if d.says(w.T("gone.notice")) || d.entry(w.T("sheet.leader")).Text != "Dee" || d.entry(w.T("sheet.title")).Text != "Typed" {
		t.Error("the card is back, and the sheet does not follow")
	}
}

func TestAParkedCardSaysSo(t *testing.T) {
	d := open(t, "r")
	d.elsewhere(d.board.Park("p", true))
	if row := all[*kit.Row](d.paper)[0]; row.Content() != "No bus" || row.AccessibilityLabel() != "No bus, "+w.T("sheet.parked") {
		t.Errorf("the way to a parked card is %q", row.AccessibilityLabel())
	}
	d = open(t, "s")
	if !d.says(w.T("sheet.parked.notice")) {
		t.Error("the sheet of a parked card does not say so")
	}
	d.elsewhere(d.board.Park("s", false))
	if d.says(w.T("sheet.parked.notice")) {
		t.Error("the card is back, and the sheet does not say so")
	}
}

func TestReadiness(t *testing.T) {
	d := open(t, "s")
	left := func(n int) bool {
		return slices.ContainsFunc(all[*kit.Button](d.paper), func(b *kit.Button) bool {
			return strings.HasPrefix(b.Text, w.T("ready.left", n, "for whom"))
		})
	}
	if !left(6) || d.offers(w.T("check.novelty")) {
		t.Error("the checklist is more than a line before anybody asks for it")
	}
	for _, b := range all[*kit.Button](d.paper) {
		if strings.HasPrefix(b.Text, w.T("ready.left", 6, "")) {
			test.Tap(b)
		}
	}
	d.look()
	for _, key := range []string{"check.forWhom", "check.offer", "check.terms", "check.nextStep"} {
		if !d.says(w.T(key)) {
			t.Errorf("nothing says %q", w.T(key))
		}
	}
	d.press(w.T("check.novelty"))
	d.want("ticked", "tick novelty of s true")
	d.elsewhere(d.board.Tick("s", "novelty", true))
	if !left(5) {
		t.Error("what was ticked is still left")
	}
	d.press(w.T("check.novelty"))
	d.want("ticked once more", "tick novelty of s false")
}

func TestLinksOpenPages(t *testing.T) {
	d := open(t, "p")
	d.amend("p", func(c *model.Card) { c.Links = []string{"example.org/a,b", "on the shelf", "HTTPS://example.com"} })
	if got := d.entry(w.T("sheet.links")).Text; got != "example.org/a,b\non the shelf\nHTTPS://example.com" {
		t.Errorf("the links are %q", got)
	}
	d.press("example.org/a,b")
	d.press("HTTPS://example.com")
	d.want("pages", "browse https://example.org/a,b", "browse https://example.com")
	if n := len(all[*kit.Row](d.paper)); n != 3 { // and the project
		t.Errorf("%d rows, want 3", n)
	}
	d.write(w.T("sheet.links"), "example.org/a,b, https://x.se\n\n y.se ")
	d.Save()
	if got := strings.Join(d.is.Links, "|"); got != "example.org/a,b|https://x.se|y.se" {
		t.Errorf("written %q", got)
	}
}

func TestDuplicatesOfACard(t *testing.T) {
	d := open(t, "p")
	d.elsewhere(d.board.Add(model.Card{ID: "n", Stage: model.Problem, Title: "Bus is late", Votes: 2}, ""))
	d.elsewhere(d.board.Merge("p", "n"))
	if !d.says(w.T("same.twins", 1)) || !slices.ContainsFunc(all[*widget.Label](d.paper), func(l *widget.Label) bool { return l.Text == "5" }) {
		t.Error("the sheet does not show the duplicate and all votes")
	}
	d.press("Bus is late")
	for _, sign := range all[*kit.Sign](d.paper) {
		test.Tap(sign)
	}
	d.want("the duplicate", "open n")
	d.look()
	sure := all[*kit.Button](d.paper)[slices.IndexFunc(all[*kit.Button](d.paper), func(b *kit.Button) bool { return b.Text == w.T("same.apart.sure") })]
	test.Tap(sure)
	test.Tap(sure)
	d.want("asked, and sure", "unmerge n")
}

// The sheet of a card that another one stands for says so.
func TestACardThatWasMerged(t *testing.T) {
	d := open(t, "p")
	d.elsewhere(d.board.Add(model.Card{ID: "n", Stage: model.Problem, Title: "Bus is late"}, ""))
	d.elsewhere(d.board.Merge("n", "p"))
	if !d.says(w.T("same.home")) {
		t.Fatal("the sheet does not say so")
	}
	d.press("Bus is late")
	d.press(w.T("same.own"))
	d.want("the other", "open n", "unmerge p")
}

func TestTheCardsThatMaySayTheSame(t *testing.T) {
	b := race(t)
	for _, c := range []model.Card{{ID: "x", Title: "Far to school"}, {ID: "y", Title: "The bus costs", Votes: 1}} {
		c.Stage = model.Problem
		e, err := b.Add(c, "")
		if err != nil {
			t.Fatal(err)
		}
		b.Apply(e.Stamped(b.Seq+1, e.At))
	}
	c, _ := b.Card("p")
	var into []model.ID
	s := form.NewSame(b, c, w, func(id model.ID) { into = append(into, id) }, nil)
	p := lay(t, s.Object)
	var titles []string
	for _, r := range all[*kit.Row](p) {
		titles = append(titles, r.Content())
	}
	if want := []string{"The bus costs", "Far to school"}; !slices.Equal(titles, want) {
		t.Errorf("lists %q, want %q", titles, want)
	}
	all[*kit.Entry](p)[0].SetText("school")
	p.objects = test.LaidOutObjects(s.Object)
	if rows := all[*kit.Row](p); len(rows) != 1 {
		t.Fatalf("%d cards are found, want 1", len(rows))
	}
	p.press("Far to school")
	if !slices.Equal(into, []model.ID{"x"}) {
		t.Errorf("merged into %v", into)
	}
}

// A tag of the card is looked for on the board with a tap.
func TestATagIsLookedFor(t *testing.T) {
	b := race(t)
	c, _ := b.Card("p")
	c.Tags = []string{"bus", "school"}
	e, err := b.Write(c)
	if err != nil {
		t.Fatal(err)
	}
	b.Apply(e.Stamped(b.Seq+1, e.At))
	c, _ = b.Card("p")
	var sought []string
	is := func(tag string) bool { return slices.Contains(sought, tag) }
	s := form.NewCard(b, c, c, w, form.CardActs{Sought: is, Seek: func(tag string) { sought = append(sought, tag) }})
	p := lay(t, s.Object)
	chips := func() (on []string) {
		p.objects = test.LaidOutObjects(s.Object)
		for _, chip := range all[*kit.Chip](p)[2:] { // after the target groups
			if on = append(on, chip.Text()); chip.On() {
				on = append(on, "on")
			}
		}
		return on
	}
	if got := chips(); !slices.Equal(got, []string{"bus", "school"}) {
		t.Fatalf("shows %q", got)
	}
	test.Tap(all[*kit.Chip](p)[3])
	s.Show(b)
	if got := chips(); !slices.Equal(got, []string{"bus", "school", "on"}) {
		t.Errorf("shows %q", got)
	}
}
