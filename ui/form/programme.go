package form

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// ProgrammeActs are what people ask of the programme's panel.
type ProgrammeActs struct {
	Ask     func(change model.Step, refused func()) // refused, if any, hears that it was not stored
	Now     func() time.Time                        // of the race, at this instant
	Sample  model.Agenda                            // that a programme can start from
	Touched func()                                  // somebody wrote
	Close   func()
}

// Programme is the panel of what goes by time beside the race's clock: its programme,
// side timers, and the pitch round.
type Programme struct {
	Object  *fyne.Container
	words   *words.Words
	acts    ProgrammeActs
	board   *model.Board
	now     time.Time
	list    *timetable
	timers  *timers
	parts   []leaf
	open    int           // of the parts
	segment *segmentSheet // that is open in place of the list
	wanted  model.ID      // a new segment, which opens when it is there
}

// A Leaf names one of the pages of the panel.
type Leaf int

// The pages of the panel.
const (
	PlanLeaf Leaf = iota
	TimersLeaf
	PitchLeaf
)

// A leaf is one of the pages of the panel.
type leaf struct {
	chip *kit.Chip
	page fyne.CanvasObject
	show func() // brings it up to date
}

// NewProgramme returns the panel of a board at an instant, whose location says what a
// time of day is.
func NewProgramme(b *model.Board, now time.Time, w *words.Words, acts ProgrammeActs) *Programme {
	s := &Programme{Object: container.NewStack(), words: w, acts: acts, board: b, now: now}
	pitch := newPitch(s)
	s.list, s.timers = newTimetable(s), newTimers(s)
	s.add(w.T("programme.list"), s.list.object, s.list.show)
	s.add(w.T("timers"), s.timers.object, s.timers.show)
	s.add(w.T("pitch"), pitch.object, pitch.show)
	s.Turn(PlanLeaf)
	if _, on := b.Pitch(); on {
		s.Turn(PitchLeaf)
	}
	return s
}

// Turn opens a page.
func (s *Programme) Turn(to Leaf) {
	s.Save()
	s.turn(int(to))
}

// At is the page that is open.
func (s *Programme) At() Leaf { return Leaf(s.open) }

// Show brings the panel up to date with the board and the time. What is being written
// stays.
func (s *Programme) Show(b *model.Board, now time.Time) {
	s.board, s.now = b, now
	if s.wanted != "" && s.stored(s.wanted).ID != "" {
		s.edit(s.stored(s.wanted), s.stored(s.wanted))
		s.wanted = ""
	}
	if s.segment != nil {
		s.segment.show()
		return
	}
	s.parts[s.open].show()
}

// Cancel takes back the drag of a segment that goes on, or goes from a segment back to
// the list, and says whether it did either.
func (s *Programme) Cancel() bool {
	if s.segment == nil {
		return s.list.cancel()
	}
	s.back()
	return true
}

// Save asks for what is written of a segment, or of a timer, to be stored.
func (s *Programme) Save() {
	s.timers.save()
	if s.segment != nil {
		s.segment.save()
	}
}

// add adds a page, with a chip that opens it.
func (s *Programme) add(name string, body fyne.CanvasObject, show func()) {
	at := len(s.parts)
	chip := kit.NewChip(name, func(bool) { s.turn(at) })
	s.parts = append(s.parts, leaf{chip: chip, page: body, show: show})
}

// turn opens a page.
func (s *Programme) turn(to int) {
	s.open = to
	chips := container.New(layout.NewCustomPaddedHBoxLayout(kit.Unit))
	for i, p := range s.parts {
		p.chip.Set(p.chip.Text(), i == to)
		chips.Add(p.chip)
	}
	s.segment = nil
	s.parts[to].show()
	done := kit.NewButton(s.words.T("sheet.done"), s.acts.Close)
	s.put(page{s.words.T("programme.sheet"), []fyne.CanvasObject{chips, s.parts[to].page}, []fyne.CanvasObject{done}, s.acts.Close}.object())
}

// edit opens a segment, filled in with what is written of it.
func (s *Programme) edit(now, written model.Segment) {
	s.segment = newSegmentSheet(s, now, written)
	s.put(s.segment.object)
}

// back puts the segment away that is open.
func (s *Programme) back() {
	s.Save()
	s.turn(s.open)
}

// put shows a page in the panel.
func (s *Programme) put(o fyne.CanvasObject) {
	s.Object.Objects = []fyne.CanvasObject{o}
	s.Object.Refresh()
}

// ask asks for a change that is simply told where it is refused.
func (s *Programme) ask(change model.Step) { s.acts.Ask(change, nil) }

// stored is a segment as it stands; without an ID where it is gone.
func (s *Programme) stored(id model.ID) model.Segment {
	x, _ := s.board.Get(model.Ref{Kind: model.KindSegment, ID: id}).(model.Segment)
	return x
}

// clock writes the time of day at which the race is so far.
func (s *Programme) clock(at time.Duration) string {
	return s.words.Time(s.wall(at))
}

// near writes the same with its weekday, where that is not today.
func (s *Programme) near(at time.Duration) string {
	return s.words.Near(s.wall(at), s.board.Clock().Wall(s.now))
}

// wall is what the clock on the wall shows when the race is so far, to the minute.
func (s *Programme) wall(at time.Duration) time.Time {
	return s.board.Clock().Instant(at, s.now).Round(time.Minute)
}

// span writes a length of time as people say it: 45 min, 2 h, 2 h 30 min.
func (s *Programme) span(d time.Duration) string {
	m := int(d.Round(time.Minute) / time.Minute)
	switch {
	case m < 60:
		return s.words.T("span.minutes", m)
	case m%60 == 0:
		return s.words.T("span.hours", m/60)
	}
	return s.words.T("span.both", m/60, m%60)
}
