import { createHash } from "node:crypto";
import { type Dirent, existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FolderEntry } from "../../synthesized/estate/stack-folder";

/** What lies in a stack's folder, folders within told by their names alone: of them Terraform reads only its own. */
export function entriesOfStack(folder: string): readonly FolderEntry[] {
  const entries = entriesIn(folder, "");
  const own = entries.find(({ path, kind }) => path === ".terraform" && kind === "folder");
  return own === undefined ? entries : [...entries, ...entriesIn(folder, ".terraform")];
}

function entriesIn(folder: string, below: string): readonly FolderEntry[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      const kind = kindOf(entry);
      return path === ".terraform/environment" && kind === "file" ? { path, kind, text: shortText(join(folder, path)) } : { path, kind };
    });
}

function kindOf(entry: Dirent): FolderEntry["kind"] {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "special";
}

/** A workspace's name has at most 90 letters; more of a file is not needed to see that it is none. */
function shortText(file: string): string {
  return statSync(file).size > 1024 ? "(too long for a name)" : readFileSync(file, "utf8");
}

/** What each file of a stack's folder holds, by path below it. Providers are held to the lock file's sums by Terraform itself. */
export type FolderSums = ReadonlyMap<string, string>;

/** A file that is larger is no template; what it is, the judge has said. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/** Sums of what lies in a folder now, and of files elsewhere; of a file whose bytes were read already, those of these bytes. */
export function sumsOf(
  folder: string,
  { also = [], read = new Map() }: { readonly also?: readonly string[]; readonly read?: ReadonlyMap<string, Buffer> } = {},
): FolderSums {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name !== ".terraform") return entry.isDirectory() ? filesBelow(folder, entry.name) : [entry.name];
    return entry.isDirectory() ? filesBelow(folder, entry.name, "providers") : [entry.name];
  });
  return new Map(
    [...paths, ...also].toSorted().map((path) => {
      const bytes = read.get(path);
      return [path, bytes === undefined ? sumOf(join(folder, path)) : sumOfBytes(bytes)];
    }),
  );
}

function filesBelow(folder: string, below: string, except?: string): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === except) return [];
    const path = join(below, entry.name);
    return entry.isDirectory() ? filesBelow(folder, path) : [path];
  });
}

function sumOf(file: string): string {
  const status = lstatSync(file, { throwIfNoEntry: false });
  if (status === undefined) return "gone";
  if (status.isSymbolicLink())
    return `link to ${readlinkSync(file)}${existsSync(file) && statSync(file).isFile() ? ` ${sumOfFile(file)}` : ""}`;
  return status.isFile() ? sumOfFile(file) : "no file";
}

function sumOfFile(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return size > LARGEST_BYTES ? `${size} bytes of ${mtimeMs}` : sumOfBytes(readFileSync(file));
}

function sumOfBytes(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Paths of which one has what the other has not. */
export function differencesOf(judged: FolderSums, now: FolderSums): readonly string[] {
  const paths = new Set([...judged.keys(), ...now.keys()]);
  return [...paths].filter((path) => judged.get(path) !== now.get(path)).toSorted();
}
