import type { CommonCauseGroup } from "../common-cause";
import type { Definitions } from "./definitions";
import { type PlacedFault, placedFault, type Told } from "./model-fault";

/** What CCF groups must agree on with each other and with the rest of the model. */
export function groupFaults(groups: readonly CommonCauseGroup[], definitions: Definitions): readonly PlacedFault[] {
  const { commonCauses, basicEvents } = definitions;
  const owners = new Map<string, string>();
  const faults: PlacedFault[] = [];
  for (const { name, members } of groups) {
    const element = commonCauses.get(name);
    if (element === undefined) continue;
    for (const member of members) {
      for (const told of memberFaults(member, owners.get(member), definitions)) faults.push(placedFault(element, told));
      owners.set(member, name);
    }
  }
  if (groups.length === 0) return faults;
  for (const [name, element] of basicEvents) if (isLikeACause(name)) faults.push(placedFault(element, takenName(name)));
  return faults;
}

/** A member belongs to one group and is no gate: its causes take its place. */
function memberFaults(member: string, owner: string | undefined, { gates, houseEvents }: Definitions): readonly Told[] {
  const isOther = gates.has(member) || houseEvents.has(member);
  if (owner === undefined && !isOther) return /\s/.test(member) ? [spacedName(member)] : [];
  return [
    {
      what: owner === undefined ? `${member} is defined as something else.` : `${member} is in the group ${owner} already.`,
      allowed: "Basic events, each in one group at most.",
      mend: `Take ${member} out.`,
    },
  ];
}

/** Causes are named after those that they strike: [pump-1 pump-2]. */
function isLikeACause(name: string): boolean {
  return name.startsWith("[") && name.endsWith("]");
}

function takenName(name: string): Told {
  return {
    what: `${name} is named as common causes are: by their members in square brackets.`,
    allowed: "Another name, in a model with CCF groups.",
    mend: "Rename it where it is defined and used.",
  };
}

function spacedName(member: string): Told {
  return {
    what: `The member ${member} has a space in its name.`,
    allowed: "Members without: a common cause is named after them, with spaces between.",
    mend: "Rename it where it is defined and used.",
  };
}
