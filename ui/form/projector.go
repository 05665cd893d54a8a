package form

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// ProjectorActs are what people ask of the projector's remote.
type ProjectorActs struct {
	Turn    func() // opens the projector, or closes it
	Face    func(model.Face)
	Message func(text string, show bool)
	Cuts    func(text string) bool // whether the room would see only the beginning of a message
	Address func(text string, show bool)
	Light   func(bool)
	Place   func(key string)
	Close   func()
}

// A ProjectorPlace is somewhere the projector can be shown.
type ProjectorPlace struct {
	Key, Name string
	Chosen    bool
}

// ProjectorState is how the projector stands.
type ProjectorState struct {
	Open   bool
	Screen model.Screen
	Places []ProjectorPlace
}

// Projector is the remote of what the room sees.
type Projector struct {
	Object  fyne.CanvasObject
	words   *words.Words
	acts    ProjectorActs
	state   ProjectorState
	turn    *kit.Button
	faces   map[model.Face]*kit.Chip
	light   *kit.Chip
	message *kit.Entry
	long    *hint // that the message is too long
	address *kit.Entry
	places  *section
}

// FaceKeys show the room a face, with one key each.
var FaceKeys = map[model.Face]fyne.KeyName{
	model.FaceClock: fyne.KeyF6, model.FaceFigures: fyne.KeyF7, model.FaceMessage: fyne.KeyF8,
	model.FaceAddress: fyne.KeyF9, model.FaceBlack: fyne.KeyF10, model.FacePitch: fyne.KeyF12,
}

// messageRows is how many lines of a message are seen; what is longer scrolls.
const messageRows = 5

// NewProjector returns the remote with a small picture of what the room sees.
func NewProjector(now ProjectorState, preview fyne.CanvasObject, w *words.Words, acts ProjectorActs) *Projector {
	s := &Projector{words: w, acts: acts, turn: kit.NewButton("", acts.Turn), faces: map[model.Face]*kit.Chip{},
		message: kit.NewBox(messageRows), address: line(now.Screen.Address), places: newSection(),
		long: newHint(4)}
	s.message.SetText(now.Screen.Message)
	s.message.OnChanged = func(string) { s.tellLong() }
	s.message.SetPlaceHolder(w.T("projector.message.hint"))
	s.address.SetPlaceHolder(w.T("projector.address.hint"))
	s.address.OnSubmitted = func(text string) { acts.Address(text, true) }
	s.light = kit.NewChip(w.T("projector.light"), acts.Light)
	chips := wrapped()
	for _, f := range model.Faces {
		s.faces[f] = kit.NewChip(w.T("projector.face."+string(f)), func(bool) { s.choose(f) }).Key(string(FaceKeys[f]))
		chips.Add(s.faces[f])
	}
	shown := func(e *kit.Entry, act func(string, bool)) fyne.CanvasObject {
		show := kit.NewButton(w.T("projector.show"), func() { act(e.Text, true) })
		return container.NewBorder(nil, nil, nil, container.NewVBox(show), e)
	}
	done := kit.NewButton(w.T("sheet.done"), acts.Close)
	s.Object = page{w.T("projector.title"), []fyne.CanvasObject{
		s.turn,
		field(w.T("projector.sees"), rows(kit.Unit, preview, chips, container.NewHBox(s.light))),
		field(w.T("projector.message"), rows(4, shown(s.message, acts.Message), s.long.object)),
		field(w.T("projector.address"), shown(s.address, acts.Address)),
		s.places.box,
	}, []fyne.CanvasObject{done}, acts.Close}.object()
	s.state.Screen = now.Screen
	s.Show(now)
	return s
}

// choose asks for a face. What is written and was not shown yet comes with it.
func (s *Projector) choose(f model.Face) {
	s.Show(s.state) // a chip turns by itself
	s.Save()
	s.acts.Face(f)
}

// Save asks for what is written to be kept.
func (s *Projector) Save() {
	if text := s.message.Text; model.CleanText(text) != s.state.Screen.Message {
		s.acts.Message(text, false)
	}
	if text := s.address.Text; model.CleanLine(text) != s.state.Screen.Address {
		s.acts.Address(text, false)
	}
}

// Show brings the remote up to date. What is being written stays.
func (s *Projector) Show(now ProjectorState) {
	follow := func(e *kit.Entry, was, is string) {
		if e.Text == was && was != is {
			e.SetText(is)
		}
	}
	follow(s.message, s.state.Screen.Message, now.Screen.Message)
	follow(s.address, s.state.Screen.Address, now.Screen.Address)
	s.state = now
	label, importance := s.words.T("projector.open"), widget.HighImportance
	if now.Open {
		label, importance = s.words.T("projector.close"), widget.MediumImportance
	}
	if s.turn.Text != label {
		s.turn.Importance = importance
		s.turn.SetText(label)
	}
	for f, chip := range s.faces {
		chip.Set(chip.Text(), f == now.Screen.Face)
	}
	s.light.Set(s.light.Text(), now.Screen.Light)
	s.tellLong()
	s.places.tell(slices.Clone(now.Places), s.where)
}

// tellLong says of a message that is too long for the room what to do.
func (s *Projector) tellLong() {
	said := ""
	if s.acts.Cuts != nil && s.acts.Cuts(model.CleanText(s.message.Text)) {
		said = s.words.T("projector.message.long")
	}
	s.long.tell(said)
}

// where lists where the projector can be shown.
func (s *Projector) where() []fyne.CanvasObject {
	chips := wrapped()
	for _, p := range s.state.Places {
		chip := kit.NewChip(p.Name, func(bool) { s.acts.Place(p.Key) })
		chip.Set(p.Name, p.Chosen)
		chips.Add(chip)
	}
	return []fyne.CanvasObject{field(s.words.T("projector.where"), rows(kit.Unit, chips,
		kit.NewText(s.words.T("projector.own.note"), kit.SizeNote, kit.ColorQuiet, 4)))}
}
