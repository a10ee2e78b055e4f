import { isObject } from "../json";
import type { Block } from "../template";
import { backendFaults } from "./backend-faults";
import { type FormFault, quoted, unread, wrong } from "./form-fault";
import { isAws, isBuiltIn } from "./provider-faults";

/** Data sources that run a program or ask whoever answers, and give what they get to the rest. */
const STRANGERS: ReadonlyMap<string, string> = new Map([
  ["external", "no program on the deployer's machine"],
  ["http", "nothing that a stranger answers"],
]);

export function dataFaults(block: Block): readonly FormFault[] {
  const { address, type, provider } = block;
  if (type === "terraform_remote_state") return remoteStateFaults(block);
  const expected = STRANGERS.get(type);
  if (expected !== undefined) return [wrong({ address, attribute: "", expected, found: `data source ${type}` })];
  if (isAws(provider) || isBuiltIn(provider)) return [];
  return [unread({ address, attribute: "", expected: "a data source of AWS, or a state", found: `data source ${type}` })];
}

/** What else may stand there gives values that are in no stack, or another workspace's. */
function remoteStateFaults({ address, attributes }: Block): readonly FormFault[] {
  const { backend, config, workspace, provider: _provider, depends_on: _order, lifecycle: _life, "//": _comment, ...others } = attributes;
  const { count: _count, for_each: _each, ...unknown } = others;
  const isDefault = workspace === undefined || workspace === null || workspace === "default" || workspace === "${terraform.workspace}";
  const told = typeof backend === "string" && isObject(config);
  return [
    ...(told
      ? backendFaults(address, backend, config)
      : [unread({ address, attribute: "config", expected: "the place of a state", found: quoted(config) })]),
    ...(isDefault ? [] : [unread({ address, attribute: "workspace", expected: "the default workspace", found: quoted(workspace) })]),
    ...Object.keys(unknown)
      .filter((key) => unknown[key] !== null)
      .map((attribute) =>
        unread({ address, attribute, expected: "only backend, config and workspace", found: quoted(unknown[attribute]) }),
      ),
  ];
}
