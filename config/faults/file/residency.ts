import { directConnectLocation } from "../../../facts/direct-connect-locations";
import { type DataClass, dataClasses, rulesOn } from "../../../facts/market-rules";
import { globalServiceRegions, regions } from "../../../facts/regions";
import type { Deployment } from "../../deployment";
import { type Draft, linksOf, sitesOf } from "../../draft";
import type { Finding, Path } from "../../fault";

type Residency = NonNullable<Deployment["residency"]>;

/** A value of the file that puts data into a country. */
interface Placing {
  readonly path: Path;
  /** What the country follows from, to begin a sentence with. */
  readonly subject: string;
  readonly country: string;
  readonly data: readonly DataClass[];
}

/** Everything stays where the deployment promises that it does, and it promises nothing that its market forbids. */
export function residencyFindings(draft: Draft): readonly Finding[] {
  const { residency } = draft;
  if (residency === undefined) return [];
  return [...forbiddenPromises(residency), ...placings(draft).flatMap((placing) => outsideFindings(residency, placing))];
}

/** The classes of data, in words. */
const dataNames: Readonly<Record<DataClass, string>> = {
  paymentData: "payment data",
  ledgerLog: "the ledger's log",
  operations: "operations' data",
};

function placings(draft: Draft): readonly Placing[] {
  return [
    ...sitesOf(draft).flatMap(({ path, site }) => inRegion([...path, "region"], site.region, dataClasses)),
    ...inRegion(["homeRegion"], draft.homeRegion, ["operations"]),
    ...inRegion(["ledger", "witnessRegion"], witnessOf(draft), ["ledgerLog", "operations"]),
    ...linksOf(draft).flatMap(({ path, link }) =>
      link.dxLocation === undefined ? [] : atLocation([...path, "dxLocation"], link.dxLocation),
    ),
    ...globalServices,
  ];
}

/** Once for each country, whatever else the file says. */
const globalServices = [
  ...new Map(
    globalServiceRegions
      .flatMap(({ region }) => inRegion(["residency", "operations"], region, ["operations"]))
      .map((placing) => [placing.country, placing] as const),
  ).values(),
];

/** Not every engine has one. */
function witnessOf({ ledger }: Draft): string | undefined {
  return ledger !== undefined && "witnessRegion" in ledger ? ledger.witnessRegion : undefined;
}

function inRegion(path: Path, region: string | undefined, data: readonly DataClass[]): readonly Placing[] {
  const country = regions.find((fact) => fact.region === region)?.country;
  return region === undefined || country === undefined ? [] : [{ path, subject: region, country, data }];
}

/** Payments pass the building; its port, with the key of the line, belongs to a Region that may be in another country. */
function atLocation(path: Path, code: string): readonly Placing[] {
  const { country, associatedRegion } = directConnectLocation(code);
  return [
    { path, subject: code, country, data: ["paymentData"] },
    ...inRegion(path, associatedRegion, ["operations"]).map((placing) => ({
      ...placing,
      subject: `${associatedRegion}, where ports of ${code} are ordered,`,
    })),
  ];
}

function outsideFindings(residency: Residency, { path, subject, country, data }: Placing): readonly Finding[] {
  const law = (one: DataClass): readonly string[] => forbiddingRules(residency, { data: one, country });
  const outside = data.filter((one) => !residency[one].includes(country) || law(one).length > 0);
  if (outside.length === 0) return [];
  const forbidden = [...new Set(outside.flatMap(law))];
  const lists = outside.map((one) => `residency.${one}`).join(", ");
  return [
    {
      path,
      at: "value",
      what: `${subject} is in ${country}, where ${listed(outside.map((one) => dataNames[one]))} may not be.`,
      allowed: [...outside.map((one) => `${capitalized(dataNames[one])}: ${residency[one].join(", ")}.`), ...forbidden].join(" "),
      mend:
        path[0] === "residency"
          ? `Add ${country} to ${lists}: AWS keeps the one control plane of global services there, whatever a deployment says.`
          : `Choose one in a country of ${lists}${forbidden.length > 0 ? "." : `, or add ${country} to what is promised.`}`,
    },
  ];
}

function forbiddenPromises(residency: Residency): readonly Finding[] {
  return dataClasses.flatMap((data) =>
    residency[data].flatMap((country, index) =>
      forbiddingRules(residency, { data, country }).map((allowed) => ({
        path: ["residency", data, index],
        at: "value" as const,
        what: `The rules of ${residency.market} do not let ${dataNames[data]} be in ${country}.`,
        allowed,
        mend: "Remove it.",
      })),
    ),
  );
}

function forbiddingRules(
  { market }: Residency,
  { data, country }: { readonly data: DataClass; readonly country: string },
): readonly string[] {
  return rulesOn(market, data)
    .filter(({ elsewhere, within }) => elsewhere === "forbidden" && !within.includes(country))
    .map(({ law, article, says, within }) => `${within.join(", ")}: ${says} (${law}, ${article}).`);
}

function capitalized(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
