import type { Sourced } from "./regions";

/** What may rest or pass somewhere, as far as rules tell it apart. */
export const dataClasses = ["paymentData", "ledgerLog", "operations"] as const;
/** `ledgerLog` is what a witness keeps; `operations` is Terraform's state, trails, alarms and the logs of network and DNS; what requests and tasks write down is `paymentData`. */
export type DataClass = (typeof dataClasses)[number];

/** ISO 3166-1 alpha-2. */
export const markets = ["AU", "CA", "GB", "HK", "KR", "SE"] as const;
export type Market = (typeof markets)[number];

/** A rule on where data of a market may be. It says what was read, and is no legal advice. */
export interface MarketRule extends Sourced {
  readonly id: string;
  readonly market: Market;
  readonly law: string;
  readonly article: string;
  readonly covers: readonly DataClass[];
  readonly says: string;
  /** Countries where the rule asks for nothing more. */
  readonly within: readonly string[];
  /** What it says of every other country; `notRead` where nobody has read what it says. */
  readonly elsewhere: "forbidden" | "onConditions" | "notRead";
}

const everything: readonly DataClass[] = dataClasses;
const payments: readonly DataClass[] = ["paymentData", "ledgerLog"];

/** The European Union's members, Iceland, Liechtenstein and Norway. */
const economicArea: readonly string[] = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(
  " ",
);

/** Rules, those of one market and class in the order in which they decide. */
export const marketRules: readonly MarketRule[] = [
  {
    id: "se-gdpr-44",
    market: "SE",
    law: "Regulation (EU) 2016/679 (GDPR)",
    article: "Art. 44",
    covers: everything,
    says: "personal data goes to a third country only where the conditions of chapter V are met; it applies across the EEA",
    within: economicArea,
    elsewhere: "onConditions",
    source: "GDPR Art. 44 as copied at gdprlearninghub.com and odo24.pl; its reach: ico.org.uk, glossary, EU GDPR",
    asOf: "2026-11-25",
  },
  {
    id: "gb-uk-gdpr-transfers",
    market: "GB",
    law: "UK GDPR, chapter V",
    article: "restricted transfers",
    covers: everything,
    says: "personal data leaves under adequacy regulations, which cover the EEA, or with safeguards, or by an exception",
    within: ["GB", ...economicArea],
    elsewhere: "onConditions",
    source: "ico.org.uk, international transfers, adequacy regulations; that the EEA is covered: rocketlawyer.com/gb quick guide",
    asOf: "2026-11-25",
  },
  {
    id: "ca-bank-act-245",
    market: "CA",
    law: "Bank Act, S.C. 1991, c. 46",
    article: "s. 245 with s. 238(2)",
    covers: payments,
    says: "a bank's records of customers' transactions are kept and processed only in Canada once the Superintendent directs so, for supervision or the national interest",
    within: ["CA"],
    elsewhere: "onConditions",
    source:
      "laws-lois.justice.gc.ca, Bank Act s. 245 as of 2021-06-30 and s. 238 as of 2012-12-19; later versions were looked for and not had",
    asOf: "2026-11-27",
  },
  {
    id: "ca-osfi-b-10",
    market: "CA",
    law: "OSFI Guideline B-10, third-party risk management",
    article: "not read",
    covers: everything,
    says: "not read: what it expects of where data is",
    within: [],
    elsewhere: "notRead",
    source: "issued 2023-04-24 in place of that of 2009: blakes.com, bulletin on the new Guideline B-10; the guideline itself was not had",
    asOf: "2026-11-27",
  },
  {
    id: "au-apra-cps-230",
    market: "AU",
    law: "APRA Prudential Standard CPS 230",
    article: "para. 60(b); 59(b) before July 2026",
    covers: everything,
    says: "APRA is told before a material offshoring arrangement or a significant change of one, also where only data or people relevant to the service will be offshore",
    within: ["AU"],
    elsewhere: "onConditions",
    source: "apra.gov.au/standards/cps-230, para. 60(b) as quoted on 2026-10-01 in public notes; the rest of the standard was not had",
    asOf: "2026-11-27",
  },
  {
    id: "au-apra-cps-234",
    market: "AU",
    law: "APRA Prudential Standard CPS 234, information security",
    article: "para. 16; the others not read",
    covers: everything,
    says: "who manages a bank's information assets is assessed for security, wherever that is; whether another paragraph speaks of places was not read",
    within: [],
    elsewhere: "notRead",
    source: "CPS 234 (F2018L01745), para. 16 as quoted in public notes of 2026; the rest of the standard was not had",
    asOf: "2026-11-27",
  },
  {
    id: "hk-hkma-sa-2",
    market: "HK",
    law: "HKMA Supervisory Policy Manual SA-2 and OR-2",
    article: "not read",
    covers: everything,
    says: "not read: what it asks of data outside Hong Kong",
    within: [],
    elsewhere: "notRead",
    source:
      "named at resourcehub.bakermckenzie.com, Hong Kong, rules for cloud outsourcing; the modules themselves were looked for and not had",
    asOf: "2026-11-27",
  },
  {
    id: "kr-efsr-14-2",
    market: "KR",
    law: "Regulation on Supervision of Electronic Financial Transactions",
    article: "Art. 14-2(8)",
    covers: payments,
    says: "clouds that process personal credit or unique identification information are in Korea",
    within: ["KR"],
    elsewhere: "forbidden",
    source:
      "kimchang.com newsletter of 2019-05-15 (idx=19121); the paragraph: investkorea.org, notice of 2018-09-20; later amendments not read",
    asOf: "2026-11-25",
  },
  {
    id: "kr-efsr-14-2-management",
    market: "KR",
    law: "Regulation on Supervision of Electronic Financial Transactions",
    article: "Art. 14-2(8)",
    covers: ["operations"],
    says: "the management systems of such clouds are in Korea as well; whether trails, state and DNS logs are that, was not read",
    within: ["KR"],
    elsewhere: "notRead",
    source: "kimchang.com newsletter of 2019-05-15 (idx=19121); later amendments not read",
    asOf: "2026-11-25",
  },
];

/** A rule that asks to tell where data is, wherever that may be: the report of borders is what it asks to write down. */
export interface RegisterRule extends Sourced {
  readonly id: string;
  readonly market: Market;
  readonly law: string;
  readonly article: string;
  readonly says: string;
}

export const registerRules: readonly RegisterRule[] = [
  {
    id: "se-dora-30-2-b",
    market: "SE",
    law: "Regulation (EU) 2022/2554 (DORA)",
    article: "Art. 30(2)(b)",
    says: "the contract names the regions or countries where data is processed and stored, and changes are told beforehand",
    source: "streamlex.eu, DORA Article 30",
    asOf: "2026-11-25",
  },
  {
    id: "gb-pra-ss2-21-6",
    market: "GB",
    law: "PRA Supervisory Statement SS2/21",
    article: "chapter 6",
    says: "the agreement names the regions or countries where data is kept, processed or transferred, and changes are told beforehand",
    source: "pinsentmasons.com, pra-rules-outsourcing-data, which quotes the draft (CP30/19); chapters: prarulebook.co.uk, SS2/21",
    asOf: "2026-11-25",
  },
];

/** Rules on where data of a class may be, the deciding one first: what forbids before what asks, what was read before what was not. */
export function rulesOn(market: string, data: DataClass): readonly MarketRule[] {
  return marketRules.filter((rule) => rule.market === market && rule.covers.includes(data));
}
