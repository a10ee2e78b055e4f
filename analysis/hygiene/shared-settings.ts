import { type SingleSetting, singleSettings } from "../../facts/single-settings";
import { textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { accountOf, regionOf } from "../../synthesized/estate/provider";
import { blocksOfType, type StackBlock } from "../../synthesized/estate/stack-block";
import type { Observation } from "../findings/finding";

/** Settings of which an account or a Region has one, and that two blocks write: the last apply wins, and a destroyed one is gone for both. */
export function sharedSettings(estate: Estate): readonly Observation[] {
  return singleSettings.flatMap((setting) => {
    const first = new Map<string, StackBlock>();
    return blocksOfType(estate, setting.type).flatMap((written): readonly Observation[] => {
      const place = placeOf(estate, setting, written);
      if (place === undefined) return [];
      const other = first.get(place);
      if (other === undefined) {
        first.set(place, written);
        return [];
      }
      const { stack } = written.template;
      const expected = `one in ${place}: ${other.template.stack} ${other.block.address} writes it too`;
      return [{ verdict: "notMet", stack, address: written.block.address, attribute: setting.each ?? "", expected, found: "a second one" }];
    });
  });
}

/** Where there is one. A Region that nobody can read is told by the judgement of providers, and is no place here. */
function placeOf(estate: Estate, { scope, each }: SingleSetting, written: StackBlock): string | undefined {
  const account = accountOf(written.template) ?? "the account";
  const region = regionOf(estate, written);
  if (scope === "accountAndRegion" && region === undefined) return undefined;
  const place = scope === "account" ? account : `${region} of ${account}`;
  return each === undefined ? place : `${place} for ${textAt(written.block.attributes, each) ?? "what AWS takes by default"}`;
}
