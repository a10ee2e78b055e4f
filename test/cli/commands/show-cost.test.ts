import { sampleOutput } from "../../sample-output";
import { twinsite } from "../twinsite";

test("the cost is shown with cells, stacks, sum, readiness and what has no price, in lines that fit a terminal", () => {
  const { exitCode, stdout } = twinsite(["show", "cost", "--in", sampleOutput()]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^1 cells? at each site, 24 stacks, 1422 resources\n/);
  expect(stdout).toMatch(/^in all at least USD \d/m);
  expect(stdout).toMatch(/^of it only to be ready, since site-a alone carries the peak/m);
  expect(stdout).toMatch(/^ +\d+ {2}aws_dsql_cluster: by DPUs/m);
  expect(stdout.split("\n").filter((line) => line.length > 100)).toEqual([]);
});

test("its JSON has every line with its price, source and date", () => {
  const { stdout } = twinsite(["show", "cost", "--in", sampleOutput(), "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    cells: 1,
    stacks: 24,
    lines: expect.arrayContaining([expect.objectContaining({ region: "eu-central-1" })]),
  });
});
