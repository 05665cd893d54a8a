package pdf

import (
	"encoding/binary"
	"math"
)

// srgb is a colour profile of the sRGB space, made from the numbers of its
// standard (IEC 61966-2-1): the ink values of the report are meant in it. It is
// an ICC profile of version 2, a display's, by matrix and curve.
func srgb() []byte {
	curve := make([]byte, 0, 12+2*1024)
	curve = append(curve, "curv\x00\x00\x00\x00\x00\x00\x04\x00"...)
	for i := range 1024 {
		v := float64(i) / 1023
		linear := v / 12.92
		if v > 0.04045 {
			linear = math.Pow((v+0.055)/1.055, 2.4)
		}
		curve = binary.BigEndian.AppendUint16(curve, uint16(math.Round(linear*65535)))
	}
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", described("sRGB IEC61966-2.1")}, {"cprt", []byte("text\x00\x00\x00\x00No copyright, use freely\x00")},
		{"wtpt", xyz(0.9505, 1, 1.0891)},
		// The primaries, adapted to the white of print (D50) by Bradford's method.
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)}, {"gXYZ", xyz(0.38515, 0.71687, 0.09708)}, {"bXYZ", xyz(0.14307, 0.06061, 0.7141)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	be := binary.BigEndian
	table := be.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	begin := 128 + 4 + 12*len(tags)
	last := 0
	for i, t := range tags {
		if i == 0 || &t.data[0] != &tags[i-1].data[0] { // the three curves are one
			last = begin + len(data)
			data = append(data, t.data...)
			data = append(data, make([]byte, -len(data)&3)...)
		}
		table = append(table, t.name...)
		table = be.AppendUint32(be.AppendUint32(table, uint32(last)), uint32(len(t.data)))
	}
	head := make([]byte, 128)
	be.PutUint32(head, uint32(begin+len(data)))
	copy(head[8:], "\x02\x10\x00\x00mntrRGB XYZ \x07\xcf\x00\x06\x00\x03\x00\x00\x00\x00\x00\x00acsp")
	copy(head[68:], xyz(0.9642, 1, 0.8249)[8:]) // the white of print
	return append(append(head, table...), data...)
}

// xyz is a colour in the profile's own numbers of 16 bits behind the point.
func xyz(values ...float64) []byte {
	out := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range values {
		out = binary.BigEndian.AppendUint32(out, uint32(math.Round(v*65536)))
	}
	return out
}

// described names the profile in plain letters; its other two namings are empty.
func described(name string) []byte {
	out := append([]byte("desc\x00\x00\x00\x00"), 0, 0, 0, byte(len(name)+1))
	return append(append(out, name...), make([]byte, 1+4+4+2+1+67)...)
}
