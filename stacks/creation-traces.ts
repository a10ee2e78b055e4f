/**
 * Runs a step in which no value notes where in the code it was made. cdktf has each of them do so,
 * which nobody reads here and which takes long; it uses `Error.captureStackTrace` for that. Errors
 * that are thrown keep their stack.
 */
export function withoutCreationTraces(step: () => void): void {
  const capture = Object.getOwnPropertyDescriptor(Error, "captureStackTrace") ?? {};
  Object.defineProperty(Error, "captureStackTrace", { ...capture, value: () => undefined });
  try {
    step();
  } finally {
    Object.defineProperty(Error, "captureStackTrace", capture);
  }
}
