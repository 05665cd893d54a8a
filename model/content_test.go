package model

import (
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// several returns n different tags, names or links.
func several(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = "x" + strconv.Itoa(i)
	}
	return out
}

func TestContentIsCleaned(t *testing.T) {
	b := newBench(t)
	b.add(Product, "a", func(c *Card) {
		c.Tags = []string{" Café\n", "cafe", "", "räls", "rals", "RÄLS"}
		c.Links = []string{"example.org", "\x00", "example.org", "https://example.org "}
		c.Groups, c.Ticks = []ID{"g", "g", ""}, []ID{"novelty", "novelty"}
		c.ForWhom, c.Offer, c.Terms = " a\r\nb ", "\x07", "c\td"
		c.Into = "elsewhere"
	})
	got, _ := b.Card("a")
	want := Card{ID: "a", Rev: 1, Stage: Product, Title: "a", Tags: []string{"Café", "räls", "rals"},
		Links: []string{"example.org", "https://example.org"}, Groups: []ID{"g"}, Ticks: []ID{"novelty"},
		ForWhom: "a\nb", Terms: "c\td"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestContentThatDoesNotFit(t *testing.T) {
	b := newBench(t)
	line, text := strings.Repeat("x", MaxTitle+1), strings.Repeat("x", MaxText+1)
	ids := func(n int) (out []ID) {
		for _, s := range several(n) {
			out = append(out, ID(s))
		}
		return out
	}
	for name, c := range map[string]struct {
		card Card
		want error
	}{
		"most tags":      {Card{Tags: several(MaxTags)}, nil},
		"50 tags":        {Card{Tags: several(50)}, ErrTooMany},
		"a tag 50 times": {Card{Tags: slicesRepeat("x", 50)}, nil},
		"long tag":       {Card{Tags: []string{strings.Repeat("x", MaxTag+1)}}, ErrTooLong},
		"people":         {Card{Designers: several(MaxList + 1)}, ErrTooMany},
		"long name":      {Card{Designers: []string{line}}, ErrTooLong},
		"long leader":    {Card{Leader: line}, ErrTooLong},
		"links":          {Card{Links: several(MaxList + 1)}, ErrTooMany},
		"long link":      {Card{Links: []string{line}}, ErrTooLong},
		"groups":         {Card{Groups: ids(MaxList + 1)}, ErrTooMany},
		"ticks":          {Card{Ticks: ids(MaxList + 1)}, ErrTooMany},
		"for whom":       {Card{ForWhom: text}, ErrTooLong},
		"offer":          {Card{Offer: text}, ErrTooLong},
		"terms":          {Card{Terms: text}, ErrTooLong},
	} {
		c.card.Title, c.card.Stage = "a", Product
		_, err := b.Add(c.card, "")
		b.fails(name, err, c.want)
	}
}

func slicesRepeat(s string, n int) (out []string) {
	for range n {
		out = append(out, s)
	}
	return out
}

func TestWebAddress(t *testing.T) {
	for link, want := range map[string]string{
		"https://example.org/a?b#c": "https://example.org/a?b#c", "HTTP://example.org": "http://example.org",
		"example.org/å": "https://example.org/å", "example.org": "https://example.org",
		"http://example.org:8080/": "http://example.org:8080/",
		"":                         "", "se bilden": "", "example": "", "..": "", "javascript:alert(1)": "", "javascript://a.b/%0aalert(1)": "",
		"file:///etc/passwd": "", "mailto:a@example.org": "", "https://example.org/ a": "", "https://a@example.org": "",
		"c:\\a.exe": "", "//server.lan/a": "", "https:///a.b": "",
	} {
		got, ok := WebAddress(link)
		if ok != (want != "") || ok && got != want {
			t.Errorf("%q leads to %q, %v; want %q", link, got, ok, want)
		}
	}
}

// Each field that cannot be stored is named, with how much it has to lose.
func TestFaultsOfACard(t *testing.T) {
	c := Card{Title: " ", Leader: strings.Repeat("x", MaxTitle+3), Text: "fine", Tags: several(50),
		Links: []string{"fine", strings.Repeat("x", MaxTitle+1)}}
	want := []Fault{{Field: "title", Err: ErrNoTitle}, {"leader", ErrTooLong, MaxTitle, 3}, {"links", ErrTooLong, MaxTitle, 1},
		{"tags", ErrTooMany, MaxTags, 30}}
	if got := c.Faults(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := (Card{Title: "a"}).Faults(); got != nil {
		t.Errorf("a card that fits: %v", got)
	}
}
