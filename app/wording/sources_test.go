package wording

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// sources is what the program's Go files ask of the translations: source texts and keys of errors, each with the place of one use.
type sources struct {
	texts  map[string]string
	errors map[string]string
}

var (
	sourcesOnce sync.Once
	sourcesRead *sources
	sourcesErr  error
)

func readSources(t *testing.T) *sources {
	t.Helper()
	sourcesOnce.Do(func() {
		sourcesRead = &sources{texts: map[string]string{}, errors: map[string]string{}}
		sourcesErr = filepath.WalkDir(filepath.Join("..", ".."), sourcesRead.visit)
	})
	if sourcesErr != nil {
		t.Fatal(sourcesErr)
	}
	return sourcesRead
}

func (s *sources) visit(path string, entry fs.DirEntry, err error) error {
	if err != nil {
		return err
	}
	if entry.IsDir() {
		if name := entry.Name(); name == "testdata" || name == "out" || name == "dist" || strings.HasPrefix(name, ".") && name != ".." {
			return filepath.SkipDir
		}
		return nil
	}
	if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
		return nil
	}
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	s.read(files, file)
	return nil
}

func (s *sources) read(files *token.FileSet, file *ast.File) {
	ast.Inspect(file, func(node ast.Node) bool {
		where := func() string { return files.Position(node.Pos()).String() }
		switch n := node.(type) {
		case *ast.CallExpr:
			s.call(n, where)
		case *ast.ValueSpec:
			s.codes(n, where)
		}
		return true
	})
}

// call notes wording.Text("…"), wording.Mark("…") and the values of NewError and WrapError that are written in words.
func (s *sources) call(call *ast.CallExpr, where func() string) {
	switch calledName(call.Fun) {
	case "wording.Text", "wording.Mark", "Mark":
		if text, ok := literal(call.Args[0]); ok && text != "" {
			s.texts[text] = where()
		}
	case "NewError", "app.NewError":
		s.failure(call.Args, where)
	case "WrapError", "app.WrapError":
		s.failure(call.Args[1:], where)
	}
}

func (s *sources) failure(args []ast.Expr, where func() string) {
	if code, ok := literal(args[0]); ok && code != "" {
		s.errors["error."+code] = where()
	}
	for i := 1; i+1 < len(args); i += 2 {
		name, _ := literal(args[i])
		value, ok := literal(args[i+1])
		if ok && (name == "field" || name == "what") {
			s.errors[name+"."+value] = where()
		}
	}
}

// codes notes the constants of type app.Code.
func (s *sources) codes(spec *ast.ValueSpec, where func() string) {
	for _, value := range spec.Values {
		typ := spec.Type
		if call, ok := value.(*ast.CallExpr); ok && len(call.Args) == 1 {
			typ, value = call.Fun, call.Args[0]
		}
		if name := calledName(typ); name != "Code" && name != "app.Code" {
			continue
		}
		if code, ok := literal(value); ok && code != "" {
			s.errors["error."+code] = where()
		}
	}
}

func calledName(expr ast.Expr) string {
	switch e := expr.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		if x, ok := e.X.(*ast.Ident); ok {
			return x.Name + "." + e.Sel.Name
		}
	}
	return ""
}

// literal returns the text of a string constant, also of one that is written in parts.
func literal(expr ast.Expr) (string, bool) {
	switch e := expr.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			return constant.StringVal(constant.MakeFromLiteral(e.Value, token.STRING, 0)), true
		}
	case *ast.BinaryExpr:
		left, ok1 := literal(e.X)
		right, ok2 := literal(e.Y)
		return left + right, ok1 && ok2 && e.Op == token.ADD
	case *ast.ParenExpr:
		return literal(e.X)
	}
	return "", false
}

func TestSourcesAreReadAsWritten(t *testing.T) {
	const program = `package p
const CodeTorn app.Code = "torn"
const CodeLent = app.Code("lent")
const other string = "other"
var a = wording.Text("Save " + "now")
var b = []string{wording.Mark("Later")}
var c = app.NewError("odd", "field", "born_on", "value", "x")
var d = app.WrapError(err, CodeTorn, "what", "member", "max", 3)
`
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, "p.go", program, 0)
	if err != nil {
		t.Fatal(err)
	}
	s := &sources{texts: map[string]string{}, errors: map[string]string{}}
	s.read(files, file)
	for _, key := range []string{"error.torn", "error.lent", "error.odd", "field.born_on", "what.member"} {
		if s.errors[key] == "" {
			t.Errorf("%q was not found", key)
		}
	}
	for _, text := range []string{"Save now", "Later"} {
		if s.texts[text] == "" {
			t.Errorf("%q was not found", text)
		}
	}
	if got := len(s.errors) + len(s.texts); got != 7 {
		t.Errorf("found %s things, want 7: %v %v", strconv.Itoa(got), s.errors, s.texts)
	}
}
