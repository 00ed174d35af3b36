package desk

import (
	"context"
	"errors"
	"slices"
	"time"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// ReadInvitation reads a committee's invitation and says whose it is; nothing is written.
// Errors: those of handover.Open, CodeNotInvitation, CodeBadData, those of app.ParseFramework.
func ReadInvitation(path string) (Invitation, app.CommitteeLink, error) {
	var invitation Invitation
	var link app.CommitteeLink
	data, err := handover.ReadFile(path)
	if err != nil {
		return invitation, link, err
	}
	packet, _, err := handover.Open(data)
	if err != nil {
		return invitation, link, err
	}
	return readInvitation(packet)
}

func readInvitation(packet *handover.Packet) (invitation Invitation, link app.CommitteeLink, err error) {
	m := packet.Manifest
	if m.Kind != handover.KindInvitation {
		return invitation, link, app.NewError(CodeNotInvitation)
	}
	if err := decodeData(packet.Data, &invitation); err != nil {
		return invitation, link, err
	}
	if invitation.CellID != m.Cell.ID || invitation.Code != m.Cell.Code {
		return invitation, link, app.NewError(CodeBadData)
	}
	for _, body := range invitation.Frameworks { // before anything is made with them
		if _, err := app.ParseFramework(body); err != nil {
			return invitation, link, err
		}
	}
	for _, deputy := range invitation.Deputies {
		if err := deputyKeys(deputy).Validate(); err != nil {
			return invitation, link, err
		}
	}
	invitedAt, err := time.Parse(time.RFC3339, m.Created)
	if err != nil {
		return invitation, link, app.NewError(CodeBadData)
	}
	link = app.CommitteeLink{Deputies: invitation.Deputies, InvitedAt: invitedAt, CommitteeID: m.Committee.ID, CommitteeName: m.Committee.Name, SigningKey: m.Sender.SigningKey,
		Recipient: m.Sender.Recipient, Fingerprint: m.Sender.Fingerprint(), CellID: invitation.CellID, CellCode: invitation.Code}
	return invitation, link, nil
}

// CodeInvitationOlder: the book has a newer invitation of the committee; Values: name.
const CodeInvitationOlder app.Code = "invitation_older"

// CodeNotInvitation: the packet is none that a cell begins with.
const CodeNotInvitation app.Code = "not_invitation"

// CreateFromInvitation makes a cell's book with the names, rules and frameworks of a committee's invitation.
// settings may hold what the invitation does not say; what the invitation says wins.
func CreateFromInvitation(ctx context.Context, dir string, start NewBook, invitationPath string, options ...Option) (*Desk, string, error) {
	invitation, link, err := ReadInvitation(invitationPath)
	if err != nil {
		return nil, "", err
	}
	start.Settings = invitedSettings(start.Settings, invitation)
	d, recovery, err := Create(ctx, dir, start, options...)
	if err != nil {
		return nil, "", err
	}
	if err := d.accept(ctx, invitation, link); err != nil {
		return nil, "", errors.Join(err, d.book.Unmake())
	}
	return d, recovery, nil
}

func invitedSettings(s app.Settings, i Invitation) app.Settings {
	s.Role, s.Code, s.Name, s.CellKind = app.CellBook, i.Code, i.Name, i.Kind
	s.Enterprise, s.SuperiorName, s.CommitteeName, s.PlaceName = i.Enterprise, i.SuperiorName, i.CommitteeName, i.PlaceName
	if len(i.Rules) > 0 {
		s.Rules = i.Rules
	}
	return s
}

// TakeInvitation links a book to a committee, or takes what its committee's renewed invitation brings. Errors: those of ReadInvitation,
// CodeInvitationOlder, handover.CodeOwn.
func (d *Desk) TakeInvitation(ctx context.Context, path string) error {
	invitation, link, err := ReadInvitation(path)
	if err != nil {
		return err
	}
	return d.accept(ctx, invitation, link)
}

func (d *Desk) accept(ctx context.Context, invitation Invitation, link app.CommitteeLink) error {
	return d.update(ctx, "accept invitation", func(tx *store.Tx) error { return d.takeInvitation(tx, invitation, link) })
}

func (d *Desk) takeInvitation(tx *store.Tx, invitation Invitation, link app.CommitteeLink) error {
	settings, err := tx.Settings()
	if err != nil {
		return err
	}
	if link.CommitteeID == settings.OrganisationID { // a committee's own invitation is no superior's
		return app.NewError(handover.CodeOwn)
	}
	known, err := tx.Link()
	if err != nil {
		return err
	}
	again := known != nil && known.CommitteeID == link.CommitteeID && committeeKeys(*known) == committeeKeys(link)
	if again && link.InvitedAt.Before(known.InvitedAt) { // a stick that lay about takes nothing back
		return app.NewError(CodeInvitationOlder, "name", link.CommitteeName)
	}
	settings.CommitteeName = link.CommitteeName
	if err := tx.PutSettings(settings); err != nil {
		return err
	}
	for _, body := range invitation.Frameworks {
		if err := d.takeFramework(tx, body); err != nil && app.CodeOf(err) != CodeFrameworkChanged {
			return err
		}
	}
	link.ReceivedOn = d.Today()
	if again {
		link.ConfirmedOn = known.ConfirmedOn // the same key need not be compared again
	}
	return tx.PutLink(link)
}

// EarlierTask is a task of a resolution from before the book began.
type EarlierTask struct {
	Title      string
	AssigneeID string
	AssignedOn app.Date
	DueOn      app.Date
}

// BeginMidTerm enters what a cell brings along that starts in mid-term: the last numbers used and the tasks that are open.
// Said again, it replaces the numbers and adds only the tasks that are not there yet.
func (d *Desk) BeginMidTerm(ctx context.Context, termFrom app.Date, used map[string]int, tasks []EarlierTask) error {
	return d.update(ctx, "begin in mid-term", func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CellBook)
		if err != nil {
			return err
		}
		if termFrom != "" {
			settings.TermFrom = termFrom
		}
		settings.UsedNumbers = used
		if err := checkSettings(settings); err != nil {
			return err
		}
		if err := tx.PutSettings(settings); err != nil {
			return err
		}
		known, err := tx.Tasks()
		if err != nil {
			return err
		}
		for i, t := range tasks {
			task := app.Task{ID: d.newID(), No: i + 1, Title: app.Clean(t.Title), AssigneeID: t.AssigneeID, AssignedOn: t.AssignedOn, DueOn: t.DueOn, State: app.TaskOpen}
			if err := errors.Join(task.Validate(), task.AssignedOn.Validate()); err != nil {
				return err
			}
			if slices.ContainsFunc(known, func(k app.Task) bool { return sameEarlierTask(k, task) }) {
				continue
			}
			if err := tx.PutTask(task); err != nil {
				return err
			}
		}
		return nil
	})
}

// sameEarlierTask reports whether a task of the book is the one from before it began.
func sameEarlierTask(known, task app.Task) bool {
	return known.MeetingID == "" && known.Title == task.Title && known.AssigneeID == task.AssigneeID && known.DueOn == task.DueOn
}
