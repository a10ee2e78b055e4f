import type { Functions, Reordered } from "./ordered-functions";
import { SwappingStore } from "./swapping-store";

/** A variable goes no further in a direction in which the whole has grown by so much. */
const MOST_GROWTH = 1.2;

/**
 * Moves one variable after the other, those with the most nodes first, to the level at which the whole
 * is smallest while all others stay in their order (Rudell 1993).
 */
export function sifted(functions: Functions, mostNodes: number): Reordered {
  const swapping = new SwappingStore(functions);
  const fullestFirst = [...swapping.order].toSorted((a, b) => swapping.sizeOf(b) - swapping.sizeOf(a));
  for (const variable of fullestFirst) siftOne(swapping, variable);
  return swapping.written(functions.roots, mostNodes);
}

/** To the nearer end, then to the other, then back to where the whole was smallest. */
function siftOne(swapping: SwappingStore, variable: number): void {
  const last = swapping.order.length - 1;
  let best = { level: swapping.levelOf(variable), size: swapping.size };
  for (const end of best.level > last / 2 ? [last, 0] : [0, last]) {
    while (swapping.levelOf(variable) !== end && swapping.size <= best.size * MOST_GROWTH) {
      swapping.move(variable, end);
      if (swapping.size < best.size) best = { level: swapping.levelOf(variable), size: swapping.size };
    }
    while (swapping.levelOf(variable) !== best.level) swapping.move(variable, best.level);
  }
}
