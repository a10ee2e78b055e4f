import { type AwsService, awsServices, endpointServices } from "../../facts/endpoint-services";
import { blocksOfType, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { containersOf } from "./containers";
import { declaredActions } from "./declared-actions";
import { clusterOf, isItsOwnDoor } from "./ledger-parts";
import type { Payment } from "./payment";
import { taskRole } from "./permissions";
import { missing, type Piece, unreadable } from "./step";
import type { ToldKind } from "./told";
import {
  toldCell,
  toldDeepPath,
  toldEngine,
  toldForwardingHost,
  toldLedgerHost,
  toldPort,
  toldReadyPath,
  toldSite,
  toldTwinPort,
} from "./told-places";
import { callPiece, toldBucket, toldKey, toldNamespace, toldSecret } from "./told-services";

const always = (): boolean => true;
const never = (): boolean => false;
const withAurora = (payment: Payment): boolean => {
  const cluster = clusterOf(payment);
  return cluster !== undefined && isItsOwnDoor(cluster);
};
/** Its own step reads whom the role may sign in as. */
const readThere = () => ({ pieces: [], used: [] });

/** Everything that tasks are told, by the name of the variable: what another one means, nobody here knows. */
const kinds: readonly ToldKind[] = [
  { pattern: /^CELL$/, step: "task", needed: always, understand: toldCell },
  { pattern: /^SITE$/, step: "task", needed: always, understand: toldSite },
  { pattern: /^LISTEN_PORT$/, step: "task", needed: always, understand: toldPort },
  { pattern: /^RECONCILIATION_LISTEN_PORT$/, step: "task", needed: never, understand: toldTwinPort },
  // The other site's way here begins with it: the name's step of that path reads it.
  { pattern: /^RECONCILIATION_TWIN$/, step: "task", needed: never, understand: readThere },
  { pattern: /^READY_PATH$/, step: "task", needed: always, understand: toldReadyPath },
  { pattern: /^DEEP_PATH$/, step: "task", needed: always, understand: toldDeepPath },
  { pattern: /^LEDGER_ENGINE$/, step: "ledger", needed: always, understand: toldEngine },
  { pattern: /^LEDGER_ENDPOINT$/, step: "ledger", needed: always, understand: toldLedgerHost },
  { pattern: /^LEDGER_FORWARDING_ENDPOINT$/, step: "ledger", needed: withAurora, understand: toldForwardingHost },
  { pattern: /^LEDGER_DATABASE_USER$/, step: "ledger", needed: withAurora, understand: readThere },
  // What of these is needed is declared: an action of a flow without a variable that names what it is about is told by itself.
  { pattern: /^[A-Z_]+_KEY$/, step: "key", needed: never, service: "kms", understand: toldKey },
  { pattern: /^[A-Z_]+_SECRET$/, step: "role", needed: never, service: "secretsmanager", understand: toldSecret },
  { pattern: /^[A-Z_]+_BUCKET$/, step: "role", needed: never, service: "s3", understand: toldBucket },
  { pattern: /^METRIC_NAMESPACE$/, step: "role", needed: never, service: "monitoring", understand: toldNamespace },
];

/** What the variables of the tasks come to for one step. */
export function toldPieces(step: ToldKind["step"], payment: Payment): readonly Piece[] {
  const { definition } = payment;
  const variables = variablesOf(payment);
  if (definition === undefined || variables === undefined) return [];
  const role = taskRole(payment);
  const untold = kinds.filter(
    (kind) => kind.step === step && kind.needed(payment) && !variables.some(({ name }) => kind.pattern.test(name)),
  );
  const doubled = variables.filter(({ name }, at) => variables.findIndex((one) => one.name === name) !== at);
  return [
    ...untold.map(({ pattern }) => missing(`${textOf(definition)} does not tell the tasks ${pattern.source.replace(/[$^]/g, "")}`)),
    ...(step === "task" ? doubled.map(({ name }) => unreadable(`${name} is told twice, and which counts is not known`)) : []),
    ...variables.flatMap(({ name, value }) => {
      const kind = kindOf(name);
      if (kind === undefined) return step === "task" ? [unreadable(`what ${name} tells the tasks is not known here`)] : [];
      return kind.step === step ? kind.understand({ name, value, definition, role }, payment).pieces : [];
    }),
    ...(step === "role" && role !== undefined ? unnamedPieces(role, payment) : []),
  ];
}

/** The services of AWS that the tasks' variables have them call. */
export function toldServices(payment: Payment): readonly AwsService[] {
  return (variablesOf(payment) ?? []).flatMap(({ name }) => kindOf(name)?.service ?? []);
}

function kindOf(name: string): ToldKind | undefined {
  return kinds.find(({ pattern }) => pattern.test(name));
}

function variablesOf({ definition }: Payment) {
  return definition === undefined ? undefined : containersOf(definition.block)?.flatMap(({ environment }) => environment);
}

/** What ECS does in the starting role's name asks for no variable; neither do the keys of PINs, which the bank makes itself. */
const NAMELESS = new Set(["ecr", "logs"]);

function unnamedPieces(role: StackBlock, payment: Payment): readonly Piece[] {
  const { definition, account = "", region = "" } = payment;
  if (definition === undefined) return [];
  const used = (variablesOf(payment) ?? []).flatMap(
    ({ name, value }) => kindOf(name)?.understand({ name, value, definition, role: undefined }, payment).used ?? [],
  );
  return awsServices
    .filter((service) => !NAMELESS.has(service))
    .flatMap((service) => declaredActions(payment, endpointServices[service].endpoints[0].service).map((action) => ({ service, action })))
    .flatMap(({ service, action }): readonly Piece[] => {
      if (service === "payment-cryptography")
        return [callPiece(role, { action, arn: `arn:aws:payment-cryptography:${region}:${account}:key/any` }, payment)];
      const isImage = action === "s3:GetObject";
      return used.includes(action) || isImage || (isOfMacs(action) && !hasMacKey(payment))
        ? []
        : [missing(`${action} is declared, and the tasks are told of nothing that it is about`)];
    });
}

function isOfMacs(action: string): boolean {
  return action === "kms:GenerateMac" || action === "kms:VerifyMac";
}

/** An endpoint lets all of a service's actions by that any deployment needs; only some have a key for codes. */
function hasMacKey({ estate }: Payment): boolean {
  return blocksOfType(estate, "aws_kms_key").some(({ block }) => block.attributes["key_usage"] === "GENERATE_VERIFY_MAC");
}
