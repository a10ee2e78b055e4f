import { brokenText, table } from "../text/table";

/** What the people who set up a link's router need to know. */
export interface LinkSheet {
  readonly link: string;
  readonly port: {
    readonly location: string;
    readonly building: string;
    readonly city: string;
    readonly region: string;
    readonly connection: string;
    readonly speed: string;
    readonly device: string;
  };
  readonly macsec: { readonly state: "notUsed" } | { readonly state: "awaitsKey" | "keyed"; readonly cipher: string };
  readonly sessions: readonly SessionRow[];
  readonly circuit: {
    readonly kind: string;
    readonly kindInWords: string;
    readonly dataCentre: string;
    readonly carrier: string;
    readonly route: string;
    readonly ducts: readonly string[];
    readonly buildingEntry: string;
    readonly endToEndEncryption: string;
    /** None where no carrier has been asked yet. */
    readonly offer: OfferRow | null;
  };
}

export interface OfferRow {
  /** Where no carrier has offered it: who takes the numbers from elsewhere. */
  readonly standIn?: { readonly owner: string } | undefined;
  readonly usdPerMonth: number;
  readonly leadTimeDays: { readonly from: number; readonly to: number };
  readonly roundTripMs: number;
  readonly source: string;
  readonly asOf: string;
}

export interface SessionRow {
  readonly site: string;
  readonly vlan: number;
  readonly yourAsn: number;
  readonly awsAsn: number;
  readonly yourAddress: string;
  readonly awsAddress: string;
  readonly mtu: number;
  readonly awsAnnounces: readonly string[];
}

/** The same on every session of every link. */
export interface RouterSettings {
  readonly youAnnounce: readonly string[];
  readonly community: string;
  readonly keepaliveSeconds: number;
  readonly holdSeconds: number;
  readonly bfdMilliseconds: number;
  readonly bfdMultiplier: number;
  readonly detectionSeconds: number;
  readonly packetTimeToLive: number;
  readonly gracefulRestart: "off";
}

export interface HandOver {
  readonly deployment: string;
  readonly everySession: RouterSettings;
  readonly links: readonly LinkSheet[];
}

const WIDTH = 100;
const LABEL = 12;

/** A block per link for the people at its router, and before them what all have in common. */
export function linksText({ deployment, everySession, links }: HandOver): string {
  const heading = `${deployment}: router hand-over, ${links.length} ${links.length === 1 ? "link" : "links"}`;
  const common = ["Every session", ...settings(everySession).map(([label, text]) => labelled(label, text))];
  return [heading, common.join("\n"), ...links.map(sheetText)].join("\n\n");
}

export function linksJson(handOver: HandOver): string {
  return JSON.stringify(handOver, undefined, 2);
}

/** The same for a page, with a chapter per link. */
export function linksMarkdown({ deployment, everySession, links }: HandOver): string {
  return [
    `# ${deployment}: router hand-over`,
    "## Every session",
    list(settings(everySession)),
    ...links.flatMap((sheet) => [`## ${sheet.link}`, list(facts(sheet)), markdownSessions(sheet.sessions)]),
  ].join("\n\n");
}

type Labelled = readonly [label: string, text: string];

function settings(every: RouterSettings): readonly Labelled[] {
  return [
    ["announce", every.youAnnounce.join(", ")],
    ["communities", `${every.community} on every prefix that you announce: both sites then use all links at once`],
    ["BFD", `on, ${every.bfdMilliseconds} ms x ${every.bfdMultiplier}: a silent failure is noticed after ${every.detectionSeconds} s`],
    [
      "BGP",
      `keepalive ${every.keepaliveSeconds} s, hold ${every.holdSeconds} s; graceful restart ${every.gracefulRestart}, which does not go with BFD`,
    ],
    ["packets", `AWS sends BGP with time to live ${every.packetTimeToLive}; no multihop`],
    ["MD5", "always on; AWS makes the key, and tells it as authKey in aws directconnect describe-virtual-interfaces"],
  ];
}

function sheetText(sheet: LinkSheet): string {
  return [
    sheet.link,
    ...facts(sheet).map(([label, text]) => labelled(label, text)),
    "",
    table(sessionColumns, sessionRows(sheet.sessions)),
  ].join("\n");
}

function facts({ port, macsec, circuit }: LinkSheet): readonly Labelled[] {
  return [
    [
      "port",
      `${port.connection}, ${port.speed}, device ${port.device} of ${port.location} (${port.building}, ${port.city}), ordered in ${port.region}`,
    ],
    ["MACsec", macsecWords(macsec)],
    ["circuit", `${circuit.kindInWords} of ${circuit.carrier} from ${circuit.dataCentre}, ${encryptionWords(circuit.endToEndEncryption)}`],
    [
      "way",
      `route ${circuit.route}; ducts ${circuit.ducts.length === 0 ? "unknown" : circuit.ducts.join(", ")}; building entry ${circuit.buildingEntry}`,
    ],
    ["offer", offerWords(circuit.offer)],
  ];
}

function offerWords(offer: OfferRow | null): string {
  if (offer === null) return "none yet: price, delay and lead time are unknown";
  const { usdPerMonth, leadTimeDays: days, roundTripMs, source, asOf, standIn } = offer;
  const stands = standIn === undefined ? "" : `none yet; ${standIn.owner} takes from elsewhere: `;
  return `${stands}${usdPerMonth.toLocaleString("en-US")} USD a month, ${days.from} to ${days.to} days, at most ${roundTripMs} ms there and back (${source}, ${asOf})`;
}

function encryptionWords(by: string): string {
  if (by === "none") return "not encrypted end to end";
  return by === "unknown" ? "end-to-end encryption unknown" : `encrypted end to end by ${by}`;
}

function macsecWords(macsec: LinkSheet["macsec"]): string {
  switch (macsec.state) {
    case "notUsed":
      return "not used";
    case "awaitsKey":
      return `required, ${macsec.cipher}; awaits its first key, and has no session until then (docs/runbooks/macsec.md)`;
    case "keyed":
      return `required, ${macsec.cipher}, must encrypt; static CAK of 256 bits, SCI on, VLAN tag encrypted`;
  }
}

const sessionColumns = ["site", "VLAN", "MTU", "your ASN", "your address", "AWS ASN", "AWS address", "AWS announces"].map((title) => ({
  title,
  align: "left" as const,
}));

function sessionRows(sessions: readonly SessionRow[]): readonly (readonly string[])[] {
  return sessions.map((session) => [
    session.site,
    String(session.vlan),
    String(session.mtu),
    String(session.yourAsn),
    session.yourAddress,
    String(session.awsAsn),
    session.awsAddress,
    session.awsAnnounces.join(" "),
  ]);
}

function markdownSessions(sessions: readonly SessionRow[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const titles = sessionColumns.map(({ title }) => title);
  return [row(titles), row(titles.map(() => "---")), ...sessionRows(sessions).map(row)].join("\n");
}

function labelled(label: string, text: string): string {
  return brokenText(text, WIDTH - LABEL - 2)
    .map((line, index) => `  ${(index === 0 ? label : "").padEnd(LABEL)}${line}`)
    .join("\n");
}

function list(rows: readonly Labelled[]): string {
  return rows.map(([label, text]) => `- **${label}**: ${text}`).join("\n");
}
