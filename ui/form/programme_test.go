package form_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/kit"
)

// A stand is the programme's panel over a board that takes what is asked for at once.
type stand struct {
	*testing.T
	paper
	board   *model.Board
	now     time.Time
	sheet   *form.Programme
	refused error
	edits   []model.Edit
}

// stands opens the panel ten minutes into a race with entities.
func stands(t *testing.T, entities ...model.Entity) *stand {
	t.Helper()
	noon := time.Date(2026, 3, 14, 12, 0, 0, 0, time.UTC)
	entities = append(entities, model.Clock{Length: 10 * time.Hour}.Start(noon))
	s := &stand{T: t, board: model.NewBoard(9, entities), now: noon.Add(10 * time.Minute)}
	s.sheet = form.NewProgramme(s.board, s.now, w, form.ProgrammeActs{Ask: s.ask, Now: func() time.Time { return s.now }, Sample: model.Agenda{
		{Title: "Welcome", Phase: "Research", Length: time.Hour}, {Title: "Dinner", Phase: "Mobilisering", Length: time.Hour}}})
	s.paper = lay(t, s.sheet.Object)
	return s
}

// ask stores what is asked for.
func (s *stand) ask(step model.Step, refused func()) {
	e, err := step(s.board)
	if s.refused = err; err != nil && refused != nil {
		refused()
	}
	if err == nil && !e.Empty() {
		e = e.Stamped(s.board.Seq+1, s.now)
		s.edits = append(s.edits, e)
		s.board.Apply(e)
		s.sheet.Show(s.board, s.now)
	}
	s.look()
}

// look sees what is on the panel now.
func (s *stand) look() { s.paper.objects = test.LaidOutObjects(s.sheet.Object) }

// at lets time go on to so many minutes into the race.
func (s *stand) at(minutes int) {
	s.now = s.board.Clock().Instant(time.Duration(minutes)*time.Minute, s.now)
	s.sheet.Show(s.board, s.now)
	s.look()
}

// three is a programme of three segments in two phases.
func three() []model.Entity {
	segment := func(id model.ID, phase, title string, rank model.Rank, minutes time.Duration) model.Entity {
		return model.Segment{ID: id, Phase: phase, Title: title, Rank: rank, Length: minutes * time.Minute}
	}
	return []model.Entity{segment("a", "Research", "Talk", 1<<32, 30), segment("b", "Research", "Work", 2<<32, 60),
		segment("c", "Mobilisering", "Meal", 3<<32, 30)}
}

// lists tells the lines of the list, from the top.
func (s *stand) lists() string {
	var out []string
	for _, slot := range all[*kit.Slot](s.paper) {
		l := slot.Line()
		mark := map[bool]string{true: "*"}[l.Now] + map[bool]string{true: "!"}[l.Alarm]
		out = append(out, l.Time+" "+l.Title+mark+" ("+l.Note+")")
	}
	return strings.Join(out, ", ")
}

func (s *stand) wantList(what, want string) {
	s.Helper()
	if got := s.lists(); got != want {
		s.Errorf("%s: %s\nwant %s", what, got, want)
	}
}

func (s *stand) wantText(texts ...string) {
	s.Helper()
	for _, text := range texts {
		if !s.says(text) {
			s.Errorf("nothing says %q", text)
		}
	}
}

// opens taps the line of a segment.
func (s *stand) opens(title string) {
	s.Helper()
	for _, slot := range all[*kit.Slot](s.paper) {
		if slot.Line().Title == title {
			test.Tap(slot)
			s.look()
			return
		}
	}
	s.Fatalf("no line %q", title)
}

// flip taps a chip.
func (s *stand) flip(word string) {
	s.Helper()
	for _, c := range all[*kit.Chip](s.paper) {
		if c.Text() == word {
			test.Tap(c)
			s.look()
			return
		}
	}
	s.Fatalf("no chip %q", word)
}

// presses taps a button and looks.
func (s *stand) presses(label string) {
	s.Helper()
	s.press(label)
	s.look()
}

