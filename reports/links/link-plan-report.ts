/** What a network planner decides by, as it is told. */
export interface LinkPlanReport {
  readonly deployment: string;
  /** The day that orders are counted from. */
  readonly on: string | undefined;
  readonly links: readonly string[];
  readonly awaitingKey: readonly string[];
  readonly peak: PeakReport | undefined;
  readonly allGbps: number;
  readonly figures: FiguresReport;
  readonly cost: CostReport;
  readonly losses: readonly LossReport[];
  readonly ofUnknownWay: readonly string[];
  readonly months: readonly { readonly month: string; readonly peakGbps: number }[];
  readonly options: readonly OptionReport[];
  readonly changes: readonly ChangeReport[];
  readonly notPriced: readonly string[];
  readonly portDays: number;
  /** What a site's transit gateway takes in a zone. */
  readonly zone: { readonly gbps: number; readonly source: string };
}

export interface PeakReport {
  readonly gbps: number;
  readonly asOf: string;
  readonly growthPercentPerYear: number;
  /** What it is made of, and what that rests on. */
  readonly parts: readonly string[];
}

export interface FiguresReport {
  readonly usdPerMonth: number;
  readonly worstGbps: number;
  readonly diversePaths: number;
  readonly ends: EndReport;
}

export type EndReport =
  | { readonly kind: "ends"; readonly month: string }
  | { readonly kind: "beyond"; readonly years: number }
  | { readonly kind: "undetermined" };

export interface CostReport {
  /** Links whose circuit nobody has quoted. */
  readonly unquoted: readonly string[];
  /** Circuits in the sum that no carrier has offered, at what others cost elsewhere. */
  readonly standIns: readonly StandInReport[];
  readonly circuitsUsdPerMonth: number;
  /** Sources of the other circuits' quotes, with their month. */
  readonly quotes: readonly string[];
  readonly portsUsdPerMonth: number;
  readonly usdPerMonth: number;
  readonly ports: readonly { readonly speed: string; readonly ports: number; readonly usdPerHour: number }[];
  readonly source: string;
  readonly asOf: string;
}

export interface StandInReport {
  readonly links: readonly string[];
  readonly usdPerMonth: number;
  /** Who answers for it. */
  readonly owner: string;
  readonly source: string;
  readonly asOf: string;
}

export interface LossReport {
  readonly risk: string;
  readonly things: readonly string[];
  readonly takes: readonly string[];
  readonly presumed: readonly string[];
  readonly leftGbps: number;
}

export interface OptionReport {
  readonly name: string;
  readonly from: "offer" | "market";
  readonly kind: string;
  readonly kindInWords: string;
  readonly locations: readonly string[];
  readonly roundTripMs: number;
  readonly separation: "entire" | "partial" | "possiblyShared";
  readonly leadTimeDays: { readonly from: number; readonly to: number };
  readonly usdPerMonth: number;
  readonly source: string;
  readonly asOf: string;
  readonly dominatedBy: readonly string[];
  readonly bestIn: readonly string[];
}

export interface ChangeReport {
  readonly change:
    | { readonly kind: "drop"; readonly link: string }
    | { readonly kind: "add"; readonly options: readonly string[] }
    | { readonly kind: "swap"; readonly link: string; readonly option: string };
  /** None where nobody has quoted the link that it takes away. */
  readonly usdPerMonth: number | null;
  readonly worstGbps: number;
  readonly diversePaths: number;
  readonly ends: EndReport;
  readonly orderBy:
    | { readonly kind: "day"; readonly lastDay: string; readonly leadDays: number; readonly late: boolean }
    | { readonly kind: "noNeed" | "doesNotHelp" | "undetermined" };
  readonly refusedFor: readonly string[];
}
