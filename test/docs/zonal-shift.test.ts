import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cellDesigns } from "../../design/cell/cell";
import { zonalShifts } from "../../design/cell/zonal-shift";
import { sweden } from "../sweden";

const runbook = readFileSync(join(__dirname, "../../docs/runbooks/one-zone-is-sick.md"), "utf8");

/** What the runbook's table says of each load balancer, by its name. */
const rows = new Map(
  [...runbook.matchAll(/^\|[^|]+\| `([\w-]+)` \| (offered|refused)/gm)].map(([, name = "", offer = ""]) => [name, offer]),
);

test("the runbook for a sick zone says of every load balancer what the design offers", () => {
  const [cell] = cellDesigns(sweden());
  const fronts = [cell?.internetFront, cell?.privateFront, cell?.privateFront?.fixed, cell?.twinFront].flatMap((front) => front ?? []);
  expect(fronts).toHaveLength(Object.keys(zonalShifts).length);
  expect(rows).toEqual(new Map(fronts.map(({ name, zonalShift }) => [name, zonalShift])));
});

test("the runbook begins where a shift has to begin, and ends in the reverse order", () => {
  expect(runbook.indexOf("For `fx`, then `tw`, then `in`")).toBeGreaterThan(runbook.indexOf("## Shift"));
  expect(runbook).toContain("in the reverse order, `in`, `tw`, `fx`");
  expect([...runbook.matchAll(/start-zonal-shift|cancel-zonal-shift|update-zonal-shift|get-managed-resource/g)].length).toBeGreaterThan(3);
});
