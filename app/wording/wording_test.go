package wording

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"sochibo/app"
)

// inLanguage runs a test in a language and goes back to Vietnamese.
func inLanguage(t *testing.T, lang string) {
	t.Helper()
	Use(lang)
	t.Cleanup(func() { Use(Vietnamese) })
}

func TestTextIsVietnameseUnlessEnglishIsChosen(t *testing.T) {
	if got := Text("Monday"); got != "Thứ Hai" {
		t.Errorf("before any choice: %q", got)
	}
	inLanguage(t, English)
	if got := Text("Monday"); got != "Monday" {
		t.Errorf("English: %q", got)
	}
	Use("fr")
	if got := Language(); got != Vietnamese {
		t.Errorf("an unknown language gives %q, want Vietnamese", got)
	}
}

func TestTextFillsPlaceholders(t *testing.T) {
	at := time.Date(2026, 11, 5, 14, 5, 0, 0, time.UTC)
	for _, c := range []struct {
		text  string
		pairs []any
		want  string
	}{
		{"Row {row} of {total}", []any{"row", 3, "total", 21}, "Row 3 of 21"},
		{"In {year}", []any{"year", 2026}, "In 2026"},
		{"{count:number} rows", []any{"count", 42000}, "42.000 rows"},
		{"{size:size}", []any{"size", int64(1887437)}, "1,8 MB"},
		{"{score} points", []any{"score", 89.95}, "89,95 points"},
		{"Month {month}", []any{"month", app.Month("2026-11")}, "Month 11/2026"},
		{"On {day}", []any{"day", app.Date("2026-11-05")}, "On 05/11/2026"},
		{"Saved {at:clock}", []any{"at", at}, "Saved 14:05"},
		{"Saved {at}", []any{"at", at}, "Saved 05/11/2026 14:05"},
		{"{a} and {b}", []any{"a", "{b}", "b", "x"}, "{b} and x"},
		{"Without {value}", nil, "Without {value}"},
		{"Odd {value}", []any{"value"}, "Odd {value}"},
	} {
		if got := fill(c.text, valuesOf(c.pairs)); got != c.want {
			t.Errorf("%q with %v gives %q, want %q", c.text, c.pairs, got, c.want)
		}
	}
}

func TestTextWithoutTranslationIsReportedAsMissing(t *testing.T) {
	const text = "Nobody has translated this"
	if got := Text(text); got != text {
		t.Errorf("got %q", got)
	}
	if got := strings.Join(Missing(), "\n"); !strings.Contains(got, text) {
		t.Errorf("Missing() does not name it: %q", got)
	}
}

