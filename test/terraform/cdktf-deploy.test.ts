import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolders, writeFiles, writeOutput } from "../cli/temporary";
import { root } from "../cli/twinsite";
import { skipWithoutTerraform } from "./terraform-plans";

const newFolder = temporaryFolders();
const MINUTES = 60_000;

/** A stack of which Terraform itself is the provider: to apply it takes neither AWS nor a download. */
const template = {
  "//": { metadata: { version: "0.21.0", stackName: "trial", backend: "local", overrides: {}, outputs: {} } },
  terraform: { backend: { local: { path: "trial.tfstate" } } },
  resource: { terraform_data: { trial: { input: "applied" } } },
  output: { told: { value: `\${terraform_data.trial.output}` } },
};

/** cdktf starts Terraform in a terminal of its own, by a part that is not JavaScript: only a real run shows that this Node takes it. */
function deploys(): void {
  const folder = join(newFolder(), "my twin");
  writeFiles(folder, { "cdktf.json": '{"language":"typescript","app":"false"}' });
  writeOutput(join(folder, "out"), { trial: { template } });
  const args = ["deploy", "trial", "--skip-synth", "--skip-provider-lock", "--auto-approve", `--output=${join(folder, "out")}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "bin/cdktf.js"), ...args], {
    cwd: folder,
    env: { ...process.env, CHECKPOINT_DISABLE: "1", CI: "1" },
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("Apply complete! Resources: 1 added");
  expect(readFileSync(join(folder, "out/stacks/trial/trial.tfstate"), "utf8")).toContain('"applied"');
}

const terraform = process.env["TERRAFORM_BINARY_NAME"] ?? "terraform";
const { error } = spawnSync(terraform, ["version"]);
if (error === undefined) test("cdktf deploys a stack with the real Terraform, and warns of nothing", deploys, 3 * MINUTES);
else skipWithoutTerraform(`${terraform} cannot be run: ${error.message}`);
