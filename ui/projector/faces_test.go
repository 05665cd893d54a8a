package projector

import (
	"image"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
)

// texts are all that a face says, from the first object to the last.
func texts(f *Face) (all []string) {
	for _, o := range test.LaidOutObjects(f) {
		if t, ok := o.(*canvas.Text); ok && !t.Hidden && t.Text != "" {
			all = append(all, t.Text)
		}
	}
	return all
}

// Whatever the face, everything is on the screen, on every screen.
func TestEveryFaceFitsEveryScreen(t *testing.T) {
	entities := []model.Entity{model.Clock{Length: 48 * time.Hour}}
	for i, name := range strings.Fields("Fiskare Bönder Målgruppenmedettväldigtlångtnamnsomaldrigtarslut Hantverkare") {
		id := model.ID(name)
		entities = append(entities, model.Group{ID: id, Name: name, Style: i, Order: i},
			model.Card{ID: id, Stage: model.Problem, Title: "x", Groups: []model.ID{id}})
	}
	for i, name := range []string{"Övning", strings.Repeat("Ett långt namn ", 20), "🐟"} {
		entities = append(entities, model.Timer{ID: model.ID(name), Order: i, Name: name, Length: 99 * time.Hour, Large: i == 1, Run: model.Run{Used: time.Hour}})
	}
	entities = append(entities, model.Pitch{Cards: []model.ID{"Fiskare", "Hantverkare"}, Length: 99 * time.Hour})
	for _, face := range model.Faces {
		for _, size := range append(screens, fyne.NewSize(320, 180), fyne.NewSize(3840, 400)) {
			screen := model.Screen{Face: face, Message: strings.Repeat("ord och åter ord ", 300), Address: "innovationrace.se/" + strings.Repeat("lopp", 20)}
			f := shown("sv", size, time.Now(), append(entities, screen)...)
			for _, o := range uncut(f) {
				end := o.Position().Add(o.Size())
				if o.Position().X < -0.5 || o.Position().Y < -0.5 || end.X > size.Width+0.5 || end.Y > size.Height+0.5 {
					t.Errorf("%s on %v: a %T from %v to %v", face, size, o, o.Position(), end)
				}
			}
		}
	}
}

// uncut is what a face shows, without what is cut to what lies in the screen anyway.
func uncut(f *Face) (all []fyne.CanvasObject) {
	cut := map[fyne.CanvasObject]bool{f: true}
	for _, o := range test.LaidOutObjects(f) {
		if _, polygon := o.(*canvas.ArbitraryPolygon); !o.Visible() || polygon || cut[o] {
			continue
		}
		if c, is := o.(*container.Clip); is {
			cut[c.Content] = true
			for _, digit := range c.Content.(*fyne.Container).Objects {
				cut[digit] = true
			}
		}
		all = append(all, o)
	}
	return all
}

func TestTheFiguresOfTheRace(t *testing.T) {
	card := func(id model.ID, stage model.Stage, parked bool, groups ...model.ID) model.Card {
		return model.Card{ID: id, Stage: stage, Title: "x", Groups: groups, Parked: parked}
	}
	f := shown("en", fyne.NewSize(1280, 720), time.Now(), model.Screen{Face: model.FaceFigures}, model.Clock{Length: 3 * time.Hour},
		model.Group{ID: "f", Name: "Fishers"}, model.Group{ID: "g", Name: "Growers", Style: 1, Order: 1},
		card("a", model.Problem, false, "f", "g"), card("b", model.Problem, true, "f"), card("c", model.Project, false, "g"))
	want := "03:00:00 Not started yet 2 Problems 1 Projects 0 Products Fishers 2 0 0 Growers 1 1 0"
	if got := strings.Join(texts(f), " "); squeezed(got) != squeezed(want) {
		t.Errorf("the figures say %q, want %q", got, want)
	}
}

