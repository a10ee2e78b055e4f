import type { Scope } from "../../findings/scope";
import { balancerTypes } from "./balancers";
import { ledgerTypes } from "./ledgers";
import { lineTypes } from "./lines";
import { nameTypes } from "./names";
import { outsideTypes } from "./outside";
import { taskTypes } from "./tasks";

/** What the judgement on payments stands on: everything that a payment meets from its name to the ledger and the logs. */
export const paymentsScope: Scope = {
  ...nameTypes,
  ...lineTypes,
  ...balancerTypes,
  ...taskTypes,
  ...ledgerTypes,
  ...outsideTypes,
};
