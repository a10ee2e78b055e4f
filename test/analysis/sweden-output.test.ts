import { judgeHygiene } from "../../analysis/hygiene/output-hygiene";
import { judgeMirror } from "../../analysis/mirror/mirror";
import { estateOf } from "../../synthesized/estate/estate";
import type { Template } from "../../synthesized/template";
import { synthesizedSweden } from "../sample-output";
import { swedenWithInternetPartner } from "../sweden";
import { synthesizedDeployment } from "../synthesized-deployment";
import { type Edits, edited, removed, replacingText, resourceNamed, setting } from "./edited-template";

const templates = synthesizedSweden();

function stack(name: string, stacks = templates): Template {
  const found = stacks.get(name);
  if (found === undefined) throw new Error(`${name} was not synthesized`);
  return found;
}

describe("the two sites of the Swedish deployment", () => {
  const [siteA, siteB] = [stack("site-a"), stack("site-b")];

  test("mirror each other: equal addresses, and only listed differences", () => {
    const { verdict, addresses, unexplained, listFaults, unread } = judgeMirror(siteA, siteB);
    expect({ verdict, onlyA: addresses.onlyA, onlyB: addresses.onlyB, unexplained, listFaults, unread }).toEqual({
      verdict: "met",
      onlyA: [],
      onlyB: [],
      unexplained: [],
      listFaults: [],
      unread: [],
    });
  });

  test("mirror each other with NAT gateways too", () => {
    const withPartner = synthesizedDeployment(swedenWithInternetPartner());
    expect(judgeMirror(stack("site-a", withPartner), stack("site-b", withPartner)).verdict).toBe("met");
  });

  const key = resourceNamed(siteB, "aws_kms_key", "logs-key").address;
  const subnet = resourceNamed(siteB, "aws_subnet", "network_cde-1").address;

  test.each<[string, Edits]>([
    ["a resource is gone", { [key]: removed }],
    ["a resource is new", { "aws_kms_key.more": setting({}) }],
    ["a setting differs", { [key]: setting({ enable_key_rotation: false }) }],
    ["a policy lets in someone else", { [key]: replacingText("twinsite-deployer", "anyone") }],
    ["a subnet has another's addresses", { [subnet]: setting({ cidr_block: "10.32.16.0/20" }) }],
    ["a subnet has the twin's addresses", { [subnet]: setting({ cidr_block: "10.16.0.0/20" }) }],
  ])("do not once %s", (_, edits) => {
    expect(judgeMirror(siteA, edited(siteB, edits)).verdict).toBe("notMet");
  });
});

describe("the output of the Swedish deployment", () => {
  const all = [...templates.values()];

  test("has nothing in it of its maker's machine", () => {
    expect(judgeHygiene(estateOf(all)).findings).toEqual([]);
  });
});