// From fifteen metres, what there is of each target group can be read: on a screen that
// lies its letters are at least 4 % of the height and its longest bar half as high.
func TestTheFiguresAreReadFromAfar(t *testing.T) {
	for groups := 1; groups <= groupsMost; groups++ {
		entities := []model.Entity{model.Screen{Face: model.FaceFigures}, model.Clock{Length: 3 * time.Hour}}
		for i := range groups {
			id := model.ID(rune('a' + i))
			entities = append(entities, model.Group{ID: id, Name: "Unga i landsbygd", Style: i % 7, Order: i},
				model.Card{ID: id, Stage: model.Problem, Title: "x", Groups: []model.ID{id}})
		}
		for _, size := range screens[:3] {
			f := shown("sv", size, time.Now(), entities...).layers[model.FaceFigures].(*figuresFace)
			if f.heads[0].TextSize < size.Height*0.25 {
				t.Errorf("%d target groups on %v: the figures are %.3f high", groups, size, f.heads[0].TextSize/size.Height)
			}
			middle := f.heads[1].Position().X + f.heads[1].Size().Width/2
			if d := middle - size.Width/2; d < -1 || d > 1 {
				t.Errorf("%d target groups on %v: the figures stand %v beside the middle", groups, size, d)
			}
			for _, part := range f.groups {
				if high := part.count[0].TextSize; high < size.Height*0.04 || part.name.size < size.Height*0.04 || part.bars[0].Size().Height < high/2 {
					t.Errorf("%d target groups on %v: letters %.3f and %.3f high", groups, size, high/size.Height, part.name.size/size.Height)
				}
			}
		}
	}
}

func squeezed(s string) string { return strings.ReplaceAll(s, " ", "") }

func TestAMessageIsAsLargeAsItGoes(t *testing.T) {
	size := fyne.NewSize(1920, 1080)
	message := func(text string) (*messageFace, string) {
		f := shown("sv", size, time.Now(), model.Screen{Face: model.FaceMessage, Message: text}, model.Clock{Length: time.Hour})
		m := f.layers[model.FaceMessage].(*messageFace)
		var said []string
		for _, line := range m.text.lines {
			said = append(said, line.Text)
		}
		return m, strings.Join(said, " ")
	}
	short, said := message("Middag klockan sex!")
	if said != "Middag klockan sex!" || short.text.size < 200 {
		t.Errorf("a short message is %q at %v", said, short.text.size)
	}
	longer := strings.TrimSpace(strings.Repeat("Ett ord till. ", 60))
	middle, said := message(longer)
	if said != longer || middle.text.size >= short.text.size {
		t.Errorf("840 letters are %q at %v", said, middle.text.size)
	}
	endless := strings.TrimSpace(strings.Repeat("ord ", 1250))
	long, said := message(endless)
	if !strings.HasSuffix(said, "…") || long.text.size < size.Height*textLeast {
		t.Errorf("5,000 letters end with %q at %v", said[len(said)-20:], long.text.size)
	}
	for _, text := range []string{strings.Repeat("x", 5000), strings.Repeat("\n", 5000) + "x", strings.Repeat("a\n", 2500), "😀"} {
		if _, said := message(text); said == "" {
			t.Errorf("a message of %d bytes says nothing", len(text))
		}
	}
}

// With nothing to say, and by a face that is not known, the room sees the clock.
func TestAnEmptyFaceIsTheClock(t *testing.T) {
	for _, s := range []model.Screen{{Face: model.FaceMessage}, {Face: model.FaceAddress}, {Face: "hologram"}} {
		f := shown("en", fyne.NewSize(640, 360), time.Now(), s, model.Clock{Length: time.Hour})
		if f.scene.shows != model.FaceClock || said(&clockOf(f).digits) != "01:00:00" {
			t.Errorf("%s without content shows %s", s.Face, f.scene.shows)
		}
	}
	f := shown("en", fyne.NewSize(640, 360), time.Now(), model.Screen{Face: model.FaceBlack}, model.Clock{Length: time.Hour})
	if got := texts(f); len(got) > 0 || f.back.FillColor != black {
		t.Errorf("black shows %q on %v", got, f.back.FillColor)
	}
}

