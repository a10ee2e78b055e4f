import fc from "fast-check";
import { judgeBorders } from "../../analysis/borders/borders";
import { networkStacks } from "../../analysis/flows/network/network-stacks";
import { judgeFlows } from "../../analysis/flows/permitted-flows";
import { judgeHygiene } from "../../analysis/hygiene/output-hygiene";
import { judgeSitesLiveAlone } from "../../analysis/independence/site-lives-alone";
import { judgeMirrors } from "../../analysis/mirror/mirror";
import { tracePayments } from "../../analysis/payment-trace/trace";
import { scopesOf } from "../../analysis/rollout/deployment-scope";
import { gatesOf, switchStackOf } from "../../analysis/rollout/human-gates";
import { type Estate, estateOf } from "../../synthesized/estate/estate";
import type { Template } from "../../synthesized/template";
import { synthesizedSweden } from "../sample-output";
import { type Edit, edited, removed, replacingText, resourceNamed, setting } from "./edited-template";
import { renamedStacks } from "./renamed-stacks";

const stacks = [...synthesizedSweden().values()];

/** Sweden with one resource edited, so that something is wrong. */
function spoilt(name: string, type: string, start: string, edit: Edit): readonly Template[] {
  return stacks.map((template) =>
    template.stack === name ? edited(template, { [resourceNamed(template, type, start).address]: edit }) : template,
  );
}

const typeOf = (address: string): string =>
  address
    .replace(/^.*: /, "")
    .replace(/^resource\./, "")
    .split(".")[0] ?? "";

/** Every judgement's verdicts, with the types and attributes that they are about and no name. */
function verdictsOn(estate: Estate): readonly string[] {
  const flows = networkStacks(estate).map((site) => judgeFlows(estate, site));
  const found = [
    ...judgeMirrors(estate).map(
      ({ verdict, addresses, unexplained }) => `mirror ${verdict} ${addresses.onlyA.length} ${unexplained.length}`,
    ),
    ...flows.flatMap(({ verdict, traces, undeclared, misplaced, unread, idle, wide }) => [
      `flows ${verdict} ${undeclared.length} ${idle.length} ${wide.length}`,
      ...traces.map((trace) => `flow ${trace.flow.name} ${trace.verdict}`),
      ...[...misplaced, ...unread].map(({ address, attribute }) => `flows ${typeOf(address)} ${attribute}`),
    ]),
    ...judgeSitesLiveAlone(estate).findings.map(({ verdict, address, attribute }) => `alone ${verdict} ${typeOf(address)} ${attribute}`),
    ...tracePayments(estate).traces.flatMap(({ path, site, steps }) => steps.map(({ kind, state }) => `${path} ${site} ${kind} ${state}`)),
    ...judgeBorders(estate).borders.map(({ verdict, data, address, what }) => `border ${verdict} ${data} ${typeOf(address)} ${what}`),
    ...judgeHygiene(estate).findings.map(({ verdict, address, attribute }) => `hygiene ${verdict} ${typeOf(address)} ${attribute}`),
    ...scopesOf(estate).values(),
    ...estate.stacks.flatMap((stack) => gatesOf(estate, stack).map(({ id, kind }) => `gate ${id} ${kind}`)),
    `switches ${switchStackOf(estate) === undefined ? "none" : "some"}`,
  ];
  return found.toSorted();
}

test.each<[string, readonly Template[]]>([
  ["a sound deployment", stacks],
  ["a network that lets pass what nobody declared", spoilt("site-a", "aws_network_acl", "acls_data", setting({ egress: [] }))],
  [
    "a site that names the other",
    spoilt("cell-01-a", "aws_cloudwatch_log_group", "payment-service_service-log", setting({ tags: { note: "eu-central-1" } })),
  ],
  ["a payment without its listener", spoilt("cell-01-b", "aws_lb_listener", "private-front_fixed", removed)],
  ["a load balancer in another segment", spoilt("cell-01-a", "aws_ecs_service", "payment-service", replacingText("cde-1", "edge-1"))],
])("Other names of stacks, blocks and Name tags change no verdict on %s", (_, templates) => {
  const expected = verdictsOn(estateOf(templates));
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      expect(verdictsOn(estateOf(renamedStacks(templates, seed)))).toEqual(expected);
    }),
    { numRuns: 2 },
  );
});

test("What a stack is for is not guessed from its name, where its evidence does not say it", () => {
  const silent = stacks.map((template) => {
    const { evidence } = template;
    return evidence.kind === "read"
      ? { ...template, evidence: { kind: "read" as const, evidence: { ...evidence.evidence, role: undefined } } }
      : template;
  });
  const estate = estateOf(silent);
  expect([...scopesOf(estate)].filter(([stack, scope]) => stack.startsWith("bootstrap-") && scope === "bootstrap")).toEqual([]);
  // A network is judged all the same: evidence is a claim, and turns no judgement off.
  expect(networkStacks(estate).map(({ stack }) => stack)).toEqual(["site-a", "site-b"]);
});
