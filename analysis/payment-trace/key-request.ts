import type { Decision, Statement } from "../flows/policies/policy";

/** What whoever asks writes into the request: whoever wants to be let in writes what is asked for. */
export function chosenByCaller(statements: readonly Statement[]): readonly (readonly [string, string])[] {
  return statements.flatMap(({ Condition }) =>
    Object.values(Condition ?? {}).flatMap((keys) =>
      Object.entries(keys).flatMap(([key, [value]]) =>
        /^kms:(?:EncryptionContext|MacAlgorithm|EncryptionAlgorithm)/.test(key) && value !== undefined ? [[key, value] as const] : [],
      ),
    ),
  );
}

export function actions(decisions: readonly { readonly action: string; readonly decision: Decision }[]): string {
  return decisions.map(({ action }) => action.replace("kms:", "")).join(", ");
}
