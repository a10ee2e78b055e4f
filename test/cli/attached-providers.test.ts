import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { withAttachedProviders } from "../../cli/attached-providers";
import { temporaryFolders, writeFiles } from "./temporary";

const newFolder = temporaryFolders();

/** Says where it listens, as a provider does in debug mode, and stays up; every start is a line with its number. */
const serving = `#!/bin/sh
echo "$$" >> "$(dirname "$0")/started"
echo 'Provider started. To attach Terraform CLI, set the variable:'
echo
echo "	TF_REATTACH_PROVIDERS='{\\"registry.terraform.io/hashicorp/aws\\":{\\"Pid\\":$$}}'"
exec sleep 600
`;

function mirror(programs: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  for (const [path, program] of Object.entries(programs)) {
    writeFiles(folder, { [path]: program });
    chmodSync(join(folder, path), 0o755);
  }
  return folder;
}

const place = "registry.opentofu.org/hashicorp/aws/5.100.0/linux_amd64";
const path = `${place}/terraform-provider-aws_v5.100.0_x5`;

function started(folder: string): readonly number[] {
  const log = join(folder, place, "started");
  return existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").map(Number) : [];
}

function isUp(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilEnded(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100 && isUp(pid); tries += 1) await wait(20);
  return !isUp(pid);
}

test("one provider serves job after job, named as its mirror names it, and ends with the last", async () => {
  const folder = mirror({ [path]: serving });
  const attached = await withAttachedProviders(async ({ lend }) => [
    await lend(folder, (provider) => Promise.resolve(provider)),
    await lend(folder, (provider) => Promise.resolve(provider)),
  ]);
  const [pid = 0, ...others] = started(folder);
  expect(others).toEqual([]);
  const named = JSON.stringify({ "registry.opentofu.org/hashicorp/aws": { Pid: pid } });
  expect(attached).toEqual([named, named]);
  expect(await untilEnded(pid)).toBe(true);
});

test("jobs side by side have a provider each, and both end when a job fails", async () => {
  const folder = mirror({ [path]: serving });
  const failing = withAttachedProviders(async ({ lend }) => {
    await lend(folder, async (first) => {
      await lend(folder, (second) => {
        expect(second).not.toBe(first);
        throw new Error("a job failed");
      });
    });
  });
  await expect(failing).rejects.toThrow("a job failed");
  const pids = started(folder);
  expect(pids).toHaveLength(2);
  expect(await Promise.all(pids.map(untilEnded))).toEqual([true, true]);
});

const notLent: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["that ends without a word", { [path]: "#!/bin/sh\nexit 1\n" }],
  ["that is no program", { [path]: "" }],
  ["that announces what is no JSON", { [path]: "#!/bin/sh\necho \"TF_REATTACH_PROVIDERS='?'\"\nexec sleep 600\n" }],
  ["beside another", { [path]: serving, [path.replaceAll("aws", "tls")]: serving }],
  ["in a folder that is no mirror", { "terraform-provider-aws": serving }],
];
test.each(notLent)("Terraform starts a provider itself %s", async (_what, programs) => {
  expect(await withAttachedProviders(({ lend }) => lend(mirror(programs), (provider) => Promise.resolve(provider)))).toBeUndefined();
});
