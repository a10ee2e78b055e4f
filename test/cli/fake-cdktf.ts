import { chmodSync } from "node:fs";
import { join } from "node:path";
import { writeFiles } from "./temporary";

/**
 * A program that takes the words of cdktf, logs them, and deploys by writing a state as Terraform
 * would: everything that the stack's template names. FAKE_FAILS and FAKE_DISMISSES name stacks;
 * FAKE_WRITES names a file of the output that is written to meanwhile; FAKE_DRAWS is said as cdktf
 * draws on a terminal.
 * The shell starts forty times as fast as Node, and tests ask for a version at every step.
 */
const cdktf = `#!/bin/sh
[ "$1" = --version ] && exit 0
echo "$*" >> "$(dirname "$0")/cdktf.log"
[ -n "$FAKE_DRAWS" ] && printf '\\033[2K\\033[1A\\033[G1 Stack deploying     0 Stacks done     0 Stacks waiting\\n%s  \\033[31mError: %s\\033[0m\\n' "$2" "$FAKE_DRAWS"
[ "$FAKE_FAILS" = "$2" ] && exit 1
for word; do case "$word" in --outputs-file=*) outputs=\${word#*=} ;; esac; done
if [ "$FAKE_DISMISSES" = "$2" ]; then echo '{}' > "$outputs"; exit; fi
exec node "$(dirname "$0")/apply.cjs" "$@"
`;

const apply = `
const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const { dirname, join, resolve } = require("node:path");
const [, stack, ...options] = process.argv.slice(2);
const valueOf = (option) => options.find((word) => word.startsWith(option + "="))?.slice(option.length + 1);
const folder = join(valueOf("--output"), "stacks", stack);
const { resource = {}, output = {}, terraform } = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8"));
const resources = Object.entries(resource).flatMap(([type, named]) => Object.keys(named).map((name) => ({ mode: "managed", type, name, instances: [{}] })));
const state = resolve(folder, terraform.backend.local.path);
mkdirSync(dirname(state), { recursive: true });
writeFileSync(state, JSON.stringify({ version: 4, outputs: output, resources }));
if (process.env.FAKE_WRITES) appendFileSync(join(valueOf("--output"), process.env.FAKE_WRITES), " ");
writeFileSync(valueOf("--outputs-file"), JSON.stringify({ [stack]: {} }));
`;

/** A Terraform that only pulls states, of local backends; FAKE_INIT_SAYS is what its init fails with. */
const terraform = `#!/bin/sh
case "$1" in
  version) echo Terraform v1.11.4 ;;
  init) if [ -n "$FAKE_INIT_SAYS" ]; then echo "$FAKE_INIT_SAYS" >&2; exit 1; fi ;;
  state)
    state=$(sed -n 's/^{"terraform":{"backend":{"local":{"path":"\\(.*\\)"}}}}$/\\1/p' main.tf.json)
    [ -n "$state" ] || exit 1
    if [ -f "$state" ]; then cat "$state"; fi ;;
esac
`;

/** Puts both into a folder; returns the environment in which twinsite takes them for the real ones. */
export function fakeCdktf(folder: string): NodeJS.ProcessEnv {
  writeFiles(folder, { cdktf, terraform, "apply.cjs": apply });
  for (const name of ["cdktf", "terraform"]) chmodSync(join(folder, name), 0o755);
  return { CDKTF_BINARY_NAME: join(folder, "cdktf"), TERRAFORM_BINARY_NAME: join(folder, "terraform") };
}
