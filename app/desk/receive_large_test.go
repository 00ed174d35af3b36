package desk_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sochibo/app/sheet"
)

// Content of more than a megabyte is not read ahead of its turn.
func TestAPacketWithAVeryLongRegisterIsTaken(t *testing.T) {
	t.Parallel()
	const members = 2000
	o := newOffice(t)
	var list strings.Builder
	list.WriteString("Họ và tên;Ngày sinh;Ngày kết nạp;Quê quán\n")
	for n := range members {
		fmt.Fprintf(&list, "Nguyễn %c%c%c;01/02/1980;03/02/2010;%s\n", 'A'+n/400, 'A'+n/20%20, 'a'+n%20, strings.Repeat("xã Phố Hiến ", 30))
	}
	path := filepath.Join(o.folder(), "danh-sach.csv")
	check(t, os.WriteFile(path, []byte(list.String()), 0o600))
	preview, err := o.cell.PreviewMembers(o.ctx, path, sheet.MemberOptions{}, nil)
	check(t, err)
	if preview.Counts.New != members {
		t.Fatalf("%+v, the first is %+v", preview.Counts, preview.Rows[0])
	}
	if n, err := o.cell.WriteMembers(o.ctx, preview, nil, nil); err != nil || n != members {
		t.Fatalf("%d members imported, %v", n, err)
	}
	packet, path := o.handIn(o.cell, "2026-09")
	if got := o.receive(o.committee, path); !got.Taken {
		t.Fatalf("got %s %s %v", got.Outcome, got.Reason, got.Values)
	}
	view, err := o.committee.Packet(o.ctx, packet.ID)
	check(t, err)
	content, err := json.Marshal(view.Content)
	check(t, err)
	if view.Packet.Summary.Members < members || len(content) < 1<<20 {
		t.Errorf("%d members in %d bytes", view.Packet.Summary.Members, len(content))
	}
}
