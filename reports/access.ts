import type { RoleAccess } from "../analysis/access/access";
import type { Renderers } from "./renderers";
import { counted } from "./text/numbers";
import { printableJson } from "./text/printable";
import { shellWord } from "./text/shell-word";
import { left, right, table } from "./text/table";
import { wrappedText } from "./text/wrap";

export interface AccessReport {
  /** The output that it was read from, as the reader wrote it. */
  readonly folder: string;
  readonly access: readonly RoleAccess[];
}

export const accessRenderers: Renderers<AccessReport, "text" | "json"> = {
  text: accessText,
  json: ({ access }) => printableJson({ triedOnAws: false, roles: access }),
};

function accessText({ folder, access }: AccessReport): string {
  const rows = access.flatMap(({ role, name, policies }) =>
    policies.map(({ document, characters }, index) => [
      role,
      name ?? "not told",
      String(index + 1),
      String(document.Statement.length),
      String(document.Statement.reduce((total, { Action }) => total + Action.length, 0)),
      String(characters),
    ]),
  );
  return [
    "Policies that people's roles need. *Not tried on AWS.*",
    table([left("role"), left("at AWS"), right("policy"), right("statements"), right("actions"), right("characters")], rows),
    ...access.flatMap(undeterminedIn),
    [wrappedText("To attach one, as whoever may (each policy of each role in the same way):"), ...attaching(folder, access)].join("\n"),
  ].join("\n\n");
}

function undeterminedIn({ role, undetermined }: RoleAccess): readonly string[] {
  if (undetermined.length === 0) return [];
  return [
    [`${role}: ${counted(undetermined.length, "thing")} undetermined`, ...undetermined.map((why) => wrappedText(`- ${why}`, "  "))].join(
      "\n",
    ),
  ];
}

function attaching(folder: string, access: readonly RoleAccess[]): readonly string[] {
  const [first] = access;
  if (first === undefined) return [];
  const file = `${first.role}-1`;
  return [
    `  npx twinsite show access --in ${shellWord(folder)} --role ${first.role} --json \\`,
    `    | jq -c '.roles[0].policies[0].document' > ${file}.json`,
    `  aws iam create-policy --policy-name ${file} --policy-document file://${file}.json`,
    `  aws iam attach-role-policy --role-name ${shellWord(first.name ?? "ROLE")} \\`,
    `    --policy-arn arn:aws:iam::ACCOUNT:policy/${file}`,
  ];
}
