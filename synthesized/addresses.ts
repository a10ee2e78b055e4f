import { isObject, type Json, type JsonObject } from "./json";
import type { Template } from "./template";

/**
 * Everything in a template under its address: `aws_vpc.network`, `data.aws_x.y`, `provider.aws.b`,
 * `output.x`, `local.x`, `terraform`, and `//` for what cdktf notes about the stack.
 */
export function blocksByAddress(template: Template): ReadonlyMap<string, Json> {
  const { resource: _resources, data: _data, provider: _providers, output, locals, ...others } = template.document;
  return new Map<string, Json>([
    ...[...template.resources, ...template.dataSources].map((block): [string, Json] => [block.address, block.attributes]),
    ...template.providers.map((provider): [string, Json] => [`provider.${provider.name}`, provider.attributes]),
    ...entriesOf("output", output),
    ...entriesOf("local", locals),
    ...Object.entries(others),
  ]);
}

function entriesOf(prefix: string, named: Json | undefined): readonly [string, Json][] {
  const blocks: JsonObject = isObject(named) ? named : {};
  return Object.entries(blocks).map(([name, value]) => [`${prefix}.${name}`, value]);
}
