/** One statement of an IAM, key, bucket, topic or endpoint policy, in AWS's own spelling. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  /** Whom the statement is about; only in policies of resources. */
  readonly Principal?: "*" | { readonly AWS: string | readonly string[] } | { readonly Service: string | readonly string[] };
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Conditions;
}

/** Operator, then condition key, then the values of which one must hold. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** A trust policy's statements name no resource: the role is the resource. */
export type TrustStatement = Omit<Statement, "Resource">;

/** AWS wants the ids of a policy's statements to differ. */
export function policyDocument(statements: readonly (Statement | TrustStatement)[]): string {
  const ids = statements.map((statement) => statement.Sid);
  const repeated = ids.find((id, position) => ids.indexOf(id) !== position);
  if (repeated !== undefined) throw new Error(`two statements of one policy are called ${repeated}; merge them or rename one`);
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
