import { notTruth } from "./formula-faults";
import type { Told } from "./model-fault";
import { saidBy, type XmlElement } from "./xml-element";

/** What a house event is defined as: whether it holds. Told what is wrong where it does not say. */
export function houseValue(definition: XmlElement): boolean | Told {
  const [constant, ...more] = saidBy(definition);
  if (constant?.name !== "constant" || more.length > 0) return noConstant;
  const { value } = constant.attributes;
  return value === "true" || value === "false" ? value === "true" : notTruth(value);
}

const noConstant: Told = {
  what: "It does not say whether it holds.",
  allowed: '<constant value="true"/> or <constant value="false"/>, and nothing else.',
  mend: "Write one of the two.",
};
