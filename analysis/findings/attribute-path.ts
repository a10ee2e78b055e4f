/** A place in a template as a finding names it: the block, and what of it. */
export interface AttributePlace {
  readonly address: string;
  readonly attribute: string;
}

const BLOCKS: readonly RegExp[] = [
  /^resource\.(\w+\.[\w-]+)(?:\.|(?=\[)|$)/,
  /^(data\.\w+\.[\w-]+)(?:\.|(?=\[)|$)/,
  /^((?:output|local|locals|variable|module|check)\.[\w-]+)(?:\.|(?=\[)|$)/,
  /^(provider\.[\w-]+(?:\[\d+\])?)(?:\.|$)/,
  /^(terraform)(?:\.|$)/,
  /^([a-z][a-z0-9]*_\w+\.[\w-]+)(?:\.|(?=\[)|$)/,
];

/** Splits a path of a template, such as `resource.aws_vpc.network.cidr_block`, after the block's address. */
export function attributePlace(path: string): AttributePlace {
  const found = BLOCKS.map((pattern) => pattern.exec(path)).find((match) => match !== null);
  const [whole = "", address = path] = found ?? [];
  return found === undefined ? { address: path, attribute: "" } : { address, attribute: path.slice(whole.length) };
}
