package form_test

import (
	"fmt"
	"strings"
	"testing"

	"racedesk/model"
)

// tags are n different tags, as people write them.
func tags(n int) string {
	var list []string
	for i := range n {
		list = append(list, fmt.Sprintf("tag %d", i))
	}
	return strings.Join(list, ", ")
}

// One field that cannot be stored keeps none of the others, and is told in its place.
func TestAFieldThatCannotBeStoredWaits(t *testing.T) {
	d := open(t, "r")
	d.write(w.T("sheet.tags"), tags(50))
	d.write(w.T("sheet.title"), "")
	d.write(w.T("sheet.leader"), "Dee")
	d.Rest()
	d.look()
	if d.is.Leader != "Dee" || d.is.Title != "Ride" || d.is.Tags != nil {
		t.Errorf("written %+v", d.is)
	}
	if !d.says(w.T("fault.many.tags", 20, 30)) || !d.says(w.T("fault.title", "Ride")) {
		t.Error("the fields do not say what is wrong")
	}
	d.write(w.T("sheet.tags"), tags(20))
	d.Rest()
	if d.look(); len(d.is.Tags) != 20 || d.says(w.T("fault.many.tags", 20, 30)) {
		t.Errorf("written %q", d.is.Tags)
	}
}

// Who wants to be done is shown once what is not stored; then the sheet goes. No title
// at all is the old one: nothing is lost.
func TestBeingDoneWithWhatCannotBeStored(t *testing.T) {
	d := open(t, "r")
	d.write(w.T("sheet.title"), "")
	d.asked = nil
	d.press(w.T("sheet.done"))
	d.want("no title", "close")

	d.write(w.T("sheet.tags"), tags(21))
	d.asked = nil
	d.press(w.T("sheet.done"))
	if d.want("shown once"); !func() bool { d.look(); return d.says(w.T("unsettled.again")) }() {
		t.Error("nothing says what comes of it")
	}
	if _, is, any := d.Unsettled(); !any || len(is.Tags) != 21 || is.Title != "Ride" {
		t.Errorf("what is not stored is %+v", is)
	}
	d.press(w.T("sheet.done"))
	d.want("once more", "close")
}

// Where two write on the same field, both texts are there until somebody chooses; all
// else is stored meanwhile.
func TestTwoWriteOnTheSameField(t *testing.T) {
	for choice, want := range map[string]string{"clash.mine": "Mine", "clash.theirs": "", "clash.both": "Theirs\nMine"} {
		d := open(t, "p")
		d.write(w.T("sheet.text"), "Mine")
		d.amend("p", func(c *model.Card) { c.Text = "Theirs" })
		if !d.says("Theirs") || d.entry(w.T("sheet.text")).Text != "Mine" {
			t.Fatal("the sheet does not show both")
		}
		d.write(w.T("sheet.leader"), "Dee")
		d.asked = nil
		d.Rest()
		d.want("all else", "write")
		if d.is.Leader != "Dee" || d.is.Text != d.was.Text {
			t.Errorf("written %+v after %+v", d.is, d.was)
		}
		d.elsewhere(d.board.Amend(d.was, d.is))
		d.Stored(d.board)
		d.is = model.Card{}
		d.press(w.T(choice))
		if d.is.Text != want {
			t.Errorf("%s: written %q, want %q", choice, d.is.Text, want)
		}
		if d.look(); d.offers(w.T(choice)) {
			t.Errorf("%s: the choice is still there", choice)
		}
		if choice == "clash.theirs" && d.entry(w.T("sheet.text")).Text != "Theirs" {
			t.Errorf("kept theirs, the text is %q", d.entry(w.T("sheet.text")).Text)
		}
	}
}

// A line has one text: there is no keeping both.
func TestTwoTitles(t *testing.T) {
	d := open(t, "p")
	d.write(w.T("sheet.title"), "Mine")
	d.amend("p", func(c *model.Card) { c.Title = "Theirs" })
	if d.offers(w.T("clash.both")) {
		t.Error("a title of two is offered")
	}
	d.write(w.T("sheet.title"), "Theirs") // by hand
	d.amend("p", func(c *model.Card) { c.Leader = "Dee" })
	if d.offers(w.T("clash.mine")) {
		t.Error("both say the same, and a choice is asked for")
	}
}

// A Write that came too late becomes a choice; the fields beside it are stored.
func TestAWriteThatCameTooLateBecomesAChoice(t *testing.T) {
	d := open(t, "p")
	d.write(w.T("sheet.text"), "Mine")
	d.write(w.T("sheet.leader"), "Dee")
	d.Rest()
	was, is := d.was, d.is
	d.amend("p", func(c *model.Card) { c.Text = "Theirs" })
	d.asked = nil
	if !d.Refused(d.board, was, is, "Too late") {
		t.Error("it is not told apart from other refusals")
	}
	d.want("what is beside it", "write")
	if d.look(); !d.says("Theirs") || d.says("Too late") || d.is.Leader != "Dee" || d.is.Text != d.was.Text {
		t.Errorf("written %+v after %+v", d.is, d.was)
	}
}
