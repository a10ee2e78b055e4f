import type { Told } from "./model-fault";

/** What stands in a cardinality is said twice, and so twice as often with every one around it. */
export const MOST_CARDINALITIES = 5;

export const tooManyCardinalities: Told = {
  what: `This <cardinality> stands in ${MOST_CARDINALITIES} others.`,
  allowed: `At most ${MOST_CARDINALITIES} in each other.`,
  mend: "Give inner formulas gates of their own.",
};

export function oneFormula(parts: number): Told {
  return {
    what: `The gate holds ${parts === 0 ? "no formula" : `${parts} formulas`}.`,
    allowed: "One formula, which may hold others: and, or, atleast, not, xor, or a reference.",
    mend: parts === 0 ? "Say what makes it hold, or remove the gate." : "Put them into one <or> or <and>.",
  };
}

export function notAFormula(name: string): Told {
  return {
    what: `<${name}> is not a formula.`,
    allowed: "and, or, not, xor, atleast, cardinality, nand, nor, iff, imply; gate, basic-event, house-event, event, constant.",
    mend: "Write the formula with these.",
  };
}

export function wrongNumber(name: string, parts: number, { fewest, most }: { readonly fewest: number; readonly most: number }): Told {
  const least = fewest === most ? `Exactly ${fewest}` : `${fewest} or more`;
  const holds = parts === 1 ? "1 formula" : `${parts === 0 ? "no" : parts} formulas`;
  return { what: `<${name}> holds ${holds}.`, allowed: `${least}.`, mend: "Add what is missing, or take out what is too much." };
}

export function unknownName(as: string, name: string, nearest: string | undefined): Told {
  return {
    what: name === "" ? `This ${as} has no name.` : `There is no ${as} ${name}.`,
    allowed: `A name that the model defines${as === "event" ? "" : `, as a ${as}`}.`,
    mend: nearest === undefined ? "Define it, or name another." : `Write ${nearest}, if that was meant.`,
  };
}

export function otherKind(as: string, name: string, is: string): Told {
  return {
    what: `${name} is a ${is}, and no ${as}.`,
    allowed: "What a name is defined as; event stands for all three.",
    mend: `Write <${is} name="..."/>, or name another.`,
  };
}

export function notTruth(value: string | undefined): Told {
  return { what: `The constant's value is ${value ?? "missing"}.`, allowed: "true or false.", mend: "Write one of the two." };
}

export function notANumber(
  attribute: string,
  given: string | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): Told {
  return {
    what: given === undefined ? `${attribute} is missing.` : `${attribute} is "${given}".`,
    allowed: `A whole number from ${least} to ${most}, which is how many formulas stand in it.`,
    mend: `Write ${attribute}="..." with such a number.`,
  };
}