// A code is black on white with nothing around it; what is too long is only read.
func TestAddressAsCode(t *testing.T) {
	img := code("innovationrace.se").(*image.Gray)
	if side := img.Rect.Dx(); side != 25+2*quietZone && side != 21+2*quietZone {
		t.Errorf("the code is %d modules wide", side)
	}
	for i := range quietZone * img.Stride {
		if img.Pix[i] != 0xff {
			t.Fatal("there is something in the quiet zone")
		}
	}
	if img.GrayAt(quietZone, quietZone).Y != 0 {
		t.Error("the code does not begin in its corner")
	}
	long := strings.Repeat("åäö", 2000)
	f := shown("sv", fyne.NewSize(1280, 720), time.Now(), model.Screen{Face: model.FaceAddress, Address: long})
	if a := f.layers[model.FaceAddress].(*addressFace); !a.code.Hidden || len(a.text.lines) == 0 {
		t.Error("an address that no code holds is not shown")
	}
}

// Each phase has a ground of its own, light and dark; what is urgent says so.
func TestPhaseAndUrgencyShow(t *testing.T) {
	since := time.Unix(1e9, 0)
	for _, light := range []bool{false, true} {
		grounds := map[any]string{}
		for _, c := range []struct {
			phase   string
			elapsed time.Duration
			state   string
			band    float32
		}{{"before", 0, "", 0}, {"Research", time.Hour, "", 0}, {"Mobilisation", 3 * time.Hour, "Time is running out", bands[soon]},
			{"Mobilisation", 5*time.Hour - time.Minute, "Last minutes", bands[urgent]}, {"Mobilisation", 6 * time.Hour, "Overtime", bands[over]}} {
			f := shown("en", fyne.NewSize(1000, 1000), since.Add(c.elapsed), model.Screen{Face: model.FaceClock, Light: light},
				model.Clock{Length: 5 * time.Hour, Since: since, Warn: 2 * time.Hour, Danger: 15 * time.Minute},
				model.Segment{ID: "a", Phase: "Research", Start: time.Hour}, model.Segment{ID: "b", Phase: "Mobilisation", Start: 2 * time.Hour})
			if was, seen := grounds[f.back.FillColor]; seen && was != c.phase {
				t.Errorf("light %v: %s looks like %s", light, c.phase, was)
			}
			grounds[f.back.FillColor] = c.phase
			face := clockOf(f)
			if inLines(&face.state) != c.state || face.band.Hidden != (c.band == 0) || face.band.Size().Height != 1000*c.band {
				t.Errorf("after %v: %q and a bar %v high; want %q, %v", c.elapsed, inLines(&face.state), face.band.Size().Height, c.state, c.band)
			}
		}
	}
	for want, clock := range map[string]model.Clock{"Not started yet": {Length: 5 * time.Hour}, "The clock stands still": {Length: 5 * time.Hour, Used: 1}} {
		if f := shown("en", fyne.NewSize(1000, 1000), since, clock); inLines(&clockOf(f).state) != want {
			t.Errorf("a clock that stands says %q, want %q", inLines(&clockOf(f).state), want)
		}
	}
}

// An address ends its lines where its parts end, and never gets a letter that is not
// its own.
func TestAnAddressIsReadAsItIsTyped(t *testing.T) {
	for _, address := range []string{"example.org", "https://www.innovationrace.example/loppet/2026?lag=7&steg=2#start",
		strings.Repeat("mycketlangtord", 9) + ".se/a-b"} {
		for _, size := range screens {
			f := shown("sv", size, time.Now(), model.Screen{Face: model.FaceAddress, Address: address}, model.Clock{Length: time.Hour})
			said := ""
			for _, line := range f.layers[model.FaceAddress].(*addressFace).text.lines {
				said += line.Text
			}
			if said != address {
				t.Errorf("on %v %q reads %q", size, address, said)
			}
		}
	}
	for address, want := range map[string]string{"https://a.se/b": "https:// a.se/ b", "www.example.org": "www.example.org", "/": "/", "": "",
		"innovationrace.example.org/loppet?lag=7": "innovationrace .example.org/ loppet?lag=7", "abcdefghijklmnopqrstuvw.se": "abcdefghijklmnopqrst uvw.se"} {
		if got := parted(address); got != want {
			t.Errorf("%q is parted as %q, want %q", address, got, want)
		}
	}
}
