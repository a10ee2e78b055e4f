import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import picocolors from "picocolors";
import { parse, stringify } from "yaml";
import { z } from "zod";
import { synth } from "../../cli/commands/synth";
import type { Fault } from "../../config/fault";
import { type DeploymentReading, readDeployment } from "../../config/read-deployment";
import { designOf } from "../../design/design";
import { builtFindings } from "../../design/limits/limits";
import { linkPlan } from "../../design/links/ordering/link-plan";
import { temporaryFolders } from "../cli/temporary";
import { type Group, randomEdits } from "./random-edits";
import { randomTextEdits } from "./text/random-text-edits";

const folder = join(__dirname, "../../config/deployments");
const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
const samples = texts.map((text): Group => z.record(z.string(), z.unknown()).parse(parse(text)));

/** RANDOM_EDITS asks for so many times as many. */
const times = Number(process.env["RANDOM_EDITS"] ?? 1);
const timeout = times * 120_000;

/** The text of any of the files, with values changed or signs and lines spoilt. */
const editedTexts: fc.Arbitrary<string> = fc.nat(texts.length - 1).chain((nth) =>
  fc.oneof(
    randomEdits(samples).map((edit) => {
      const deployment = structuredClone(samples[nth] ?? {});
      edit(deployment);
      return stringify(deployment, { aliasDuplicateObjects: false });
    }),
    randomTextEdits.map((edit) => edit(texts[nth] ?? "")),
  ),
);

function readingOf(text: string | Uint8Array): DeploymentReading {
  return readDeployment(typeof text === "string" ? new TextEncoder().encode(text) : text, "edited.yaml", builtFindings);
}

/** Faults that a reader could not act on: that point out of the file, or leave something unsaid. */
function uselessFaults(text: string, faults: readonly Fault[]): readonly Fault[] {
  const lines = text.split("\n");
  return faults.filter(({ line, column, path, what, allowed, mend }) => {
    const placed = line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1] ?? "").length + 1;
    const said = [path, what, allowed, mend];
    return !placed || said.some((words) => words.trim() === "") || /undefined|\[object|NaN/.test(said.join(" "));
  });
}

/** What is sound is built: nothing of its design may fail either. */
function built({ deployment }: Extract<DeploymentReading, { kind: "sound" }>): readonly Fault[] {
  designOf(deployment);
  linkPlan(deployment, undefined);
  return [];
}

describe("any deployment file, changed at random", () => {
  test(
    "is told usable faults, or is designed: never an exception",
    () => {
      fc.assert(
        fc.property(editedTexts, (text) => {
          const reading = readingOf(text);
          expect(reading.kind === "faulty" ? uselessFaults(text, reading.faults) : built(reading)).toEqual([]);
        }),
        { numRuns: 100 * times },
      );
    },
    timeout,
  );

  const newFolder = temporaryFolders();
  const colors = picocolors.createColors(false);

  test(
    "ends a synth with 2 where it has a fault, says where, and writes nothing",
    async () => {
      const faulty = editedTexts.filter((text) => readingOf(text).kind === "faulty");
      await fc.assert(
        fc.asyncProperty(faulty, async (text) => {
          const [here, notes]: [string, string[]] = [newFolder(), []];
          const [deployment, out] = [join(here, "edited.yaml"), join(here, "out")];
          writeFileSync(deployment, text);
          const terminal = {
            print: () => undefined,
            note: (line: string) => void notes.push(line),
            colors,
            noteColors: colors,
            watched: false,
          };
          expect(await synth({ deployment, out, form: "text", asOf: "2026-11-30" }, terminal)).toBe(2);
          expect(notes.join("\n")).toMatch(/edited\.yaml:\d+:\d+ [^]*\n\d+ faults? in .*Nothing was written\.$/);
          expect(readdirSync(here)).toEqual(["edited.yaml"]);
          expect(existsSync(out)).toBe(false);
        }),
        { numRuns: 20 * times },
      );
    },
    timeout,
  );

  test("bytes that are anything at all lead to faults and never to an exception", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const reading = readingOf(bytes);
        expect(reading.kind === "faulty" && reading.faults.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
