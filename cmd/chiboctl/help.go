package main

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"sochibo/app/wording"
)

func isHelp(arg string) bool {
	return arg == "help" || arg == "-h" || arg == "--help" || arg == "-help"
}

// printOverview lists all commands.
func printOverview(out io.Writer) {
	fmt.Fprintln(out, wording.Text("chiboctl does the jobs of Sổ Chi bộ without a window."))
	fmt.Fprintln(out)
	fmt.Fprintln(out, wording.Text("Use: chiboctl COMMAND … --book FOLDER"))
	fmt.Fprintln(out)
	var rows [][]string
	for _, c := range commands() {
		rows = append(rows, []string{"  " + strings.TrimSpace(c.name+" "+c.args), wording.Text(c.summary)})
	}
	printTable(out, nil, rows)
	fmt.Fprintln(out)
	fmt.Fprintln(out, wording.Text("The passphrase comes from a prompt, from --passphrase-file or from CHIBO_PASSPHRASE, never from an argument."))
	fmt.Fprintln(out, wording.Text("Exit codes: 0 done, 1 the job failed, 2 wrong use or refused input (nothing was changed)."))
	fmt.Fprintln(out, wording.Text("chiboctl COMMAND --help tells a command's flags."))
}

// printHelp tells one command's flags.
func (c *call) printHelp() {
	fmt.Fprintf(c.out, "chiboctl %s\n\n%s\n\n", strings.TrimSpace(c.name+" "+c.command.args), wording.Text(c.summary))
	if c.note != "" {
		fmt.Fprintf(c.out, "%s\n\n", wording.Text(c.note))
	}
	var rows [][]string
	c.set.VisitAll(func(f *flag.Flag) {
		name := "  --" + f.Name
		if b, ok := f.Value.(interface{ IsBoolFlag() bool }); !ok || !b.IsBoolFlag() {
			name += " …"
		}
		usage := f.Usage
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" {
			usage += " (" + f.DefValue + ")"
		}
		rows = append(rows, []string{name, usage})
	})
	printTable(c.out, nil, rows)
}
