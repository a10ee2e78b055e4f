import type { ReadingFault } from "../reading-fault";

/** What lies in a stack's folder, by its path below it. */
export interface FolderEntry {
  readonly path: string;
  readonly kind: "file" | "folder" | "link" | "special";
  /** What the file says, where its text was read. */
  readonly text?: string;
}

/** Where a stack's folder lies below the output, and which of its files is the template. */
export interface StackPlace {
  readonly stack: string;
  readonly folder: string;
  readonly template: string;
  /** What cdktf notes about the stack, where it writes that down. */
  readonly metadata?: string | undefined;
}

/**
 * What lies beside a template that Terraform reads and the judge does not, or that nobody put there
 * who is known. Terraform takes a whole folder for one configuration.
 */
export function folderFaults(place: StackPlace, entries: readonly FolderEntry[]): readonly ReadingFault[] {
  return entries.flatMap((entry) => {
    if (isKnown(entry, place)) return [];
    const workspace = entry.path === WORKSPACE && entry.kind === "file" ? workspaceFault(entry) : undefined;
    if (workspace === "none") return [];
    const { verdict, expected, found } = workspace ?? whyForeign(entry);
    return [{ verdict, stack: place.stack, address: pathBelow(place, entry), attribute: "", expected, found }];
  });
}

function pathBelow({ folder }: StackPlace, { path }: FolderEntry): string {
  return folder === "" ? path : `${folder}/${path}`;
}

type Told = Pick<ReadingFault, "verdict" | "expected" | "found">;

/** Which workspace was selected with `terraform workspace select`. */
const WORKSPACE = ".terraform/environment";

function workspaceFault({ text = "" }: FolderEntry): Told | "none" {
  const workspace = text.trim();
  if (workspace === "" || workspace === "default") return "none";
  const found = `workspace ${workspace.slice(0, 80)}`;
  return { verdict: "notMet", expected: "the default workspace: another has a state of its own, which nobody reads", found };
}

/**
 * What Terraform, cdktf and their users leave there without any effect on a plan: locked and
 * installed providers, the backend that init chose, states, and the plan that `cdktf diff` keeps.
 */
const LEFT_BY_TERRAFORM: readonly { readonly path: RegExp; readonly kind: readonly FolderEntry["kind"][] }[] = [
  { path: /^\.terraform$/, kind: ["folder"] },
  { path: /^\.terraform\/providers$/, kind: ["folder", "link"] },
  { path: /^\.terraform\/terraform\.tfstate$/, kind: ["file"] },
  { path: /^\.terraform\.lock\.hcl$/, kind: ["file"] },
  { path: /^[^/]*\.tfstate(?:\.[\w.-]+)?$/, kind: ["file"] },
  { path: /^terraform\.tfstate\.d$/, kind: ["folder"] },
  { path: /^plan$/, kind: ["file"] },
];

function isKnown({ path, kind }: FolderEntry, { template, metadata }: StackPlace): boolean {
  if (path === template || path === metadata) return kind === "file";
  return LEFT_BY_TERRAFORM.some((known) => known.kind.includes(kind) && known.path.test(path));
}

/** What each other file would do, as Terraform 1.11 and OpenTofu 1.9 take it (configs/parser_config_dir.go, command/meta_vars.go; read 2026-11-30). */
const FOREIGN: readonly { readonly path: RegExp; readonly does: string }[] = [
  { path: /^\.terraform\/modules$/, does: "the content of modules, which is not read here" },
  { path: /^\.terraform\//, does: "a setting of `terraform init`, which is not read here" },
  { path: /^(?:.*_)?override\.(?:tf|tofu)(?:\.json)?$/, does: "Terraform merges it over the template" },
  { path: /\.(?:tf|tofu)(?:\.json)?$/, does: "Terraform reads it with the template" },
  { path: /^terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/, does: "Terraform takes values of variables from it" },
  { path: /\.(?:tftest|tofutest)\.(?:hcl|json)$/, does: "`terraform test`, and so a rehearsal, runs it" },
];

function whyForeign({ path, kind }: FolderEntry): Told {
  const does = FOREIGN.find((foreign) => foreign.path.test(path))?.does ?? "nobody here knows what it is for";
  const what = { file: "a file", folder: "a folder", link: "a link", special: "a pipe, socket or device" }[kind];
  return { verdict: "undetermined", expected: "the template alone, and what Terraform keeps beside it", found: `${what}: ${does}` };
}
