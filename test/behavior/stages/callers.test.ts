import { describe, expect, it } from "vitest";
import { behaviorOf, cellsOf, OPERATIONS, packOf, unplacedIn } from "../harbour.js";

describe("a stage that only callers know", () => {
  it("is found through one caller and through several levels", async () => {
    expect(
      await cellsOf(`
func (h *Harbour) watch(ferry *Ferry) {
	switch ferry.Signal {
	case FerryDeparted:
		h.leave(ferry)
	case FerrySunk:
		h.lose(ferry)
	}
}
func (h *Harbour) leave(ferry *Ferry) { h.ReturnBerth(ferry) }
func (h *Harbour) lose(ferry *Ferry) { h.report(ferry) }
func (h *Harbour) report(ferry *Ferry) { finish(h, ferry, true) }
func finish(h *Harbour, ferry *Ferry, lost bool) { h.MoveBerth(ferry, "", "", lost) }
`),
    ).toEqual({ departed: "Return", sunk: "Move(true)" });
  });

  it("is found for each caller where several call", async () => {
    expect(
      await cellsOf(`
func (h *Harbour) watch(ferry *Ferry) {
	if ferry.Signal == FerryDeparted {
		h.end(ferry, false)
	}
}
func (h *Harbour) alarm(ferry *Ferry) {
	if ferry.Signal != FerrySunk {
		return
	}
	h.end(ferry, true)
}
func (h *Harbour) end(ferry *Ferry, lost bool) { h.MoveBerth(ferry, ferry.Wish, ferry.Home, lost) }
`),
    ).toEqual({ departed: "Move(false)", sunk: "Move(true)" });
  });

  it("is what the callee asks of the argument that the caller passes", async () => {
    expect(
      await cellsOf(`
func (h *Harbour) watch(ferry *Ferry) { h.on(ferry, ferry.Signal) }
func (h *Harbour) on(ferry *Ferry, signal Signal) {
	if signal == FerryDeparted {
		h.ReturnBerth(ferry)
	}
}
`),
    ).toEqual({ departed: "Return" });
  });

  it("is found when the caller hands the signal over as a constant", async () => {
    expect(
      await cellsOf(`
func (h *Harbour) storm(ferry *Ferry) {
	if ferry.IsSinking() {
		h.end(ferry, "lost")
	} else {
		h.end(ferry, "gone")
	}
}
func (h *Harbour) end(ferry *Ferry, how string) {
	if how == "lost" {
		h.ReturnBerth(ferry)
	}
}
`),
    ).toEqual({ sunk: "Return" });
  });

  it("is shown with the way it was found", async () => {
    const { stages } = await behaviorOf(`
func (h *Harbour) watch(ferry *Ferry) {
	if ferry.Signal == FerryDeparted {
		h.leave(ferry)
	}
}
func (h *Harbour) leave(ferry *Ferry) {
	h.ReturnBerth(ferry)
}
`);
    const [call] = stages[1]?.calls ?? [];
    expect([call?.call.function, call?.call.line, call?.call.confidence, call?.call.via]).toEqual([
      "leave",
      10,
      "derived",
      [{ file: "harbour/watch.go", line: 6, function: "watch" }],
    ]);
  });

  it("is found through calls of methods by the receiver's type, and through a field when one type has the method", async () => {
    expect(
      await cellsOf({
        "harbour/ops.go": OPERATIONS,
        "harbour/watch.go": `
func (p *Pier) watch(ferry *Ferry) {
	if ferry.Signal == FerryDeparted {
		p.clerk.leave(ferry)
	}
}
func (c *Clerk) leave(ferry *Ferry) { c.berths.ReturnBerth(ferry) }
`,
      }),
    ).toEqual({ departed: "Return" });
  });

  it("is unknown through a field when several types have the method", async () => {
    const source = `
func (p *Pier) watch(ferry *Ferry) {
	if ferry.Signal == FerryDeparted {
		p.clerk.leave(ferry)
	}
}
func (c *Clerk) leave(ferry *Ferry) { c.berths.ReturnBerth(ferry) }
func (g *Guest) leave(ferry *Ferry) {}
`;
    expect(await cellsOf(source)).toEqual({});
    expect(await unplacedIn(source)).toEqual(["leave: Return"]);
  });

  it("is found in closures, goroutines and deferred calls where they stand", async () => {
    expect(
      await cellsOf(`
func (h *Harbour) watch(ferry *Ferry) error {
	if ferry.Signal == FerryDeparted {
		return h.retry(func() error { return h.ReturnBerth(ferry) })
	}
	if ferry.Signal == FerrySunk {
		go func() {
			defer h.done()
			h.ReturnBerth(ferry)
		}()
	}
	if ferry.Signal == FerryArrived {
		defer h.AssignBerth(ferry, "", "")
	}
	return nil
}
`),
    ).toEqual({ arrived: "Assign", departed: "Return", sunk: "Return" });
  });

  it("does not treat a return inside a closure as the function's", async () => {
    expect(
      await cellsOf(`
func (h *Harbour) watch(ferry *Ferry) {
	h.each(func(f *Ferry) {
		if f.Signal == FerryDeparted {
			return
		}
	})
	if ferry.Signal != FerrySunk {
		h.log("fine")
	} else {
		h.ReturnBerth(ferry)
	}
}
`),
    ).toEqual({ sunk: "Return" });
  });

  it("is found through a method value that a handler is given", async () => {
    expect(
      await cellsOf(`
func (h *Harbour) watch(ferry *Ferry) {
	if ferry.Signal == FerryDeparted {
		h.queue.Run(h.leave)
	}
}
func (h *Harbour) leave(ferry *Ferry) { h.ReturnBerth(ferry) }
`),
    ).toEqual({ departed: "Return" });
  });

  it("is the key of a map of handlers", async () => {
    expect(
      await cellsOf(`
func (h *Harbour) watch(ferry *Ferry) {
	handlers := map[Signal]func(*Ferry) error{
		FerryArrived:  h.welcome,
		FerryDeparted: h.ReturnBerth,
	}
	handlers[ferry.Signal](ferry)
}
func (h *Harbour) welcome(ferry *Ferry) error { return h.AssignBerth(ferry, "", "") }
`),
    ).toEqual({ arrived: "Assign", departed: "Return" });
  });

  it("is unknown for an operation handed on as a value, which is said", async () => {
    const source = `
func (h *Harbour) watch(ferry *Ferry) { h.queue.Run(h.ReturnBerth) }
func (h *Harbour) later(ferry *Ferry) {
	leave := h.ReturnBerth
	leave(ferry)
}
`;
    expect(await cellsOf(source)).toEqual({});
    expect(await unplacedIn(source)).toEqual(["later: Return", "watch: Return"]);
  });

  it("is not looked for endlessly in functions that call each other", async () => {
    const source = `
func (h *Harbour) ping(ferry *Ferry) { h.pong(ferry) }
func (h *Harbour) pong(ferry *Ferry) {
	h.ping(ferry)
	h.ReturnBerth(ferry)
	h.pong(ferry)
}
`;
    expect(await unplacedIn(source)).toEqual(["pong: Return"]);
  });

  it("refines an operation by receiver: a namesake of another type is no operation", async () => {
    const strict = packOf(`
keys: { berth: { entry: '*.Plan["berth"]' } }
operations: { Return: { role: clean, functions: Harbour.ReturnBerth } }
stages: [departed]
triggers: [{ stage: departed, kind: signal, constant: FerryDeparted }]
`);
    const cells = await cellsOf(
      `
func (l *Library) ReturnBerth(ferry *Ferry) error { return nil }
func (c *Clerk) watch(ferry *Ferry, l *Library, h *Harbour) {
	if ferry.Signal == FerryDeparted {
		l.ReturnBerth(ferry)
		h.ReturnBerth(ferry)
		c.any.ReturnBerth(ferry)
	}
}
`,
      strict,
    );
    // What c.any is, is not shown: its name is the operation's, so it counts.
    expect(cells).toEqual({ departed: "Return → Return" });
  });
});
