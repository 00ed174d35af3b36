package ui

import (
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
)

// gallery names a folder that the pictures of the kit are written to: go test ./app/ui -run Gallery -gallery /tmp/pictures
var gallery = flag.String("gallery", "", "folder for pictures of the kit")

// newTestWindow returns a window of the program's theme that is drawn without a display.
func newTestWindow(t *testing.T, width, height float32) fyne.Window {
	t.Helper()
	fyne.CurrentApp().Settings().SetTheme(NewTheme(LookLight, TextNormal))
	w := test.NewWindow(nil)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	t.Cleanup(w.Close)
	return w
}

// drawWindow paints the window into the gallery folder, if one was asked for.
func drawWindow(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	if *gallery == "" {
		return
	}
	picture := w.Canvas().Capture()
	file, err := os.Create(filepath.Join(*gallery, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, picture); err != nil {
		t.Fatal(err)
	}
}

// sampleScreen is a Screen of a given content.
type sampleScreen struct {
	content fyne.CanvasObject
	keys    Keys
	shown   []app.Month
	left    int
	stay    bool
}

func (s *sampleScreen) Content() fyne.CanvasObject { return s.content }
func (s *sampleScreen) Show(m app.Month)           { s.shown = append(s.shown, m) }
func (s *sampleScreen) Keys() Keys                 { return s.keys }
func (s *sampleScreen) Help() string               { return "sample" }
func (s *sampleScreen) Leave(proceed func()) {
	s.left++
	if !s.stay {
		proceed()
	}
}

func sampleFrame(t *testing.T, w fyne.Window, screens map[string]Screen) *Frame {
	t.Helper()
	open := func(key string) func() Screen {
		return func() Screen {
			if s := screens[key]; s != nil {
				return s
			}
			return &sampleScreen{content: NewPage(key)}
		}
	}
	f := NewFrame(w, FrameOptions{
		Name: "Chi bộ Xưởng May 2", Organisation: "Công ty CP May Hưng Thịnh (dữ liệu mẫu)", Month: "2026-11",
		SearchHint: "Tìm người, văn bản… (Ctrl+F)",
		Places: []Place{
			{"overview", IconHome, "Tổng quan", open("overview")},
			{"members", IconMembers, "Đảng viên", open("members")},
			{"points", IconPoints, "Điểm sổ tay", open("points")},
			{"meeting", IconMeeting, "Sinh hoạt", open("meeting")},
			{"criteria", IconCriteria, "Tiêu chí", open("criteria")},
			{"reports", IconReports, "Báo cáo", open("reports")},
			{"handover", IconUSB, "Bàn giao USB", open("handover")},
		},
		Bottom: []Place{
			{"settings", IconSettings, "Cài đặt", open("settings")},
			{"help", IconHelp, "Trợ giúp", open("help")},
		},
	})
	f.SetSaved(time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC))
	f.SetBackup(time.Date(2026, 11, 20, 8, 10, 0, 0, time.UTC), nil)
	f.SetHandover("Bàn giao gần nhất: 30/10/2026, đã chấp nhận")
	return f
}

func TestGalleryFrame(t *testing.T) {
	for _, size := range []struct {
		name          string
		width, height float32
	}{{"1366", 1366, 768}, {"1093", 1093, 614}, {"911", 911, 512}} {
		w := newTestWindow(t, size.width, size.height)
		page := NewPage("Còn 4 việc trước ngày 30/11",
			NewButton("Nhập từ Excel", IconDownload, nil), NewButton("Xuất Excel", IconUpload, nil), NewPrimary("Thêm đảng viên", IconAdd, nil))
		page.SetBody(Grid(
			GridItem{Share: 2, Least: 500, Object: NewFlushCard("Việc tháng này", Row(14, Sized(150, 0, NewBar(0.2)), Second("Xong 1/5 việc")), Rows(
				NewLine(IconClock, ToneAmber, "Phùng Thị Thu Trang hết dự bị", "12/12/2026, còn 19 ngày", func() {}),
				NewLine(IconWarning, ToneError, "1 việc nghị quyết quá hạn", "Bùi Quang Huy, hạn 15/11/2026", func() {}),
				NewLine(IconBadge, ToneAmber, "Trịnh Thị Hòa đủ 30 năm tuổi Đảng", "Làm hồ sơ Huy hiệu cho đợt 03/02/2027", func() {}),
			))},
			GridItem{Share: 1, Least: 300, Object: NewCard("Trạng thái", Second("5 việc"), Column(10,
				Row(8, NewState(MeaningDone, "Xong"), NewState(MeaningDoing, "Đang làm"), NewState(MeaningError, "Lỗi")),
				Row(8, NewState(MeaningNot, "Chưa làm"), NewState(MeaningExempt, "Miễn"), NewState(MeaningReceived, "Đã nhận")),
				Row(8, NewState(MeaningReturned, "Trả lại"), NewState(MeaningLocked, "Đã khóa"), NewState(MeaningAuto, "tự tính")),
				NewField("Họ và tên", "Gõ họ và tên"), NewLink("Hiện", IconShow, nil),
				Paragraph(Span{Text: "Số CCCD có "}, Span{Text: "11 chữ số", Bold: true, Tone: ToneError}, Span{Text: ", cần 12 chữ số. Gõ lại cho đúng rồi ghi."}),
			))},
		))
		page.SetBar(NewActionBar(NewHint(IconShield, ToneSlate, Span{Text: "Chưa ghi gì vào sổ. ", Bold: true}, Span{Text: "Bỏ qua 3 dòng lỗi. Tự sao lưu trước khi ghi.", Tone: ToneSecond}),
			NewButton("Hủy", "", nil), NewPrimary("Ghi 21 dòng", IconTick, nil)))
		f := sampleFrame(t, w, map[string]Screen{"overview": &sampleScreen{content: page}})
		f.Open("overview")
		f.ShowNotice(MeaningError, "Chưa ghi được vào USB. Dữ liệu trong máy còn nguyên. Cắm lại USB rồi ghi lần nữa.", NewButton("Ghi lại", "", nil))
		drawWindow(t, w, "frame-"+size.name)
	}
}

