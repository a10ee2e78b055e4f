import { policyLimits } from "../../facts/permissions/action-scopes";
import { typePermissions } from "../../facts/permissions/type-permissions";
import type { Estate } from "../../synthesized/estate/estate";
import { accountOf } from "../../synthesized/estate/provider";
import { deployerStatements } from "./deployer-statements";
import { lentTo, peopleRoles } from "./key-lending";
import { charactersOf, type PolicyDocument, type PolicyStatement, sorted } from "./policy-statement";
import { auditorStatements, keyAdministratorStatements } from "./reader-statements";
import { splitDocuments } from "./split-documents";

const accessRoles = ["deployer", "keyAdministrator", "auditor"] as const;
export type AccessRole = (typeof accessRoles)[number];

/** What a role of people needs in its own policies. */
export interface RoleAccess {
  readonly role: AccessRole;
  /** Its name at AWS; none where no key policy tells. */
  readonly name: string | undefined;
  readonly policies: readonly { readonly document: PolicyDocument; readonly characters: number }[];
  /** What keeps the documents from being whole, in words. */
  readonly undetermined: readonly string[];
}

/** The policies of the roles that people have, from the types, keys and states of an output. */
export function accessOf(estate: Estate): readonly RoleAccess[] {
  const accounts = sorted(estate.stacks.flatMap((template) => accountOf(template) ?? []));
  const [account = "ACCOUNT"] = accounts;
  const roles = peopleRoles(estate);
  const unknownAccount = accounts.length === 1 ? [] : [`${accounts.length} accounts are named, and the documents are for one`];
  return accessRoles.map((role) => {
    const arn = roles[role];
    const statements = [...ownStatements(role, estate, account), ...(arn === undefined ? [] : lentTo(estate, arn))];
    const documents = splitDocuments(
      statements.map((one) => ({ ...one, Resource: one.Resource.map((resource) => resource.replace("{account}", account)) })),
      policyLimits.managedPolicyCharacters,
    );
    return {
      role,
      name: arn?.split("/").at(-1),
      policies: documents.map((document) => ({ document, characters: charactersOf(document) })),
      undetermined: [
        ...unknownAccount,
        ...(arn === undefined ? ["no key policy tells which role it is, so what keys lend it is left out"] : []),
        ...(role === "deployer" ? typesWithoutRow(estate).map((type) => `nobody has written down what ${type} takes`) : []),
        ...(documents.some((one) => charactersOf(one) > policyLimits.managedPolicyCharacters)
          ? ["a statement is longer than a policy"]
          : []),
        ...(documents.length > policyLimits.managedPoliciesPerRole ? [`a role takes ${policyLimits.managedPoliciesPerRole} policies`] : []),
      ],
    };
  });
}

function ownStatements(role: AccessRole, estate: Estate, account: string): readonly PolicyStatement[] {
  switch (role) {
    case "deployer": {
      const types = typesIn(estate);
      return deployerStatements(
        estate,
        typePermissions().filter(({ type }) => types.includes(type)),
        account,
      );
    }
    case "keyAdministrator":
      return keyAdministratorStatements(estate, account);
    case "auditor":
      return auditorStatements(estate, account);
  }
}

/** Other states are read with the backend's permissions. */
const OF_TERRAFORM = ["data.terraform_remote_state", "terraform_data"];

function typesIn(estate: Estate): readonly string[] {
  const types = estate.stacks.flatMap(({ resources, dataSources }) => [
    ...resources.map(({ type }) => type),
    ...dataSources.map(({ type }) => `data.${type}`),
  ]);
  return sorted(types.filter((type) => !OF_TERRAFORM.includes(type)));
}

export function typesWithoutRow(estate: Estate): readonly string[] {
  const known = new Set(typePermissions().map(({ type }) => type));
  return typesIn(estate).filter((type) => !known.has(type));
}