func TestTheProgrammeIsSteered(t *testing.T) {
	s := stands(t, three()...)
	s.wantList("as planned", "12:00 Talk* (30 min), 12:30 Work (1 h), 13:30 Meal (30 min)")
	s.wantText("ends at 12:30, 20 min left · on time", "Research", "Mobilisering", "Genomförande", "Saturday 14 March")
	s.presses("+5 min")
	s.wantList("longer", "12:00 Talk* (35 min), 12:35 Work (1 h), 13:35 Meal (30 min)")
	s.presses("Next: Work")
	s.wantList("early", "12:10 Work* (1 h), 13:10 Meal (30 min)")
	s.wantText("ends at 13:10, 1 h left · 25 min early")
	s.flip("Show 1 earlier")
	s.wantList("and what was", "12:00 Talk (took 10 min of 35 min planned), 12:10 Work* (1 h), 13:10 Meal (30 min)")
	s.at(80)
	s.wantText("ends at 13:40, 20 min left · 25 min early")
	s.opens("Work")
	s.presses(w.T("segment.begin"))
	s.presses(w.T("segment.back"))
	s.wantText("ends at 14:20, 1 h left · 45 min late")
}

func TestCollisionsAreTold(t *testing.T) {
	s := stands(t, three()...)
	s.opens("Meal")
	s.flip(w.T("segment.fixed"))
	s.presses(w.T("segment.back"))
	s.presses("+5 min")
	s.wantList("a clash", "12:00 Talk* (35 min), 12:35 Work (1 h), 13:30 Meal! (Clashes: 5 min too little time)")
	s.opens("Work")
	s.write(w.T("segment.length"), "900")
	s.presses(w.T("segment.back"))
	s.wantText("The programme is 16 h longer than the race. Shorten a segment or give the race more time.")
}

func TestASegmentIsEditedInPlace(t *testing.T) {
	s := stands(t, three()...)
	s.opens("Work")
	s.write(w.T("segment.title"), "Problem hunt")
	s.write(w.T("segment.note"), "One card each")
	s.flip("Mobilisering")
	s.sheet.Save()
	s.sheet.Save()
	x := s.board.Agenda()[1]
	if x.Title != "Problem hunt" || x.Note != "One card each" || x.Phase != "Mobilisering" || len(s.edits) != 1 {
		t.Errorf("%+v after %d edits", x, len(s.edits))
	}
	s.write(w.T("segment.title"), "  ")
	s.sheet.Save()
	if s.refused == nil || s.entry(w.T("segment.title")).Text != "  " {
		t.Errorf("no title: %v", s.refused)
	}
	s.write(w.T("segment.title"), "Back")
	s.presses(w.T("segment.back"))
	s.wantList("back", "12:00 Talk* (30 min), 12:30 Back (1 h), 13:30 Meal (30 min)")
}

func TestALengthThatCannotBeIsToldInItsPlace(t *testing.T) {
	s := stands(t, three()...)
	s.opens("Work")
	for _, bad := range []string{"-5", "0", "", "an hour", "7.5", "144001", "99999999999999999999"} {
		s.write(w.T("segment.length"), bad)
		s.sheet.Save()
		s.look()
		s.wantText(w.T("segment.length.hint", 144000))
		if got := s.board.Agenda()[1].Length; got != time.Hour || s.entry(w.T("segment.length")).Text != bad {
			t.Errorf("%q is %v, and reads %q", bad, got, s.entry(w.T("segment.length")).Text)
		}
	}
	s.write(w.T("segment.length"), " 45 ")
	s.look()
	if s.paper.says(w.T("segment.length.hint", 144000)) {
		t.Error("what is right again is still told to be wrong")
	}
	s.sheet.Save()
	s.look()
	if got := s.board.Agenda()[1].Length; got != 45*time.Minute || s.paper.says(w.T("segment.length.hint", 144000)) {
		t.Errorf("it is %v long", got)
	}
}

// When a segment is held follows what is being written, before that is stored.
func TestTheTimesOfASegmentFollowWhatIsWritten(t *testing.T) {
	s := stands(t, three()...)
	s.opens("Work")
	s.wantText("From Sat at 12:30 to 13:30")
	for written, want := range map[string]string{"144000": "Monday 22 June at 12:30", "90": "14:00", "5": "12:35", "": "13:30", "0": "13:30", "660": "23:30", "720": "Sun at 00:30"} {
		s.write(w.T("segment.length"), written)
		s.look()
		s.wantText("From Sat at 12:30 to " + want)
	}
	s.write(w.T("segment.length"), "60")
	s.flip(w.T("segment.fixed"))
	var fixed *kit.Entry
	for _, e := range all[*kit.Entry](s.paper) {
		if e.Text == "12:30" {
			fixed = e
		}
	}
	fixed.SetText("14")
	s.look()
	s.wantText("From Sat at 14:00 to 15:00")
	fixed.SetText("nine")
	s.look()
	s.wantText("From Sat at 12:30 to 13:30")
	fixed.SetText("5.15")
	s.look()
	s.wantText("From Sun at 05:15 to 06:15")
}

