package store

import (
	"context"
	"io"
	"os"
	"testing"

	"sochibo/app"
)

func TestAFileThatIsTakenOffIsGone(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	ref := putFile(t, b, "bien-ban-ky.pdf", []byte("%PDF-1.7 bản ký"))
	owner := app.AttachmentOwner{Kind: app.OwnerMeeting, ID: "g1"}
	update(t, b, func(tx *Tx) error {
		return tx.PutAttachment(app.Attachment{FileID: ref.ID, Owner: owner, Note: "bản 1", AddedBy: "Bí thư", AddedAt: testTime})
	})
	view(t, b, func(tx *Tx) error {
		list, err := tx.Attachments(owner)
		if err != nil || len(list) != 1 || list[0].Name != ref.Name || list[0].SHA256 != ref.SHA256 || list[0].Size != ref.Size || list[0].Note != "bản 1" {
			t.Errorf("attached are %+v, %v", list, err)
		}
		if other, err := tx.Attachments(app.AttachmentOwner{Kind: app.OwnerMeeting, ID: "g2"}); err != nil || len(other) != 0 {
			t.Errorf("another meeting has %+v, %v", other, err)
		}
		return nil
	})
	content, err := b.OpenFile(context.Background(), ref.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadAll(content); err != nil {
		t.Error(err)
	}
	content.Close()
	update(t, b, func(tx *Tx) error { return tx.DropAttachment(ref.ID) })
	view(t, b, func(tx *Tx) error {
		list, err := tx.Attachments(owner)
		if err != nil || len(list) != 0 {
			t.Errorf("still attached: %+v, %v", list, err)
		}
		return nil
	})
	if err := b.Save(context.Background()); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(b.filePath(ref)); !os.IsNotExist(err) {
		t.Errorf("the content is still there: %v", err)
	}
	wantSound(t, b)
}

func TestAnAgendaTemplateComesBackAndCanBeGivenUp(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	items := []app.AgendaItem{{Kind: app.AgendaNews, Title: "Thời sự", Minutes: 20, Text: "Trong tỉnh, trong nước."}, {Kind: app.AgendaDiscussion, Title: "Thảo luận"}}
	for _, kept := range [][]app.AgendaItem{items, items[1:], nil} {
		update(t, b, func(tx *Tx) error { return tx.PutAgendaTemplate(app.RegularMeeting, kept) })
		view(t, b, func(tx *Tx) error {
			got, err := tx.AgendaTemplate(app.RegularMeeting)
			if err != nil || len(got) != len(kept) || len(got) > 0 && got[0].Title != kept[0].Title {
				t.Errorf("kept %+v, read %+v, %v", kept, got, err)
			}
			other, err := tx.AgendaTemplate(app.ThematicMeeting)
			if err != nil || len(other) != 0 {
				t.Errorf("the thematic meeting has %+v, %v", other, err)
			}
			return nil
		})
	}
}
