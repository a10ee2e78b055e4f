import { chmodSync } from "node:fs";
import { join } from "node:path";
import { writeFiles } from "./temporary";

/**
 * A program that takes the words of cdktf, logs them, and deploys by writing a state as Terraform
 * would: everything that the stack's template names. FAKE_FAILS and FAKE_DISMISSES name stacks.
 */
const cdktf = `#!/usr/bin/env node
const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const { dirname, join, resolve } = require("node:path");
const [command, stack, ...options] = process.argv.slice(2);
if (command === "--version") process.exit(0);
appendFileSync(join(__dirname, "cdktf.log"), [command, stack, ...options].join(" ") + "\\n");
const valueOf = (option) => options.find((word) => word.startsWith(option + "="))?.slice(option.length + 1);
if (process.env.FAKE_FAILS === stack) process.exit(1);
if (process.env.FAKE_DISMISSES === stack) {
  writeFileSync(valueOf("--outputs-file"), "{}");
  process.exit(0);
}
const folder = join(valueOf("--output"), "stacks", stack);
const { resource = {}, output = {}, terraform } = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8"));
const resources = Object.entries(resource).flatMap(([type, named]) => Object.keys(named).map((name) => ({ mode: "managed", type, name, instances: [{}] })));
const state = resolve(folder, terraform.backend.local.path);
mkdirSync(dirname(state), { recursive: true });
writeFileSync(state, JSON.stringify({ version: 4, outputs: output, resources }));
writeFileSync(valueOf("--outputs-file"), JSON.stringify({ [stack]: {} }));
`;

/** A Terraform that only pulls states, of local backends; FAKE_INIT_SAYS is what its init fails with. */
const terraform = `#!/usr/bin/env node
const { existsSync, readFileSync } = require("node:fs");
const [command] = process.argv.slice(2);
if (command === "version") console.log("Terraform v1.11.4");
if (command === "init" && process.env.FAKE_INIT_SAYS) {
  console.error(process.env.FAKE_INIT_SAYS);
  process.exit(1);
}
if (command === "state") {
  const { terraform: { backend: { local } } } = JSON.parse(readFileSync("main.tf.json", "utf8"));
  if (existsSync(local.path)) process.stdout.write(readFileSync(local.path, "utf8"));
}
`;

/** Puts both into a folder; returns the environment in which twinsite takes them for the real ones. */
export function fakeCdktf(folder: string): NodeJS.ProcessEnv {
  writeFiles(folder, { cdktf, terraform });
  for (const name of ["cdktf", "terraform"]) chmodSync(join(folder, name), 0o755);
  return { CDKTF_BINARY_NAME: join(folder, "cdktf"), TERRAFORM_BINARY_NAME: join(folder, "terraform") };
}
