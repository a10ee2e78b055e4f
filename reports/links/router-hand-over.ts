import type { Renderers } from "../renderers";
import { padded } from "../text/cells";
import { heading, markdownList, markdownTable } from "../text/markdown";
import { counted, thousands } from "../text/numbers";
import { printableJson } from "../text/printable";
import { left, table } from "../text/table";
import { besideLabel } from "../text/wrap";

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
    /** The carrier's offer; null where no carrier has been asked yet. */
    readonly offer: OfferRow | null;
  };
}

export interface OfferRow {
  /** Whoever takes the numbers from elsewhere, where no carrier has offered the circuit. */
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

/** Settings that every session of every link has in common. */
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

export const handOverRenderers: Renderers<HandOver, "text" | "json" | "markdown"> = {
  text: handOverText,
  json: (handOver) => printableJson(handOver),
  markdown: handOverMarkdown,
};

const LABEL = 12;

/** A block per link for the people at its router, and before them what all have in common. */
function handOverText({ deployment, everySession, links }: HandOver): string {
  const title = `${deployment}: router hand-over, ${counted(links.length, "link")}`;
  const common = ["Every session", ...settings(everySession).map(labelled)];
  return [title, common.join("\n"), ...links.map(sheetText)].join("\n\n");
}

/** A page with a chapter per link. */
function handOverMarkdown({ deployment, everySession, links }: HandOver): string {
  return [
    heading(1, `${deployment}: router hand-over`),
    heading(2, "Every session"),
    markdownList(settings(everySession)),
    ...links.flatMap((sheet) => [
      heading(2, sheet.link),
      markdownList(facts(sheet)),
      markdownTable(sessionColumns, sessionRows(sheet.sessions)),
    ]),
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
  return [sheet.link, ...facts(sheet).map(labelled), "", table(sessionColumns, sessionRows(sheet.sessions))].join("\n");
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
  return `${stands}${thousands(usdPerMonth)} USD a month, ${days.from} to ${days.to} days, at most ${roundTripMs} ms there and back (${source}, ${asOf})`;
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

const sessionColumns = ["site", "VLAN", "MTU", "your ASN", "your address", "AWS ASN", "AWS address", "AWS announces"].map(left);

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

function labelled([label, text]: Labelled): string {
  return besideLabel(`  ${padded(label, LABEL)}`, text);
}
