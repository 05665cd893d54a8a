package form

import (
	"fmt"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"racedesk/model"
	"racedesk/report"
	"racedesk/ui/kit"
)

// CoverActs are what people ask of the picture on the report's cover.
type CoverActs struct {
	Choose func() // shows files to choose one from
	Remove func()
	Show   func(p model.Picture, fill func(image.Image)) // calls fill once it can be seen
}

// choose are the choices of heads, language and cover.
func (s *Report) choose() []fyne.CanvasObject {
	w := s.words
	heads, langs := wrapped(), wrapped()
	for _, set := range []model.HeadSet{model.HeadsA, model.HeadsB} {
		heads.Add(s.choice(report.SetHead(set, report.Names(set)[0], s.said())+" …", s.is.Set == set, func() { s.is.Set = set }))
	}
	for _, lang := range []model.Language{model.Swedish, model.English, model.Both} {
		on := s.is.Language == lang || s.is.Language == model.AnyLanguage && string(lang) == w.Lang
		langs.Add(s.choice(w.T("report.in."+string(lang)), on, func() { s.is.Language = lang }))
	}
	out := []fyne.CanvasObject{field(w.T("report.heads"), heads), field(w.T("report.in"), langs)}
	if s.is.Language == model.Both {
		writes := wrapped()
		for _, english := range []bool{false, true} {
			lang := model.Swedish
			if english {
				lang = model.English
			}
			writes.Add(s.choice(w.T("report.in."+string(lang)), s.english == english, func() { s.english = english }))
		}
		out = append(out, field(w.T("report.writes"), writes))
	}
	return append(out, field(w.T("cover.color"), s.colors()), field(w.T("logo"), s.logo()))
}

// choice is one of several: the one that is on stays on.
func (s *Report) choice(text string, on bool, take func()) *kit.Chip {
	chip := kit.NewChip(text, func(bool) {
		take()
		s.fillIn()
		s.acts.Touched("")
	})
	chip.Set(text, on)
	return chip
}

// colors offer the palette for the cover.
func (s *Report) colors() fyne.CanvasObject {
	box := wrapped()
	box.Add(s.choice(s.words.T("cover.plain"), s.is.Accent == 0, func() { s.is.Accent = 0 }))
	for style := range kit.Styles {
		name := s.words.T(fmt.Sprintf("cover.color.%d", style))
		box.Add(s.choice(name, s.is.Accent == style+1, func() { s.is.Accent = style + 1 }).Mark(style))
	}
	return box
}

// logo shows the picture on the cover, and offers to choose one.
func (s *Report) logo() fyne.CanvasObject {
	choose := kit.NewButton(s.words.T("logo.choose"), func() { s.Save(); s.acts.Cover.Choose() })
	p, has := s.board.Logo()
	if !has {
		return rows(0, container.NewHBox(choose), wrong(s.badLogo))
	}
	frame := kit.NewPhoto(fyne.NewSize(thumbWide, thumbHigh), nil)
	s.acts.Cover.Show(p, frame.Fill)
	remove := kit.NewButton(s.words.T("logo.remove"), s.acts.Cover.Remove)
	return rows(0, container.NewHBox(frame, container.NewVBox(choose, remove)), wrong(s.badLogo))
}

// NoLogo says beside the picture on the cover why a chosen one is not there; an empty
// text takes it back.
func (s *Report) NoLogo(why string) {
	s.badLogo = why
	s.tell()
}

// wrong says what went wrong with what stands above it; nothing where nothing did.
func wrong(why string) *kit.Text {
	t := kit.NewText(why, kit.SizeNote, kit.ColorAlarm, 4)
	t.Hidden = why == ""
	return t
}
