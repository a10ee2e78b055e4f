import { judgeFlows } from "../../../../analysis/flows/permitted-flows";
import { estateOf } from "../../../../synthesized/estate/estate";
import type { Template } from "../../../../synthesized/template";
import { synthesizedSweden } from "../../../sample-output";
import { type Edit, edited, editingList, removed, replacingText, resourceNamed, setting } from "../../edited-template";

const templates = [...synthesizedSweden().values()];

function stack(name: string): Template {
  const found = templates.find((template) => template.stack === name);
  if (found === undefined) throw new Error(`${name} was not synthesized`);
  return found;
}

/** Flows of a site that are not called passing, with one resource of one stack edited. */
function notPassing(site: string, [name, type, start, edit]: readonly [string, string, string, Edit]): readonly string[] {
  const spoilt = edited(stack(name), { [resourceNamed(stack(name), type, start).address]: edit });
  const { traces } = judgeFlows(estateOf(templates.map((template) => (template.stack === name ? spoilt : template))), stack(site));
  return traces.flatMap(({ flow, verdict }) => (verdict === "met" ? [] : [`${flow.name} ${verdict}`]));
}

describe("a flow that leads to no listener is not called passing", () => {
  const twinListener = ["cell-01-b", "aws_lb_listener", "twin-front_listener"] as const;

  test("neither at the site that it ends at, nor at the one that it starts from", () => {
    expect(notPassing("site-a", [...twinListener, removed])).toEqual(["reconciliation-to-twin notMet"]);
    expect(notPassing("site-a", [...twinListener, setting({ port: 8445 })])).toEqual(["reconciliation-to-twin notMet"]);
    const inner = ["cell-01-a", "aws_lb_listener", "private-front_privateLine", removed] as const;
    expect(notPassing("site-a", inner)).toEqual([]);
    expect(notPassing("site-a", ["cell-01-a", "aws_lb_listener", "internet-front_health", removed])).toEqual(["health-checks notMet"]);
  });

  test("nor where the twin's addresses may change, or are none that the flow leads to", () => {
    const balancer = ["cell-01-b", "aws_lb", "twin-front"] as const;
    expect(notPassing("site-a", [...balancer, replacingText("private_ipv4_address", "any")])).toEqual(["reconciliation-to-twin notMet"]);
    expect(notPassing("site-a", [...balancer, replacingText("10.32.1.129", "10.99.1.129")])).toEqual(["reconciliation-to-twin notMet"]);
  });

  test("nor where no task is registered on its port, or no ledger has a door", () => {
    const behind = editingList("load_balancer", (groups) => groups.slice(0, 2));
    expect(notPassing("site-a", ["cell-01-a", "aws_ecs_service", "payment-service", behind])).toEqual(["reconciliation-to-service notMet"]);
    expect(notPassing("site-a", ["ledger-01-a", "aws_vpc_endpoint", "", removed])).toEqual(["service-to-ledger notMet"]);
  });

  test("nor where nobody is asked whether something listens: then it is undetermined", () => {
    const { traces } = judgeFlows(estateOf([stack("site-a"), stack("site-b"), stack("interconnect")]), stack("site-a"));
    const heard = traces.filter(({ verdict }) => verdict === "met").map(({ flow }) => flow.name);
    expect(heard).toEqual([
      "participant-names-udp",
      "participant-names-tcp",
      "service-to-aws",
      "service-to-clearing",
      "service-to-pin-hsm",
    ]);
    expect(new Set(traces.map(({ verdict }) => verdict))).toEqual(new Set(["met", "undetermined"]));
  });
});
