package ui

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	wtsapi32                      = windows.NewLazySystemDLL("wtsapi32.dll")
	querySessionInformation       = wtsapi32.NewProc("WTSQuerySessionInformationW")
	freeSessionMemory             = wtsapi32.NewProc("WTSFreeMemory")
	currentSession                = ^uintptr(0) // WTS_CURRENT_SESSION
	sessionInfoEx                 = uintptr(25) // WTSSessionInfoEx
	sessionStateLocked      int32 = 0           // WTS_SESSIONSTATE_LOCK, since Windows 8
)

// sessionInfo is the beginning of WTSINFOEXW with its level 1.
type sessionInfo struct {
	Level        uint32
	_            uint32 // the union is aligned to 8 bytes
	SessionID    uint32
	SessionState int32
	SessionFlags int32
}

// sessionIsLocked reports whether Windows itself is locked (Win+L, screen saver). Where it does not tell, it is not.
func sessionIsLocked() bool {
	if querySessionInformation.Find() != nil {
		return false
	}
	var info *sessionInfo
	var size uint32
	ok, _, _ := querySessionInformation.Call(0, currentSession, sessionInfoEx, uintptr(unsafe.Pointer(&info)), uintptr(unsafe.Pointer(&size)))
	if ok == 0 || info == nil {
		return false
	}
	defer freeSessionMemory.Call(uintptr(unsafe.Pointer(info)))
	return uintptr(size) >= unsafe.Sizeof(*info) && info.Level == 1 && info.SessionFlags == sessionStateLocked
}
