import type { Draft } from "../../draft";
import type { Finding } from "../../fault";

/** Whoever asks clients for certificates must know whose to take. */
export function trustBundleFindings({ flows, service }: Draft): readonly Finding[] {
  const index = flows.findIndex(({ listener }) => listener === "mutualTls");
  const allowed = "`service.trustBundle` with a flow that has the listener mutualTls, and only then.";
  // One that is there with a fault of its own is told by itself.
  const there = "trustBundle" in service;
  if (index >= 0 && !there) {
    return [
      {
        path: ["flows", index, "listener"],
        at: "value",
        what: "Clients' certificates are asked for, and no authority is named.",
        allowed,
        mend: "Name the file with the authorities in `service.trustBundle`.",
      },
    ];
  }
  const unsoundListener = flows.some((flow) => "listener" in flow && flow.listener === undefined);
  if (index >= 0 || service.trustBundle === undefined || unsoundListener || flows.length === 0) return [];
  return [
    {
      path: ["service", "trustBundle"],
      at: "key",
      what: "Nobody is asked for a certificate that these authorities could have issued.",
      allowed,
      mend: "Remove it, or add a flow from internet to internetFront with `listener: mutualTls`.",
    },
  ];
}
