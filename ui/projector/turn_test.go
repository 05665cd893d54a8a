package projector

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"racedesk/assets/words"
	"racedesk/model"
)

var (
	noon  = time.Date(2026, 3, 14, 12, 0, 0, 0, time.UTC)
	round = []model.Entity{model.Clock{Length: 48 * time.Hour, Since: noon}, model.Screen{Face: model.FacePitch},
		model.Group{ID: "f", Name: "Fishers"}, model.Group{ID: "g", Name: "Growers", Style: 1, Order: 1},
		model.Card{ID: "p", Stage: model.Product, Title: "Boats to share", Groups: []model.ID{"g", "f"}},
		model.Card{ID: "q", Stage: model.Product, Title: "A calendar"}}
)

func pitching(place int, run model.Run, screen fyne.Size, at time.Duration) (*Face, *pitchFace) {
	p := model.Pitch{Stage: model.Product, Cards: []model.ID{"p", "q"}, Place: place, Length: 3 * time.Minute, Run: run}
	f := shown("en", screen, noon.Add(at), append(slices.Clone(round), p)...)
	return f, f.layers[model.FacePitch].(*pitchFace)
}

// The room sees whose turn it is, for whom, with its own time, and who is next.
func TestWhoseTurnItIs(t *testing.T) {
	run := model.Run{Since: noon}
	for _, c := range []struct {
		place int
		run   model.Run
		at    time.Duration
		time  string
		band  bool
		want  string
	}{
		{0, model.Run{}, 0, "03:00", false, "Fishers, Growers 1 of 2 Ready Next: A calendar Boats to share"},
		{0, run, 0, "03:00", false, "Fishers, Growers 1 of 2 Next: A calendar Boats to share"},
		{0, run, 150 * time.Second, "00:30", true, "Fishers, Growers 1 of 2 ! Ends soon Next: A calendar Boats to share"},
		{0, run, 170 * time.Second, "00:10", true, "Fishers, Growers 1 of 2 !! About to end Next: A calendar Boats to share"},
		{1, run, 185 * time.Second, "+00:05", true, "2 of 2 Time is up A calendar"},
		{1, model.Run{Used: time.Minute}, 0, "02:00", false, "2 of 2 Paused A calendar"},
		{2, model.Run{}, 0, "", false, "Everybody has pitched. Thank you!"},
	} {
		_, p := pitching(c.place, c.run, fyne.NewSize(1920, 1080), c.at)
		words := []string{inLines(&p.groups), p.place.Text, p.state.Text, inLines(&p.next), inLines(&p.title)}
		if got := strings.Join(strings.Fields(strings.Join(words, " ")), " "); got != c.want {
			t.Errorf("place %d after %v says %q, want %q", c.place, c.at, got, c.want)
		}
		if got := said(&p.digits); got != c.time || p.band.Hidden == c.band {
			t.Errorf("place %d after %v: %s left, warned %v; want %s, %v", c.place, c.at, got, !p.band.Hidden, c.time, c.band)
		}
	}
	f, p := pitching(0, run, fyne.NewSize(1920, 1080), time.Minute)
	if len(p.marks) != 2 || said(&p.small.digits) != "47:59:00" {
		t.Errorf("%d marks, and of the race %s left", len(p.marks), said(&p.small.digits))
	}
	f.Tell(f.board, noon.Add(time.Minute+time.Second))
	if got := said(&p.digits); got != "01:59" {
		t.Errorf("a second later %s is left", got)
	}
}

// inLines is what a paragraph says, all its lines in one.
func inLines(p *paragraph) string {
	var lines []string
	for _, line := range p.lines {
		lines = append(lines, line.Text)
	}
	return strings.Join(lines, " ")
}

