/** One thing that is not as it must be, or that cannot be told, as a judgement comes upon it. */
export interface Observation {
  readonly verdict: "notMet" | "undetermined";
  readonly stack: string;
  /** A block (`aws_vpc.network`, `output.x`, `provider.aws`), or a file below the output. */
  readonly address: string;
  /** What of it is meant; empty where it is the whole. */
  readonly attribute: string;
  readonly expected: string;
  readonly found: string;
  /** What would settle it, where that is more than what is expected. */
  readonly settledBy?: string;
}

/** An observation with a name of its own, by which people speak of it and accept it. */
export interface Finding extends Observation {
  /** Made of judgement, stack, address and attribute: edits elsewhere and another order leave it alone. */
  readonly id: string;
  readonly judgement: string;
  readonly settledBy: string;
  /** Who accepted it, why and until when; it stands all the same. */
  readonly acknowledged?: Acknowledgement;
}

/** A finding that its owner accepts, for a reason and until a day. */
export interface Acknowledgement {
  /** Id of the finding. */
  readonly finding: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day that it holds, as ISO 8601 writes it. */
  readonly expires: string;
}

function findingId(judgement: string, { stack, address, attribute }: Pick<Observation, "stack" | "address" | "attribute">): string {
  return [judgement, stack, address, ...(attribute === "" ? [] : [attribute])].join(":");
}

/** The findings of a judgement, each id once, in the order of their ids. */
export function findingsOf(judgement: string, observations: readonly Observation[]): readonly Finding[] {
  const byId = new Map<string, Observation[]>();
  for (const observation of observations) {
    const id = findingId(judgement, observation);
    const same = byId.get(id);
    if (same === undefined) byId.set(id, [observation]);
    else same.push(observation);
  }
  return [...byId].map(([id, same]) => united(id, judgement, same)).toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** What is said several times of one place is one finding that says all of it. */
function united(id: string, judgement: string, same: readonly Observation[]): Finding {
  const [first] = same;
  if (first === undefined) throw new Error(`finding ${id} has no observation`);
  const verdict = same.some((one) => one.verdict === "notMet") ? "notMet" : "undetermined";
  const joined = (part: (one: Observation) => string): string => [...new Set(same.map(part))].toSorted().join("; ");
  const settledBy = joined((one) => one.settledBy ?? settling(one));
  return { ...first, id, judgement, verdict, expected: joined((one) => one.expected), found: joined((one) => one.found), settledBy };
}

function settling({ verdict, expected }: Observation): string {
  return verdict === "notMet" ? expected : "the value in plain text where the judge reads it, or an acknowledgement with its reason";
}
