import { once } from "node:events";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { withAttachedProviders } from "../../../cli/terraform/attached-providers";
import { parseJson } from "../../../synthesized/json";
import { temporaryFolders, writeFiles } from "../temporary";

const newFolder = temporaryFolders();

/** Says where it listens, as a provider does in debug mode, and stays up; every start is a line with its number. */
const serving = `#!/bin/sh
echo "$$" >> "$(dirname "$0")/started"
echo 'Provider started. To attach Terraform CLI, set the variable:'
echo
echo "	TF_REATTACH_PROVIDERS='{\\"registry.terraform.io/hashicorp/aws\\":{\\"Pid\\":$$,\\"Addr\\":{\\"Network\\":\\"unix\\",\\"String\\":\\"/none\\"}}}'"
exec sleep 600
`;

/** Tells whoever asks it anything which process it is. */
const answering = `#!${process.execPath}
const { join } = require("node:path");
require("node:fs").appendFileSync(join(__dirname, "started"), process.pid + "\\n");
const String = join(process.env.TMPDIR, "provider-" + process.pid);
const announced = { aws: { Pid: process.pid, Test: true, Addr: { Network: "unix", String } } };
require("node:net")
  .createServer((client) => client.on("error", () => 0).on("data", () => client.write(process.pid + "\\n")))
  .listen(String, () => console.log("TF_REATTACH_PROVIDERS='" + JSON.stringify(announced) + "'"));
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
  const named = { "registry.opentofu.org/hashicorp/aws": { Pid: pid, Addr: { Network: "unix", String: "/none" } } };
  expect(attached.map((text) => parseJson(text ?? ""))).toEqual([named, named]);
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
  ["that listens elsewhere than at a socket", { [path]: serving.replace("unix", "tcp") }],
  ["that announces what is no JSON", { [path]: "#!/bin/sh\necho \"TF_REATTACH_PROVIDERS='?'\"\nexec sleep 600\n" }],
  ["beside another", { [path]: serving, [path.replaceAll("aws", "tls")]: serving }],
  ["in a folder that is no mirror", { "terraform-provider-aws": serving }],
];
test.each(notLent)("Terraform starts a provider itself %s", async (_what, programs) => {
  const folder = mirror(programs);
  expect(await withAttachedProviders(({ lend }) => lend(folder, (provider) => Promise.resolve(provider)))).toBeUndefined();
  expect(await withAttachedProviders(({ lendSeveral }) => lendSeveral(folder, (provider) => Promise.resolve(provider)))).toBeUndefined();
});

const attachedSchema = z.record(z.string(), z.object({ Addr: z.object({ String: z.string() }) }));

function socketOf(attached = ""): string {
  const [told] = Object.values(attachedSchema.parse(parseJson(attached)));
  return told?.Addr.String ?? "";
}

async function ask(client: Socket): Promise<number> {
  client.write("which process are you?");
  const [answer] = await once(client, "data");
  return Number(String(answer));
}

test("of a job with several configurations each connection has a provider to itself, and the next one what it gave back", async () => {
  const folder = mirror({ [path]: answering });
  const asked = await withAttachedProviders(({ lendSeveral }) =>
    lendSeveral(folder, async (attached) => {
      const [one, two] = [connect(socketOf(attached)), connect(socketOf(attached))];
      const first = await ask(one);
      const second = await ask(two);
      two.destroy();
      await wait(200);
      const third = await ask(connect(socketOf(attached)));
      return { again: await ask(one), first, second, third };
    }),
  );
  expect(asked).toMatchObject({ again: asked.first, third: asked.second });
  expect(started(folder)).toEqual([asked.first, asked.second]);
  expect(await Promise.all(started(folder).map(untilEnded))).toEqual([true, true]);
});

test("whoever only knocks has no provider started for it", async () => {
  const folder = mirror({ [path]: answering });
  await withAttachedProviders(({ lendSeveral }) =>
    lendSeveral(folder, async (attached) => {
      const held = connect(socketOf(attached));
      await ask(held);
      const knocking = connect(socketOf(attached));
      await once(knocking, "connect");
      await once(knocking.end(), "close");
    }),
  );
  expect(started(folder)).toHaveLength(1);
});
