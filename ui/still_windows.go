package ui

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// animated is SPI_GETCLIENTAREAANIMATION of SystemParametersInfoW.
const animated = 0x1042

// still asks Windows whether its own windows move: "Animation effects" in its settings.
func still() bool {
	on := int32(1)
	ask := windows.NewLazySystemDLL("user32.dll").NewProc("SystemParametersInfoW")
	done, _, _ := ask.Call(animated, 0, uintptr(unsafe.Pointer(&on)), 0)
	return done != 0 && on == 0
}
