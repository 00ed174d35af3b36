package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"sochibo/app"
	"sochibo/app/wording"
)

// Codes of wrong use.
const (
	codeUnknownCommand app.Code = "usage_command"   // Values: value
	codeUnknownFlag    app.Code = "usage_flag"      // a flag that the command does not know, or one without its value; Values: value
	codeFlagValue      app.Code = "usage_value"     // a value that the flag does not take; Values: flag, value
	codeMissingFlag    app.Code = "usage_missing"   // Values: flag
	codeMissingFile    app.Code = "usage_arguments" // Values: usage
)

// command is one thing that chiboctl does: "members import".
type command struct {
	name    string                                  // one or two words
	args    string                                  // what follows, as the help shows it
	summary string                                  // English source text
	note    string                                  // English source text: more for the command's own help
	setup   func(*call) func(context.Context) error // declares the flags and returns what is done with them
	least   int                                     // fewest arguments beside flags
	most    int                                     // most of them; -1: any number
}

// call is one use of a command.
type call struct {
	command
	set   *flag.FlagSet
	args  []string
	out   io.Writer
	errs  io.Writer
	json  bool
	book  bookFlags
	given map[string]*string
}

// commands lists everything that chiboctl does, in the order of the help.
func commands() []command {
	return slices.Concat(newCommands(), demoCommands(), memberCommands(), pointCommands(), meetingCommands(), criteriaCommands(), conductCommands(), ratingCommands(), candidateCommands(), duesCommands(),
		monthCommands(), reportCommands(), documentCommands(), handoverCommands(), inviteCommands(), keyCommands(), noticeCommands(), receiveCommands(), committeeCommands(), statusCommands(), backupCommands(), bookCommands(), personCommands(), journalCommands(), guideCommands())
}

// findCommand returns the command that arguments begin with, and the arguments after its name.
func findCommand(args []string) (command, []string, error) {
	for _, c := range commands() {
		words := strings.Fields(c.name)
		if len(args) >= len(words) && slices.Equal(args[:len(words)], words) {
			return c, args[len(words):], nil
		}
	}
	return command{}, nil, app.NewError(codeUnknownCommand, "value", strings.Join(args[:min(len(args), 2)], " "))
}

func (c command) run(ctx context.Context, args []string, out, errs io.Writer) error {
	use := &call{command: c, set: flag.NewFlagSet(c.name, flag.ContinueOnError), out: out, errs: errs, given: map[string]*string{}}
	use.set.SetOutput(io.Discard)
	use.set.Usage = func() {}
	use.set.BoolVar(&use.json, "json", false, wording.Text("print one JSON document"))
	use.set.String("lang", "", wording.Text("language of what is printed: vi or en"))
	do := c.setup(use)
	if slices.ContainsFunc(args, isHelp) {
		use.printHelp()
		return nil
	}
	if err := use.parse(args); err != nil {
		return err
	}
	if len(use.args) < c.least || c.most >= 0 && len(use.args) > c.most {
		return app.NewError(codeMissingFile, "usage", "chiboctl "+strings.TrimSpace(c.name+" "+c.args))
	}
	return do(ctx)
}

// parse reads flags and arguments in any order; after "--" all are arguments.
func (c *call) parse(args []string) error {
	args, last := cutAt(args, "--")
	for len(args) > 0 {
		if err := c.set.Parse(args); err != nil {
			return flagFault(err)
		}
		if c.set.NArg() == 0 {
			break
		}
		c.args = append(c.args, c.set.Arg(0))
		args = c.set.Args()[1:]
	}
	c.args = append(c.args, last...)
	return nil
}

func cutAt(args []string, mark string) (before, after []string) {
	if i := slices.Index(args, mark); i >= 0 {
		return args[:i], args[i+1:]
	}
	return args, nil
}

// flagFault puts the flag package's English into a code.
func flagFault(err error) error {
	text := err.Error()
	if value, rest, found := strings.Cut(strings.TrimPrefix(text, "invalid value "), " for flag "); found {
		name, _, _ := strings.Cut(rest, ":")
		return app.WrapError(err, codeFlagValue, "flag", "-"+name, "value", strings.Trim(value, `"`))
	}
	_, name, _ := strings.Cut(text, ": ")
	return app.WrapError(err, codeUnknownFlag, "value", name)
}

// text declares a flag that takes a text.
func (c *call) text(name, usage string) *string {
	value := c.set.String(name, "", usage)
	c.given[name] = value
	return value
}

// need returns codeMissingFlag for the first of the flags that was not given.
func (c *call) need(names ...string) error {
	for _, name := range names {
		if strings.TrimSpace(*c.given[name]) == "" {
			return app.NewError(codeMissingFlag, "flag", "--"+name)
		}
	}
	return nil
}

// month returns the month that a flag names.
func (c *call) month(name string) (app.Month, error) {
	if err := c.need(name); err != nil {
		return "", err
	}
	month := app.Month(strings.TrimSpace(*c.given[name]))
	return month, month.Validate()
}

// tell prints what was done: as JSON where that was asked for, else in words.
func (c *call) tell(value any, words string) error {
	if c.json {
		return c.printJSON(value)
	}
	c.say(words)
	return nil
}

// say prints a line for people; with --json nothing.
func (c *call) say(text string) {
	if !c.json {
		fmt.Fprintln(c.out, text)
	}
}
