package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"racedesk/model"
	"racedesk/ui/kit"
)

// toast is what the foot says: what happened, above it to what, and beside it the
// button that takes it back.
type toast struct {
	object *fyne.Container
	name   *kit.Text
	text   *kit.Text
	small  *kit.Text // says the same where that needs too many lines
	undo   *kit.Button
	of     string     // what something happened to
	taken  time.Time  // when undo was pressed last, here or in the foot
	back   model.Edit // what the button takes back; without a Seq there is none
}

const (
	toastSide = 2 * kit.Unit
	toastName = 300 // how wide the name may make the toast
	footSmall = 3   // lines of a sentence in small type
)

func (d *Desk) newToast() *toast {
	t := &toast{name: kit.NewText("", kit.SizeNote, kit.ColorQuiet, 1), text: kit.NewText("", kit.SizeText, kit.ColorInk, footLines),
		small: kit.NewText("", kit.SizeNote, kit.ColorInk, footSmall)}
	t.undo = d.button("toast undo", d.words.T("undo"), d.once(&t.taken, trembleTime, d.undo))
	t.undo.Icon = theme.ContentUndoIcon()
	t.name.Hide()
	t.undo.Hide()
	t.object = &fyne.Container{Layout: t, Objects: []fyne.CanvasObject{t.name, t.text, t.small, t.undo}}
	return t
}

// show says something.
func (t *toast) show(text string, color fyne.ThemeColorName) {
	t.name.SetText(t.of)
	t.text.Set(text, color)
	t.small.Set(text, color)
	t.name.Hidden, t.undo.Hidden = t.of == "", t.back.Seq == 0
	t.object.Refresh()
}

// keep takes the button away once something else would be taken back.
func (t *toast) keep(undo int64) {
	if t.back.Seq != undo && !t.undo.Hidden {
		t.undo.Hide()
		t.object.Refresh()
	}
}

// said is the text in the type that all of it fits into a width in, or else in the small
// one, and how wide it would be on one line.
func (t *toast) said(most float32) (*kit.Text, float32) {
	lines := footLines
	if !t.name.Hidden {
		lines--
	}
	t.small.Limit(lines + footSmall - footLines)
	size, said := fyne.ThemeSizeName(kit.SizeText), t.text
	if len(kit.Wrap(t.text.Content(), most, kit.Size(size), fyne.TextStyle{}, 0)) > lines {
		size, said = kit.SizeNote, t.small
	}
	t.text.Hidden, t.small.Hidden = said != t.text, said == t.text
	return said, kit.Width(said.Content(), size)
}

// undoWide is how much of the width the button takes.
func (t *toast) undoWide() float32 {
	if t.undo.Hidden {
		return 0
	}
	return t.undo.MinSize().Width + toastSide
}

// Layout implements fyne.Layout: the button stands right behind the longer line.
func (t *toast) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	most := max(1, size.Width-t.undoWide()-2*toastSide)
	text, wide := t.said(most)
	name := float32(0)
	if !t.name.Hidden {
		wide = max(wide, min(toastName, kit.Width(t.name.Content(), kit.SizeNote)))
		name = kit.LineHeight(kit.SizeNote)
	}
	wide = min(most, wide)
	text.Resize(fyne.NewSize(wide, text.Size().Height))
	high := text.MinSize().Height
	top := (size.Height - name - high) / 2
	t.name.Move(fyne.NewPos(toastSide, top))
	t.name.Resize(fyne.NewSize(wide, name))
	text.Move(fyne.NewPos(toastSide, top+name))
	text.Resize(fyne.NewSize(wide, high))
	button := t.undo.MinSize()
	t.undo.Move(fyne.NewPos(wide+2*toastSide, (size.Height-button.Height)/2))
	t.undo.Resize(button)
}

// MinSize implements fyne.Layout: a toast takes what there is.
func (t *toast) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(2*toastSide+1, t.undo.MinSize().Height)
}

// subject says what an edit is about: the one card by its title, or how many.
func (d *Desk) subject(b *model.Board, e model.Edit, ids []model.ID) string {
	var made []model.Card
	for _, change := range e.Changes {
		if c, ok := change.After.(model.Card); ok && change.Before == nil {
			made = append(made, c)
		}
	}
	c, there := b.Card(ids[0])
	switch {
	case len(ids) > 1:
		return d.words.T("cards", len(ids))
	case there:
		return short(c.Title)
	case len(made) == 1:
		return short(made[0].Title)
	case len(made) > 1:
		return d.words.T("cards", len(made))
	}
	return ""
}

// intoWhat is the title of the one card that an edit lets others belong to, or that stands
// for them from then on.
func intoWhat(b *model.Board, e model.Edit) string {
	for _, change := range e.Changes {
		to := model.ID("")
		switch x := change.After.(type) {
		case model.Link:
			to = x.To
		case model.Card:
			to = x.Into
		}
		if c, there := b.Card(to); there {
			return short(c.Title)
		}
	}
	return ""
}

// leftBy are the cards that others no longer belong to after an edit.
func leftBy(e model.Edit) (left []model.ID) {
	for _, change := range e.Changes {
		if l, ok := change.Before.(model.Link); ok && change.After == nil {
			left = append(left, l.To)
		}
	}
	return left
}

// alone adds to what a join did which product it left without a project: it stays.
func (d *Desk) alone(text, label string, left []model.ID) string {
	if label != model.LabelJoin && label != model.LabelJoins {
		return text
	}
	for _, id := range left {
		c, there := d.session.Board.Card(d.session.Board.Home(id))
		if there && len(d.session.Board.Sources(id)) == 0 {
			return d.words.T("done.join.alone", text, short(c.Title))
		}
	}
	return text
}

// done says what an edit of this label did: of those that let cards belong to another
// one, to which; of a result, how to leave its order; of the projector, what it shows.
func (d *Desk) done(label, into string) string {
	switch label {
	case model.LabelJoin, model.LabelJoins, model.LabelMerge:
		return d.words.T("done."+label, into)
	case model.LabelShow:
		return d.words.T("done."+label, d.words.T("order.votes"))
	case model.LabelScreen:
		chosen, shows := d.session.Board.Screen().Face, d.session.Board.Shows()
		if chosen != shows {
			return d.words.T("projector.empty." + string(chosen))
		}
		return d.words.T("projector.shows." + string(shows))
	}
	return d.words.T("done." + label)
}

// short is the beginning of a title, more of it than a toast shows.
func short(title string) string {
	letters := []rune(title)
	return string(letters[:min(len(letters), toastName/3)])
}

// takesBack returns this desk's last edit, if it is one of this label.
func (d *Desk) takesBack(label string) model.Edit {
	e, can := d.session.History.Undo()
	if !can || e.Label != label {
		return model.Edit{}
	}
	return e
}
