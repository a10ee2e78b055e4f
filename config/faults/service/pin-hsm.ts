import { regions } from "../../../facts/regions";
import { type Draft, sitesOf } from "../../draft";
import type { Finding } from "../../fault";

const OURS = "payment-cryptography";

/** Where PINs are translated must agree with the parties, the flows and what the Regions offer. */
export function pinHsmFindings(draft: Draft): readonly Finding[] {
  switch (draft.pinHsm) {
    case "onPremises":
      return [...ownHsmFindings(draft), ...strayServiceFindings(draft)];
    case "paymentCryptography":
      return [...paymentCryptographyFindings(draft), ...strayPartyFindings(draft)];
    case "none":
      return [...strayPartyFindings(draft), ...strayServiceFindings(draft)];
    case undefined:
      return [];
  }
}

function ownHsmFindings({ parties, flows }: Draft): readonly Finding[] {
  if (parties === undefined) return [];
  const hsm = parties["pinHsm"];
  const allowed = "With onPremises: a party pinHsm over directConnect, and a flow to it from paymentService.";
  if (hsm === undefined) {
    return [
      { path: ["pinHsm"], at: "value", what: "No party is named pinHsm.", allowed, mend: "Add it to `parties`, with the HSMs' addresses." },
    ];
  }
  const overInternet = hsm.reachedOver === "internet";
  const called = flows.some(({ from, to }) => (from ?? "paymentService") === "paymentService" && (to ?? "pinHsm") === "pinHsm");
  return [
    ...(overInternet
      ? [
          {
            path: ["parties", "pinHsm", "reachedOver"],
            at: "value" as const,
            what: "PINs would cross the internet.",
            allowed,
            mend: "Write `directConnect`.",
          },
        ]
      : []),
    ...(called
      ? []
      : [
          {
            path: ["pinHsm"],
            at: "value" as const,
            what: "No flow goes from paymentService to pinHsm.",
            allowed,
            mend: "Add that flow, with the HSMs' port.",
          },
        ]),
  ];
}

function strayPartyFindings(draft: Draft): readonly Finding[] {
  if (draft.parties === undefined || !Object.hasOwn(draft.parties, "pinHsm")) return [];
  return [
    {
      path: ["parties", "pinHsm"],
      at: "key",
      what: `A party is named pinHsm, and \`pinHsm\` is ${draft.pinHsm}.`,
      allowed: "A party of that name with `pinHsm: onPremises` only.",
      mend: "Write `pinHsm: onPremises`, or remove the party and its flows.",
    },
  ];
}

function strayServiceFindings({ flows, pinHsm }: Draft): readonly Finding[] {
  return flows.flatMap(({ services = [] }, index) => {
    const place = services.indexOf(OURS);
    if (place < 0) return [];
    return [
      {
        path: ["flows", index, "services", place],
        at: "value" as const,
        what: `A flow calls payment-cryptography, and \`pinHsm\` is ${pinHsm}.`,
        allowed: "payment-cryptography with `pinHsm: paymentCryptography` only.",
        mend: "Write `pinHsm: paymentCryptography`, or remove the service here.",
      },
    ];
  });
}

function paymentCryptographyFindings(draft: Draft): readonly Finding[] {
  const called = draft.flows.some(({ services = [] }) => services.some((service) => (service ?? OURS) === OURS));
  const allowed =
    "With paymentCryptography: Regions that offer it for both sites, and the service payment-cryptography in a flow to awsServices.";
  const offering = regions.filter((fact) => fact.paymentCryptography === "available").map((fact) => fact.region);
  const without = sitesOf(draft).flatMap(({ site }) => (site.region === undefined || offering.includes(site.region) ? [] : [site.region]));
  return [
    ...(called
      ? []
      : [
          {
            path: ["pinHsm"],
            at: "value" as const,
            what: "No flow calls payment-cryptography.",
            allowed,
            mend: "Add it to the `services` of the flow to awsServices.",
          },
        ]),
    ...without.map((region) => ({
      path: ["pinHsm"],
      at: "value" as const,
      what: `${region} does not offer AWS Payment Cryptography.`,
      allowed: `With paymentCryptography, both sites in: ${offering.join(", ")}.`,
      mend: "Choose onPremises, or other Regions.",
    })),
  ];
}
