import { beforeAll, expect, test } from "vitest";
import { goFrontEnd } from "../../../src/languages/index.js";
import { TreeSitterOracle } from "./tree-sitter-oracle.js";

/** One of everything that tree-sitter and we both know, in the layout of gofmt. */
const program = `package port

import "fmt"

const (
	idle State = iota
	moving
)

var (
	ports      = map[string]*Port{"a": {name: "a"}, "b": {}}
	table      = [...]struct{ from, to int }{{1, 2}, {from: 3}}
	largest, _ = max(1, 2), func(p *Port) bool { return p.up && !p.moving }
)

type Port struct {
	name, node string
	options    map[string]string
	up, moving bool
}

type Mover[N comparable] interface {
	Move(node N) error
}

func (p *Port) Move(ctx context.Context, node string) (err error) {
	if p == nil || p.node == node && !p.moving {
		return nil
	} else if options, ok := p.options[node]; ok && len(options) > 0 {
		p.options[node] += "," + options[1:len(options)-1:4]
	} else {
		delete(p.options, node)
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("move %s: %v", p.name, r)
		}
	}()
	p.moves++
	p.left--
	return p.client.Ports(p.namespace).Update(ctx, &v1.Port{Meta: meta(p), Spec: v1.Spec{Node: node}})
}

func watch[E Event](ctx context.Context, events <-chan E, moved chan<- string) {
outer:
	for {
		select {
		case event, ok := <-events:
			if !ok {
				break outer
			}
			moved <- event.Name()
		case last = <-lasts:
		case <-ctx.Done():
			return
		default:
			continue outer
		}
	}
	for i := 0; i < 10; i++ {
		for _, port := range ports {
			go port.Move(ctx, nodes[i%len(nodes)])
		}
	}
	for key = range table {
	}
	for range 3 {
		goto end
	}
	for x := range iter.Filter[int](seq, func(n int) bool { return n&1 == 0 }) {
		use(x)
	}
end:
}

func classify(value any) (kind string) {
	switch v := value.(type) {
	case nil:
		kind = "nil"
	case *Port, []Port:
		return fmt.Sprint(v)
	case Mover[string]:
		kind = value.(Mover[string]).(fmt.Stringer).String()
	}
	switch n := len(kind); {
	case n > 10 && n < 20, n == 42:
		fallthrough
	case []byte(kind)[0] == 'a':
		kind = string([]rune{0x1F600, '\\n'}) + \`raw\`
	default:
		first, second := pair[int, string](1, "two")
		f := mapOver[string]
		use(f, first, second, (*Port)(nil), Pair[int]{1, 2}, []Pair[int]{{1, 2}}, interface{}(nil))
	}
	switch kind {
	case "nil":
	}
	{
		var inner, other = -1 << 3, ^*pointer
		use(inner, &other)
	}
	return
}

func assembly(größe int) (数 int)
`;

let oracle: TreeSitterOracle;
beforeAll(async () => {
  oracle = await TreeSitterOracle.load();
});

test("we cut where tree-sitter cuts", () => {
  const { pieces } = goFrontEnd.cut(Buffer.from(program));
  const offset = (bytes: number) => Buffer.from(program).toString("utf8", 0, bytes).length;
  expect(pieces.map(({ start, end }) => `${offset(start)}-${offset(end)}`)).toEqual(oracle.declarationsOf(program));
});

test("we see the statements and expressions that tree-sitter sees, where it sees them", () => {
  const bytes = Buffer.from(program);
  let agreed = 0;
  for (const { start, end, name } of goFrontEnd.cut(bytes).pieces) {
    const text = bytes.toString("utf8", start, end);
    const lowered = goFrontEnd.lower(text);
    const comparison = lowered.ok ? oracle.compare(text, lowered.declaration) : lowered;
    expect({ name, ...comparison }).toMatchObject({ name, missing: [], extra: [] });
    agreed += comparison !== null && "agreed" in comparison ? comparison.agreed : 0;
  }
  expect(agreed).toBe(134);
});

test("the oracle notices when trees differ", () => {
  const text = "func f() { a() }";
  const other = goFrontEnd.lower("func f() { aa() }");
  expect(other.ok && oracle.compare(text, other.declaration)).toEqual({
    missing: ["block 9-16", "call 11-14"],
    extra: ["block 9-17", "call 11-15"],
    agreed: 0,
  });
});
