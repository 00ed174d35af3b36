; The installer for one user: no administrator, nothing outside the user's own folders, the book is never touched.
; makensis gets: SOURCE (folder with the files), OUT (the installer), VERSION (0.1.0), ICON (file), KB (size of what is installed).
Unicode true
Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave off
!include MUI2.nsh
!include LogicLib.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\SoChiBo"

Name "Sổ Chi bộ"
BrandingText "Sổ Chi bộ ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\SoChiBo"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1066 "ProductName" "Sổ Chi bộ"
VIAddVersionKey /LANG=1066 "CompanyName" "The Sổ Chi bộ authors"
VIAddVersionKey /LANG=1066 "FileDescription" "Cài đặt Sổ Chi bộ"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "LegalCopyright" "Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEPAGE_TITLE "Cài đặt Sổ Chi bộ ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "Chương trình được cài cho riêng người dùng này, không cần quyền quản trị.$\r$\n$\r$\nNếu đang có bản cũ, bản mới thay bản cũ tại chỗ. Sổ và mật khẩu giữ nguyên."
!define MUI_FINISHPAGE_RUN "$INSTDIR\chibo.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Mở Sổ Chi bộ"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Chỉ gỡ chương trình. Sổ, bản sao lưu và khóa vẫn còn nguyên trên máy; cài lại là mở được ngay."
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

; A program that runs cannot be replaced or removed: wait until it is closed. Silent runs end with an error instead.
!macro WaitUntilClosed
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\chibo.exe"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\chibo.exe" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Sổ Chi bộ đang mở. Hãy đóng chương trình rồi bấm Thử lại." /SD IDCANCEL IDRETRY +2
    Abort
  ${Loop}
!macroend

Section
  !insertmacro WaitUntilClosed
  SetOutPath "$INSTDIR"
  File "${SOURCE}/chibo.exe"
  File "${SOURCE}/chiboctl.exe"
  File "${SOURCE}/DOC-TRUOC.txt"
  ; The second copy has a folder of its own, where a software opengl32.dll would not slow the first one down.
  SetOutPath "$INSTDIR\tuong-thich"
  CopyFiles /SILENT "$INSTDIR\chibo.exe" "$INSTDIR\tuong-thich\chibo.exe"
  File "${SOURCE}/tuong-thich/DOC-TRUOC.txt"
  SetOutPath "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\Sổ Chi bộ.lnk" "$INSTDIR\chibo.exe"
  CreateShortcut "$SMPROGRAMS\Sổ Chi bộ (chế độ tương thích).lnk" "$INSTDIR\tuong-thich\chibo.exe"
  WriteUninstaller "$INSTDIR\go-cai-dat.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Sổ Chi bộ"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Sổ Chi bộ authors"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\chibo.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\go-cai-dat.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\go-cai-dat.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KB}
SectionEnd

; Only what the installer put there goes, file by file; a folder goes only when it is empty. A book lies elsewhere, and one
; that somebody put in here stays.
Section Uninstall
  !insertmacro WaitUntilClosed
  Delete "$INSTDIR\tuong-thich\chibo.exe"
  Delete "$INSTDIR\tuong-thich\DOC-TRUOC.txt"
  RMDir "$INSTDIR\tuong-thich"
  Delete "$INSTDIR\chibo.exe"
  Delete "$INSTDIR\chiboctl.exe"
  Delete "$INSTDIR\DOC-TRUOC.txt"
  Delete "$INSTDIR\go-cai-dat.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Sổ Chi bộ.lnk"
  Delete "$SMPROGRAMS\Sổ Chi bộ (chế độ tương thích).lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