func TestTimesOfDayAreReadAsPeopleWriteThem(t *testing.T) {
	s := stands(t, three()...)
	s.opens("Meal")
	s.flip(w.T("segment.fixed"))
	fixed := func() *kit.Entry { // the one that begins with the time by the plan
		for _, e := range all[*kit.Entry](s.paper) {
			if !e.MultiLine && e.Text != "30" {
				return e
			}
		}
		return nil
	}
	if got := s.board.Agenda()[2].Fixed; got != "13:30" {
		t.Fatalf("fixed at %q, want the time by the plan", got)
	}
	for _, c := range [][2]string{{"14", "14:00"}, {"14.15", "14:15"}, {"kl. 9.05", "09:05"}, {"1745", "17:45"}, {"7:00", "07:00"}, {" 930 ", "09:30"}} {
		fixed().SetText(c[0])
		s.sheet.Save()
		if got := s.board.Agenda()[2].Fixed; got != c[1] {
			t.Errorf("%q is %q, want %q", c[0], got, c[1])
		}
	}
	for _, bad := range []string{"", "noon", "25.00", "9.5", "9.60", "-1", "99999"} {
		fixed().SetText(bad)
		s.sheet.Save()
		s.look()
		s.wantText(w.T("segment.fixed.hint"))
		if got := s.board.Agenda()[2].Fixed; got != "09:30" {
			t.Errorf("%q is %q", bad, got)
		}
	}
}

// order tells the segments as they are stored, with their phases.
func (s *stand) order() (out string) {
	for _, x := range s.board.Agenda() {
		out += fmt.Sprintf("%s %s, ", x.Phase[:1], x.Title)
	}
	return strings.TrimSuffix(out, ", ")
}

func (s *stand) wantOrder(what, want string) {
	s.Helper()
	if got := s.order(); got != want {
		s.Errorf("%s: %s, want %s", what, got, want)
	}
}

func TestSegmentsArePutInOrderByKeysAndButtons(t *testing.T) {
	s := stands(t, three()...)
	slot := func(title string) *kit.Slot {
		for _, x := range all[*kit.Slot](s.paper) {
			if x.Line().Title == title {
				return x
			}
		}
		return nil
	}
	key := func(title string, name fyne.KeyName) {
		slot(title).TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault})
	}
	work := slot("Work")
	key("Work", fyne.KeyDown)
	s.wantOrder("into the next phase", "R Talk, M Work, M Meal")
	key("Work", fyne.KeyDown)
	s.wantOrder("past a neighbour", "R Talk, M Meal, M Work")
	key("Work", fyne.KeyDown)
	s.wantOrder("into an empty phase", "R Talk, M Meal, G Work")
	key("Work", fyne.KeyDown)
	key("Talk", fyne.KeyUp)
	s.wantOrder("no further", "R Talk, M Meal, G Work")
	if slot("Work") != work {
		t.Error("the line that was moved is another, and lost the keys")
	}
	for range 4 {
		key("Work", fyne.KeyUp)
	}
	s.wantOrder("all the way up", "R Work, R Talk, M Meal")
	s.opens("Work")
	s.presses(w.T("segment.down"))
	s.wantOrder("by a button", "R Talk, R Work, M Meal")
}

