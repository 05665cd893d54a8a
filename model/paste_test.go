package model_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"racedesk/model"
)

func TestReadPaste(t *testing.T) {
	for name, c := range map[string]struct {
		text        string
		titles      []string
		twice, long int
	}{
		"nothing":            {" \n\t\n", nil, 0, 0},
		"lines":              {"No bank\nNo bus \n\n  No shop", []string{"No bank", "No bus", "No shop"}, 0, 0},
		"of every system":    {"a\r\nb\rc\nd", []string{"a", "b", "c", "d"}, 0, 0},
		"bullets":            {"- a\n* b\n• c\n–\td\n-e\n—\n---", []string{"a", "b", "c", "d", "-e"}, 0, 0},
		"numbers":            {"1. a\n2) b\n(3) c\n10: d", []string{"a", "b", "c", "d"}, 0, 0},
		"letters":            {"a) one\nb) two", []string{"one", "two"}, 0, 0},
		"not all numbered":   {"3. try\nNo bank\n2013 was worse", []string{"3. try", "No bank", "2013 was worse"}, 0, 0},
		"a year is no sign":  {"2013 was bad\n2014 was worse", []string{"2013 was bad", "2014 was worse"}, 0, 0},
		"said twice":         {"No bank\n- no  BANK\nNo bus\nNo bank", []string{"No bank", "No bus"}, 2, 0},
		"å is not a":         {"Får\nFar", []string{"Får", "Far"}, 0, 0},
		"from a spreadsheet": {"a\tb\nc\td", []string{"a b", "c d"}, 0, 0},
		"too long":           {"a\n" + strings.Repeat("x", model.MaxTitle+1) + "\nb", []string{"a", "b"}, 0, 1},
		"not text":           {"a\x00\xff\nb", []string{"a\uFFFD", "b"}, 0, 0},
	} {
		p, err := model.ReadPaste(c.text)
		if err != nil || !slices.Equal(p.Titles, c.titles) || p.Twice != c.twice || p.Long != c.long {
			t.Errorf("%s: read %q, %d twice, %d too long (%v), want %q, %d and %d", name, p.Titles, p.Twice, p.Long, err, c.titles, c.twice, c.long)
		}
	}
}

func TestAPasteAsOneCard(t *testing.T) {
	p, err := model.ReadPaste("\n- No bank\n- the van comes on Tuesdays\n\nand stays an hour\n")
	if err != nil || p.Card.Title != "No bank" || p.Card.Text != "- the van comes on Tuesdays\n\nand stays an hour" {
		t.Errorf("read %+v (%v)", p.Card, err)
	}
}

func TestTooMuchToPaste(t *testing.T) {
	for name, text := range map[string]string{
		"lines": lines(100_000), "bytes": strings.Repeat("x", 10<<20), "just too many": lines(model.MaxLines + 1),
	} {
		if _, err := model.ReadPaste(text); !errors.Is(err, model.ErrTooMuch) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if p, err := model.ReadPaste(lines(model.MaxLines)); err != nil || len(p.Titles) != model.MaxLines {
		t.Errorf("the most: %d (%v)", len(p.Titles), err)
	}
}

func lines(n int) string {
	var all strings.Builder
	for i := range n {
		fmt.Fprintf(&all, "Problem %d of many\n", i)
	}
	return all.String()
}

func TestSeveral(t *testing.T) {
	for text, want := range map[string]bool{"": false, "a": false, "a\n": false, "\n\na\r\n": false, "a\nb": true, "a\rb": true, "a\n\nb": true} {
		if got := model.Several(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func FuzzReadPaste(f *testing.F) {
	f.Add("- a\n2. b")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := model.ReadPaste(text)
		if err != nil {
			return
		}
		for _, title := range p.Titles {
			if title == "" || !utf8.ValidString(title) || title != model.CleanLine(title) {
				t.Errorf("%q makes the title %q", text, title)
			}
		}
	})
}
