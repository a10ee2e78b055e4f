/** The pages in docs/runbooks, without their ending. A test holds this list to the folder. */
export const runbooks = [
  "audit-alert",
  "backups-silent",
  "certificate-rotation",
  "change-site-by-site",
  "clearing-sign-in",
  "creation-failed-half-way",
  "failback",
  "first-deployment",
  "front-errors",
  "ledger-lag",
  "ledger-limits",
  "line-down",
  "log-silent",
  "loss-of-a-region",
  "macsec",
  "on-call-not-reached",
  "one-region",
  "one-zone-is-sick",
  "promote-ledger",
  "rate-near-limit",
  "rebuild-ledger-member",
  "reconciliation-files",
  "restore-and-reconcile",
  "restore-copied-ledger",
  "routing-controls",
  "site-unwell",
  "stop-a-cell",
  "tasks-short",
  "zone-signing",
] as const;

/** What somebody who is woken does next. */
export type Runbook = (typeof runbooks)[number];

/** What a person on call is told last: where it says what to do. */
export function namingRunbook(words: string, runbook: Runbook): string {
  return `${words}. Runbook: docs/runbooks/${runbook}.md`;
}

/** Pages in the words of a dashboard's text. */
export function runbookLinks(pages: readonly Runbook[]): string {
  return `Runbooks: ${pages.map((page) => `docs/runbooks/${page}.md`).join(", ")}`;
}
