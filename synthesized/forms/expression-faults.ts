import { isList, isObject, type Json, pathTo } from "../json";
import type { Locals } from "../language/locals";
import { isPlain } from "../language/plain";
import { isTemplate } from "../language/template-text";
import { whyUnread } from "../language/unread-expression";
import { type FormFault, quoted, unread } from "./form-fault";

const EXPECTED = "a value, or references that can be followed";

/** Whatever in a value nobody here can tell: expressions of other forms, and blocks of which Terraform makes a number. */
export function expressionFaults(address: string, value: Json, locals: Locals): readonly FormFault[] {
  return isPlain(value) ? [] : faultsIn(address, value, locals);
}

function faultsIn(address: string, value: Json, locals: Locals): readonly FormFault[] {
  const faults: FormFault[] = [];
  const visit = (item: Json, path: string): void => {
    if (typeof item === "string") {
      const why = isTemplate(item) ? whyUnread(item, locals) : undefined;
      if (why !== undefined) faults.push(unread({ address, attribute: path, expected: EXPECTED, found: `${quoted(item)}: ${why}` }));
    } else if (isList(item)) for (const [index, inner] of item.entries()) visit(inner, `${path}[${index}]`);
    else if (isObject(item)) for (const key of Object.keys(item)) visitKey(key, item[key] ?? null, path);
  };
  const visitKey = (key: string, item: Json, path: string): void => {
    const attribute = pathTo(path, key);
    if (isTemplate(key)) faults.push(unread({ address, attribute, expected: "a key that is written out", found: quoted(key) }));
    else if (key === "dynamic" && typeof item === "object" && item !== null)
      faults.push(
        unread({ address, attribute, expected: "blocks that are written out", found: "a number of blocks that Terraform makes" }),
      );
    else visit(item, attribute);
  };
  visit(value, "");
  return faults;
}
