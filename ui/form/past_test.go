package form_test

import (
	"slices"
	"testing"
	"time"

	"racedesk/model"
	"racedesk/ui/kit"
)

// history is what happened to the card "p" between two and four.
func history(t *testing.T) (events []model.Event, now time.Time) {
	t.Helper()
	now = time.Date(2026, 3, 15, 16, 0, 0, 0, time.Local)
	store := model.NewMemory(func() time.Time { return now })
	b := model.NewBoard(0, nil)
	do := func(at time.Time, desk model.DeskID) func(e model.Edit, err error) model.Edit {
		return func(e model.Edit, err error) model.Edit {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
			now, e.Desk = at, desk
			if e, err = store.Commit(t.Context(), e); err != nil {
				t.Fatal(err)
			}
			b.Apply(e)
			return e
		}
	}
	noon := time.Date(2026, 3, 14, 12, 0, 0, 0, time.Local)
	do(noon, "here#1")(b.Add(model.Card{ID: "p", Stage: model.Problem, Title: "No bus"}, ""))
	do(noon, "wall#1")(b.Vote("p", 2))
	is, _ := b.Card("p")
	is.Title, is.Leader = "No bus at all", "Dee"
	written := do(noon.Add(26*time.Hour), "")(b.Write(is))
	undone := do(noon.Add(26*time.Hour), "")(b.Revert(written))
	do(noon.Add(26*time.Hour), "")(b.Revert(undone))
	do(noon.Add(26*time.Hour), "wall#1#the screen by the door")(b.Park("p", true))
	edits, err := store.Edits(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	return model.CardHistory(edits, "p"), time.Date(2026, 3, 14, 16, 0, 0, 0, time.Local).AddDate(0, 0, 1)
}

func TestTheHistoryOfACard(t *testing.T) {
	d := open(t, "p")
	events, now := history(t)
	d.press(w.T("history.name"))
	d.want("the history", "past p")
	d.look()
	if !d.says(w.T("history.busy")) {
		t.Error("nothing tells that it is being read")
	}
	d.Past(events, now)
	d.look()
	var said []string
	for _, text := range all[*kit.Text](d.paper) {
		said = append(said, text.Content())
	}
	want := []string{
		w.T("done.park"), "14:00 at the screen by the door",
		w.T("history.redo", w.T("edit.write")), "14:00 at an unknown screen",
		w.T("history.undo", w.T("edit.write")), "14:00 at an unknown screen",
		w.T("history.changed", "the process leader, the title"), "14:00 at an unknown screen",
		w.T("history.votes", 0, 2), "14 March 2026, 12:00 at the computer wall",
		w.T("history.wrote", "No bus"), "14 March 2026, 12:00 at this desk",
	}
	if at := slices.Index(said, want[0]); at < 0 || !slices.Equal(said[at:at+len(want)], want) {
		t.Errorf("tells %q, want %q", said, want)
	}
	d.press(w.T("history.name.desk"))
	d.want("a name for this desk", "name")
	d.press(w.T("history.name"))
	d.look()
	if d.says(w.T("done.park")) {
		t.Error("it is still told when it is folded")
	}
}

// While a round about the card goes on, its history tells as little of votes as the card.
func TestTheHistoryKeepsVotesFromSightInARound(t *testing.T) {
	d := open(t, "p")
	events, now := history(t)
	d.press(w.T("history.name"))
	d.Past(events, now)
	c, _ := d.board.Card("p")
	d.elsewhere(d.board.BeginRound("One", c.Stage, 3))
	if d.says(w.T("history.votes", 0, 2)) || !d.says(w.T("history.wrote", "No bus")) {
		t.Error("the history tells of votes, or of nothing")
	}
	round, _ := d.board.Voting()
	d.elsewhere(d.board.ShowRound(round.ID))
	if !d.says(w.T("history.votes", 0, 2)) {
		t.Error("the history keeps the votes to itself")
	}
}

// A card that much happened to does not make a sheet without an end.
func TestALongHistoryIsShownInParts(t *testing.T) {
	d := open(t, "p")
	events, now := history(t)
	d.press(w.T("history.name"))
	d.Past(slices.Repeat(events[:1], 150), now)
	count := func() (n int) {
		d.look()
		for _, text := range all[*kit.Text](d.paper) {
			if text.Content() == w.T("history.wrote", "No bus") {
				n++
			}
		}
		return n
	}
	if n := count(); n != 100 {
		t.Errorf("%d lines, want 100", n)
	}
	d.press(w.T("history.more"))
	if n := count(); n != 150 {
		t.Errorf("%d lines, want all", n)
	}
}
