type Undo = () => void;

const undos = new Set<Undo>();
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Has something undone if the program is interrupted from now on: a child killed, a folder
 * removed. Returns the call that ends this, for when the work is over.
 */
export function undoIfInterrupted(undo: Undo): () => void {
  if (undos.size === 0) for (const signal of signals) process.on(signal, endBySignal);
  undos.add(undo);
  return () => {
    undos.delete(undo);
    if (undos.size === 0) stopListening();
  };
}

/** Undoes the latest first, then dies of the same signal, so that a shell sees what happened. */
function endBySignal(signal: NodeJS.Signals): void {
  for (const undo of [...undos].toReversed()) undo();
  stopListening();
  process.kill(process.pid, signal);
}

function stopListening(): void {
  for (const signal of signals) process.off(signal, endBySignal);
}
