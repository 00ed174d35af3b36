package app

// PersonRole is what somebody who opens the book is to the cell or committee.
type PersonRole string

// Roles of persons. They say who did what; they keep nobody from anything, because all open the same book.
const (
	RoleSecretary PersonRole = "secretary" // bí thư
	RoleDeputy    PersonRole = "deputy"    // phó bí thư
	RoleRecorder  PersonRole = "recorder"  // thư ký
	RoleOfficer   PersonRole = "officer"   // of a committee's office
)

// PersonRoles are all roles, in the order of lists.
var PersonRoles = []PersonRole{RoleSecretary, RoleDeputy, RoleRecorder, RoleOfficer}

// Person is somebody who opens the book with a passphrase of his own.
type Person struct {
	Key  string     `json:"key"` // name of his key file; "" for the main one
	Name string     `json:"name"`
	Role PersonRole `json:"role"`
}

// Validate returns CodeRequired without a name, CodeInvalid for a role that there is not.
func (p Person) Validate() error {
	if p.Name == "" {
		return NewError(CodeRequired, "field", "fullName")
	}
	for _, role := range PersonRoles {
		if p.Role == role {
			return nil
		}
	}
	return NewError(CodeInvalid, "field", "role", "value", string(p.Role))
}
