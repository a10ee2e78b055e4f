import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withAttachedProviders } from "../../cli/terraform/attached-providers";
import { isObject, type Json } from "../../synthesized/json";
import type { Template } from "../../synthesized/template";
import { synthesizedSweden } from "../sample-output";
import { skipWithoutTerraform } from "./terraform-plans";

const PORTS = ["stockholm-1-eqsk1", "stockholm-2-eqsk1"] as const;

const folder = mkdtempSync(join(tmpdir(), "twinsite-ports-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The stack as it was synthesized, but for what would keep a trial from ending: state elsewhere, and ports that cannot go. */
function trialOf({ document: { provider: _real, ...document } }: Template): Json {
  const withoutProtection = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(withoutProtection);
    if (!isObject(value)) return value;
    const kept = Object.entries(value).filter(([key]) => key !== "prevent_destroy");
    return Object.fromEntries(kept.map(([key, child]) => [key, withoutProtection(child)]));
  };
  const { terraform: settings } = document;
  return withoutProtection({ ...document, terraform: { ...(isObject(settings) ? settings : {}), backend: { local: {} } } });
}

/** An apply on Terraform's own mock of AWS, which gives the two ports these devices. */
function run(name: string, devices: readonly [string, string], outcome: string): string {
  const overrides = PORTS.map(
    (port, index) =>
      `  override_resource {\n    target = aws_dx_connection.${port}\n    values = { aws_device = "${devices[index]}" }\n  }`,
  );
  return [`run "${name}" {`, "  command = apply", ...overrides, outcome, "}", ""].join("\n");
}

/** @param attached a provider that is up: starting one takes most of the time. @default - Terraform starts its own */
function terraform(args: readonly string[], attached?: string): { readonly ok: boolean; readonly text: string } {
  const { status, stdout, stderr, error } = spawnSync(process.env["TERRAFORM_BINARY_NAME"] ?? "terraform", args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...(attached === undefined ? {} : { TF_REATTACH_PROVIDERS: attached }) },
  });
  return { ok: status === 0, text: error === undefined ? stdout + stderr : error.message };
}

const ports = synthesizedSweden().get("ports-eqsk1");
if (ports === undefined) throw new Error("ports-eqsk1 was not synthesized");
const mock = 'mock_provider "aws" {}\n';
writeFileSync(join(folder, "main.tf.json"), JSON.stringify(trialOf(ports)));
writeFileSync(
  join(folder, "apart.tftest.hcl"),
  mock + run("two_devices", ["device-a", "device-b"], "") + run("not_told_yet", ["", ""], ""),
);
writeFileSync(
  join(folder, "together.tftest.hcl"),
  mock + run("one_device", ["device-a", "device-a"], `  expect_failures = [aws_dx_connection.${PORTS[1]}]`),
);
const init = terraform(["init", "-input=false", "-no-color"]);

if (init.ok) {
  test("the real Terraform fails two ports on one AWS device, and passes two devices and devices that are not told yet", async () => {
    const { text } = await withAttachedProviders(({ lend }) =>
      lend(join(folder, ".terraform/providers"), (attached) => Promise.resolve(terraform(["test", "-no-color"], attached))),
    );
    expect(text).toContain("Success! 3 passed, 0 failed.");
  });
} else {
  skipWithoutTerraform(`${init.text}. \`npx twinsite plan\` says how to get what is missing.`);
}
