import { blockIn, listAt, textAt, textsAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { blocksNamed } from "../../synthesized/estate/follow";
import { blocksOfType, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { recordsByZone } from "./answers";
import type { Payment } from "./payment";
import { missing, type Piece } from "./step";
import { signingKeysOf } from "./zone-signing";

/**
 * What proves to resolvers that a private zone below a signed one has no signatures: a delegation
 * without a DS record, to a public zone of its name (docs/adr/0017-an-unsigned-delegation-for-private-names.md).
 */
export function delegationPieces(zone: StackBlock, { estate }: Payment): readonly Piece[] {
  const name = textAt(zone.block.attributes, "name");
  if (name === undefined) return [];
  return signedAbove(estate, name).flatMap((parent): readonly Piece[] => {
    const records = (recordsByZone(estate).get(parent.block) ?? []).filter(({ block }) => textAt(block.attributes, "name") === name);
    const named = records.filter(({ block }) => textAt(block.attributes, "type") === "NS");
    const led = named.some((record) => leadsToZoneOf(estate, record, name));
    const signed = records.find(({ block }) => textAt(block.attributes, "type") === "DS");
    return [
      ...(led
        ? []
        : [missing(`${textOf(parent)} is signed and delegates ${name} to no zone of that name: resolvers that check refuse it`)]),
      ...(signed === undefined ? [] : [missing(`${textOf(signed)} says that ${name} is signed, which no private zone is`)]),
    ];
  });
}

function signedAbove(estate: Estate, name: string): readonly StackBlock[] {
  return blocksOfType(estate, "aws_route53_zone").filter((zone) => {
    const above = textAt(zone.block.attributes, "name");
    const isPublic = blockIn(zone.block.attributes, "vpc") === undefined;
    return isPublic && above !== undefined && name.endsWith(`.${above}`) && signingKeysOf(estate, zone).length > 0;
  });
}

function leadsToZoneOf(estate: Estate, { template, block }: StackBlock, name: string): boolean {
  const { attributes } = block;
  const servers = [textAt(attributes, "records") ?? [], listAt(attributes, "records")].flat();
  const zones = servers.flatMap((server) => blocksNamed(estate, template, server));
  return (
    zones.length > 0 && zones.every((zone) => zone.block.type === "aws_route53_zone" && textAt(zone.block.attributes, "name") === name)
  );
}

/** Names of AWS's own authority (acm/latest/userguide/setup-caa, from memory). */
const OURS = /"(?:amazon|amazontrust|awstrust|amazonaws)\.com"/;

/** Whether AWS's authority may issue for a zone's names: a record that names others only ends every renewal. */
export function issuerPieces(zone: StackBlock, { estate }: Payment): readonly Piece[] {
  return (recordsByZone(estate).get(zone.block) ?? [])
    .filter(({ block }) => textAt(block.attributes, "type") === "CAA")
    .flatMap((record) => {
      const values = textsAt(record.block.attributes, "records") ?? [];
      const mayIssue = values.some((value) => / issue /.test(value) && OURS.test(value));
      return mayIssue ? [] : [missing(`${textOf(record)} lets no authority of AWS issue certificates`)];
    });
}
