import { judgeBorders } from "../../analysis/borders/borders";
import { judgeFlows } from "../../analysis/flows/permitted-flows";
import { judgeSitesLiveAlone } from "../../analysis/independence/site-lives-alone";
import { tracePayments } from "../../analysis/payment-trace/trace";
import { type Estate, estateOf } from "../../synthesized/estate/estate";
import { stackNamed } from "../../synthesized/estate/stacks";
import { isObject, type JsonObject } from "../../synthesized/json";
import { parseTemplate, type Template } from "../../synthesized/template";
import { synthesizedSweden } from "../sample-output";
import { edited, resourceNamed, setting } from "./edited-template";

const stacks = synthesizedSweden();

function stack(name: string): Template {
  const found = stacks.get(name);
  if (found === undefined) throw new Error(`${name} was not synthesized`);
  return found;
}

const part = (template: Template, key: string): JsonObject => {
  const found = template.document[key];
  return isObject(found) ? found : {};
};
const ROUND = "${data.terraform_remote_state.round.outputs.round}";

/** A stack that reads another's state, and hands on what it reads there. */
function handingOn(template: Template, other: Template): Template {
  const states = part(template, "data")["terraform_remote_state"];
  const round = { backend: other.backend?.kind ?? "", config: other.backend?.settings ?? {} };
  const data = { ...part(template, "data"), terraform_remote_state: { ...(isObject(states) ? states : {}), round } };
  const output = { ...part(template, "output"), round: { value: ROUND } };
  return parseTemplate(JSON.stringify({ ...template.document, data, output }), template.stack);
}

/** Sweden, with a cell's load balancer in a subnet that two states say the other knows. */
function circularEstate(): Estate {
  const [site, cell] = [stack("site-a"), stack("cell-01-a")];
  const front = resourceNamed(cell, "aws_lb", "internet-front").address;
  const changed = [handingOn(site, cell), edited(handingOn(cell, site), { [front]: setting({ subnets: [ROUND] }) })];
  return estateOf([...stacks.values()].map((one) => changed.find((other) => other.stack === one.stack) ?? one));
}

describe("two states that hand on each other's output", () => {
  const estate = circularEstate();
  const site = stackNamed(estate, "site-a");
  if (site === undefined) throw new Error("no site-a");

  test("leave the flows undetermined, where what they hand on stands in the network", () => {
    const { verdict, unread } = judgeFlows(estate, site);
    expect(verdict).toBe("undetermined");
    expect(unread.map(({ address }) => address)).toContain(
      `cell-01-a: ${resourceNamed(stack("cell-01-a"), "aws_lb", "internet-front").address}`,
    );
  });

  test("leave it undetermined whether the sites live alone", () => {
    const { verdict, findings } = judgeSitesLiveAlone(estate);
    expect(verdict).toBe("undetermined");
    expect(findings.map(({ found }) => found)).toContainEqual(expect.stringMatching(/leads back to itself/));
  });

  test("end no other judgement early", () => {
    expect(tracePayments(estate).traces).toHaveLength(8);
    expect(judgeBorders(estate).borders.length).toBeGreaterThan(400);
  });
});
