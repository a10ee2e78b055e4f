import { actionScopes } from "../../facts/permissions/action-scopes";
import { typePermissions } from "../../facts/permissions/type-permissions";
import { levelOf } from "./iam-actions";

const rows = typePermissions();

const actionsOf = ({ create, read, update, delete: destroy, tag }: (typeof rows)[number]): readonly string[] => [
  ...create,
  ...read,
  ...update,
  ...destroy,
  ...tag,
];

test("each type has one row, and each row something that a plan reads", () => {
  const types = rows.map(({ type }) => type);
  expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
  expect(rows.filter(({ read }) => read.length === 0).map(({ type }) => type)).toEqual([]);
});

test("every action of every row is one that AWS has, and no row asks for all of a service", () => {
  const unknown = rows.flatMap((row) => actionsOf(row).filter((action) => levelOf(action) === undefined));
  expect(unknown).toEqual([]);
});

test("what a row reads is no change, but for what AWS calls a write without one", () => {
  const changes = rows.flatMap(({ type, read }) =>
    read.filter((action) => !/^(?:List|Read)/.test(levelOf(action) ?? "")).map((action) => `${type} ${action}`),
  );
  expect(changes).toEqual([]);
});

test("what is said to take no resource is what AWS says of it", () => {
  for (const { service, anywhere } of actionScopes) {
    for (const name of anywhere) expect([name, levelOf(`${service}:${name}`)]).toEqual([name, expect.stringMatching(/anywhere$/)]);
  }
});
