import type { ReadingFault } from "../reading-fault";
import type { EstateSource } from "./estate";

/** Something that a source never says, whatever is there. */
export interface Untold {
  readonly what: string;
  readonly why: string;
  /** Judgements that need it: of what they cannot see they say nothing good. */
  readonly judgements: readonly string[];
}

const EVERY_JUDGEMENT = ["mirror", "flows", "sites live alone", "payments", "borders", "hygiene"];

/** What each source cannot tell (Terraform's "JSON Output Format", format 1.2; read 2026-11-30). */
export const cannotTell: Readonly<Record<EstateSource, readonly Untold[]>> = {
  synthesized: [],
  plan: [
    {
      what: "backend",
      why: "a plan does not say where its state lies, so that nobody can follow what one stack reads of another",
      judgements: ["flows", "sites live alone", "payments", "borders", "hygiene"],
    },
    {
      what: "lifecycle",
      why: "a plan does not say what may not be destroyed, and what may change unseen",
      judgements: ["flows", "hygiene"],
    },
    {
      what: "locals",
      why: "a plan has no locals: what they stand for is known only where it is planned",
      judgements: ["flows", "payments"],
    },
    { what: "folder", why: "what else lay in the folder is planned with it, and is not told apart", judgements: ["hygiene"] },
    { what: "order", why: "a plan does not say what its stack waits for", judgements: ["hygiene"] },
  ],
  state: [
    { what: "references", why: "a state has ids in the place of what was referred to", judgements: EVERY_JUDGEMENT },
    {
      what: "providers",
      why: "a state does not say by which configuration of a provider, and so in which Region, a thing was made",
      judgements: EVERY_JUDGEMENT,
    },
    {
      what: "lifecycle",
      why: "a state does not say what may not be destroyed, and what may change unseen",
      judgements: ["flows", "hygiene"],
    },
    { what: "backend", why: "a state does not say where it lies", judgements: ["sites live alone", "hygiene"] },
    { what: "order", why: "a state does not say what its stack waits for", judgements: ["hygiene"] },
  ],
};

/** What no stack of a source can tell, of what a judgement needs. */
export function untoldFor(judgement: string, source: EstateSource): readonly ReadingFault[] {
  return cannotTell[source]
    .filter(({ judgements }) => judgements.includes(judgement))
    .map(({ what, why }) => ({
      verdict: "undetermined",
      stack: "every-stack",
      address: source,
      attribute: what,
      expected: `${what}, which the output of a synth tells`,
      found: why,
    }));
}
