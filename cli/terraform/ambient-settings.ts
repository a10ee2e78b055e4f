import { exitCodes } from "../terminal/exit-codes";
import { Refusal } from "../terminal/refusal";

/** Variables of the environment by which Terraform would read, or make, something else than what lies in the output ("Environment Variables" of Terraform 1.11; read 2026-11-30). */
const MEANINGS: readonly { readonly name: RegExp; readonly does: string }[] = [
  { name: /^TF_WORKSPACE$/, does: "chooses another state" },
  { name: /^TF_VAR_/, does: "gives a variable a value" },
  { name: /^TF_CLI_ARGS/, does: "adds arguments to every call" },
  { name: /^TF_DATA_DIR$/, does: "has workspace and providers chosen in another folder" },
  { name: /^TF_REATTACH_PROVIDERS$/, does: "puts a running program in the provider's place" },
];

/** Refuses what of the environment would have Terraform do something else than what is judged, all of it at once. */
export function refuseAmbientSettings(environment: NodeJS.ProcessEnv): void {
  const found = Object.entries(environment).flatMap(([name, value = ""]) => {
    const meaning = MEANINGS.find((candidate) => candidate.name.test(name));
    const isDefault = value === "" || (name === "TF_WORKSPACE" && value === "default");
    return meaning === undefined || isDefault ? [] : [{ name, does: meaning.does }];
  });
  if (found.length === 0) return;
  const names = found.map(({ name }) => name).toSorted();
  const told = found.map(({ name, does }) => `${name} ${does}`).toSorted();
  throw new Refusal(
    exitCodes.badInput,
    `the environment would have Terraform do something else than what is judged: ${told.join(", ")}. Nothing was run. Mend it: unset ${names.join(" ")}`,
  );
}
