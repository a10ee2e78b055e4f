import { type Draft, linksOf } from "../../draft";
import type { Finding } from "../../fault";
import { pathText } from "../../printable";
import { repeats } from "../../repeats";

/**
 * On one port AWS takes a VLAN once. On one device too it stands once here: then a cable in the
 * wrong port brings no session up, instead of another link's.
 */
export function linkVlanFindings(draft: Draft): readonly Finding[] {
  const vlans = linksOf(draft).flatMap(({ path, link }) =>
    (["a", "b"] as const).map((site) => ({ path: [...path, "vlan", site], vlan: link.vlan[site], ...placeOf(link, path) })),
  );
  const key = ({ vlan, place }: (typeof vlans)[number]): string | undefined => (vlan === undefined ? undefined : `${vlan} at ${place}`);
  return repeats(vlans, key).map(({ item, first }) => ({
    path: item.path,
    at: "value",
    what: `VLAN ${item.vlan} is also ${pathText(first.path)}, on the same device.`,
    allowed: "Each VLAN once on a location's device, from 1 to 4094.",
    mend: "Choose another number for one of the two.",
  }));
}

/** A link whose place has a fault of its own shares it with none. */
function placeOf(
  { dxLocation, device }: { readonly dxLocation?: string | undefined; readonly device?: string | undefined },
  path: Finding["path"],
) {
  return { place: dxLocation === undefined || device === undefined ? pathText(path) : `${dxLocation} ${device}` };
}
