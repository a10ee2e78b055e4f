import { brokenText } from "./text/wrap";

/** What the picture of a deployment's two sites shows. */
export interface SitesPicture {
  readonly title: string;
  readonly sites: readonly [PicturedSite, PicturedSite];
  /** Parties beyond the sites, by the way they come in. */
  readonly overInternet: readonly string[];
  readonly overPrivateLines: readonly string[];
}

export interface PicturedSite {
  readonly name: string;
  readonly region: string;
  readonly city: string;
  readonly addressSpace: string;
  readonly zones: readonly string[];
  readonly segments: readonly PicturedSegment[];
}

export interface PicturedSegment {
  readonly name: string;
  readonly scope: string;
  readonly holds: string;
  /** Address ranges, one per zone in the zones' order. */
  readonly subnets: readonly string[];
}

const WIDTH = 1180;
const SITE_WIDTH = 520;
const SITE_TOP = 100;
const ROW = 62;
const LABEL = 150;
/** Signs of a segment's label that have place beside its subnets. */
const SEGMENT_LABEL = 24;
const fills: Readonly<Record<string, string>> = {
  cde: "#f6d5d5",
  "connected-to": "#fbeccb",
  "security-impacting": "#d9e4f5",
  "out-of-scope": "#e6efe3",
};

/** The two sites side by side as SVG: segments by trust, a column per zone, and who reaches them how. */
export function sitesPicture(picture: SitesPicture): string {
  const rows = Math.max(...picture.sites.map(({ segments }) => segments.length));
  const siteHeight = 70 + rows * ROW;
  const bottom = SITE_TOP + siteHeight;
  const [a, b] = picture.sites;
  const height = bottom + 130;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="Helvetica, Arial, sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    `<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0L8 4L0 8z" fill="#444"/></marker></defs>`,
    text([WIDTH / 2, 26], picture.title, { size: 18, weight: "bold", anchor: "middle" }),
    ...cloud(picture.overInternet.join(", "), { y: 42, to: SITE_TOP }),
    ...site(a, { x: 20, height: siteHeight }),
    ...site(b, { x: WIDTH - 20 - SITE_WIDTH, height: siteHeight }),
    ...twinLine(SITE_TOP + siteHeight / 2),
    ...cloud(picture.overPrivateLines.join(", "), { y: bottom + 44, to: bottom }),
    ...legend(height - 18),
    "</svg>",
    "",
  ].join("\n");
}

interface Place {
  readonly x: number;
  readonly height: number;
}

function site(shown: PicturedSite, { x, height }: Place): readonly string[] {
  const column = (SITE_WIDTH - LABEL - 20) / shown.zones.length;
  const zoneX = (index: number): number => x + LABEL + 10 + index * column;
  return [
    box(x, SITE_TOP, { width: SITE_WIDTH, height, fill: "#fafafa" }),
    text([x + 14, SITE_TOP + 24], `${shown.name}: ${shown.city}`, { size: 15, weight: "bold" }),
    text([x + SITE_WIDTH - 14, SITE_TOP + 24], `${shown.region}, ${shown.addressSpace}`, { anchor: "end" }),
    ...shown.zones.map((zone, index) => text([zoneX(index) + column / 2, SITE_TOP + 50], zone, { anchor: "middle", fill: "#555" })),
    ...shown.segments.flatMap((segment, row) => {
      const y = SITE_TOP + 58 + row * ROW;
      return [
        box(x + 10, y, { width: SITE_WIDTH - 20, height: ROW - 8, fill: fills[segment.scope] ?? "#ffffff" }),
        text([x + 20, y + 22], segment.name, { weight: "bold", size: 13 }),
        ...brokenText(segment.holds, SEGMENT_LABEL).map((words, index) =>
          text([x + 20, y + 36 + index * 12], words, { size: 10, fill: "#333" }),
        ),
        ...segment.subnets.flatMap((subnet, index) => [
          box(zoneX(index) + 3, y + 9, { width: column - 10, height: ROW - 26, fill: "#ffffff" }),
          text([zoneX(index) + column / 2 - 2, y + 31], subnet, { anchor: "middle", size: 11 }),
        ]),
      ];
    }),
  ];
}

/** A party outside, with an arrow to each site. */
function cloud(label: string, { y, to }: { readonly y: number; readonly to: number }): readonly string[] {
  const width = 420;
  const x = (WIDTH - width) / 2;
  const edge = to < y ? y : y + 32;
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="32" rx="16" fill="#eeeeee" stroke="#444"/>`,
    text([WIDTH / 2, y + 21], label, { anchor: "middle" }),
    line([x + 90, edge], [20 + SITE_WIDTH / 2, to]),
    line([x + width - 90, edge], [WIDTH - 20 - SITE_WIDTH / 2, to]),
  ];
}

function twinLine(y: number): readonly string[] {
  const left = 20 + SITE_WIDTH;
  const right = WIDTH - left;
  return [
    `<line x1="${left}" y1="${y}" x2="${right}" y2="${y}" stroke="#444" stroke-width="2" marker-start="url(#tip)" marker-end="url(#tip)"/>`,
    text([WIDTH / 2, y - 22], "transit", { anchor: "middle" }),
    text([WIDTH / 2, y - 8], "gateway peering", { anchor: "middle", size: 11 }),
  ];
}

function legend(y: number): readonly string[] {
  return Object.entries(fills).flatMap(([scope, fill], index) => [
    box(30 + index * 170, y - 12, { width: 16, height: 16, fill }),
    text([52 + index * 170, y], scope, {}),
  ]);
}

function box(
  x: number,
  y: number,
  { width, height, fill }: { readonly width: number; readonly height: number; readonly fill: string },
): string {
  return `<rect x="${x}" y="${y}" width="${width.toFixed(1)}" height="${height}" rx="4" fill="${fill}" stroke="#999"/>`;
}

function line(from: readonly [number, number], to: readonly [number, number]): string {
  return `<line x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}" stroke="#444" stroke-width="1.5" marker-end="url(#tip)"/>`;
}

interface TextStyle {
  readonly size?: number;
  readonly weight?: "bold";
  readonly anchor?: "middle" | "end";
  readonly fill?: string;
}

function text([x, y]: readonly [number, number], words: string, { size = 12, weight, anchor, fill = "#111" }: TextStyle): string {
  const attributes = [`x="${x.toFixed(1)}"`, `y="${y}"`, `font-size="${size}"`, `fill="${fill}"`];
  if (weight !== undefined) attributes.push(`font-weight="${weight}"`);
  if (anchor !== undefined) attributes.push(`text-anchor="${anchor}"`);
  return `<text ${attributes.join(" ")}>${escaped(words)}</text>`;
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
