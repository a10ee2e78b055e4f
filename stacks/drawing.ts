import util from "node:util";

/**
 * Runs a step that draws with cdktf, in which two functions that cdktf calls are others. It is the
 * last of its line: nobody will change the calls.
 */
export function whileDrawing(step: () => void): void {
  withoutCreationTraces(() => withArrayTest(step));
}

/**
 * No value notes where in the code it was made. cdktf has each of them do so, which nobody reads here
 * and which takes long; it uses `Error.captureStackTrace` for that. Errors that are thrown keep their
 * stack.
 */
function withoutCreationTraces(step: () => void): void {
  withReplaced(Error, { name: "captureStackTrace", value: () => undefined }, step);
}

/**
 * An output's value is looked through for arrays with `util.isArray`, which Node warns of from 22 on
 * (DEP0044) and may take away; `Array.isArray` is what it was, and what Node says to use.
 */
function withArrayTest(step: () => void): void {
  withReplaced(util, { name: "isArray", value: Array.isArray }, step);
}

function withReplaced(owner: object, { name, value }: { readonly name: string; readonly value: unknown }, step: () => void): void {
  const earlier = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, ...earlier, value });
  try {
    step();
  } finally {
    if (earlier === undefined) Reflect.deleteProperty(owner, name);
    else Object.defineProperty(owner, name, earlier);
  }
}
