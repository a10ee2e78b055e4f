import { type FlowsVerdict, judgeFlows } from "../../analysis/flows/permitted-flows";
import { nameCollisions } from "../../analysis/hygiene/name-collisions";
import { judgeSitesLiveAlone } from "../../analysis/independence/site-lives-alone";
import { judgeMirrors } from "../../analysis/mirror/mirror";
import { tracePayments } from "../../analysis/payment-trace/trace";
import { gatesOf } from "../../analysis/rollout/human-gates";
import { estateOf } from "../../synthesized/estate/estate";
import { isList, isObject } from "../../synthesized/json";
import { resourcesOf, type Template } from "../../synthesized/template";
import { southKorea } from "../south-korea";
import { synthesizedDeployment } from "../synthesized-deployment";
import { type Edits, edited, resourceNamed, setting } from "./edited-template";

const output = synthesizedDeployment(southKorea());
const templates = [...output.values()];
const at = (stack: string): Template => {
  const template = output.get(stack);
  if (template === undefined) throw new Error(`no stack ${stack}`);
  return template;
};

/** The output with one stack edited by hand. */
function withEdited(stack: string, edits: Edits): readonly Template[] {
  return templates.map((template) => (template.stack === stack ? edited(template, edits) : template));
}

function flowsOf(site: string, all: readonly Template[] = templates): FlowsVerdict {
  const template = all.find(({ stack }) => stack === site);
  if (template === undefined) throw new Error(`no stack ${site}`);
  return judgeFlows(estateOf(all), template);
}

const failed = ({ traces }: FlowsVerdict): readonly string[] =>
  traces.filter(({ verdict }) => verdict !== "met").map(({ flow, verdict }) => `${flow.name} ${verdict}`);

describe("two sites in one Region", () => {
  test("mirror each other", () => {
    expect(judgeMirrors(estateOf(templates)).map(({ stacks, verdict }) => `${stacks.a} ${stacks.b} ${verdict}`)).toEqual([
      "site-a site-b met",
      "cell-01-a cell-01-b met",
      "ledger-01-a ledger-01-b met",
    ]);
  });

  test("name nothing of each other", () => {
    expect(judgeSitesLiveAlone(estateOf(templates))).toMatchObject({ verdict: "met", findings: [] });
  });

  test.each(["site-a", "site-b"])("%s lets its declared flows pass over the peering, and nothing else", (site) => {
    expect(flowsOf(site)).toMatchObject({ verdict: "met", undeclared: [], idle: [], wide: [], misplaced: [], unread: [] });
  });

  test("have six complete ways for payments, to one ledger of each cell, and two for reconciliation", () => {
    expect(tracePayments(estateOf(templates))).toMatchObject({ verdict: "met", unread: [] });
    expect(tracePayments(estateOf(templates)).traces).toHaveLength(8);
  });
});

describe("no thing takes another's name in the one Region", () => {
  test("as it is synthesized", () => {
    expect(nameCollisions(estateOf(templates))).toEqual([]);
  });

  test("and a load balancer that does is told, with the one that has it", () => {
    const twins = resourceNamed(at("cell-01-a"), "aws_lb", "internet-front");
    const { address } = resourceNamed(at("cell-01-b"), "aws_lb", "internet-front");
    const name = twins.attributes["name"] ?? "";
    expect(nameCollisions(estateOf(withEdited("cell-01-b", { [address]: setting({ name }) })))).toEqual([
      {
        verdict: "notMet",
        stack: "cell-01-b",
        address,
        attribute: "name",
        expected: `a name of its own in ap-northeast-2: cell-01-a ${twins.address} has it too`,
        found: name,
      },
    ]);
  });
});

