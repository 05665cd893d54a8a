package form_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/kit"
)

// cards are some of the race's cards as they stand.
func cards(b *model.Board, ids ...model.ID) (all []model.Card) {
	for _, id := range ids {
		c, _ := b.Card(id)
		all = append(all, c)
	}
	return all
}

func TestEveryPlaceSeveralCardsCanGoTo(t *testing.T) {
	b := race(t)
	for name, c := range map[string]struct {
		ids   []model.ID
		there []string
		gone  []string
	}{
		"problems": {[]model.ID{"p", "q"},
			[]string{"moves.gather", "moves.each.project", "moves.first", "moves.last", "Ride"}, []string{"moves.each.product"}},
		"what is in the project": {[]model.ID{"p"}, []string{"moves.gather"}, []string{"Ride"}},
		"a project that went on": {[]model.ID{"r"}, []string{"moves.last"}, []string{"moves.gather", "moves.each.product", "Ride"}},
		"of several stages":      {[]model.ID{"p", "r"}, []string{"moves.gather", "moves.first"}, []string{"moves.each.project", "Ride"}},
	} {
		p := lay(t, form.NewSeveral(b, cards(b, c.ids...), w, form.SeveralActs{}))
		for key, want := range both(c.there, c.gone) {
			label := key
			if strings.HasPrefix(key, "moves.") {
				label = w.T(key)
			}
			if got := p.offers(label); got != want {
				t.Errorf("%s: %s is there: %v", name, key, got)
			}
		}
	}
}

// Of cards of several stages, the problems go into the one project that is chosen with
// them; what cannot be done says why.
func TestProblemsAndTheirProjectAreChosen(t *testing.T) {
	b, asked := race(t), ""
	with := func(ids ...model.ID) paper {
		return lay(t, form.NewSeveral(b, cards(b, ids...), w, form.SeveralActs{
			Join: func(into model.ID) { asked += "join to " + string(into) }, Gather: func() { asked += "gather" }}))
	}
	r, _ := b.Card("r")
	p := with("q", "r")
	p.press(w.T("moves.join.project", 1, r.Title))
	told := 0
	for _, o := range all[*kit.Text](p) {
		if o.Content() == w.T("moves.why.stages") {
			told++
		}
	}
	if told != 1 {
		t.Errorf("it says %d times why the rest cannot be done", told)
	}
	p.press(w.T("moves.gather"))
	if asked != "join to r" || !p.says(w.T("moves.why.stages")) {
		t.Errorf("asked for %q", asked)
	}
	p = with("p", "r")
	p.press(w.T("moves.join.project", 1, r.Title))
	if asked != "join to r" || !p.says(w.T("moves.why.in")) {
		t.Errorf("with what is in it already, asked for %q", asked)
	}
}

func both(there, gone []string) map[string]bool {
	all := map[string]bool{}
	for _, key := range there {
		all[key] = true
	}
	for _, key := range gone {
		all[key] = false
	}
	return all
}

func TestSeveralAreRemovedWithASecondPress(t *testing.T) {
	b, gone := race(t), 0
	p := lay(t, form.NewSeveral(b, cards(b, "p", "q"), w, form.SeveralActs{Remove: func() { gone++ }}))
	if p.press(w.T("sheet.remove")); gone > 0 {
		t.Error("removed at the first press")
	}
	if p.press(w.T("remove.many.sure", 2)); gone != 1 {
		t.Error("not removed")
	}
}

// A chip is dark where all the cards have what it says.
func TestWhatSeveralCardsHave(t *testing.T) {
	b := race(t)
	these := cards(b, "p", "q")
	these[0].Tags, these[1].Tags = []string{"Bus"}, []string{"bus", "shop"}
	var asked []string
	tags := form.NewTags(w, form.TagActs{
		Group: func(id model.ID, on bool) { asked = append(asked, fmt.Sprintf("group %s %v", id, on)) },
		Tag:   func(tag string, on bool) { asked = append(asked, fmt.Sprintf("tag %s %v", tag, on)) },
	})
	tags.Show(these, b.Groups())
	p := lay(t, tags.Object)
	for _, chip := range all[*kit.Chip](p) {
		test.Tap(chip)
	}
	entry := all[*kit.Entry](p)[0]
	entry.SetText("  slow  ")
	p.press(w.T("tag.add"))
	p.press(w.T("tag.add")) // nothing stands there any more
	want := []string{"group old true", "group young true", "tag Bus false", "tag shop true", "tag slow true"}
	if !slices.Equal(asked, want) {
		t.Errorf("asked for %q, want %q", asked, want)
	}
	entry.SetText("half writ")
	tags.Show(these[:1], b.Groups())
	if entry.Text != "half writ" {
		t.Errorf("other cards leave %q of what was written", entry.Text)
	}
}

func TestWhatIsPasted(t *testing.T) {
	b := race(t)
	text := "No bus\nAnd more\n"
	for i := range 60 {
		text += fmt.Sprintf("Line %d\n", i)
	}
	paste, err := model.ReadPaste(text + "and more\n")
	if err != nil {
		t.Fatal(err)
	}
	var added []string
	p := lay(t, form.NewPaste(b, model.Problem, paste, w, form.PasteActs{Add: func(titles []string) { added = titles }}))
	for _, says := range []string{w.T("paste.problem", 62), w.T("paste.twice", 1), w.T("paste.there", 1), "Line 47", w.T("paste.more", 12)} {
		if !p.says(says) {
			t.Errorf("it does not say %q", says)
		}
	}
	if p.says("Line 48") || p.offers(w.T("paste.one")) {
		t.Error("it shows more than fifty lines, or would make one card of them")
	}
	if p.press(w.T("paste.add")); len(added) != 62 {
		t.Errorf("it adds %d", len(added))
	}
}
