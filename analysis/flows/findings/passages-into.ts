import { type Network, type Subnet, subnetsAt } from "../network/network";
import type { GroupRule, SecurityGroup } from "../network/security-group";
import { type Interval, overlap } from "../terms/interval";
import { EVERYWHERE } from "../terms/prefix";
import type { Traffic } from "../terms/traffic";
import { sendAlong } from "../ways/hop";
import { pathsFromPlace } from "../ways/outside-path";
import type { OutsidePlace } from "../ways/path";
import { pathsFromSubnet } from "../ways/route";
import type { Passage } from "./passage";

const places: readonly OutsidePlace[] = ["directConnect", "twin", "internet"];

/** What comes in from outside by the rules of a group that name addresses. */
export function passagesInto(network: Network, group: SecurityGroup): readonly Passage[] {
  const rules = group.ingress.filter(({ action, peer }) => action === "pass" && peer.kind === "addresses");
  return rules.flatMap((rule) =>
    subnetsAt(network, group.homes).flatMap((home) =>
      places.flatMap((place) =>
        arrivingAt(network, { rule, home, place }).map(
          (traffic): Passage => ({
            from: { kind: "place", place },
            to: { kind: "party", party: group.party },
            traffic,
            rule: rule.id,
          }),
        ),
      ),
    ),
  );
}

interface Entry {
  readonly rule: GroupRule;
  readonly home: Subnet;
  readonly place: OutsidePlace;
}

function arrivingAt(network: Network, { rule, home, place }: Entry): readonly Traffic[] {
  const sources = sourcesBehind(network, home, place).flatMap((known) => overlap(known, rule.source) ?? []);
  const paths = pathsFromPlace(network, place, home.addresses).filter(({ end }) => end.kind === "subnet" && end.subnet === home);
  return rule.protocols.flatMap((protocol) =>
    sources.flatMap((source) =>
      paths.flatMap(
        (path) =>
          sendAlong(network, path, { traffic: { protocol, source, destination: home.addresses, ports: rule.ports }, direction: "request" })
            .traffic,
      ),
    ),
  );
}

/** The addresses that a place can speak from: those that the subnet's own packets reach there. */
function sourcesBehind(network: Network, home: Subnet, place: OutsidePlace): readonly Interval[] {
  return pathsFromSubnet(network, home, EVERYWHERE).flatMap(({ end, destination }) =>
    end.kind === "place" && end.place === place ? [destination] : [],
  );
}
