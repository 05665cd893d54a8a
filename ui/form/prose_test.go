package form_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"racedesk/model"
	"racedesk/ui/form"
)

// A text that is much too long for an entry is shown by its beginning, and kept
// whole while other fields are written.
func TestALongTextIsKept(t *testing.T) {
	long := strings.Repeat("å", 60000)
	c := model.Card{ID: "x", Stage: model.Problem, Title: "X", Text: long}
	b := model.NewBoard(1, []model.Entity{c})
	var is model.Card
	s := form.NewCard(b, c, c, w, form.CardActs{Write: func(_, c model.Card) { is = c }, Close: func() {}})
	p := lay(t, s.Object)
	if !p.says(w.T("sheet.long", 60000)) {
		t.Error("nothing tells that the text is too long")
	}
	p.write(w.T("sheet.leader"), "A.B.")
	s.Save()
	if is.Leader != "A.B." || is.Text != long {
		t.Errorf("leader %q, and %d bytes of text", is.Leader, len(is.Text))
	}
	p.press(w.T("sheet.rewrite"))
	p.press(w.T("sheet.rewrite.sure"))
	s.Save()
	if is.Text != "" {
		t.Errorf("replaced by %d bytes", len(is.Text))
	}
}

// A paste that is too long is kept whole in a text; a line takes its beginning.
func TestALongPaste(t *testing.T) {
	c := model.Card{ID: "x", Stage: model.Problem, Title: "X", Text: "Before. "}
	b := model.NewBoard(1, []model.Entity{c})
	var is model.Card
	s := form.NewCard(b, c, c, w, form.CardActs{Write: func(_, c model.Card) { is = c }, Close: func() {}})
	p := lay(t, s.Object)
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent(strings.Repeat("ab ", 30000))
	p.entry(w.T("sheet.leader")).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	p.entry(w.T("sheet.text")).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	s.Save()
	if len(is.Text) < 90000 || !strings.HasPrefix(is.Text, "Before. ab") || len(is.Leader) < 7000 || len(is.Leader) > 8000 {
		t.Errorf("written %d bytes of text and %d of a name", len(is.Text), len(is.Leader))
	}
}

func TestRemovingAndTakingApartAskTwice(t *testing.T) {
	c := model.Card{ID: "r", Stage: model.Project, Title: "Ride"}
	b := model.NewBoard(1, []model.Entity{c, model.Card{ID: "p", Stage: model.Problem, Title: "No bus"}, model.NewLink("p", "r")})
	var gone, apart []model.ID
	s := form.NewCard(b, c, c, w, form.CardActs{Gone: func(id model.ID) { gone = append(gone, id) },
		Apart: func(id model.ID) { apart = append(apart, id) }})
	p := lay(t, s.Object)
	p.press(w.T("sheet.remove"))
	p.press(w.T("sheet.apart"))
	if len(gone)+len(apart) != 0 {
		t.Fatalf("removed %v, took apart %v at the first press", gone, apart)
	}
	p.press(w.T("sheet.remove.sure"))
	p.press(w.T("sheet.apart.sure"))
	if len(gone) != 1 || len(apart) != 1 || gone[0] != "r" || apart[0] != "r" {
		t.Errorf("removed %v, took apart %v", gone, apart)
	}
}
