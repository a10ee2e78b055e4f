/**
 * Everything that can be reached from a start, once each, what a thing leads to before the thing itself.
 * It keeps its own stack: a chain of a million gates is walked like any other. Circles must not be.
 */
export function childrenFirst<Thing>(start: Thing, childrenOf: (thing: Thing) => readonly Thing[]): readonly Thing[] {
  const met = new Set([start]);
  const order: Thing[] = [];
  const path = [{ thing: start, children: childrenOf(start), next: 0 }];
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const child = step.children[step.next];
    step.next += 1;
    if (step.next > step.children.length || child === undefined) {
      order.push(step.thing);
      path.pop();
    } else if (!met.has(child)) {
      met.add(child);
      path.push({ thing: child, children: childrenOf(child), next: 0 });
    }
  }
  return order;
}
