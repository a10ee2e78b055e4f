import { nameCollisions } from "../../../analysis/hygiene/name-collisions";
import { estateOf } from "../../../synthesized/estate/estate";
import type { JsonObject } from "../../../synthesized/json";
import { parseTemplate, type Template } from "../../../synthesized/template";

const stack = (name: string, resource: JsonObject): Template =>
  parseTemplate(JSON.stringify({ provider: { aws: [{ region: "ap-east-1" }] }, resource }), name);

test("two task definitions of one family collide: each would be a revision of the other", () => {
  const definition = { aws_ecs_task_definition: { x: { family: "payments" } } };
  const collisions = nameCollisions(estateOf([stack("cell-01-a", definition), stack("cell-02-a", definition)]));
  expect(collisions.map(({ stack: name, attribute, found }) => [name, attribute, found])).toEqual([["cell-02-a", "family", "payments"]]);
});

test("parameter groups of one engine do not collide, unless they have one name", () => {
  const group = (name: string): JsonObject => ({ aws_rds_cluster_parameter_group: { x: { name, family: "aurora-postgresql16" } } });
  expect(nameCollisions(estateOf([stack("ledger-01-a", group("one")), stack("ledger-02-a", group("two"))]))).toEqual([]);
  expect(nameCollisions(estateOf([stack("ledger-01-a", group("one")), stack("ledger-02-a", group("one"))]))).toHaveLength(1);
});
