package wording

import "strings"

// commands are what the commands of desk did, by their names in history, in lower case for the middle of a sentence.
var commands = map[string]string{
	"save settings":                   Mark("settings changed"),
	"save meeting":                    Mark("meeting changed"),
	"set mark":                        Mark("criterion marked"),
	"begin in mid-term":               Mark("start in the middle of the term"),
	"accept invitation":               Mark("invitation accepted"),
	"accept packets without findings": Mark("packets without findings accepted"),
	"add person":                      Mark("person added"),
	"name person":                     Mark("person renamed"),
	"remove person":                   Mark("person removed"),
	"anonymise member":                Mark("member made anonymous"),
	"attach file":                     Mark("file attached"),
	"detach file":                     Mark("attached file removed"),
	"change passphrase":               Mark("passphrase changed"),
	"renew recovery":                  Mark("recovery code renewed"),
	"confirm recovery":                Mark("recovery code noted"),
	"change secretary":                Mark("book handed to another secretary"),
	"close month":                     Mark("month closed"),
	"reopen month":                    Mark("month reopened"),
	"reports made":                    Mark("documents made"),
	"confirm committee":               Mark("committee's key compared"),
	"confirm key":                     Mark("cell's key compared"),
	"withdraw key":                    Mark("cell's key withdrawn"),
	"copy agenda":                     Mark("agenda taken over"),
	"copy plan":                       Mark("plan taken over"),
	"save plan":                       Mark("plan saved"),
	"delete from plan":                Mark("line of the plan deleted"),
	"correct meeting":                 Mark("minutes corrected"),
	"lock meeting":                    Mark("minutes locked"),
	"new meeting":                     Mark("meeting begun"),
	"import meeting":                  Mark("meeting imported"),
	"record upload":                   Mark("upload recorded"),
	"decide packet":                   Mark("packet decided"),
	"take decision back":              Mark("decision taken back"),
	"save conduct decision":           Mark("decision on conduct saved"),
	"delete conduct decision":         Mark("decision on conduct deleted"),
	"save initiative":                 Mark("initiative saved"),
	"delete initiative":               Mark("initiative deleted"),
	"save text block":                 Mark("phrase saved"),
	"delete text block":               Mark("phrase deleted"),
	"forget phrase":                   Mark("phrase forgotten"),
	"save agenda template":            Mark("agenda template saved"),
	"keep draft":                      Mark("draft kept"),
	"forget draft":                    Mark("draft dropped"),
	"draft framework":                 Mark("framework drafted"),
	"drop framework draft":            Mark("framework draft dropped"),
	"import framework":                Mark("framework imported"),
	"import framework table":          Mark("framework imported from a table"),
	"issue framework":                 Mark("framework issued"),
	"enter figures":                   Mark("figures entered by hand"),
	"import figures":                  Mark("figures imported"),
	"fill":                            Mark("figures filled in"),
	"hand over":                       Mark("month's packet handed over"),
	"hand up":                         Mark("roll-up handed up"),
	"hand up register":                Mark("register handed up"),
	"seal packet":                     Mark("packet sealed"),
	"seal roll-up":                    Mark("roll-up sealed"),
	"receive packet":                  Mark("cell's packet received"),
	"receive receipt":                 Mark("receipt received"),
	"receive framework":               Mark("framework received"),
	"receive notice":                  Mark("notice received"),
	"receive invitation":              Mark("invitation received"),
	"write receipt":                   Mark("receipt written"),
	"invite cell":                     Mark("cell invited"),
	"save cell":                       Mark("cell saved"),
	"new book":                        Mark("book made"),
	"open book":                       Mark("book opened"),
	"restore":                         Mark("backup restored"),
	"number document":                 Mark("document numbered"),
	"register document":               Mark("document registered"),
	"register":                        Mark("year's road registered"),
	"organisation event":              Mark("change of the organisation recorded"),
	"save organisation":               Mark("organisation saved"),
	"save layout":                     Mark("layout of documents saved"),
	"rebuild index":                   Mark("index rebuilt"),
	"throw index away":                Mark("index thrown away"),
	"set backup place":                Mark("second place of backups set"),
	"set rating round":                Mark("round of rating set"),
	"set rating details":              Mark("details of rating entered"),
	"rate vote":                       Mark("votes of the rating entered"),
	"rate":                            Mark("rating entered"),
	"set superior marks":              Mark("superior's marks entered"),
	"save member":                     Mark("member saved"),
	"recognise member":                Mark("recognised as official"),
	"change standing":                 Mark("standing changed"),
	"import members":                  Mark("list of members imported"),
	"save candidate":                  Mark("candidate saved"),
	"admit candidate":                 Mark("candidate admitted"),
	"set dues":                        Mark("dues entered"),
	"keep dues":                       Mark("register of dues turned on or off"),
	"answer reminder":                 Mark("reminder answered"),
	"show reminder again":             Mark("reminder shown again"),
	"set points":                      Mark("points entered"),
	"clear points":                    Mark("points cleared"),
	"import points":                   Mark("points imported"),
}

// CommandWords says what a command did, in lower case for the middle of a sentence: "chốt tháng". One that was taken back or made
// again is named like the command itself.
func CommandWords(command string) string {
	for _, word := range []string{"undo ", "redo "} {
		command = strings.TrimPrefix(command, word)
	}
	if words, known := commands[command]; known {
		return Text(words)
	}
	if strings.HasPrefix(command, "rate ") {
		return Text(commands["rate"])
	}
	return Text("the last change")
}

// historyWords says what a command did, as a line of its own: "Chốt tháng", "Hoàn tác: ghi điểm".
func historyWords(command string) string {
	words := CommandWords(command)
	switch {
	case words == Text("the last change"):
		return Text("Changed")
	case strings.HasPrefix(command, "undo "):
		return Text("Undone: {what}", "what", words)
	case strings.HasPrefix(command, "redo "):
		return Text("Done again: {what}", "what", words)
	}
	return capitalised(words)
}
