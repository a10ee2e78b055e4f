import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { App, Fn, Lazy, TerraformOutput, TerraformStack, Token } from "cdktf";
import { siteDesign } from "../../design/site/site";
import { whileDrawing } from "../../stacks/drawing";
import { FoundationStack } from "../../stacks/foundation";
import { sweden } from "../sweden";

/** A stack that looks at another, with a value of every kind that cdktf resolves. */
function draw(app: App): readonly FoundationStack[] {
  const design = siteDesign(sweden(), "a");
  const network = new FoundationStack(app, { ...design, name: "network" });
  const reader = new FoundationStack(app, { ...design, name: "reader" });
  const vpc = new Vpc(network, "vpc", { cidrBlock: "10.0.0.0/16", tags: { note: `seen from \${here}, or 1e+300` } });
  const values = {
    whole: vpc.id,
    within: `arn:aws:ec2:::vpc/${vpc.id}/$\{literal}`,
    number: Lazy.numberValue({ produce: () => 5 }),
    list: Token.asList(["a", vpc.arn]),
    map: Token.asStringMap({ id: vpc.id }),
    key: { [vpc.arn]: [undefined, Token.nullValue(), true, 0, "", []] },
    call: Fn.join(",", [vpc.id, "${"]),
    absent: undefined,
  };
  for (const stack of [network, reader]) new TerraformOutput(stack, "values", { value: values });
  reader.addOverride("terraform.required_version", Lazy.stringValue({ produce: () => ">= 1.11.0" }));
  return [network, reader];
}

it("writes of a stack what cdktf itself would write", () => {
  const outdir = mkdtempSync(join(tmpdir(), "twinsite-test-"));
  try {
    const [ours, cdktfs] = [draw(new App({ outdir })), draw(new App({ outdir }))];
    whileDrawing(() => {
      for (const stack of ours) stack.prepareStack();
      for (const stack of cdktfs) TerraformStack.prototype.prepareStack.call(stack);
      const written = ours.map((stack): unknown => stack.toTerraform());
      expect(written).toEqual(cdktfs.map((stack): unknown => TerraformStack.prototype.toTerraform.call(stack)));
      expect(JSON.stringify(written)).toContain("data.terraform_remote_state.cross-stack-reference-input-network.outputs");
    });
  } finally {
    rmSync(outdir, { recursive: true });
  }
});