// Where the race's clock stands, its small time says so on every face that has one.
func TestAPausedRaceIsMarkedWhereItsTimeIsSmall(t *testing.T) {
	for _, c := range []struct {
		clock model.Clock
		want  string
	}{{model.Clock{Length: time.Hour}, "Not started yet"}, {model.Clock{Length: time.Hour, Used: time.Minute}, "The clock stands still"},
		{model.Clock{Length: time.Hour, Since: noon}, ""}} {
		for _, face := range []model.Face{model.FacePitch, model.FaceMessage, model.FaceAddress} {
			f := shown("en", fyne.NewSize(1920, 1080), noon, c.clock, model.Screen{Face: face, Message: "Hi", Address: "a.se"},
				model.Pitch{Cards: []model.ID{"a"}, Length: time.Minute}, model.Card{ID: "a", Stage: model.Project, Title: "Boats"})
			small := map[model.Face]*corner{model.FacePitch: &f.layers[model.FacePitch].(*pitchFace).small,
				model.FaceMessage: &f.layers[model.FaceMessage].(*messageFace).small, model.FaceAddress: &f.layers[model.FaceAddress].(*addressFace).small}[face]
			if small.rest.Text != c.want {
				t.Errorf("%s says of the race's clock %q, want %q", face, small.rest.Text, c.want)
			}
		}
	}
}

// On a screen that stands, long texts are broken into lines instead of being cut.
func TestLongTextsAreWhole(t *testing.T) {
	const title, note = "Produktverkstad för alla som har hunnit så långt", "Skriv ner vad produkten gör, för vem den är, och på vilka villkor den kan säljas redan i vår"
	entities := []model.Entity{model.Clock{Length: 48 * time.Hour, Since: noon}, model.Segment{ID: "a", Title: title, Note: note, Length: time.Hour}}
	next := "Ett ganska långt namn på en produkt i släktforskningens tjänst"
	entities = append(entities, model.Group{ID: "g", Name: "Invånare på landsbygden"}, model.Card{ID: "x", Stage: model.Project, Title: "x", Groups: []model.ID{"g"}},
		model.Card{ID: "y", Stage: model.Project, Title: next}, model.Pitch{Cards: []model.ID{"x", "y"}, Length: time.Minute})
	for _, size := range screens {
		f := clockOf(shown("sv", size, noon.Add(time.Minute), entities...))
		if inLines(&f.line) != title || inLines(&f.note) != note {
			t.Errorf("on %v: %q and %q", size, inLines(&f.line), inLines(&f.note))
		}
		p := shown("sv", size, noon, append(entities, model.Screen{Face: model.FacePitch})...).layers[model.FacePitch].(*pitchFace)
		if inLines(&p.groups) != "Invånare på landsbygden" || inLines(&p.next) != "Nästa: "+next {
			t.Errorf("on %v: %q and %q", size, inLines(&p.groups), inLines(&p.next))
		}
	}
}

// The text of overtime is read as far away as a message, and whole.
func TestTheTextOfOvertimeIsLarge(t *testing.T) {
	for _, says := range []string{"Lägg pennan!", strings.TrimSpace(strings.Repeat("Kom till salen nu. ", 5))} {
		for _, size := range screens {
			f := clockOf(shown("sv", size, noon.Add(2*time.Hour), model.Clock{Length: time.Hour, Since: noon, Over: says}))
			if short := min(size.Width, size.Height); inLines(&f.state) != says || f.state.size < 0.05*short {
				t.Errorf("on %v %q is %.3f large", size, inLines(&f.state), f.state.size/short)
			}
		}
	}
}

// Digits of a turn are a quarter of the screen, or as wide as it is.
func TestATurnIsReadFromTheLastRow(t *testing.T) {
	for _, size := range screens {
		_, p := pitching(0, model.Run{Since: noon}, size, 0)
		letter := p.digits.places[0].TextSize
		if high, wide := letter*digitInk/size.Height, wide(said(&p.digits), letter)/size.Width; high < 0.25 && wide < 0.92 {
			t.Errorf("on %v the digits are %.2f high and %.2f wide", size, high, wide)
		}
	}
}

