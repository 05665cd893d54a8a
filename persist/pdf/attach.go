package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	cpu "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/validate"

	"racedesk/model"
)

// mostDecoded bounds what a stream of an attached file may unpack to, in bytes.
const mostDecoded = 64 << 20

// A brought file is a PDF that somebody attached, of which pages are set on ours.
type brought struct {
	ctx   *cpu.Context
	boxes []pageBox
}

// A pageBox is what is seen of a page, and by how many degrees it is turned.
type pageBox struct {
	page  types.Dict
	attrs *cpu.InheritedPageAttrs
	seen  *types.Rectangle
	turn  int
}

// InspectFile reads a file as Inspect does. Of one that is too large, or is a pipe that
// might never end, nothing is read.
func InspectFile(path string) (data []byte, pages []model.Paper, err error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, nil, err
	case !info.Mode().IsRegular():
		return nil, nil, fmt.Errorf("read attachment %s: %w", path, model.ErrNoPDF)
	case info.Size() > model.MaxAttached:
		return nil, nil, fmt.Errorf("read attachment %s of %d bytes: %w", path, info.Size(), model.ErrHeavy)
	}
	file, err := os.Open(path) //nolint:gosec // the file that a person chose
	if err != nil {
		return nil, nil, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	return Inspect(file)
}

// Inspect reads a PDF that is to be attached, and returns the sizes of its pages. It
// returns model.ErrHeavy where the file is too large, model.ErrEncrypted, or
// model.ErrNoPDF where it is none, damaged, or has too many pages.
func Inspect(r io.Reader) (data []byte, pages []model.Paper, err error) {
	data, err = io.ReadAll(io.LimitReader(r, model.MaxAttached+1))
	if err != nil {
		return nil, nil, fmt.Errorf("read attachment: %w", err)
	}
	if len(data) > model.MaxAttached {
		return nil, nil, fmt.Errorf("read attachment: %w", model.ErrHeavy)
	}
	b, err := bring(data)
	if err != nil {
		return nil, nil, err
	}
	for i, box := range b.boxes {
		if _, err := b.content(box); err != nil {
			return nil, nil, fmt.Errorf("read page %d of attachment: %w: %w", i+1, model.ErrNoPDF, err)
		}
		pages = append(pages, box.size())
	}
	return data, pages, nil
}

// unread makes an error of a panic: what the reader of files was never tried with shall
// not end the program.
func unread(err *error) {
	if why := recover(); why != nil {
		*err = fmt.Errorf("read attachment: %w: %v", model.ErrNoPDF, why)
	}
}

// bring reads a file.
func bring(data []byte) (b *brought, err error) {
	defer unread(&err)
	cpu.ConfigPath = "disable" // it would make a folder for its settings
	conf := cpu.NewDefaultConfiguration()
	conf.ValidationMode, conf.Offline = cpu.ValidationRelaxed, true
	conf.Limits.MaxDecodeBytes, conf.Limits.MaxObjectCount, conf.Limits.MaxXRefEntries = mostDecoded, 1_000_000, 1_000_000
	ctx, err := pdfcpu.Read(bytes.NewReader(data), conf)
	switch {
	case errors.Is(err, pdfcpu.ErrWrongPassword), err == nil && ctx.Encrypt != nil:
		return nil, fmt.Errorf("read attachment: %w", model.ErrEncrypted)
	case err == nil:
		err = validate.XRefTable(ctx)
	}
	if err == nil && (ctx.PageCount < 1 || ctx.PageCount > model.MaxAttachedPages) {
		err = fmt.Errorf("%d pages", ctx.PageCount)
	}
	if err != nil {
		return nil, fmt.Errorf("read attachment: %w: %w", model.ErrNoPDF, err)
	}
	b = &brought{ctx: ctx}
	for n := range ctx.PageCount {
		page, _, attrs, err := ctx.PageDict(n+1, false)
		if err != nil {
			return nil, fmt.Errorf("read attachment: %w: %w", model.ErrNoPDF, err)
		}
		box := boxOf(page, attrs)
		if s := box.size(); !(s.Width >= 1 && s.Height >= 1 && s.Width < 1e5 && s.Height < 1e5) {
			return nil, fmt.Errorf("read attachment: %w: a page of %g × %g points", model.ErrNoPDF, s.Width, s.Height)
		}
		b.boxes = append(b.boxes, box)
	}
	return b, nil
}

// boxOf is what is seen of a page: its crop box within its media box.
func boxOf(page types.Dict, attrs *cpu.InheritedPageAttrs) pageBox {
	seen := attrs.MediaBox
	if seen == nil {
		seen = types.NewRectangle(0, 0, paperW, paperH)
	}
	if crop := attrs.CropBox; crop != nil {
		part := types.NewRectangle(max(seen.LL.X, crop.LL.X), max(seen.LL.Y, crop.LL.Y), min(seen.UR.X, crop.UR.X), min(seen.UR.Y, crop.UR.Y))
		if part.Width() > 0 && part.Height() > 0 {
			seen = part
		}
	}
	return pageBox{page, attrs, seen, ((attrs.Rotate % 360) + 360) % 360}
}

// size is how large the page is as it is seen.
func (p pageBox) size() model.Paper {
	if p.turn%180 == 90 {
		return model.Paper{Width: p.seen.Height(), Height: p.seen.Width()}
	}
	return model.Paper{Width: p.seen.Width(), Height: p.seen.Height()}
}

// upright is the matrix that turns what is seen of the page, and moves its lower
// left corner to the origin.
func (p pageBox) upright() []float64 {
	x, y, w, h := p.seen.LL.X, p.seen.LL.Y, p.seen.Width(), p.seen.Height()
	switch p.turn {
	case 90:
		return []float64{0, -1, 1, 0, -y, x + w}
	case 180:
		return []float64{-1, 0, 0, -1, x + w, y + h}
	case 270:
		return []float64{0, 1, -1, 0, y + h, -x}
	}
	return []float64{1, 0, 0, 1, -x, -y}
}

// content is what a page draws, unpacked.
func (b *brought) content(p pageBox) (data []byte, err error) {
	defer unread(&err)
	o, err := b.ctx.Dereference(p.page["Contents"])
	if err != nil {
		return nil, err
	}
	parts := types.Array{p.page["Contents"]}
	if several, is := o.(types.Array); is {
		parts = several
	}
	var out bytes.Buffer
	for _, part := range parts {
		if part == nil {
			continue
		}
		stream, _, err := b.ctx.DereferenceStreamDict(part)
		if err != nil || stream == nil {
			return nil, err
		}
		if err := stream.DecodeWithLimit(mostDecoded); err != nil {
			return nil, err
		}
		if out.Write(stream.Content); out.Len() > mostDecoded {
			return nil, fmt.Errorf("more than %d bytes", mostDecoded)
		}
		out.WriteByte('\n') // no word of it reaches over the parts
	}
	return out.Bytes(), nil
}