func TestSentence(t *testing.T) {
	wrapped := fmt.Errorf("importing: %w", app.NewError(app.CodeBadDate, "value", "31/02/2026"))
	for _, c := range []struct {
		name string
		lang string
		err  error
		want string
	}{
		{"no error", Vietnamese, nil, ""},
		{"a code in the chain, with its value", Vietnamese, wrapped, "“31/02/2026” không phải là một ngày có thật. Nhập ngày theo dạng 05/11/2026."},
		{"the same in English", English, wrapped, "“31/02/2026” is not a date that exists. Write it like 05/11/2026."},
		{"a month is written in words", Vietnamese, app.NewError(app.CodeMonthClosed, "month", app.Month("2026-10")), "Tháng 10/2026 đã chốt nên số liệu không sửa được. Muốn sửa, mở lại tháng và ghi lý do."},
		{"a sentence begins with a capital", Vietnamese, app.NewError(app.CodeOutOfRange, "field", "điểm", "value", 101, "min", 0, "max", 100), "Điểm là 101, phải từ 0 đến 100. Sửa lại rồi ghi."},
		{"sizes are readable", English, app.NewError(app.CodeTooLarge, "path", "a.chibo", "limit", 64<<20), "The file a.chibo is too large, at most 64 MB. The book is safe. Choose a smaller file."},
		{"work that was stopped", English, fmt.Errorf("saving: %w", context.Canceled), "Stopped as you asked. Nothing was changed."},
		{"any other error", English, errors.New("index out of range"), "The program met an unexpected fault. What was saved is safe. Try again; if it stays, close and reopen the program and send the log file to your support."},
		{"a code nobody wrote a sentence for", English, app.NewError("unheard_of"), "The program met an unexpected fault. What was saved is safe. Try again; if it stays, close and reopen the program and send the log file to your support."},
	} {
		t.Run(c.name, func(t *testing.T) {
			inLanguage(t, c.lang)
			if got := Sentence(c.err); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestSentenceWritesFieldsInWords(t *testing.T) {
	c := &catalogue{lang: Vietnamese, texts: map[string]string{"field.born_on": "Ngày sinh"}}
	got := inWords(c, map[string]any{"field": "born_on", "value": "born_on"})
	if got["field"] != "Ngày sinh" || got["value"] != "born_on" {
		t.Errorf("got %v", got)
	}
}

// An officer of a committee who receives a stick reads these without help: what happened, what is safe, where to go on.
func TestAPacketThatIsNotTakenInSaysWhereItBelongs(t *testing.T) {
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"two cells have one code", app.NewError("cell_code_taken", "code", "CB001", "cell", "Chi bộ Xưởng May 2", "name", "Chi bộ Xưởng Sợi"),
			"Mã CB001 đã là của Chi bộ Xưởng May 2, không dùng cho Chi bộ Xưởng Sợi được. Sổ vẫn nguyên. Nếu là một chi bộ: vào Thư mời chi bộ, ghi thư mời cho Chi bộ Xưởng May 2 để họ mở rồi nộp lại. " +
				"Nếu là hai chi bộ: đặt mã khác cho Chi bộ Xưởng Sợi; chi bộ đã có sổ thì đổi mã trong Cài đặt rồi nộp lại."},
		{"sealed to another committee", app.NewError("packet_not_for_you"),
			"Không mở được gói: gói niêm phong cho nơi nhận khác, hoặc tệp đã hỏng. Sổ vẫn nguyên. Xem lại gói có đúng gửi đến đây không; nếu đúng, nhờ nơi gửi mở thư mời mới nhất của cấp ủy rồi ghi lại gói."},
		{"of a cell of another committee", app.NewError("packet_wrong_committee", "name", "Đảng ủy Khối các doanh nghiệp"),
			"Gói này gửi cho Đảng ủy Khối các doanh nghiệp, không phải gửi cho cấp ủy này. Gói chưa được nhận, sổ vẫn nguyên. Hãy chuyển gói cho Đảng ủy Khối các doanh nghiệp; " +
				"nếu chi bộ đã chuyển về đây, nhờ chi bộ mở thư mời của cấp ủy này rồi ghi lại gói."},
		{"a receipt in a committee's book", app.NewError("packet_direction", "packet", "receipt"),
			"Loại gói này (phản hồi của cấp ủy) không nhận ở sổ này. Sổ vẫn nguyên. Hãy mở đúng sổ: gói báo cáo nhận ở cấp ủy, các gói khác nhận ở chi bộ."},
		{"of a month to come", app.NewError("packet_future_month", "month", app.Month("2027-01"), "today", app.Date("2026-11-30")),
			"Gói ghi tháng 01/2027 nhưng hôm nay mới là 30/11/2026. Gói chưa được nhận, sổ vẫn nguyên. Hãy xem lại ngày giờ của máy này; nếu đúng, báo nơi gửi xem lại máy của họ."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Sentence(c.err); got != c.want {
				t.Errorf("it says\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestMergingRefusesAKeyWithTwoTexts(t *testing.T) {
	files := fstest.MapFS{
		"translations/vi/a.json": {Data: []byte(`{"Save": "Lưu", "Same": "Như nhau"}`)},
		"translations/vi/b.json": {Data: []byte(`{"Save": "Ghi", "Same": "Như nhau"}`)},
		"translations/en/a.json": {Data: []byte(`{"Save": ["Save"]}`)},
	}
	if _, err := readTexts(files, Vietnamese); err == nil || !strings.Contains(err.Error(), `"Save" differs`) {
		t.Errorf("two texts for one key: %v", err)
	}
	if _, err := readTexts(files, English); err == nil || !strings.Contains(err.Error(), "a.json") {
		t.Errorf("a file that is not flat: %v", err)
	}
}

func TestADifferenceOfTheRegistersSaysWhoHasWhatWithoutSignsThatFontsLack(t *testing.T) {
	d := app.RegisterDifference{Fault: app.RegisterDiffers, Fields: []app.Difference{{Kind: app.DiffField, Field: "fullName",
		Before: app.Figure{Text: "Mai Văn Chiên"}, After: app.Figure{Text: "Mai Văn Chiến"}}}}
	if got, want := RegisterDifference(d, ""), "họ và tên: sổ ghi Mai Văn Chiên, chi bộ ghi Mai Văn Chiến"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
