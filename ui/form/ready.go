package form

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"racedesk/model"
	"racedesk/ui/kit"
)

// A state is a check of the card's stage and whether the card meets it.
type state struct {
	check model.Check
	met   bool
}

// tellReady says in a line what the race's checklist would still have of the card; a tap
// lists all of it. It only advises. What the board cannot see a person ticks here.
func (s *Card) tellReady(b *model.Board) {
	missing := b.Missing(s.card)
	var states []state
	for _, c := range b.Rules().Checks {
		if c.Stage == s.card.Stage && !s.gone {
			states = append(states, state{c, !slices.Contains(missing, c)})
		}
	}
	s.ready.tell([]any{states, s.listed}, func() []fyne.CanvasObject {
		if len(states) == 0 {
			return nil
		}
		icon, list := theme.MenuExpandIcon(), rows(0)
		if s.listed {
			icon = theme.MenuDropDownIcon()
			for _, x := range states {
				list.Add(s.check(x))
			}
		}
		fold := kit.NewButtonWithIcon(kit.Fit(s.left(states), wayWidth, kit.Size(kit.SizeText), fyne.TextStyle{Bold: true}), icon,
			func() { s.listed = !s.listed; s.tellReady(b) })
		fold.Alignment, fold.Importance = widget.ButtonAlignLeading, widget.LowImportance
		return []fyne.CanvasObject{rows(0, hung(fold), list)}
	})
}

// left says in a line what the checklist would still have.
func (s *Card) left(states []state) string {
	var names []string
	for _, x := range states {
		if !x.met {
			name := s.name(x.check)
			if x.check.Name == "" { // what people wrote stays as it is
				name = lower(name)
			}
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return s.words.T("ready.done")
	}
	return s.words.T("ready.left", len(names), strings.Join(names, listed))
}

// lower is a wording within a sentence.
func lower(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(first)) + text[size:]
}

// name is what a check is called.
func (s *Card) name(c model.Check) string {
	if c.Name == "" {
		return s.words.T(c.Key())
	}
	return c.Name
}

// check is the line of one check.
func (s *Card) check(x state) fyne.CanvasObject {
	name := s.name(x.check)
	if x.check.Ticked() {
		icon := theme.CheckButtonIcon()
		if x.met {
			icon = theme.CheckButtonCheckedIcon()
		}
		b := kit.NewButtonWithIcon(kit.Fit(name, wayWidth, kit.Size(kit.SizeText), fyne.TextStyle{Bold: true}), icon,
			func() { s.Save(); s.acts.Tick(s.card.ID, x.check.ID, !x.met) })
		b.Alignment, b.Importance = widget.ButtonAlignLeading, widget.LowImportance
		return hung(b)
	}
	icon, color := theme.NewColoredResource(theme.RadioButtonIcon(), kit.ColorQuiet), kit.ColorInk
	if x.met {
		icon, color = theme.NewColoredResource(theme.ConfirmIcon(), kit.ColorQuiet), kit.ColorQuiet
	}
	mark := container.NewGridWrap(fyne.NewSquareSize(kit.Size(theme.SizeNameInlineIcon)), canvas.NewImageFromResource(icon))
	return container.New(layout.NewCustomPaddedLayout(4, 4, 0, 0),
		container.NewBorder(nil, nil, mark, nil, kit.NewText(name, kit.SizeText, color, 2)))
}
