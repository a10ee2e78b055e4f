import { charactersOf, documentOf, type PolicyDocument, type PolicyStatement } from "./policy-statement";

/** Documents of a size that AWS takes, in the statements' order; a statement too long for what is left goes on in the next. */
export function splitDocuments(statements: readonly PolicyStatement[], limit: number): readonly PolicyDocument[] {
  const full: PolicyDocument[] = [];
  let open: readonly PolicyStatement[] = [];
  const waiting = [...statements];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const fitting = actionsThatFit(open, next, limit);
    if (fitting > 0) open = [...open, { ...next, Action: next.Action.slice(0, fitting) }];
    if (fitting === next.Action.length) continue;
    // Nothing would ever fit: better one document too long, which is told, than none.
    if (fitting === 0 && open.length === 0) full.push(documentOf([next]));
    else waiting.unshift({ ...next, Action: next.Action.slice(fitting) });
    if (open.length > 0) full.push(documentOf(open));
    open = [];
  }
  return open.length === 0 ? full : [...full, documentOf(open)];
}

function actionsThatFit(open: readonly PolicyStatement[], next: PolicyStatement, limit: number): number {
  const fits = (count: number): boolean => charactersOf(documentOf([...open, { ...next, Action: next.Action.slice(0, count) }])) <= limit;
  let count = next.Action.length;
  while (count > 0 && !fits(count)) count -= 1;
  return count;
}
