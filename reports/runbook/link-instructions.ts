import type { GateOf } from "../../analysis/rollout/human-gate";
import { type Act, act, type Instructions, terraformIn } from "./instructions";

export function portsInstructions({ region, location, ports }: GateOf<"ports">): Instructions {
  return {
    title: `Have the ports at ${location} connected`,
    acts: [
      act(
        "Weeks. AWS names the ports within 72 business hours, and may ask by mail; look for the mail, an answer that takes more " +
          "than 7 days deletes the order. Then fetch each port's letter of authorization and give it to the building's operator " +
          "and the carrier, who make the cross connect:",
        connections(region, location, "connectionName,connectionId,connectionState"),
        `aws directconnect describe-loa --region ${region} --connection-id dxcon-ID --query loaContent --output text | base64 -d > loa.pdf`,
      ),
      act(`The first command says available for ${ports.join(" and ")}, and there is light in range on every lane.`),
    ],
    runbook: "docs/runbooks/macsec.md",
  };
}

export function macsecInstructions({ region, stacks, awaited, keyed }: GateOf<"macsecKeys">, output: string): Instructions {
  return {
    title: "Put the first MACsec keys in, by the AWS CLI",
    acts: [
      act(
        "Two people, for each port that has none yet: docs/runbooks/macsec.md, steps 5 to 7. The key is in no state file, and " +
          `its secret's ARN goes into the deployment file. Then synthesize again and deploy ${stacks.ports} again.`,
      ),
      ...awaitedActs(awaited),
      ...keyedActs(keyed, { links: stacks.links, output }),
      act(
        "Every port that has a key says Encryption Up. Do not go on before: a port that does not encrypt carries nothing.",
        `aws directconnect describe-connections --region ${region} --query 'connections[].[connectionName,portEncryptionStatus]' --output text`,
      ),
    ],
    runbook: "docs/runbooks/macsec.md",
  };
}

function awaitedActs(awaited: readonly string[]): readonly Act[] {
  if (awaited.length === 0) return [];
  return [act(`The deployment file has no key for ${awaited.join(" and ")}: nothing will run over that until it has one.`)];
}

function keyedActs(
  keyed: GateOf<"macsecKeys">["keyed"],
  { links, output }: { readonly links: string; readonly output: string },
): readonly Act[] {
  if (keyed.length === 0) return [];
  return [
    act(
      "AWS has the association of each declared key already. Let Terraform adopt it, with the port's secret and id in the place of " +
        `SECRET-ARN and dxcon-ID; the addresses are those of ${keyed.map(({ port }) => port).join(" and ")}:`,
      terraformIn(output, links, "init"),
      ...keyed.map(({ association }) => terraformIn(output, links, `import ${association} 'SECRET-ARN_dxcon-ID'`)),
    ),
  ];
}

function connections(region: string, location: string, columns: string): string {
  return `aws directconnect describe-connections --region ${region} --query "connections[?location=='${location}'].[${columns}]" --output text`;
}