func TestSegmentsAreDragged(t *testing.T) {
	s := stands(t, three()...)
	var pane fyne.Draggable
	for _, o := range s.objects {
		if d, ok := o.(fyne.Draggable); ok && o.Visible() && o.Size().Width > 300 {
			pane = d
		}
	}
	end := func() { pane.DragEnd() }
	drag := func(from, by int) {
		t.Helper()
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(all[*kit.Grip](s.paper)[from]).AddXY(20, 20)
		for range 10 {
			step := fyne.NewDelta(0, float32(by)/10)
			at = at.Add(step)
			pane.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at}, Dragged: step})
		}
		end()
		s.look()
	}
	drag(0, 60)
	s.wantOrder("one down", "R Work, R Talk, M Meal")
	drag(1, 60)
	s.wantOrder("into another phase", "R Work, M Talk, M Meal")
	drag(1, -500)
	s.wantOrder("to the top", "R Talk, R Work, M Meal")
	drag(0, 3)
	s.wantOrder("a trembling finger", "R Talk, R Work, M Meal")
	drag(1, 2000)
	s.wantOrder("to the end", "R Talk, M Meal, G Work")
	end = func() {
		if !s.sheet.Cancel() {
			t.Error("what is held cannot be taken back")
		}
		pane.DragEnd()
	}
	drag(2, -500)
	s.wantOrder("taken back", "R Talk, M Meal, G Work")
	if n := len(all[*kit.Slot](s.paper)); n != 3 || s.sheet.Cancel() {
		t.Errorf("%d segments are seen", n)
	}
	s.opens("Talk")
	if !s.sheet.Cancel() {
		t.Error("nothing leads from a segment back to the list")
	}
	s.look()
	if n := len(all[*kit.Slot](s.paper)); n != 3 || s.sheet.Cancel() {
		t.Errorf("%d segments are seen after one", n)
	}
}

// While a segment is held, the others make room where it would land.
func TestTheOthersMakeRoomForASegmentThatIsHeld(t *testing.T) {
	s := stands(t, three()...)
	high := map[string]float32{} // where each line is
	for _, x := range all[*kit.Slot](s.paper) {
		high[x.Line().Title] = fyne.CurrentApp().Driver().AbsolutePositionForObject(x).Y
	}
	want := func(what, title string, y float32) {
		t.Helper()
		s.look()
		for _, x := range all[*kit.Slot](s.paper) {
			if x.Line().Title == title {
				if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(x).Y; at != y {
					t.Errorf("%s: %s is at %v, want %v", what, title, at, y)
				}
			}
		}
	}
	var pane fyne.Draggable
	for _, o := range s.objects {
		if d, ok := o.(fyne.Draggable); ok && o.Visible() && o.Size().Width > 300 {
			pane = d
		}
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(all[*kit.Grip](s.paper)[0]).AddXY(20, 20)
	move := func(by float32) {
		at = at.AddXY(0, by)
		pane.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at}, Dragged: fyne.NewDelta(0, by)})
	}
	move(20)
	want("still nearer to its place", "Work", high["Work"])
	move(20)
	want("past the half", "Work", high["Talk"])
	want("past the half", "Meal", high["Meal"])
	move(500)
	want("at the end", "Meal", high["Meal"]-(high["Work"]-high["Talk"]))
	move(-540)
	want("back", "Work", high["Work"])
	s.sheet.Cancel()
	pane.DragEnd()
	want("let go", "Work", high["Work"])
	want("let go", "Meal", high["Meal"])
}

func TestSegmentsComeAndGo(t *testing.T) {
	s := stands(t)
	s.wantText(w.T("programme.empty"))
	s.presses(w.T("programme.sample"))
	s.wantOrder("the sample", "R Welcome, M Dinner")
	test.Tap(all[*kit.Round](s.paper)[0])
	s.look()
	if s.entry(w.T("segment.title")).Text != w.T("programme.new") {
		t.Error("a new segment is not open")
	}
	s.wantOrder("at the end of its phase", "R Welcome, R New segment, M Dinner")
	s.presses(w.T("segment.remove"))
	s.presses(w.T("segment.remove.sure"))
	s.wantOrder("removed", "R Welcome, M Dinner")
	s.opens("Dinner")
	s.ask(func(b *model.Board) (model.Edit, error) { return b.RemoveSegment(b.Agenda()[1].ID) }, nil)
	s.wantList("another desk took it away", "12:00 Welcome* (1 h)")
}