describe("the peering of the networks", () => {
  const route = resourceNamed(at("interconnect"), "aws_route", "peering_a-cde-1-to-twin").address;
  const connection = resourceNamed(at("interconnect"), "aws_vpc_peering_connection", "peering").address;

  test("without one of a's routes, a's flows with the twin fail from that zone, and nothing of b's", () => {
    const without = withEdited("interconnect", { [route]: () => undefined });
    expect(failed(flowsOf("site-a", without))).toEqual(["reconciliation-to-twin notMet", "reconciliation-from-twin notMet"]);
    expect(failed(flowsOf("site-b", without))).toEqual([]);
  });

  test("a route from a to all of b's addresses lets nobody reach more, and is told as wider than its flows", () => {
    const { verdict, wide } = flowsOf(
      "site-a",
      withEdited("interconnect", { [route]: setting({ destination_cidr_block: "10.64.0.0/16" }) }),
    );
    expect([verdict, wide.map(({ rule }) => rule)]).toEqual(["notMet", [route]]);
  });

  test("one that somebody else must accept lets nothing be said", () => {
    const waiting = withEdited("interconnect", { [connection]: setting({ auto_accept: false }) });
    expect(flowsOf("site-a", waiting).verdict).not.toBe("met");
    expect(flowsOf("site-a", waiting).unread.map(({ address }) => address)).toContain(`interconnect: ${connection}`);
  });

  test("to a network that is no site's lets nothing be said", () => {
    const elsewhere = withEdited("interconnect", { [connection]: setting({ peer_vpc_id: "vpc-0123456789abcdef0" }) });
    expect(flowsOf("site-a", elsewhere).verdict).not.toBe("met");
    expect(flowsOf("site-a", elsewhere).unread.map(({ address }) => address)).toContain(`interconnect: ${connection}`);
  });
});

describe("the one ledger", () => {
  const ledgerSteps = (all: readonly Template[]) =>
    tracePayments(estateOf(all))
      .traces.filter(({ path }) => path !== "reconciliation")
      .map(({ site, steps }) => `${site} ${steps.find(({ kind }) => kind === "ledger")?.state}`);

  test("is not one for both where the other site's door leads elsewhere", () => {
    const { address } = resourceNamed(at("ledger-01-b"), "aws_vpc_endpoint", "door");
    const apart = withEdited("ledger-01-b", { [address]: setting({ service_name: "com.amazonaws.ap-northeast-2.dsql-other" }) });
    expect([...new Set(ledgerSteps(apart))]).toEqual(["site-a missing", "site-b missing"]);
  });

  test("has no member, witness or key that could be copied elsewhere", () => {
    const [cluster] = resourcesOf(at("ledger-01"), "aws_dsql_cluster");
    expect(cluster?.attributes["multi_region_properties"]).toBeUndefined();
    const multiRegion = templates.flatMap((template) =>
      resourcesOf(template, "aws_kms_key").filter(({ attributes }) => attributes["multi_region"] === true),
    );
    expect(multiRegion).toEqual([]);
    const types = new Set(templates.flatMap(({ resources }) => resources.map(({ type }) => type)));
    expect([...types].filter((type) => type === "aws_kms_replica_key" || type === "aws_dsql_cluster_peering")).toEqual([]);
  });
});

describe("what people must do", () => {
  const gatesBefore = (stack: string) => gatesOf(estateOf(templates), at(stack));

  test("is asked for once where there is one ledger: the database role of both sites' services", () => {
    const [first, second] = ["cell-01-a", "cell-01-b"].map((stack) => gatesBefore(stack).find(({ kind }) => kind === "ledgerRole"));
    expect(first).toMatchObject({ region: "ap-northeast-2", ledger: "ledger-01" });
    expect(second).toBeUndefined();
  });

  test("is to have quotas raised for both sites, which are in one Region", () => {
    const gate = gatesBefore("cell-01-a").find(({ kind }) => kind === "quotas");
    expect(gate).toMatchObject({ quotas: [{ needed: 1600 }, { needed: 12_800 }, { needed: 80_000 }] });
  });
});

test("the Region, the ledger, the keys and the secret are declared as common causes", () => {
  const cutSetsOf = (stack: string): readonly string[] => {
    const evidence = at(stack).outputs["twinsite_evidence"];
    const cutSets = isObject(evidence) ? evidence["expectedCutSets"] : undefined;
    return (isList(cutSets) ? cutSets : []).map((cutSet) => {
      const members = isObject(cutSet) ? cutSet["members"] : undefined;
      return (isList(members) ? members : []).map(String).join(" ");
    });
  };
  expect(cutSetsOf("site-a")).toEqual(["ap-northeast-2", "site-a site-b"]);
  expect(cutSetsOf("shared")).toEqual(["ledger-fields", "pan-hashes", "clearing-credentials"]);
  expect(cutSetsOf("ledger-01").slice(0, 3)).toEqual(["ap-northeast-2", "ledger-01", "apne2-az1 apne2-az2"]);
  expect(cutSetsOf("ledger-01")).toHaveLength(8);
});
