import { blockIn, flagAt, numberAt, textAt } from "../../synthesized/attributes";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { check, missing, type Piece } from "./step";

/** Route53/latest/APIReference/API_ResourceRecordSet, from memory. */
const MOST_WEIGHT = 255;

/** What share of the questions a record answers, and that it answers none where what it leads to is not well. */
export function weightPieces(record: StackBlock): readonly Piece[] {
  const { attributes } = record.block;
  const weighted = blockIn(attributes, "weighted_routing_policy");
  const evaluates = flagAt(blockIn(attributes, "alias") ?? {}, "evaluate_target_health") === true;
  const weight = weighted === undefined ? undefined : numberAt(weighted, "weight");
  const name = textAt(attributes, "name") ?? textOf(record);
  return [
    ...(weight === undefined
      ? []
      : [
          check(
            weight > 0 && weight <= MOST_WEIGHT,
            `${name}: weight ${weight}`,
            `${name} has weight ${weight}: none is never answered, and AWS takes up to ${MOST_WEIGHT}`,
          ),
        ]),
    ...(evaluates ? [] : [missing(`${name} is answered even where what it leads to is not well`)]),
  ];
}
