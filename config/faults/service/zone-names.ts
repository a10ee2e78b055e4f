import type { Draft } from "../../draft";
import type { Finding } from "../../fault";

/** A certificate's first name, in bytes (acm/latest/APIReference, RequestCertificate, read 2026-11-25). It is `*.` and the zone. */
const COMMON_NAME_AT_MOST = 64;
const ZONE_AT_MOST = COMMON_NAME_AT_MOST - "*.".length;

/** The two zones, and what the certificate for both must be able to say. */
export function zoneNameFindings({ names }: Draft): readonly Finding[] {
  if (names === undefined) return [];
  return [...nestingFindings(names), ...takenFindings(names), ...lengthFindings(names), ...prefixFindings(names)];
}

type Names = NonNullable<Draft["names"]>;

/** A wildcard covers one label, and the public zone is where names of both are validated. */
function nestingFindings({ zone, privateZone }: Names): readonly Finding[] {
  const [, ...above] = privateZone.split(".");
  if (above.join(".") === zone) return [];
  return [
    {
      path: ["names", "privateZone"],
      at: "value",
      what: privateZone === zone ? `The private zone has the public one's name.` : `${privateZone} is not one label below ${zone}.`,
      allowed: "One label, a point and the public zone: it is there that a certificate for private names is validated.",
      mend: `Write \`line.${zone}\`, with your own label.`,
    },
  ];
}

/** The private zone's label stands beside the service's own names in the public zone. */
function takenFindings({ zone, privateZone }: Names): readonly Finding[] {
  const [label = ""] = privateZone.split(".");
  if (label !== "api" && !label.startsWith("cell-")) return [];
  return [
    {
      path: ["names", "privateZone"],
      at: "value",
      what: `${label}.${zone} is a name of the service itself.`,
      allowed: "Any label but `api` and those that start with `cell-`.",
      mend: `Write \`line.${zone}\`, with your own label.`,
    },
  ];
}

function lengthFindings({ zone }: Names): readonly Finding[] {
  if (zone.length <= ZONE_AT_MOST) return [];
  return [
    {
      path: ["names", "zone"],
      at: "value",
      what: `${zone} has ${zone.length} characters, which no certificate takes for its first name.`,
      allowed: `At most ${ZONE_AT_MOST}: ACM takes ${COMMON_NAME_AT_MOST}, with \`*.\` before the zone.`,
      mend: "Choose a zone with fewer or shorter labels.",
    },
  ];
}

/** Such labels are kept for encoded ones (acm-certificate-characteristics, Punycode, read 2026-11-25). */
function prefixFindings(names: Names): readonly Finding[] {
  return (["zone", "privateZone"] as const).flatMap((field) =>
    names[field]
      .split(".")
      .filter((label) => /^..--/.test(label) && !label.startsWith("xn--"))
      .map((label) => ({
        path: ["names", field],
        at: "value" as const,
        what: `ACM issues no certificate for a name with the label ${label}.`,
        allowed: "Hyphens third and fourth in a label only after `xn`, in an encoded name.",
        mend: "Take out one of the two hyphens.",
      })),
  );
}
