import type { SiteName } from "../../config/deployment";
import { healthyLight, type LightRange } from "../../facts/direct-connect";
import type { AlarmDesign } from "../foundation/alarms";
import type { LinkDesign } from "./link";

/** Alarms on a link: on its port, and on its session with each site. */
export interface LinkAlarms {
  readonly port: readonly PortAlarm[];
  readonly sessions: readonly SessionAlarm[];
}

type PortAlarm = AlarmDesign<"connection">;

export interface SessionAlarm {
  readonly site: SiteName;
  readonly alarm: AlarmDesign<"virtualInterface">;
}

/** Direct Connect publishes every five minutes. */
const PERIOD_SECONDS = 300;

/** Lanes and sessions have dimensions that nobody knows beforehand: a query finds them by their port or interface. */
const query = { id: "worst" } as const;

/** State that is 1 when all is well; a port that is up says so always, so silence is an alarm. */
const upOrDown = {
  comparison: "LessThanThreshold",
  threshold: 1,
  evaluationPeriods: 1,
  missingData: "breaching",
  tells: "troubleAndItsEnd",
  runbook: "line-down",
} as const;

export function linkAlarms(link: LinkDesign): LinkAlarms {
  return { port: [portAlarm(link), ...encryptionAlarms(link), ...lightAlarms(link)], sessions: sessionAlarms(link) };
}

function portAlarm({ name, connection }: LinkDesign): PortAlarm {
  return {
    id: "port-down",
    name: `${connection}-port-down`,
    description: `The port of ${name} is down: the other links carry its traffic`,
    metric: { of: "connection", name: "ConnectionState", statistic: "Minimum", periodSeconds: PERIOD_SECONDS },
    ...upOrDown,
  };
}

function encryptionAlarms({ name, connection, encryption }: LinkDesign): readonly PortAlarm[] {
  if (encryption.state !== "keyed") return [];
  return [
    {
      id: "encryption-down",
      name: `${connection}-encryption-down`,
      description: `MACsec of ${name} is down: it must encrypt, so it carries nothing`,
      metric: { of: "connection", name: "ConnectionEncryptionState", statistic: "Minimum", periodSeconds: PERIOD_SECONDS },
      ...upOrDown,
      runbook: "macsec",
    },
  ];
}

/** Alarms on a port's light; none at a speed that AWS has published no healthy range for. */
function lightAlarms(link: LinkDesign): readonly PortAlarm[] {
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

function rangeAlarms({ name, connection }: LinkDesign, way: "sent" | "received", { metric, range }: Light): readonly PortAlarm[] {
  // Fifteen minutes of it: light drifts for days before a port fails, and one sample may be a blip.
  const drifting = { evaluationPeriods: 3, missingData: "notBreaching", tells: "troubleAndItsEnd", runbook: "line-down" } as const;
  const light = { of: "connection", name: metric, periodSeconds: PERIOD_SECONDS, query } as const;
  return [
    {
      id: `light-${way}-low`,
      name: `${connection}-light-${way}-low`,
      description: `A lane of ${name}: AWS's port has ${way} less light than ${range.lowestDbm} dBm`,
      metric: { ...light, statistic: "Minimum" },
      comparison: "LessThanThreshold",
      threshold: range.lowestDbm,
      ...drifting,
    },
    {
      id: `light-${way}-high`,
      name: `${connection}-light-${way}-high`,
      description: `A lane of ${name}: AWS's port has ${way} more light than ${range.highestDbm} dBm`,
      metric: { ...light, statistic: "Maximum" },
      comparison: "GreaterThanThreshold",
      threshold: range.highestDbm,
      ...drifting,
    },
  ];
}

/** Alarms on a link's sessions; a link that awaits its key has none yet. */
function sessionAlarms({ name, encryption, sessions }: LinkDesign): readonly SessionAlarm[] {
  if (encryption.state === "awaitsKey") return [];
  return sessions.map(({ site, interfaceName }) => ({
    site,
    alarm: {
      id: `session-site-${site}-down`,
      name: `${interfaceName}-session-down`,
      description: `BGP of ${name} with site ${site} is down: the other links carry its traffic`,
      metric: {
        of: "virtualInterface",
        name: "VirtualInterfaceBgpStatus",
        statistic: "Minimum",
        periodSeconds: PERIOD_SECONDS,
        query,
      },
      ...upOrDown,
    },
  }));
}
