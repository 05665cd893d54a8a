package model

import (
	"encoding/base64"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Cards and links are nearly all of a race, so that how fast they are read is how
// fast a race opens. What json.Marshal makes of them is read here without the
// reflection of package json; anything else is left to that package, which is
// the one that says what is wrong.

// quick decodes with read, and with whole what read does not take.
func quick[E Entity](read func([]byte) (E, bool),
	whole func([]byte, int64) (Entity, error)) func([]byte, int64) (Entity, error) {
	return func(data []byte, rev int64) (Entity, error) {
		if e, ok := read(data); ok {
			return e.At(rev), nil
		}
		return whole(data, rev)
	}
}

func readCard(data []byte) (c Card, ok bool) {
	r := reader{data}
	ok = r.object(func(key []byte) bool {
		field, known := cardFields[string(key)]
		return known && field(&r, &c)
	})
	return c, ok
}

// cardFields reads each field of a card.
var cardFields = map[string]func(*reader, *Card) bool{
	"id":        func(r *reader, c *Card) bool { return read(r, &c.ID) },
	"stage":     func(r *reader, c *Card) bool { return read(r, &c.Stage) },
	"rank":      func(r *reader, c *Card) bool { return readNumber(r, &c.Rank) },
	"title":     func(r *reader, c *Card) bool { return read(r, &c.Title) },
	"text":      func(r *reader, c *Card) bool { return read(r, &c.Text) },
	"groups":    func(r *reader, c *Card) bool { return readList(r, &c.Groups) },
	"tags":      func(r *reader, c *Card) bool { return readList(r, &c.Tags) },
	"votes":     func(r *reader, c *Card) bool { return readNumber(r, &c.Votes) },
	"parked":    func(r *reader, c *Card) bool { c.Parked = r.take("true"); return c.Parked },
	"into":      func(r *reader, c *Card) bool { return read(r, &c.Into) },
	"leader":    func(r *reader, c *Card) bool { return read(r, &c.Leader) },
	"designers": func(r *reader, c *Card) bool { return readList(r, &c.Designers) },
	"forWhom":   func(r *reader, c *Card) bool { return read(r, &c.ForWhom) },
	"offer":     func(r *reader, c *Card) bool { return read(r, &c.Offer) },
	"terms":     func(r *reader, c *Card) bool { return read(r, &c.Terms) },
	"nextStep":  func(r *reader, c *Card) bool { return read(r, &c.NextStep) },
	"ticks":     func(r *reader, c *Card) bool { return readList(r, &c.Ticks) },
	"links":     func(r *reader, c *Card) bool { return readList(r, &c.Links) },
}

func readLink(data []byte) (l Link, ok bool) {
	r := reader{data}
	ok = r.object(func(key []byte) bool {
		switch string(key) {
		case "id":
			return read(&r, &l.ID)
		case "from":
			return read(&r, &l.From)
		case "to":
			return read(&r, &l.To)
		}
		return false
	})
	return l, ok
}

func readPicture(data []byte) (p Picture, ok bool) {
	r := reader{data}
	ok = r.object(func(key []byte) bool {
		switch string(key) {
		case "id":
			return read(&r, &p.ID)
		case "card":
			return read(&r, &p.Card)
		case "order":
			return readNumber(&r, &p.Order)
		case "width":
			return readNumber(&r, &p.Width)
		case "height":
			return readNumber(&r, &p.Height)
		case "data":
			return readBytes(&r, &p.Data)
		}
		return false
	})
	return p, ok
}

func readAttachment(data []byte) (a Attachment, ok bool) {
	r := reader{data}
	ok = r.object(func(key []byte) bool {
		switch string(key) {
		case "id":
			return read(&r, &a.ID)
		case "data":
			return readBytes(&r, &a.Data)
		}
		return false
	})
	return a, ok
}

// A reader takes JSON from its beginning. Every method says whether what it is
// for stood there.
type reader struct{ rest []byte }

// take passes over a piece of text.
func (r *reader) take(text string) bool {
	if len(r.rest) < len(text) || string(r.rest[:len(text)]) != text {
		return false
	}
	r.rest = r.rest[len(text):]
	return true
}

// object reads one object, which is all there is; value reads each key's value.
func (r *reader) object(value func(key []byte) bool) bool {
	if !r.take("{") {
		return false
	}
	for {
		key, plain, ok := r.token()
		if !ok || !plain || !r.take(":") || !value(key[1:len(key)-1]) {
			return false
		}
		if !r.take(",") {
			return r.take("}") && len(r.rest) == 0
		}
	}
}

// token takes a text with its quotes and says whether it stands for itself.
func (r *reader) token() (text []byte, plain, ok bool) {
	if len(r.rest) == 0 || r.rest[0] != '"' {
		return nil, false, false
	}
	plain = true
	for i := 1; i < len(r.rest); i++ {
		switch c := r.rest[i]; {
		case c == '"':
			text, r.rest = r.rest[:i+1], r.rest[i+1:]
			return text, plain && utf8.Valid(text), true
		case c == '\\':
			plain = false
			i++
		case c < ' ':
			return nil, false, false
		}
	}
	return nil, false, false
}

func read[S ~string](r *reader, into *S) bool {
	text, plain, ok := r.token()
	if !ok {
		return false
	}
	text = text[1 : len(text)-1]
	if plain {
		*into = S(text)
		return true
	}
	whole, ok := unescape(text)
	*into = S(whole)
	return ok
}

// escapes are what stands for one byte after a backslash.
var escapes = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// unescape returns what a text with backslashes stands for. Halves of characters
// are left to package json, as is what is no UTF-8.
func unescape(text []byte) (string, bool) {
	var out strings.Builder
	out.Grow(len(text))
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] != '\\':
			out.WriteByte(text[i])
		case i+1 < len(text) && escapes[text[i+1]] != 0:
			i++
			out.WriteByte(escapes[text[i]])
		case i+5 < len(text) && text[i+1] == 'u':
			r, err := strconv.ParseUint(string(text[i+2:i+6]), 16, 16)
			if err != nil || utf16.IsSurrogate(rune(r)) {
				return "", false
			}
			out.WriteRune(rune(r))
			i += 5
		default:
			return "", false
		}
	}
	return out.String(), utf8.ValidString(out.String())
}

// readBytes reads the base64 in which JSON has bytes.
func readBytes(r *reader, into *[]byte) bool {
	text, plain, ok := r.token()
	if !ok || !plain {
		return false
	}
	data, err := base64.StdEncoding.AppendDecode([]byte{}, text[1:len(text)-1])
	*into = data
	return err == nil
}

func readList[S ~string](r *reader, into *[]S) bool {
	if !r.take("[") {
		return false
	}
	list := []S{}
	for !r.take("]") {
		var s S
		if len(list) > 0 && !r.take(",") || !read(r, &s) {
			return false
		}
		list = append(list, s)
	}
	*into = list
	return true
}

func readNumber[N ~int | ~int64](r *reader, into *N) bool {
	n, ok := r.number()
	*into = N(n)
	return ok
}

func (r *reader) number() (int64, bool) {
	i := 0
	for i < len(r.rest) && (r.rest[i] == '-' || '0' <= r.rest[i] && r.rest[i] <= '9') {
		i++
	}
	n, err := strconv.ParseInt(string(r.rest[:i]), 10, 64)
	if err != nil || strconv.FormatInt(n, 10) != string(r.rest[:i]) {
		return 0, false // such as 007, which is no number of JSON's
	}
	r.rest = r.rest[i:]
	return n, true
}
