import type { ReadingFault } from "../reading-fault";
import type { Template } from "../template";

/** Stacks whose states lie in one place: each would remove what the other has made. */
export function sharedStates(stacks: readonly Template[], folderOf: (stack: string) => string): readonly ReadingFault[] {
  const writers = new Map<string, string>();
  return stacks.flatMap((template) => {
    const place = placeOf(template, folderOf(template.stack));
    const other = writers.get(place);
    writers.set(place, other ?? template.stack);
    if (other === undefined) return [];
    return [
      {
        verdict: "notMet",
        stack: template.stack,
        address: "terraform",
        attribute: "backend",
        expected: "a state of its own",
        found: `the place of the state of ${other}`,
      } as const,
    ];
  });
}

/** A path holds from the stack's folder, and so does the one that Terraform takes where none is named. */
function placeOf({ backend }: Template, folder: string): string {
  const { bucket, key, path } = backend?.settings ?? {};
  if (backend !== undefined && backend.kind !== "local") return JSON.stringify([backend.kind, bucket ?? null, key ?? null]);
  return JSON.stringify(["local", resolved(folder, typeof path === "string" ? path : "terraform.tfstate")]);
}

function resolved(folder: string, path: string): string {
  if (path.startsWith("/")) return path;
  const steps: string[] = [];
  for (const step of `${folder}/${path}`.split("/")) {
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
