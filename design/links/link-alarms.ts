import type { SiteName } from "../../config/deployment";
import { healthyLight, type LightRange } from "../../facts/direct-connect";
import type { LinkDesign } from "./links";

/** An alarm on a link, on the metrics of namespace AWS/DX (monitoring-cloudwatch of the user guide, read 2026-11-23). */
export interface LinkAlarm {
  /** Construct id, unique in its link. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly reads: LinkMetric;
  readonly comparison: "LessThanThreshold" | "GreaterThanThreshold";
  readonly threshold: number;
  /** Direct Connect publishes every five minutes. */
  readonly evaluationPeriods: number;
  readonly missingData: "breaching" | "notBreaching";
}

/** Lanes and sessions have dimensions that nobody knows beforehand: a query finds them by their port or interface. */
export type LinkMetric =
  | { readonly of: "port"; readonly metric: "ConnectionState" | "ConnectionEncryptionState" }
  | { readonly of: "lanes"; readonly metric: "ConnectionLightLevelTx" | "ConnectionLightLevelRx"; readonly worst: "MIN" | "MAX" }
  | { readonly of: "session"; readonly metric: "VirtualInterfaceBgpStatus"; readonly site: SiteName };

/** State that is 1 when all is well; a port that is up says so always, so silence is an alarm. */
const upOrDown = { comparison: "LessThanThreshold", threshold: 1, evaluationPeriods: 1, missingData: "breaching" } as const;

export function linkAlarms(link: LinkDesign): readonly LinkAlarm[] {
  return [portAlarm(link), ...encryptionAlarms(link), ...lightAlarms(link), ...sessionAlarms(link)];
}

function portAlarm({ name, connection }: LinkDesign): LinkAlarm {
  return {
    id: "port-down",
    name: `${connection}-port-down`,
    description: `The port of ${name} is down: the other links carry its traffic`,
    reads: { of: "port", metric: "ConnectionState" },
    ...upOrDown,
  };
}

function encryptionAlarms({ name, connection, encryption }: LinkDesign): readonly LinkAlarm[] {
  if (encryption.state !== "keyed") return [];
  return [
    {
      id: "encryption-down",
      name: `${connection}-encryption-down`,
      description: `MACsec of ${name} is down: it must encrypt, so it carries nothing`,
      reads: { of: "port", metric: "ConnectionEncryptionState" },
      ...upOrDown,
    },
  ];
}

/** None at a speed that AWS has published no healthy range for. */
function lightAlarms(link: LinkDesign): readonly LinkAlarm[] {
  const light = healthyLight[link.speed];
  if (light === undefined) return [];
  return [
    ...rangeAlarms(link, "sent", { metric: "ConnectionLightLevelTx", range: light.sent }),
    ...rangeAlarms(link, "received", { metric: "ConnectionLightLevelRx", range: light.received }),
  ];
}

interface Light {
  readonly metric: "ConnectionLightLevelTx" | "ConnectionLightLevelRx";
  readonly range: LightRange;
}

function rangeAlarms({ name, connection }: LinkDesign, way: "sent" | "received", { metric, range }: Light): readonly LinkAlarm[] {
  // Fifteen minutes of it: light drifts for days before a port fails, and one sample may be a blip.
  const drifting = { evaluationPeriods: 3, missingData: "notBreaching" } as const;
  return [
    {
      id: `light-${way}-low`,
      name: `${connection}-light-${way}-low`,
      description: `A lane of ${name}: AWS's port has ${way} less light than ${range.lowestDbm} dBm`,
      reads: { of: "lanes", metric, worst: "MIN" },
      comparison: "LessThanThreshold",
      threshold: range.lowestDbm,
      ...drifting,
    },
    {
      id: `light-${way}-high`,
      name: `${connection}-light-${way}-high`,
      description: `A lane of ${name}: AWS's port has ${way} more light than ${range.highestDbm} dBm`,
      reads: { of: "lanes", metric, worst: "MAX" },
      comparison: "GreaterThanThreshold",
      threshold: range.highestDbm,
      ...drifting,
    },
  ];
}

/** None for a link that awaits its key: it has no session yet. */
function sessionAlarms({ name, encryption, sessions }: LinkDesign): readonly LinkAlarm[] {
  if (encryption.state === "awaitsKey") return [];
  return sessions.map(({ site, interfaceName }) => ({
    id: `session-site-${site}-down`,
    name: `${interfaceName}-session-down`,
    description: `BGP of ${name} with site ${site} is down: the other links carry its traffic`,
    reads: { of: "session", metric: "VirtualInterfaceBgpStatus", site },
    ...upOrDown,
  }));
}
