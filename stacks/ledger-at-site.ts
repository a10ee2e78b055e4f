import type { GlobalLedgerMemberStack } from "./global-ledger-member";
import type { LedgerDoorStack } from "./ledger-door";
import type { LedgerMemberStack } from "./ledger-member";

/** What a site has of a cell's ledger, of whichever engine: what tasks are told of it and may do with it. */
export type LedgerAtSite = LedgerMemberStack | LedgerDoorStack | GlobalLedgerMemberStack;
