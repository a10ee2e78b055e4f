import type { JsonObject } from "../../synthesized/json";
import { parseTemplate, type Template } from "../../synthesized/template";

/** Blocks of a template that a test writes by hand: type, name, attributes. */
export type Blocks = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

export interface WrittenTemplate {
  readonly stack?: string;
  readonly region?: string;
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly evidence?: JsonObject;
  /** Replaces any of the document's parts. */
  readonly parts?: JsonObject;
}

/** Tags with which nothing is wrong. */
export const writtenTags = {
  "twinsite:deployment": "sample",
  "twinsite:owner": "us",
  "twinsite:cost-centre": "1",
  "twinsite:site": "both",
  "twinsite:segment": "none",
  "twinsite:pci-scope": "cde",
};

/** Evidence with everything that the judge reads, and nothing in it. */
export function writtenEvidence(stack: string, parts: JsonObject = {}): JsonObject {
  return {
    schemaVersion: 1,
    deployment: "test",
    stack,
    site: stack.startsWith("site-") ? stack : null,
    permittedFlows: [],
    permittedDifferences: [],
    ...parts,
  };
}

function writtenDocument(written: WrittenTemplate): JsonObject {
  const stack = written.stack ?? "site-a";
  return {
    "//": { metadata: { backend: "local", stackName: stack, version: "0.21.0" }, outputs: { [stack]: { evidence: "twinsite_evidence" } } },
    terraform: { backend: { local: { path: `../${stack}.tfstate` } } },
    provider: {
      aws: [{ region: written.region ?? "eu-north-1", allowed_account_ids: ["111122223333"], default_tags: [{ tags: writtenTags }] }],
    },
    resource: written.resource ?? {},
    data: written.data ?? {},
    output: { twinsite_evidence: { value: written.evidence ?? writtenEvidence(stack) } },
    ...written.parts,
  };
}

export function writtenTemplate(written: WrittenTemplate = {}): Template {
  return parseTemplate(JSON.stringify(writtenDocument(written)), written.stack ?? "site-a");
}
