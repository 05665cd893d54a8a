package model

import (
	"errors"
	"testing"
)

func TestLogo(t *testing.T) {
	b := newBench(t)
	if _, has := b.Logo(); has {
		t.Error("a new race has a logo")
	}
	b.do(b.SetLogo(Picture{Data: []byte("one")}))
	second := b.do(b.SetLogo(Picture{Data: []byte("two")}))
	logo, _ := b.Logo()
	b.equal("the second", string(logo.Data), "two")
	b.do(b.Revert(second))
	logo, _ = b.Logo()
	b.equal("taken back", string(logo.Data), "one")
	b.do(b.RemoveLogo(), nil)
	if _, has := b.Logo(); has {
		t.Error("it is still there")
	}
	if _, err := b.SetLogo(Picture{Data: make([]byte, MaxPictureSize+1)}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a huge one: %v", err)
	}
}
