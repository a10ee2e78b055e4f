import type { Network } from "../network/network";
import { EVERY_PORT } from "../terms/port-range";
import { EVERYWHERE } from "../terms/prefix";
import { everyProtocol } from "../terms/traffic";
import type { Passage } from "./passage";

/** What the transit gateway hands from one place outside to another: it never sees the site's rules. */
export function transitPassages({ transit }: Network): readonly Passage[] {
  const places = ["directConnect", "twin"] as const;
  return places.flatMap((from) =>
    (transit.tables[from]?.routes ?? []).flatMap(({ id, destination, to }) =>
      to === "directConnect" || to === "twin"
        ? everyProtocol.map(
            (protocol): Passage => ({
              from: { kind: "place", place: from },
              to: { kind: "place", place: to },
              traffic: { protocol, source: EVERYWHERE, destination, ports: EVERY_PORT },
              rule: id,
            }),
          )
        : [],
    ),
  );
}
