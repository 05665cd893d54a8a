package model

import (
	"bytes"
	"encoding/json"
)

// DecodeChanges is json.Unmarshal of what EncodeChanges wrote. It reads each part of
// it once, since pictures are long: the history of a race is read when it opens.
func DecodeChanges(data []byte) ([]Change, error) {
	if changes, ok := readChanges(data); ok {
		return changes, nil
	}
	var changes []Change // anything else, package json reads, or says what is wrong
	if err := json.Unmarshal(data, &changes); err != nil {
		return nil, err
	}
	return changes, nil
}

func readChanges(data []byte) (changes []Change, ok bool) {
	r := reader{data}
	if !r.take("[") {
		return nil, false
	}
	changes = []Change{}
	for !r.take("]") {
		var c Change
		if len(changes) > 0 && !r.take(",") || !r.change(&c) {
			return nil, false
		}
		changes = append(changes, c)
	}
	return changes, len(r.rest) == 0
}

func (r *reader) change(c *Change) bool {
	var kind Kind
	return r.take(`{"kind":`) && read(r, &kind) &&
		(!r.take(`,"before":`) || r.entity(kind, &c.Before)) &&
		(!r.take(`,"after":`) || r.entity(kind, &c.After)) &&
		r.take("}") && (c.Before != nil || c.After != nil)
}

func (r *reader) entity(kind Kind, into *Entity) bool {
	end := objectEnd(r.rest)
	e, err := DecodeEntity(kind, r.rest[:end], 0)
	if err != nil {
		return false
	}
	*into, r.rest = e, r.rest[end:]
	return true
}

// objectEnd returns where the object ends that data begins with, if it is one, or 0.
func objectEnd(data []byte) int {
	depth := 0
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '{':
			depth++
		case '}':
			depth--
		case '"':
			n := textEnd(data[i+1:])
			if n == 0 {
				return 0
			}
			i += n
		}
		if depth == 0 {
			return i + 1
		}
	}
	return 0
}

// textEnd returns how long a text is with the quote that ends it, or 0.
func textEnd(data []byte) int {
	for at := 0; ; {
		n := bytes.IndexByte(data[at:], '"')
		if n < 0 {
			return 0
		}
		at += n + 1
		text, slashes := data[:at-1], 0
		for len(text) > slashes && text[len(text)-1-slashes] == '\\' {
			slashes++
		}
		if slashes%2 == 0 {
			return at
		}
	}
}
