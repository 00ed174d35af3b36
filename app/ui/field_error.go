package ui

import "errors"

// errFieldEmpty marks a required field without text; its words belong to the field and need no name of it.
var errFieldEmpty = errors.New("required field is empty")
