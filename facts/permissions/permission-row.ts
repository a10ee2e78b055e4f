import type { Sourced } from "../regions";

/** What Terraform's provider asks of AWS for one type, by what it does. */
export interface TypePermissions extends Sourced {
  /** A resource's type; a data source's with `data.` before it. */
  readonly type: string;
  readonly create: readonly string[];
  /** What a plan asks for, too. */
  readonly read: readonly string[];
  readonly update: readonly string[];
  readonly delete: readonly string[];
  readonly tag: readonly string[];
  /** Services whose own role AWS makes with the first of the type. */
  readonly serviceRoles: readonly string[];
  /** Whether the type hands a role on to a service. */
  readonly passesRole: boolean;
}

interface Words {
  readonly create?: string;
  readonly read?: string;
  readonly update?: string;
  readonly delete?: string;
  readonly tag?: string;
  readonly serviceRoles?: readonly string[];
  readonly passesRole?: boolean;
}

/** A row from words apart by spaces; one without a prefix is an action of the service that is named first. */
export function permissionsOf(service: string, type: string, words: Words): TypePermissions {
  const actions = (text = ""): readonly string[] =>
    text
      .split(" ")
      .filter((word) => word !== "")
      .map((word) => (word.includes(":") ? word : `${service}:${word}`));
  return {
    type,
    create: actions(words.create),
    read: actions(words.read),
    update: actions(words.update),
    delete: actions(words.delete),
    tag: actions(words.tag),
    serviceRoles: words.serviceRoles ?? [],
    passesRole: words.passesRole ?? false,
    source: `what terraform-provider-aws 5.100 is known to call for ${type}; names and dependent actions by the Service Authorization Reference of 2026-09-26; not tried on AWS`,
    asOf: "2026-12-01",
  };
}