func TestGalleryWidgets(t *testing.T) {
	for name, theme := range map[string]*Theme{"light": NewTheme(LookLight, TextNormal), "dark": NewTheme(LookDark, TextNormal), "large": NewTheme(LookLight, TextVeryLarge)} {
		w := newTestWindow(t, 1366, 768)
		fyne.CurrentApp().Settings().SetTheme(theme)
		stepper := NewStepper("Kiểm tra", "Chọn USB", "Ghi gói", "Rút USB")
		stepper.Set(2)
		page := NewPage("Bàn giao USB", stepper)
		page.SetSub("Báo cáo tháng 11/2026, hạn 30/11/2026")
		six := NewStepper("Chuẩn bị", "Điểm danh", "Nội dung", "Kết luận, nghị quyết", "Chấm điểm", "Biên bản")
		six.Set(2)
		segments := NewSegments(nil, Segment{"Tất cả", 24}, Segment{"Chính thức", 22}, Segment{"Dự bị", 2})
		choose := NewSelect("Trạng thái", "Mọi trạng thái", []string{"Đang sinh hoạt", "Miễn sinh hoạt"}, nil)
		choose.Choose(0)
		low := NewLowSelect("Chọn người", []string{"Phạm Đức Thắng", "Vũ Thị Thơm"}, nil)
		low.Choose(1)
		lowField := NewLowField("Gõ ý kiến, nhấn Enter để thêm")
		lowField.SetText("Thợ mới đạt 80% định mức.")
		checked := NewCheck("Nội dung sát thực tế", nil)
		checked.Set(true)
		checked.Right = Bold("3/3")
		open := NewCheck("Gửi tài liệu trước 1 ngày", nil)
		open.Right = Bold("0/2").Toned(ToneError)
		radio := NewRadioRow([]string{"Có", "Phép", "Không"}, nil)
		radio.Choose(1)
		date := NewDateField("Ngày sinh", "dd/mm/yyyy")
		date.SetDate("1986-06-12")
		wrong := NewField("Số CCCD", "12 chữ số")
		wrong.SetText("00108600123")
		wrong.SetError(app.NewError(app.CodeBadDate, "value", "31/02/1984"))
		area := NewArea("Ghi chú", "", 2)
		area.SetText("Mạng hỏng, gửi tài liệu trong ngày họp.")
		secret := NewPasswordField("Mật khẩu", "Ít nhất 12 ký tự")
		secret.SetText("bốn từ dễ nhớ")
		bar := NewBar(0.6)
		bar.Behind, bar.Marker, bar.Thick = 0.66, 0.85, 14
		tabs := NewTabs(nil, Tab{Text: "Tất cả 27", Icon: IconCriteria}, Tab{Text: "Mới 3", Icon: IconAdd, Tone: ToneGreen}, Tab{Text: "Thay đổi 18", Icon: IconEdit, Tone: ToneSlate}, Tab{Text: "Lỗi 3", Icon: IconWarning, Tone: ToneError})
		tabs.SetHint(NewWords(Span{Text: "Lỗi xếp trên cùng", Icon: IconUp, Tone: ToneSecond, Size: SizeSmall}))
		chosen := NewCountChoice(IconMembers, ToneSlate, "14", "chi bộ", nil)
		chosen.Choose(true)
		first := NewChoice(IconMembers, "Chi bộ mới", "Nhập tên chi bộ, danh sách đảng viên", nil)
		first.Choose(true)
		wait := NewWaitBar("Đang ghi", func() {})
		wait.SetProgress(12, 21)
		page.SetBody(Column(12,
			NewStrip(six), tabs,
			Row(10, chosen, NewCountChoice(IconDone, ToneGreen, "6", "chấp nhận", nil), NewCountChoice(IconReturn, ToneError, "1", "trả lại", nil), Stretch(wait)),
			Grid(
				GridItem{Share: 1, Least: 300, Object: NewCard("Ô nhập", nil, Column(10, date, wrong, choose, secret))},
				GridItem{Share: 1, Least: 300, Object: NewCard("Chọn", nil, Column(4, segments, checked, open, radio, TopRow(8, Limited(168, low), Stretch(lowField)), area, bar))},
				GridItem{Share: 1, Least: 300, Object: Column(10, first, Stretch(NewBox(NewEmpty("Chưa có đảng viên", NewButton("Nhập từ Excel", IconDownload, nil)))))},
			),
			KeyCaps(Cap{"Enter", "xuống ô dưới"}, Cap{"Tab", "sang tháng sau"}, Cap{"M", "miễn tính"}, Cap{"Ctrl+V", "dán cả cột"}, Cap{"Ctrl+Z", "hoàn tác"}),
		))
		f := sampleFrame(t, w, map[string]Screen{"handover": &sampleScreen{content: page}})
		f.Open("handover")
		drawWindow(t, w, "widgets-"+name)
	}
}
