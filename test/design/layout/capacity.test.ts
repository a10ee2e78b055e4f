import fc from "fast-check";
import { type Deployment, deploymentSchema } from "../../../config/deployment";
import { cellPeak, cellsOf, rollout, tasksAtPeak, tasksPerCell } from "../../../design/layout/capacity";
import { sweden } from "../../sweden";

const perSecond = fc.integer({ min: 1, max: 100_000 });
const zoneCounts = fc.integer({ min: 2, max: 4 });

/** Any peak, cell and task that the file takes; more than 99 cells are a fault of their own. */
const deployments = fc
  .tuple(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), perSecond)
  .filter(([peak, cell]) => Math.ceil(peak / cell) <= 99)
  .map(([peakPaymentsPerSecond, cell, task]): Deployment => {
    const { capacity, ...rest } = sweden();
    return deploymentSchema.parse({
      ...rest,
      capacity: {
        ...capacity,
        peakPaymentsPerSecond,
        cell: { ...capacity.cell, paymentsPerSecond: cell },
        task: { ...capacity.task, paymentsPerSecond: task },
      },
    });
  });
const carried = ({ capacity }: Deployment, tasks: number): number => tasks * capacity.task.paymentsPerSecond;
const property = (check: (deployment: Deployment, zones: number) => void): void => {
  fc.assert(fc.property(deployments, zoneCounts, check), { numRuns: 100, seed: 20_261_125 });
};

test("the cells together carry the peak, none more than a cell carries, and there is none too many", () => {
  property((deployment) => {
    const { peakPaymentsPerSecond, cell } = deployment.capacity;
    const cells = cellsOf(deployment).length;
    expect(cells * cellPeak(deployment)).toBeGreaterThanOrEqual(peakPaymentsPerSecond);
    expect(cellPeak(deployment)).toBeLessThanOrEqual(cell.paymentsPerSecond);
    expect((cells - 1) * cell.paymentsPerSecond).toBeLessThan(peakPaymentsPerSecond);
  });
});

test("with any one zone lost, the tasks of the others carry a cell's whole peak, and every zone has as many", () => {
  property((deployment, zones) => {
    const tasks = tasksPerCell(deployment, zones);
    expect(tasks % zones).toBe(0);
    expect(carried(deployment, tasks - tasks / zones)).toBeGreaterThanOrEqual(cellPeak(deployment));
  });
});

test("one task fewer in each zone would not do", () => {
  property((deployment, zones) => {
    const tasks = tasksPerCell(deployment, zones) - zones;
    expect(carried(deployment, tasks - tasks / zones)).toBeLessThan(cellPeak(deployment));
  });
});

test("the tasks at the peak carry it, with one fewer they do not", () => {
  property((deployment) => {
    expect(carried(deployment, tasksAtPeak(deployment))).toBeGreaterThanOrEqual(cellPeak(deployment));
    expect(carried(deployment, tasksAtPeak(deployment) - 1)).toBeLessThan(cellPeak(deployment));
  });
});

test("a deployment can start a task in every zone, and beyond that takes a quarter more", () => {
  property((deployment, zones) => {
    const tasks = tasksPerCell(deployment, zones);
    const { maximumPercent, mostTasks } = rollout(tasks, zones);
    expect(mostTasks).toBeGreaterThanOrEqual(tasks + zones);
    expect(mostTasks).toBeLessThanOrEqual(Math.max(tasks * 1.25, tasks + zones + tasks / 100));
    expect(maximumPercent).toBeLessThanOrEqual(200);
  });
});

test("Sweden's peak is one cell of 120 tasks at each site, of which 80 carry it", () => {
  const deployment = sweden();
  expect([cellsOf(deployment).map(({ id }) => id), tasksAtPeak(deployment), tasksPerCell(deployment, 3)]).toEqual([["01"], 80, 120]);
  expect(rollout(120, 3)).toEqual({ maximumPercent: 125, mostTasks: 150 });
});
