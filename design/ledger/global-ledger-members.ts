import type { Deployment, SiteName } from "../../config/deployment";
import type { GlobalLedger } from "../../config/sections/ledger";
import { certificateAuthority } from "../../facts/aurora";
import { BACKUP_RETENTION_DAYS } from "../backups/backup";
import { copiedToTwin } from "../backups/ledger-selection";
import { onCallTopicArn } from "../foundation/naming";
import type { StackDesign } from "../foundation/stack";
import { siteStackHead } from "../foundation/stack-heads";
import { scopeOf, segmentTags, type Tags } from "../foundation/tags";
import type { AlertRule } from "../guardrails/alert-rules";
import { type Cell, cellsOf } from "../layout/capacity";
import { globalLedgerName, globalMemberName, ledgerMemberName, ledgerName } from "../layout/ledger-names";
import { exposureOf } from "../network/parties";
import type { KeyDesign } from "../protection/keys";
import { type GlobalLedgerAlarms, globalLedgerAlarms, globalLedgerRule } from "./global-ledger-alarms";
import { globalMemberKey } from "./global-ledger-key";
import { BACKUP_WINDOW, type MemberRole, maintenanceWindow, memberDifferences, roleOf } from "./global-ledger-roles";
import { memberEvidence } from "./ledger-member-evidence";

/** A cell's ledger at one site, as a member of an Aurora Global Database. */
export interface GlobalLedgerMemberDesign extends StackDesign {
  /** The stack of the site whose network it is in. */
  readonly siteStack: string;
  readonly cluster: GlobalMemberClusterDesign;
  readonly alarms: GlobalLedgerAlarms;
  readonly rule: AlertRule;
  readonly onCallTopicArn: string;
}

export interface DatabaseParameter {
  readonly name: string;
  readonly value: string;
  /** Whether AWS sets it in a database that runs, or the next start does. A new cluster starts with all. */
  readonly applied: "immediate" | "pending-reboot";
}

export interface GlobalMemberClusterDesign {
  readonly identifier: string;
  /** Identifier of the global database, which both members know by its name alone. */
  readonly globalIdentifier: string;
  readonly role: MemberRole;
  readonly engineVersion: string;
  readonly parameterFamily: string;
  readonly parameters: readonly DatabaseParameter[];
  readonly instanceClass: string;
  /** Instances, one in each of as many zones. */
  readonly instances: number;
  readonly certificateAuthority: string;
  readonly port: number;
  readonly administrator: string;
  readonly key: KeyDesign;
  readonly log: { readonly group: string; readonly retentionDays: number };
  readonly backup: { readonly days: number; readonly window: string };
  readonly maintenanceWindow: string;
  readonly tags: Tags;
}

/** The administrator is made with the primary, and known to nobody by password: docs/runbooks/first-deployment.md. */
const ADMINISTRATOR = "ledger_administrator";

export function globalLedgerMemberDesigns(deployment: Deployment): readonly GlobalLedgerMemberDesign[] {
  const { ledger } = deployment;
  if (ledger.engine !== "auroraGlobal") return [];
  return cellsOf(deployment).flatMap((cell) => (["a", "b"] as const).map((site) => memberDesign(deployment, ledger, { cell, site })));
}

interface Place {
  readonly cell: Cell;
  readonly site: SiteName;
}

function memberDesign(deployment: Deployment, ledger: GlobalLedger, { cell, site }: Place): GlobalLedgerMemberDesign {
  const name = ledgerMemberName(cell, site);
  const { region } = deployment.sites[site];
  const identifier = globalMemberName(deployment, site, cell);
  return {
    ...siteStackHead(deployment, site, name),
    evidence: memberEvidence(deployment, name, { cell, site, differences: memberDifferences(ledger, site) }),
    after: [`site-${site}`, ledgerName(cell)],
    siteStack: `site-${site}`,
    cluster: clusterDesign(deployment, ledger, { cell, site, identifier }),
    alarms: globalLedgerAlarms(deployment, identifier),
    rule: globalLedgerRule(identifier),
    onCallTopicArn: onCallTopicArn(deployment, region),
  };
}

function clusterDesign(
  deployment: Deployment,
  ledger: GlobalLedger,
  { cell, site, identifier }: Place & { readonly identifier: string },
): GlobalMemberClusterDesign {
  const scope = scopeOf(exposureOf.data, deployment.cardData);
  const tags = { ...segmentTags(identifier, ["data"], scope), "twinsite:cell": `cell-${cell.id}` };
  // AWS's own name for it: the log is written there whether or not the group was made before.
  const logGroup = `/aws/rds/cluster/${identifier}/postgresql`;
  return {
    identifier,
    globalIdentifier: globalLedgerName(deployment, cell),
    role: roleOf(ledger, site),
    engineVersion: ledger.engineVersion,
    parameterFamily: `aurora-postgresql${ledger.engineVersion.split(".")[0] ?? ""}`,
    parameters,
    instanceClass: ledger.instanceClass,
    instances: ledger.instancesPerMember,
    certificateAuthority: certificateAuthority.identifier,
    port: ledgerPort(deployment),
    administrator: ADMINISTRATOR,
    key: globalMemberKey(deployment, site, { thing: identifier, logGroup, tags }),
    log: { group: logGroup, retentionDays: deployment.logRetentionDays },
    backup: { days: BACKUP_RETENTION_DAYS, window: BACKUP_WINDOW },
    maintenanceWindow: maintenanceWindow(site),
    // A backup plan finds its databases by these tags, which a default tag alone would not promise.
    tags: { ...tags, ...copiedToTwin, "twinsite:deployment": deployment.name },
  };
}

/**
 * Parameters that are equal on both members: a promoted one keeps its own. Who connects and changes
 * the schema or a role is logged (PCI DSS 10.2.1); statements on payments are not, for what they
 * would carry into the log. PostgreSQL's own defaults write every failing statement with its detail,
 * which can be a card number: here an error is its message alone (runtime-config-logging of
 * PostgreSQL's manual, read 2026-11-30).
 *
 * `pgaudit` has to be loaded when the database starts, and logs nothing by itself: the administrator
 * alone is told to log all (10.2.1.2), by a statement of docs/runbooks/first-deployment.md, since a
 * parameter would reach every role. `rds.global_db_rpo` stays as it comes:
 * docs/adr/0012-aurora-global-where-no-witness-is.md.
 */
const parameters: GlobalMemberClusterDesign["parameters"] = [
  { name: "log_connections", value: "1", applied: "immediate" },
  { name: "log_disconnections", value: "1", applied: "immediate" },
  { name: "log_error_verbosity", value: "terse", applied: "immediate" },
  { name: "log_min_duration_statement", value: "-1", applied: "immediate" },
  { name: "log_min_error_statement", value: "panic", applied: "immediate" },
  { name: "log_statement", value: "ddl", applied: "immediate" },
  { name: "rds.force_ssl", value: "1", applied: "immediate" },
  { name: "shared_preload_libraries", value: "pg_stat_statements,pgaudit", applied: "pending-reboot" },
];

/** Port at which the declared flow ends (config/faults/flows/needed-flows.ts asks for one). */
function ledgerPort({ name, flows }: Deployment): number {
  const flow = flows.find(({ from, to }) => from === "paymentService" && to === "ledger");
  if (flow === undefined) throw new Error(`deployment ${name} has no flow from paymentService to ledger`);
  return flow.port;
}
