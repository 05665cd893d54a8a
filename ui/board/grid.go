package board

import (
	"fyne.io/fyne/v2"

	"racedesk/ui/kit"
)

// A Grid places cards of one size in rows. With bands, every band begins a row.
type Grid struct {
	Columns int
	Cell    fyne.Size
	Gap     float32
	Bands   []Band  // from the top; of none, all cells lie in one
	Foot    float32 // where the last band ends
}

// A Band is a lane as one column has it. Its head is above its first row.
type Band struct {
	Top   float32 // of the first row
	Cells int
}

// bandHead is how high the head of a band is.
const bandHead float32 = 40

// At returns the place of the cell with this index.
func (g Grid) At(i int) fyne.Position {
	band, first := g.band(i)
	return g.in(band, i-first)
}

// in returns the place of a cell by its index in a band.
func (g Grid) in(band, i int) fyne.Position {
	col, row := i%g.Columns, i/g.Columns
	at := fyne.NewPos(float32(col)*(g.Cell.Width+g.Gap), float32(row)*(g.Cell.Height+g.Gap))
	if band < len(g.Bands) {
		at.Y += g.Bands[band].Top
	}
	return at
}

// band returns the band of a cell, and the index of that one's first cell.
func (g Grid) band(i int) (band, first int) {
	for band < len(g.Bands)-1 && i >= first+g.Bands[band].Cells {
		first += g.Bands[band].Cells
		band++
	}
	return band, first
}

// first is the index of a band's first cell.
func (g Grid) first(band int) (first int) {
	for i := range min(band, len(g.Bands)) {
		first += g.Bands[i].Cells
	}
	return first
}

// cells is how many cells lie in a band, of n in all.
func (g Grid) cells(band, n int) int {
	if band < len(g.Bands) {
		return g.Bands[band].Cells
	}
	return n
}

// Height is how much n cells take.
func (g Grid) Height(n int) float32 {
	if len(g.Bands) > 0 {
		return g.Foot
	}
	return g.rows(n)
}

// rows is how much n cells of one band take.
func (g Grid) rows(n int) float32 {
	rows := (n + g.Columns - 1) / g.Columns
	return float32(rows) * (g.Cell.Height + g.Gap)
}

// Band returns the band at a height; its head is a part of it.
func (g Grid) Band(y float32) (band int) {
	for band < len(g.Bands)-1 && y >= g.Bands[band+1].Top-bandHead {
		band++
	}
	return band
}

// Slot returns the index of the cell at a point, at least 0, and whether the
// point is on the cell rather than in the space around it. Behind the last cell of
// a band, it is the index of the next one there.
func (g Grid) Slot(p fyne.Position) (int, bool) {
	first, cells := 0, -1
	if len(g.Bands) > 0 {
		band := g.Band(p.Y)
		first, cells = g.first(band), g.Bands[band].Cells
		p.Y -= g.Bands[band].Top
	}
	if p.Y < 0 {
		return first, false
	}
	col := min(max(0, int(p.X/(g.Cell.Width+g.Gap))), g.Columns-1)
	row := int((p.Y + g.Gap) / (g.Cell.Height + g.Gap)) // the space above a row is that row's
	i := row*g.Columns + col
	if cells >= 0 && i >= cells {
		return first + cells, false
	}
	at := fyne.NewPos(float32(col)*(g.Cell.Width+g.Gap), float32(row)*(g.Cell.Height+g.Gap))
	return first + i, p.X >= at.X && p.X < at.X+g.Cell.Width && p.Y >= at.Y
}

// Seam is Slot for what may also go between the cells: a strip that a finger hits belongs to
// the space between two of them, with as much of either, but no more than the outer quarter.
func (g Grid) Seam(p fyne.Position) (int, bool) {
	slot, on := g.Slot(p)
	if !on {
		at := fyne.NewPos(p.X+g.Gap, p.Y) // the space behind a cell is the next one's
		if next, yes := g.Slot(at); yes && next == slot+1 {
			return next, false
		}
		return slot, false
	}
	at, strip := p.Subtract(g.At(slot)), max(0, (kit.Touch+kit.Unit-g.Gap)/2)
	x, y := min(strip, g.Cell.Width/4), min(strip, g.Cell.Height/4)
	switch {
	case at.Y >= g.Cell.Height-y:
		return g.below(slot), false
	case at.X >= g.Cell.Width-x && g.Columns > 1:
		return slot + 1, false
	}
	return slot, at.Y >= y && (at.X >= x || g.Columns == 1)
}

// below is the cell beneath another one, or the next behind the last of its band.
func (g Grid) below(slot int) int {
	if band, first := g.band(slot); band < len(g.Bands) {
		return min(slot+g.Columns, first+g.Bands[band].Cells)
	}
	return slot + g.Columns
}

// Between returns the cells, of n in all, from one height to another, and a row on
// either side: from first to before last.
func (g Grid) Between(from, height float32, n int) (first, last int) {
	high, base := g.Cell.Height+g.Gap, 0
	for band := range max(1, len(g.Bands)) {
		cells, y := g.cells(band, n), from
		if len(g.Bands) > 0 {
			y -= g.Bands[band].Top
		}
		top := int(y/high) - 1
		rows := int(height/high) + 4
		begin, end := max(0, top*g.Columns), min(cells, (top+rows)*g.Columns)
		if begin < end {
			if last == 0 {
				first = base + begin
			}
			last = base + end
		}
		base += cells
	}
	return first, last
}

// Step returns the cell, of n in all, in the row above or below, also of the next
// band that has one; the same cell where there is none.
func (g Grid) Step(i, rows, n int) int {
	band, first := g.band(i)
	at, cells := i-first, g.cells(band, n)
	to := at + rows*g.Columns
	switch {
	case to >= 0 && to < cells:
		return first + to
	case rows > 0 && at/g.Columns < (cells-1)/g.Columns:
		return first + cells - 1 // the last row is shorter
	}
	for band += rows; band >= 0 && band < len(g.Bands); band += rows {
		cells = g.Bands[band].Cells
		to = at % g.Columns
		if rows < 0 {
			to += max(0, cells-1) / g.Columns * g.Columns
		}
		if cells > 0 {
			return g.first(band) + min(to, cells-1)
		}
	}
	return i
}

// Edge says whether a cell, of n in all, is the outermost of its row.
func (g Grid) Edge(i, dx, n int) bool {
	band, first := g.band(i)
	at := i - first
	return dx < 0 && at%g.Columns == 0 || dx > 0 && (at%g.Columns == g.Columns-1 || at == g.cells(band, n)-1)
}
