import fc from "fast-check";
import type { DeploymentScope } from "../../../analysis/rollout/deployment-scope";
import { type DeployableStack, deploymentSteps } from "../../../analysis/rollout/deployment-steps";
import type { HumanGate } from "../../../analysis/rollout/human-gate";

const gate = (id: string, when: HumanGate["when"] = "before"): HumanGate => ({
  id,
  when,
  stands: "once",
  kind: "regions",
  regions: [],
});

const stack = (name: string, scope: DeploymentScope, after: readonly string[] = [], gates: readonly HumanGate[] = []): DeployableStack => ({
  name,
  scope,
  after,
  gates,
});

/** A stack waits for some of those before it in the list, so the list is in an order of deployment. */
const anyStacks = fc
  .array(
    fc.record({
      scope: fc.constantFrom<DeploymentScope>("bootstrap", "site-a", "site-b", "shared"),
      waits: fc.array(fc.nat(), { maxLength: 4 }),
      gates: fc.uniqueArray(fc.constantFrom(gate("image"), gate("ports"), gate("delegation", "during")), { maxLength: 2 }),
    }),
    { maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ scope, waits, gates }, place) =>
      stack(`stack-${place}`, scope, place === 0 ? [] : [...new Set(waits.map((wait) => `stack-${wait % place}`))], gates),
    ),
  );

const namesOf = (stacks: readonly DeployableStack[]): readonly string[] => stacks.map(({ name }) => name);

describe("whatever the stacks are", () => {
  test("each is in exactly one step", () => {
    fc.assert(
      fc.property(anyStacks, (stacks) => {
        expect(
          deploymentSteps(stacks)
            .flatMap((step) => namesOf(step.stacks))
            .toSorted(),
        ).toEqual([...namesOf(stacks)].toSorted());
      }),
    );
  });

  test("a step has stacks of its own scope only, so never of two sites", () => {
    fc.assert(
      fc.property(anyStacks, (stacks) => {
        for (const step of deploymentSteps(stacks)) expect(new Set(step.stacks.map(({ scope }) => scope))).toEqual(new Set([step.scope]));
      }),
    );
  });

  test("each stack comes after those it waits for", () => {
    fc.assert(
      fc.property(anyStacks, (stacks) => {
        const order = deploymentSteps(stacks).flatMap(({ stacks: taken }) => taken);
        for (const [place, { after }] of order.entries())
          expect(namesOf(order.slice(0, place))).toEqual(expect.arrayContaining([...after]));
      }),
    );
  });

  test("every gate of a stack stands before it, in its own step or an earlier one of its scope", () => {
    fc.assert(
      fc.property(anyStacks, (stacks) => {
        const steps = deploymentSteps(stacks);
        for (const [place, step] of steps.entries()) {
          const told = steps.slice(0, place + 1).filter(({ scope }) => scope === step.scope);
          const ids = told.flatMap(({ gates }) => gates.map(({ id }) => id));
          for (const { gates } of step.stacks) expect(ids).toEqual(expect.arrayContaining(gates.map(({ id }) => id)));
        }
      }),
    );
  });

  test("nobody is asked for the same twice in one scope", () => {
    fc.assert(
      fc.property(anyStacks, (stacks) => {
        const asked = deploymentSteps(stacks).flatMap(({ scope, gates }) => gates.map(({ id }) => `${scope} ${id}`));
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });
});

test("the sites take turns, and what is of both comes when neither gets further", () => {
  const steps = deploymentSteps([
    stack("bootstrap-x", "bootstrap"),
    stack("account", "shared", ["bootstrap-x"]),
    stack("site-a", "site-a", ["account"]),
    stack("site-b", "site-b", ["account"]),
    stack("ledger-01", "shared", ["site-a", "site-b"]),
    stack("cell-01-a", "site-a", ["ledger-01"]),
    stack("cell-01-b", "site-b", ["ledger-01"]),
  ]);
  expect(steps.map(({ stacks }) => namesOf(stacks))).toEqual([
    ["bootstrap-x"],
    ["account"],
    ["site-a"],
    ["site-b"],
    ["ledger-01"],
    ["cell-01-a"],
    ["cell-01-b"],
  ]);
});

test("what waits for people is left for later, as long as something else can be deployed", () => {
  const steps = deploymentSteps([
    stack("ports", "shared"),
    stack("links", "shared", ["ports"], [gate("ports")]),
    stack("shared", "shared", ["ports"]),
    stack("site-a", "site-a", ["shared"]),
  ]);
  expect(steps.map(({ stacks, gates }) => [namesOf(stacks), gates.map(({ id }) => id)])).toEqual([
    [["ports", "shared"], []],
    [["site-a"], []],
    [["links"], ["ports"]],
  ]);
});

test("what people do while Terraform waits for them holds nothing up", () => {
  const [step] = deploymentSteps([stack("account", "shared"), stack("names", "shared", ["account"], [gate("delegation", "during")])]);
  expect(namesOf(step?.stacks ?? [])).toEqual(["account", "names"]);
  expect(step?.gates.map(({ id }) => id)).toEqual(["delegation"]);
});

test("stacks that wait for each other, or for one that is not there, are an error that says so", () => {
  expect(() => deploymentSteps([stack("a", "shared", ["b"]), stack("b", "shared", ["a"])])).toThrow("stacks wait for each other");
});

test("what waits for ports comes last, since they take weeks", () => {
  const ports: HumanGate = { id: "ports-x", when: "before", stands: "once", kind: "ports", region: "r", location: "X", ports: [] };
  const steps = deploymentSteps([stack("links", "shared", [], [ports]), stack("traffic", "shared", [], [gate("ds-record")])]);
  expect(steps.map(({ stacks }) => namesOf(stacks))).toEqual([["traffic"], ["links"]]);
});