func TestSideTimers(t *testing.T) {
	s := stands(t)
	s.flip(w.T("timers"))
	s.presses(w.T("timers.add"))
	s.wantText(w.T("timers.usual"), "7:00")
	s.presses(w.T("timers.start"))
	s.at(13)
	s.wantText("4:00")
	s.presses("+1 min")
	s.wantText("5:00")
	s.at(19)
	s.wantText("+1:00")
	s.presses(w.T("timers.reset"))
	s.wantText("8:00")
	s.flip(w.T("timers.large"))
	if is := s.board.Timers()[0]; !is.Large || is.Length != 8*time.Minute {
		t.Errorf("it is %+v, want it large and as long as before", is)
	}
	s.write(w.T("timers.name"), "Pitch")
	s.presses(w.T("timers.add"))
	s.presses(w.T("timers.add"))
	if len(s.board.Timers()) != 3 {
		t.Errorf("%d timers, want 3", len(s.board.Timers()))
	}
	s.signs(w.T("timers.rename", w.T("timers.usual")))
	s.rewrites(w.T("timers.usual"), "  ")
	s.signs(w.T("timers.named"))
	if s.refused == nil || s.board.Timers()[0].Name != w.T("timers.usual") {
		t.Errorf("a timer without a name is stored: %v", s.refused)
	}
	s.at(20) // nothing that is written is lost
	s.rewrites("  ", "Interview")
	s.signs(w.T("timers.named"))
	s.wantText("Interview")
	if is := s.board.Timers()[0]; is.Name != "Interview" || !is.Large {
		t.Errorf("it is %+v", is)
	}
	s.signs(w.T("timers.remove", "Interview"))
	if got := s.board.Timers()[0].Name; got != "Pitch" {
		t.Errorf("the first is %s", got)
	}
}

// signs taps the sign that says this.
func (s *stand) signs(said string) {
	s.Helper()
	for _, sign := range all[*kit.Sign](s.paper) {
		if sign.AccessibilityLabel() == said {
			test.Tap(sign)
			s.look()
			return
		}
	}
	s.Fatalf("there is no sign %q", said)
}

// rewrites writes in the place of a text.
func (s *stand) rewrites(was, is string) {
	s.Helper()
	for _, e := range all[*kit.Entry](s.paper) {
		if e.Text == was {
			e.SetText(is)
			return
		}
	}
	s.Fatalf("there is no entry with %q", was)
}

func TestAPitchRound(t *testing.T) {
	s := stands(t, model.Card{ID: "p", Stage: model.Project, Title: "Ride"}, model.Card{ID: "q", Stage: model.Project, Title: "Till", Rank: 1},
		model.Card{ID: "r", Stage: model.Product, Title: "App"})
	s.flip(w.T("pitch"))
	s.flip("1 product")
	s.flip("2 projects")
	s.presses(w.T("pitch.begin"))
	s.wantText("1 of 2", "Ride", "3:00", "2. Till")
	s.wantFace(model.FacePitch)
	s.flip(w.T("pitch.show"))
	s.wantFace(model.FaceClock)
	s.flip(w.T("pitch.show"))
	s.wantFace(model.FacePitch)
	s.presses(w.T("timers.start"))
	s.at(11)
	s.wantText("2:00")
	s.presses("Next: Till")
	s.wantText("2 of 2", "3:00")
	s.presses(w.T("pitch.before"))
	s.wantText("1 of 2")
	s.presses("Next: Till")
	s.presses(w.T("pitch.last"))
	s.wantText(w.T("pitch.over"))
	s.presses(w.T("pitch.end"))
	s.presses(w.T("pitch.end.sure"))
	s.wantText(w.T("pitch.note"))
	s.wantFace(model.FaceClock)
	s.flip(w.T("pitch.show"))
	s.presses(w.T("pitch.begin"))
	s.wantFace(model.FaceClock)
}

func (s *stand) wantFace(want model.Face) {
	s.Helper()
	if got := s.board.Screen().Face; got != want {
		s.Errorf("the room sees the %s, want the %s", got, want)
	}
}

func TestAProgrammeOf500Segments(t *testing.T) {
	var many []model.Entity
	for i := range model.MaxSegments {
		many = append(many, model.Segment{ID: model.ID(fmt.Sprint(i)), Phase: "Research", Title: "T", Rank: model.Rank(i + 1), Length: time.Hour})
	}
	s := stands(t, many...)
	if n := len(all[*kit.Slot](s.paper)); n != model.MaxSegments {
		t.Errorf("%d lines", n)
	}
	s.presses("+5 min")
	test.Tap(all[*kit.Round](s.paper)[0])
	if s.refused == nil {
		t.Error("one more was taken")
	}
}
