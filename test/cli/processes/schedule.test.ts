import { setTimeout as wait } from "node:timers/promises";
import { inDependencyOrder } from "../../../cli/processes/schedule";

const stacks = [
  { name: "bootstrap", after: [] },
  { name: "site-a", after: ["bootstrap"] },
  { name: "site-b", after: ["bootstrap"] },
  { name: "interconnect", after: ["site-a", "site-b"] },
];

/** Runs the stacks and tells what happened, in order. */
async function eventsOf(scheduled: typeof stacks, sideBySide: number): Promise<readonly string[]> {
  const events: string[] = [];
  await inDependencyOrder(scheduled, sideBySide, async ({ name }) => {
    events.push(`start ${name}`);
    await wait(1);
    events.push(`end ${name}`);
  });
  return events;
}

test("a stack starts when all that it waits for have ended", async () => {
  const events = await eventsOf(stacks, 4);
  expect(events.indexOf("end bootstrap")).toBeLessThan(events.indexOf("start site-a"));
  expect(events.indexOf("end site-a")).toBeLessThan(events.indexOf("start interconnect"));
  expect(events.indexOf("end site-b")).toBeLessThan(events.indexOf("start interconnect"));
});

test("both sites run side by side where two may", async () => {
  const events = await eventsOf(stacks, 2);
  expect(events.indexOf("start site-b")).toBeLessThan(events.indexOf("end site-a"));
});

test("no more run at once than may", async () => {
  const events = await eventsOf(stacks, 1);
  expect(events).toEqual(stacks.flatMap(({ name }) => [`start ${name}`, `end ${name}`]));
});

test("results come in the order of the stacks, whichever ended first", async () => {
  const results = await inDependencyOrder(stacks, 2, async ({ name }) => {
    await wait(name === "site-a" ? 20 : 1);
    return name;
  });
  expect(results).toEqual(["bootstrap", "site-a", "site-b", "interconnect"]);
});

test("a stack that waits for one which is not scheduled starts at once", async () => {
  expect(await eventsOf([{ name: "interconnect", after: ["site-a"] }], 1)).toEqual(["start interconnect", "end interconnect"]);
});

test("stacks that wait for each other are named instead of waiting for ever", async () => {
  const circle = [
    { name: "one", after: ["two"] },
    { name: "two", after: ["one"] },
  ];
  await expect(eventsOf(circle, 2)).rejects.toThrow("stacks wait for each other: one, two");
});

test("when a job fails, no other is started and those that run are waited for", async () => {
  const ended: string[] = [];
  const running = inDependencyOrder(stacks, 2, async ({ name }) => {
    if (name === "site-a") throw new Error("site-a failed");
    await wait(20);
    ended.push(name);
  });
  await expect(running).rejects.toThrow("site-a failed");
  expect(ended).toEqual(["bootstrap", "site-b"]);
});
