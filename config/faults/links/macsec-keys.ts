import { directConnectLocation } from "../../../facts/direct-connect-locations";
import { type Draft, type DraftLink, linksOf, type PlacedLink } from "../../draft";
import type { Finding } from "../../fault";

export function macsecKeyFindings(draft: Draft): readonly Finding[] {
  return linksOf(draft).flatMap((placed) => [...unusedKey(placed), ...strangeKey(placed, draft)]);
}

function unusedKey({ path, link }: PlacedLink): readonly Finding[] {
  if (link.macsec !== "notUsed" || link.macsecSecretArn === undefined) return [];
  return [
    {
      path: [...path, "macsecSecretArn"],
      at: "key",
      what: "The link has a MACsec key and does not use MACsec.",
      allowed: "A key where `macsec` is required, and only there.",
      mend: "Remove it, or write `macsec: required` if the port was ordered so.",
    },
  ];
}

/** Copied from another deployment, or from a link at another location. */
function strangeKey({ path, link }: PlacedLink, { accounts }: Draft): readonly Finding[] {
  const [, , , region, account] = link.macsecSecretArn?.split(":") ?? [];
  const here = placeOf(link, accounts.payments);
  if (region === undefined || here === undefined || (region === here.region && account === here.account)) return [];
  return [
    {
      path: [...path, "macsecSecretArn"],
      at: "value",
      what: `This secret is of account ${account} and ${region}.`,
      allowed: `A secret of account ${here.account} in ${here.region}, with which ${link.dxLocation} is associated.`,
      mend: "Remove it until Direct Connect has made the link's own secret: docs/runbooks/macsec.md.",
    },
  ];
}

function placeOf(
  { dxLocation }: DraftLink,
  account: string | undefined,
): { readonly region: string; readonly account: string } | undefined {
  if (dxLocation === undefined || account === undefined) return undefined;
  return { region: directConnectLocation(dxLocation).associatedRegion, account };
}
