package ui

// clipboardFormatText is CF_UNICODETEXT.
const clipboardFormatText = 13

var isClipboardFormatAvailable = user32.NewProc("IsClipboardFormatAvailable")

// clipboardHoldsText reports whether text lies on the clipboard; Windows tells it even while another program has the clipboard open.
func clipboardHoldsText() bool {
	there, _, _ := isClipboardFormatAvailable.Call(clipboardFormatText)
	return there != 0
}
