import { chmodSync } from "node:fs";
import { join } from "node:path";
import { writeFiles } from "./temporary";

const plan = JSON.stringify({
  format_version: "1.2",
  terraform_version: "1.11.4",
  timestamp: "2026-11-23T00:00:00Z",
  planned_values: { outputs: { twinsite_evidence: {} } },
});

/** A program that answers as Terraform does where nothing is to be added, and logs what it was asked. */
const program = `#!/bin/sh
echo "$1" >> "$(dirname "$0")/asked.log"
case "$1" in
  version) echo "\${FAKE_VERSION-Terraform v1.11.4}" ;;
  init) [ "$FAKE_OFFLINE" != 1 ] && mkdir -p .terraform/providers ;;
  validate) echo '{"format_version":"1.0","diagnostics":[]}' ;;
  plan) [ "$FAKE_HANGS" != 1 ] || exec sleep 600 ;;
  show) echo '${plan}' ;;
esac
`;

/** Puts it into a folder; returns the environment in which twinsite takes it for Terraform. */
export function fakeTerraform(folder: string): NodeJS.ProcessEnv {
  writeFiles(folder, { terraform: program });
  chmodSync(join(folder, "terraform"), 0o755);
  return { TERRAFORM_BINARY_NAME: join(folder, "terraform"), XDG_CACHE_HOME: join(folder, "cache"), TF_CLI_CONFIG_FILE: "" };
}