// A round that nobody holds is not shown.
func TestWithoutARoundTheRoomSeesTheClock(t *testing.T) {
	f := shown("en", fyne.NewSize(640, 360), noon, round...)
	if f.scene.shows != model.FaceClock {
		t.Errorf("the room sees the %s", f.scene.shows)
	}
}

// What stands where the large digits are, in the line above and beneath them.
func TestSideTimersOnTheClock(t *testing.T) {
	timer := func(id string, spent time.Duration, large bool) model.Timer {
		run := model.Run{Used: spent}
		if spent > 0 {
			run.Since = noon
		}
		return model.Timer{ID: model.ID(id), Name: id, Length: 6 * time.Minute, Run: run, Large: large}
	}
	const m = time.Minute
	for name, c := range map[string]struct {
		timers []model.Timer
		large  string
		state  string
		line   string
	}{
		"none":               {nil, "48:00:00", "", ""},
		"one that waits":     {[]model.Timer{timer("a", 0, false)}, "48:00:00", "", ""},
		"small":              {[]model.Timer{timer("a", m, false), timer("b", 5*m, false), timer("c", 7*m, false)}, "48:00:00", "", "a 05:00 ! b 01:00 c +01:00"},
		"large":              {[]model.Timer{timer("a", m, false), timer("b", 5*m+45*time.Second, true)}, "00:15", "b · !! About to end", "Race 48:00:00 a 05:00"},
		"large, and waits":   {[]model.Timer{timer("a", 0, true)}, "06:00", "a · Ready", "Race 48:00:00"},
		"the one that runs":  {[]model.Timer{timer("a", 0, true), timer("b", m, true)}, "05:00", "b", "Race 48:00:00 a, Ready 06:00"},
		"the first of those": {[]model.Timer{timer("a", m, true), timer("b", 2*m, true)}, "05:00", "a", "Race 48:00:00 b 04:00"},
	} {
		entities := []model.Entity{model.Clock{Length: 48 * time.Hour, Since: noon}}
		for i, timer := range c.timers {
			timer.Order = i
			entities = append(entities, timer)
		}
		for _, size := range screens {
			f := clockOf(shown("en", size, noon, entities...))
			var line []string
			for _, part := range f.limits.parts {
				line = append(line, part.name.Text, said(&part.digits))
			}
			if said(&f.digits) != c.large || inLines(&f.state) != c.state || strings.Join(line, " ") != c.line {
				t.Errorf("%s: %s, %q, %q; want %s, %q, %q", name, said(&f.digits), inLines(&f.state), strings.Join(line, " "), c.large, c.state, c.line)
			}
		}
	}
}

// A second changes what digits say, and makes no text anew nor moves one.
func TestSideTimersDoNotDance(t *testing.T) {
	f := NewFace(words.For("en"), fyne.Size{})
	f.Resize(fyne.NewSize(1920, 1080))
	b := model.NewBoard(1, []model.Entity{model.Clock{Length: 48 * time.Hour},
		model.Timer{ID: "a", Name: "Exercise", Length: 6 * time.Minute, Run: model.Run{Since: noon}}})
	at := map[fyne.CanvasObject]fyne.Position{}
	for n := range 300 {
		f.Tell(b, noon.Add(time.Duration(n)*time.Second))
		places := clockOf(f).limits.objects()
		for _, o := range places {
			if was, known := at[o]; n > 0 && (!known || was != o.Position()) {
				t.Fatalf("after %d seconds a text is at %v, want %v", n, o.Position(), was)
			}
			at[o] = o.Position()
		}
	}
}

// What the programme has to say to the room of what goes on is read beneath it.
func TestTheNoteOfASegment(t *testing.T) {
	f := clockOf(shown("en", fyne.NewSize(1280, 720), noon, model.Clock{Length: 48 * time.Hour, Since: noon},
		model.Segment{ID: "s", Title: "Prototypes", Note: "Bring\na pen", Length: time.Hour}))
	if inLines(&f.line) != "Prototypes" || inLines(&f.note) != "Bring a pen" {
		t.Errorf("the room reads %q and %q", inLines(&f.line), inLines(&f.note))
	}
}
