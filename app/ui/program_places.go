package ui

import (
	"context"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// Keys of the places of the navigation.
const (
	placeOverview    = "overview"
	placeMembers     = "members"
	placePoints      = "points"
	placeMeeting     = "meeting"
	placeCriteria    = "criteria"
	placeRating      = "rating"
	placeReports     = "reports"
	placeHandover    = "handover"
	placeSettings    = "settings"
	placeHelp        = "help"
	placeMatrix      = "matrix"
	placeRollUp      = "roll-up"
	placeFrameworks  = "frameworks"
	placeInvitations = "invitations"
	placeNotices     = "notices"
)

func (p *Program) cellPlaces() []Place {
	return []Place{
		{Key: placeOverview, Icon: IconHome, Title: wording.Text("Overview"), Open: func() Screen { return newOverviewScreen(p) }},
		{Key: placeMembers, Icon: IconMembers, Title: wording.Text("Members"), Open: func() Screen { return newMembersScreen(p) }},
		{Key: placePoints, Icon: IconPoints, Title: wording.Text("Handbook points"), Open: func() Screen { return newPointsScreen(p) }},
		{Key: placeMeeting, Icon: IconMeeting, Title: wording.Text("Meeting"), Open: func() Screen { return newMeetingScreen(p) }},
		{Key: placeCriteria, Icon: IconCriteria, Title: wording.Text("Criteria"), Open: func() Screen { return newCriteriaScreen(p) }},
		{Key: placeRating, Icon: IconRating, Title: wording.Text("Emulation and rating"), Open: func() Screen { return newRatingScreen(p) }},
		{Key: placeReports, Icon: IconReports, Title: wording.Text("Reports"), Open: func() Screen { return newReportsScreen(p) }},
		{Key: placeHandover, Icon: IconUSB, Title: wording.Text("USB hand-over"), Open: func() Screen { return newHandoverScreen(p) }},
	}
}

func (p *Program) committeePlaces() []Place {
	return []Place{
		{Key: placeMatrix, Icon: IconInbox, Title: wording.Text("Cells"), Open: func() Screen { return newMatrixScreen(p) }},
		{Key: placeRollUp, Icon: IconReports, Title: wording.Text("Roll-up"), Open: func() Screen { return newRollUpScreen(p) }},
		{Key: placeFrameworks, Icon: IconCriteria, Title: wording.Text("Criteria frameworks"), Open: func() Screen { return newFrameworksScreen(p) }},
		{Key: placeInvitations, Icon: IconMail, Title: wording.Text("Invitations"), Open: func() Screen { return newInvitationsScreen(p) }},
		{Key: placeNotices, Icon: IconUpload, Title: wording.Text("Notices"), Open: func() Screen { return newNoticesScreen(p) }},
	}
}

func (p *Program) bottomPlaces() []Place {
	return []Place{
		{Key: placeSettings, Icon: IconSettings, Title: wording.Text("Settings"), Open: func() Screen { return newSettingsScreen(p) }},
		{Key: placeHelp, Icon: IconHelp, Title: wording.Text("Help"), Open: func() Screen { return newHelpScreen(p, "") }},
	}
}

func (p *Program) showHelp(page string) { p.frame.Show(newHelpScreen(p, page), placeHelp) }

// searchMembers finds members by name or number, without regard to accents.
func (p *Program) searchMembers(text string, show func([]Found)) {
	d, month := p.desk, p.frame.Month()
	Load(p.frame.Worker, "", func(ctx context.Context) ([]desk.MemberRow, error) { return d.Members(ctx, month) }, func(rows []desk.MemberRow) {
		var found []Found
		query, labels := app.Fold(text), listNames(rows)
		for _, row := range rows {
			if row.Matches(query) {
				found = append(found, Found{Icon: IconPerson, Title: labels[row.ID], Sub: postWords(row.Post), Open: func() { p.OpenMember(row.ID) }})
			}
		}
		show(found)
	})
}

// foundShown is how many cells a search lists; who looks for more types more.
const foundShown = 50

// searchCells finds cells by name or code.
func (p *Program) searchCells(text string, show func([]Found)) {
	d := p.desk
	Load(p.frame.Worker, "", d.Cells, func(cells []app.CellEntry) {
		var found []Found
		query := app.Fold(text)
		for _, cell := range cells {
			if len(found) < foundShown && matchesFolded(app.Fold(cell.Name+" "+cell.Code), query) {
				found = append(found, Found{Icon: IconMembers, Title: cell.Name, Sub: cell.Code, Open: func() {
					p.frame.SetSearch(cell.Code)
					p.frame.Open(placeMatrix)
				}})
			}
		}
		show(found)
	})
}
