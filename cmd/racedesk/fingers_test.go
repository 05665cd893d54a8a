package main

import (
	"slices"
	"strconv"
	"testing"

	"racedesk/model"
)

// height is where a thing is on the screen, from above.
func (w *window) height(kind, name, id string) int {
	_, y, _ := w.spot(kind, name, id)
	return y
}

// along presses where the pointer is and moves up or down, told in some steps.
func (w *window) along(rest string, by int) {
	w.t.Helper()
	w.act("mousedown", "1", "sleep", rest)
	for range 8 {
		w.act("mousemove_relative", "--", "0", strconv.Itoa(by/8), "sleep", "0.03")
	}
}

func TestSwipeGripAndLongPress(t *testing.T) {
	w := newWindow(t)
	w.open()
	problems := w.shown().open("problem")
	first := w.height("card", "problem", problems[4])
	w.point("card", "problem", problems[4])
	w.along("0", -160)
	w.act("mouseup", "1")
	w.until("a swipe scrolls the column", func() bool {
		y := w.height("card", "problem", problems[4])
		return y < first-60
	})
	if now := w.shown().open("problem"); !slices.Equal(now, problems) {
		t.Fatal("a swipe moved a card")
	}
	w.act("click", "5", "sleep", "0.2", "click", "--repeat", "20", "--delay", "20", "4")
	w.until("the wheel scrolls it back", func() bool { return w.height("card", "problem", problems[4]) == first })

	w.point("grip", "problem", problems[0])
	w.along("0", 320)
	w.act("sleep", "0.2", "mouseup", "1")
	w.until("the grip carries along the column", func() bool { return w.shown().open("problem")[0] != problems[0] })

	again := w.shown().open("problem")
	w.point("card", "problem", again[0])
	w.along("0.6", 320)
	w.act("sleep", "0.2", "mouseup", "1")
	w.until("so does a long press", func() bool { return w.shown().open("problem")[0] != again[0] })

	stays := w.shown().open("problem")
	w.point("card", "problem", stays[0])
	w.along("0.6", 320)
	w.act("key", "Escape")
	w.act("mousemove_relative", "--", "0", "8", "sleep", "0.1", "mouseup", "1")
	w.press("card", "problem", stays[1])
	w.until("Escape leaves all as it was", func() bool {
		return w.count("panel", "Klar") > 0 && slices.Equal(w.shown().open("problem"), stays)
	})
	w.close()
}

// Undo leads back to its card, which comes to lie where it was: others that are still on
// their way there are not in its place.
func TestUndoLeadsToItsCard(t *testing.T) {
	w := newWindow(t)
	w.open()
	problems := w.shown().open("problem")
	first, next := w.height("card", "problem", problems[0]), w.height("card", "problem", problems[5])
	w.press("card", "problem", problems[0])
	w.press("panel", "Parkera", "")
	w.until("it is parked", func() bool { return w.shown().card(problems[0]).Parked })
	w.point("card", "problem", problems[4])
	w.act("click", "--repeat", "40", "--delay", "10", "5")
	w.until("the column is at its end", func() bool { _, _, seen := w.spot("card", "problem", problems[4]); return !seen })
	w.tap("undo")
	w.until("it lies where it was, and the others too", func() bool {
		return w.height("card", "problem", problems[0]) == first && w.height("card", "problem", problems[5]) == next
	})
	w.close()
}

func TestKeysInAWindow(t *testing.T) {
	w := newWindow(t)
	w.open()
	start := w.shown()
	problem, project := start.open("problem")[0], start.open("project")[0]
	w.act("windowfocus", "--sync", w.id())
	w.act("key", "Down", "ctrl+Return", "Return")
	w.until("keys join", func() bool { return slices.Contains(w.shown().card(project).From, model.ID(problem)) })
	w.act("key", "ctrl+z")
	w.until("and take it back", func() bool { return !slices.Contains(w.shown().card(project).From, model.ID(problem)) })

	w.until("the board shows it again", func() bool { _, _, there := w.spot("card", "problem", problem); return there })
	second := w.shown().open("problem")[1]
	w.act("key", "Home", "ctrl+Right")
	w.until("keys move a card", func() bool { return w.shown().open("problem")[0] == second })
	w.act("key", "F1")
	w.until("F1 tells of the keys", func() bool { return w.count("panel", "Klar") == 1 })
	w.act("key", "Escape")
	w.until("Escape closes it", func() bool { return w.count("panel", "Klar") == 0 })
	w.act("key", "plus")
	w.until("plus is a vote", func() bool { return w.shown().card(problem).Votes == start.card(problem).Votes+1 })
	w.close()
}
