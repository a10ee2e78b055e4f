import type { Payment } from "./payment";

/** Actions on a service, by the first part of its endpoint's name, that the flows of the payment service are declared for. */
export function declaredActions({ legs }: Payment, service: string): readonly string[] {
  const declared = legs.onward
    .flatMap(({ to }) => to.actions ?? [])
    .filter((one) => one.service === service || one.service.startsWith(`${service}.`));
  return [...new Set(declared.flatMap(({ actions }) => actions))];
}
