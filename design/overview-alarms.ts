import type { Deployment } from "../config/deployment";
import { globalServices } from "../facts/global-services";
import type { Design } from "./design";
import type { AlarmDesign } from "./foundation/alarms";

/** An alarm, and the Region that it is in. */
export interface PlacedAlarm {
  readonly region: string;
  readonly alarm: AlarmDesign;
}

type Drawn = Omit<Design, "overview">;

export function alarmArn(deployment: Deployment, { region, alarm }: PlacedAlarm): string {
  return `arn:aws:cloudwatch:${region}:${deployment.accounts.payments}:alarm:${alarm.name}`;
}

/** Every alarm of a deployment: those of cells and members, whose graphs are on the cells' dashboards, and all others. */
export function watchedAlarms(
  deployment: Deployment,
  design: Drawn,
): { readonly cells: readonly PlacedAlarm[]; readonly others: readonly PlacedAlarm[] } {
  return {
    cells: [...design.cells.flatMap(cellAlarms), ...memberAlarms(design)],
    others: [
      ...trafficAlarms(design),
      ...linkAlarms(deployment, design),
      ...regionalLedgerAlarms(deployment, design),
      ...siteAlarms(deployment, design),
      ...sharedAlarms(deployment, design),
      ...namesAlarms(deployment, design),
      ...guardrailsAlarms(deployment, design),
    ],
  };
}

const placedIn =
  (region: string) =>
  (alarm: AlarmDesign): PlacedAlarm => ({ region, alarm });

function cellAlarms({
  region,
  internetAlarms,
  privateFront,
  privateAlarms,
  tasks,
  ...twin
}: Design["cells"][number]): readonly PlacedAlarm[] {
  const onLines = privateFront === undefined ? [] : [...privateAlarms.front, ...privateAlarms.fixed, privateAlarms.health];
  const onTwin = twin.twinFront === undefined ? [] : twin.twinAlarms;
  return [...internetAlarms, ...onLines, ...onTwin, ...tasks.alarms, tasks.logs.silence].map(placedIn(region));
}

function memberAlarms({ ledgerMembers, globalLedgerMembers }: Drawn): readonly PlacedAlarm[] {
  const regionOf = (providers: readonly { readonly region: string }[]): string => providers[0]?.region ?? "";
  return [
    ...ledgerMembers.flatMap(({ alarms, providers }) => alarms.map(placedIn(regionOf(providers)))),
    ...globalLedgerMembers.flatMap(({ alarms: { lag, lagEarly, others }, providers }) =>
      [lag, lagEarly, ...others].map(placedIn(regionOf(providers))),
    ),
  ];
}

/** One ledger of both sites. */
function regionalLedgerAlarms(deployment: Deployment, { regionalLedgers }: Drawn): readonly PlacedAlarm[] {
  return regionalLedgers.flatMap(({ alarms }) => alarms.map(placedIn(deployment.sites.a.region)));
}

function trafficAlarms({ traffic }: Drawn): readonly PlacedAlarm[] {
  const checks = traffic.health.flatMap(({ internet, privateLine }) => [
    internet.alarm,
    ...(privateLine === "none" ? [] : [privateLine.alarm]),
  ]);
  return [...traffic.switches.switches.map(({ alarm }) => alarm), ...checks].map(placedIn(globalServices.healthChecks.region));
}

function linkAlarms(deployment: Deployment, { links }: Drawn): readonly PlacedAlarm[] {
  return links.flatMap(({ lines, providers: [provider] }) =>
    lines
      .flatMap(({ alarms: { port, sessions } }) => [...port, ...sessions.map(({ alarm }) => alarm)])
      .map(placedIn(provider?.region ?? deployment.homeRegion)),
  );
}

function siteAlarms(deployment: Deployment, { siteA, siteB }: Drawn): readonly PlacedAlarm[] {
  const of = ({ logs, backup, rateAlarms }: Design["siteA"]): readonly AlarmDesign[] => [
    logs.silenceAlarm,
    ...backup.silence,
    ...rateAlarms,
  ];
  return [...of(siteA).map(placedIn(deployment.sites.a.region)), ...of(siteB).map(placedIn(deployment.sites.b.region))];
}

/** Failures are told in the source's Region, delay in the destination's. */
function sharedAlarms(deployment: Deployment, { shared }: Drawn): readonly PlacedAlarm[] {
  const { a, b } = deployment.sites;
  const { a: fromA, b: fromB } = shared.reconciliation;
  return [
    placedIn(a.region)(fromA.toTwin.failed.alarm),
    placedIn(b.region)(fromA.toTwin.late.alarm),
    placedIn(b.region)(fromB.toTwin.failed.alarm),
    placedIn(a.region)(fromB.toTwin.late.alarm),
  ];
}

function namesAlarms(deployment: Deployment, { names }: Drawn): readonly PlacedAlarm[] {
  return [
    ...names.signing.alarms.map(placedIn(globalServices.publicZones.region)),
    placedIn(deployment.sites.a.region)(names.certificates.a.expiry.alarm),
    placedIn(deployment.sites.b.region)(names.certificates.b.expiry.alarm),
  ];
}

function guardrailsAlarms(deployment: Deployment, { guardrailsAccount: { trail }, guardrailsRegions }: Drawn): readonly PlacedAlarm[] {
  const onTrail = trail === "managedElsewhere" ? [] : [trail.silence, ...trail.watches.map(({ alarm }) => alarm)];
  return [
    ...onTrail.map(placedIn(deployment.homeRegion)),
    ...guardrailsRegions.flatMap(({ onCall, providers: [provider] }) =>
      [onCall.undelivered, onCall.notHandedOn].map(placedIn(provider?.region ?? deployment.homeRegion)),
    ),
  ];
}
