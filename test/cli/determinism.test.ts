import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sampleOutput } from "../sample-output";
import { temporaryFolders } from "./temporary";
import { root, twinsite } from "./twinsite";

const newFolder = temporaryFolders();
const DEPLOYMENT = join(root, "config/deployments/sweden.yaml");

/** The bytes of an output's files, by path. */
function filesOf(output: string): Readonly<Record<string, string>> {
  const paths = readdirSync(output, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json"));
  return Object.fromEntries(paths.toSorted().map((path) => [path, readFileSync(join(output, path), "utf8")]));
}

/** What twinsite synth makes in this folder and environment. */
const ours = filesOf(sampleOutput());

test("a synth in another folder, home, time zone and language gives the same bytes", () => {
  const second = join(newFolder(), "deeply", "nested", "elsewhere");
  twinsite(["synth", "--deployment", DEPLOYMENT, "--out", second], {
    folder: newFolder(),
    environment: {
      HOME: newFolder(),
      TZ: "Pacific/Kiritimati",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
      CDKTF_CONTEXT_JSON: '{"excludeStackIdFromLogicalIds":true}',
      SYNTH_HCL_OUTPUT: "true",
      AWS_REGION: "us-east-1",
    },
  });
  expect(Object.keys(ours).length).toBeGreaterThan(2);
  expect(filesOf(second)).toEqual(ours);
});

test("cdktf synth and twinsite synth give the same bytes", () => {
  const theirs = newFolder();
  const cdktf = spawnSync(process.execPath, [join(root, "bin/cdktf.js"), "synth", "--output", theirs], {
    cwd: root,
    env: { ...process.env, CHECKPOINT_DISABLE: "1", CI: "1" },
    encoding: "utf8",
  });
  expect(`${cdktf.status} ${cdktf.stderr}`).toMatch(/^0 /);
  expect(filesOf(theirs)).toEqual(ours);
});
