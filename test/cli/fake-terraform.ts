import { chmodSync } from "node:fs";
import { join } from "node:path";
import { writeFiles } from "./temporary";

const plan = JSON.stringify({
  format_version: "1.2",
  terraform_version: "1.11.4",
  timestamp: "2026-11-23T00:00:00Z",
  planned_values: { outputs: { twinsite_evidence: {} } },
});

const lines = (...messages: readonly object[]): string => messages.map((message) => JSON.stringify(message)).join("\n");

const applied = {
  outputs: { id: { value: "vpc-1", type: "string", sensitive: true } },
  root_module: { resources: [{ mode: "managed" }, { mode: "managed" }] },
};
const summary = lines({ type: "change_summary", changes: { add: 7, change: 0, remove: 0, operation: "plan" } });
const passed = lines({ type: "test_state", test_state: applied }, { type: "test_summary", test_summary: { status: "pass" } });
const unchanged = lines({ type: "test_plan", test_plan: { resource_changes: [] } });
const stateMissing = lines(
  { type: "diagnostic", diagnostic: { severity: "error", summary: "Unable to find remote state", detail: "" } },
  { type: "test_summary", test_summary: { status: "error" } },
);

/**
 * A program that answers as Terraform does where nothing is to be added, two resources are tested,
 * and a state that is read is a file that is there or not. It logs what it was asked.
 */
const program = `#!/bin/sh
echo "$1" >> "$(dirname "$0")/asked.log"
case "$1" in
  version) echo "\${FAKE_VERSION-Terraform v1.11.4}" ;;
  init) [ "$FAKE_OFFLINE" != 1 ] && mkdir -p .terraform/providers ;;
  plan)
    [ "$FAKE_HANGS" != 1 ] || exec sleep 600
    [ "$FAKE_SILENT" = 1 ] || echo '${summary}' ;;
  test)
    if [ "$FAKE_FAILS" = 1 ] || { grep -q terraform_remote_state zz_override.tf.json && [ ! -d upstream ]; }; then echo '${stateMissing}'; exit 1; fi
    grep -q plan_again roll-out.tftest.json && echo '${unchanged}'
    echo '${passed}' ;;
  show) echo '${plan}' ;;
esac
`;

/** Puts it into a folder; returns the environment in which twinsite takes it for Terraform. */
export function fakeTerraform(folder: string): NodeJS.ProcessEnv {
  writeFiles(folder, { terraform: program });
  chmodSync(join(folder, "terraform"), 0o755);
  return { TERRAFORM_BINARY_NAME: join(folder, "terraform"), XDG_CACHE_HOME: join(folder, "cache"), TF_CLI_CONFIG_FILE: "" };
}
