package ui

import "github.com/rymdport/portal/settings"

// still asks the desktop, through its portal, whether people want nothing to move: the
// portal's own setting, or what GNOME and KDE have for it. Where there is no portal,
// nobody said so.
// Source: xdg-desktop-portal, org.freedesktop.portal.Settings.
func still() bool {
	if v, err := settings.ReadOne("org.freedesktop.appearance", "reduced-motion"); err == nil {
		return v == uint32(1)
	}
	if v, err := settings.ReadOne("org.gnome.desktop.interface", "enable-animations"); err == nil {
		return v == false
	}
	v, err := settings.ReadOne("org.kde.kdeglobals.KDE", "AnimationDurationFactor")
	return err == nil && v == "0"
}
